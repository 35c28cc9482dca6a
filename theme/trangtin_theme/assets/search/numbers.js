// A paper's number in what was typed that no paper here bears: pages that hold its parts are no answer to it.

import {answersOf, inOrder} from './answers.js';
import {folded, isSyllable, normalise, spans} from './folding.js';
import {MOST_WORDS, parse} from './query.js';

// How many of the best answers are looked at, and how many words of a symbol lead to papers with one like it.
const LOOKED_AT = 10, ENOUGH = 2;
const AS_PRINTED = /^(?:\/\p{L}|-\p{L}+\/\p{L})/u;

const isDigits = each => /^\p{Nd}/u.test(each?.key), isYear = each => /^(?:19|20)\d\d$/.test(each?.key);

// What may be numbers of papers, in order: {first, year, symbol, kind, from, end, isLast}. `symbol` are the words up to the next
// number; `kind` is the word before "số", '' where the text begins with that, null without it; both begin at `from`.
function* numbersIn(text) {
  const all = spans(text).slice(0, MOST_WORDS).map(span => ({...span, key: folded(span.word)}));
  for (const [place, first] of all.entries()) {
    const before = all[place - 1], second = all[place + 1], hasYear = isYear(second);
    const isInside = isDigits(before) && !/\s/.test(text.slice(before.end, first.start)); // of a day, of a sum
    if (!isDigits(first) || isInside) continue;
    const rest = all.slice(place + (hasYear ? 2 : 1)), next = rest.findIndex(isDigits), isNamed = before?.key === 'so';
    const named = isNamed ? all[place - 2] : null;
    yield {
      first, year: hasYear ? second.key : '', symbol: next < 0 ? rest : rest.slice(0, next), kind: isNamed ? named?.key ?? '' : null,
      from: (named ?? (isNamed ? before : first)).start, end: (hasYear ? second : first).end, isLast: !rest.length,
    };
  }
}

const glued = symbol => symbol.map(({key}) => key).join('');

// What titles of papers say before the colon, `Kế hoạch số 12/KH-TCT: …`, as {ordinal, year, kind, symbol}.
function papersOf(titles) {
  return titles.flatMap(title => {
    const found = [...numbersIn(title.split(':')[0])].find(({kind}) => kind);
    return found ? {ordinal: found.first.key, year: found.year, kind: found.kind, symbol: glued(found.symbol)} : [];
  });
}

// The words of a symbol typed as it is printed, without a space in it; [] where it is not, nor of `20/người`.
function printed({symbol, end}, text) {
  const gap = symbol.findIndex(({start}, index) => index && /\s/.test(text.slice(symbol[index - 1].end, start)));
  const words = AS_PRINTED.test(text.slice(end)) ? symbol.slice(0, gap < 0 ? symbol.length : gap) : [];
  return words.length === 1 && isSyllable(words[0].key) ? [] : words;
}

// The words of a symbol typed as words, known by papers with one like it; [] for "số" and a number alone; null for what is
// no paper's number.
function likened({symbol, kind, isLast}, papers) {
  for (let length = 1; length <= symbol.length; length++) {
    const words = symbol.slice(0, length), letters = glued(words);
    if (papers.some(paper => paper.symbol === letters)) return words;
    // `16 kh` is 16/KH-TCT; but in `145/TCT-TCHC`, a letter's, the first word is only who wrote it.
    if (length === symbol.length && papers.some(paper => paper.kind !== 'van' && paper.symbol.startsWith(letters))) return words;
  }
  const isAny = kind === '' || kind === 'ban'; // "số 16", "văn bản số 16"
  return isAny && isLast || papers.some(paper => paper.kind === kind) ? [] : null;
}

async function bestPapers(text, portals) {
  const answers = inOrder(await answersOf(parse(text), portals), () => 0).slice(0, LOOKED_AT);
  return papersOf(await Promise.all(answers.map(async ({portal, page}) => (await portal.excerpt(page, 0)).title)));
}

// The first number in a text that is a paper's and that no paper of these portals bears, as typed; else ''.
export async function unknownNumber(typed, portals) {
  const text = normalise(typed);
  for (const number of numbersIn(text)) {
    const {first, year, symbol, kind, from, end} = number, sure = printed(number, text);
    const likely = sure.length ? sure : symbol.length && !isSyllable(symbol[0].key) ? symbol : [];
    if (!sure.length && (isYear(first) || !likely.length && kind === null)) continue;
    const last = likely[Math.min(likely.length, ENOUGH) - 1]?.end ?? end;
    const papers = await bestPapers(text.slice(likely.length ? first.start : from, last) + (last < text.length ? ' ' : ''), portals);
    const words = sure.length ? sure : likened({...number, symbol: likely}, papers);
    const isBorne = words && papers.some(paper => paper.ordinal === first.key && (!year || !paper.year || paper.year === year)
      && paper.symbol.startsWith(glued(words)));
    const after = words?.[words.length - 1]?.end ?? end, [digits] = /^\p{Nd}*/u.exec(text.slice(after)); // `QH15`
    if (words && !isBorne) return text.slice(first.start, after + digits.length);
  }
  return '';
}
