// Pagefind through its own interface: `ask` answers with the first ten results, titles and excerpts loaded.
// With `?layer` the page speaks through the Vietnamese layer: đ written as d and a combining stroke, a document number decides
// alone, accented pages before folded ones, pages that hold the words side by side before others.
import * as pagefind from '/pagefind/pagefind.js';

const layered = new URLSearchParams(location.search).has('layer');
const exact = layered ? pagefind.createInstance({exactDiacritics: true}) : undefined;
const mark = text => layered ? text.replace(/đ/g, 'd\u0335').replace(/Đ/g, 'D\u0335') : text;
const folded = text => mark(text).normalize('NFD').replace(/\p{M}/gu, '');
const accents = text => text.split(/\s+/).filter(word => folded(word) !== word).length;

const plain = async query => (await pagefind.search(query)).results;

const withLayer = async typed => {
  const query = typed.normalize('NFC').replace(/[“”]/g, '"').replace(/\u00a0/g, ' ').trim();
  const number = query.replace(/^(số|so)\s+/i, '').match(/^(\d{1,6}[a-z]?)(?:\s*[\/\- ]\s*([\p{L}\d&\- \/]{2,}))?$/iu);
  if (number) {
    const one = (number[1] + (number[2] ?? '')).replace(/[^\p{L}\d]/gu, '');
    const found = (await plain(mark(one.toLowerCase()))).concat(await plain(mark(number[0])));
    if (found.length) return found;
  }
  if (/^".*"$/.test(query)) return (await (accents(query) ? exact : pagefind).search(mark(query))).results;
  let words = query.split(/\s+/);
  if (words.length > 1 && !/[aeiouyăâêôơư]/i.test(folded(words.at(-1)))) words = words.slice(0, -1);
  let found = await plain(folded(words.join(' ')));
  for (let drop = words.length - 1; !found.length && words.length > 2 && drop >= 0; drop--)
    found = await plain(folded(words.filter((_, place) => place !== drop).join(' ')));
  const ids = async (search, text) => new Set((await search.search(text)).results.map(result => result.id));
  const together = await ids(pagefind, `"${folded(words.join(' '))}"`);
  const same = accents(query) * 2 > words.length ? await ids(exact, mark(words.join(' '))) : new Set();
  const score = result => (same.has(result.id) ? 1e6 : 0) + result.score * (together.has(result.id) ? 3 : 1);
  return [...found].sort((a, b) => score(b) - score(a));
};

window.ask = async query => {
  const started = performance.now();
  const results = (await (layered ? withLayer(query) : plain(query))).slice(0, 10);
  const pages = await Promise.all(results.map(result => result.data()));
  return {urls: pages.map(page => page.url), ms: performance.now() - started};
};
await pagefind.init();
if (exact) await exact.init?.();
window.ready = true;
