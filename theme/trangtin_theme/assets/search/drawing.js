// What is shown of an answer: its title, its line, the piece of its text that shows most of what was asked.

import {folded, isOnset, spans} from './folding.js';

const LENGTH = 240, BEFORE = 60;

export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// Runs of words that say the same as words of the query: `hđnd` for "hội đồng nhân dân" and the other way round.
function otherForms(query, portals) {
  const forms = new Set();
  for (const portal of portals)
    for (const [short, full] of portal.forms) {
      if (query.typed.includes(` ${short} `)) forms.add(full);
      if (query.typed.includes(` ${full} `)) forms.add(short);
    }
  return [...forms].map(form => form.split(' '));
}

// Finds places in a text: [{start, end, token}] in order; `token` is -1 for another form.
export function finder(query, portals) {
  const forms = otherForms(query, portals);
  return text => {
    const all = spans(text).map(span => ({...span, key: folded(span.word)})), found = [];
    const meant = (place, index) => {
      const {key, word} = all[place], token = query.tokens[index];
      if (key === token.key) return !token.isVerbatim || word === token.word;
      return token.isBegun && key.startsWith(token.key)
        && (!isOnset(token.key) || query.pairs.some(([left, right]) => right === index && place > 0 && all[place - 1].key === query.tokens[left].key));
    };
    for (let place = 0; place < all.length; place++) {
      const form = forms.find(each => each.every((key, step) => all[place + step]?.key === key));
      if (form) {
        for (const step of form.keys()) found.push({...all[place + step], place: place + step, token: -1});
        place += form.length - 1;
        continue;
      }
      const fitting = query.tokens.findIndex((token, index) => token.word === all[place].word && meant(place, index));
      const token = fitting >= 0 ? fitting : query.tokens.findIndex((_, index) => meant(place, index));
      if (token >= 0) found.push({...all[place], place, token, isExact: fitting >= 0, isWhole: all[place].key === query.tokens[token].key});
    }
    // Where a word is there as typed, its likes with another accent, and longer ones that begin alike, are left alone.
    const exact = new Set(found.filter(each => each.isExact).map(each => each.token));
    const whole = new Set(found.filter(each => each.isWhole).map(each => each.token));
    return found.filter(each => each.token < 0 || each.isExact
      || ((each.isWhole || !whole.has(each.token)) && (!query.tokens[each.token].isMarked || !exact.has(each.token))));
  };
}

// Text with <mark> around what was found; neighbours are marked as one.
function marked(text, found, start = 0, end = text.length) {
  const parts = document.createDocumentFragment();
  let at = start;
  for (let index = 0; index < found.length; index++) {
    const first = found[index];
    if (first.start < start || first.end > end) continue;
    let last = first;
    while (found[index + 1] && found[index + 1].end <= end && found[index + 1].place === last.place + 1) last = found[++index];
    const mark = document.createElement('mark');
    mark.textContent = text.slice(first.start, last.end);
    parts.append(text.slice(at, first.start), mark);
    at = last.end;
  }
  parts.append(text.slice(at, end));
  return parts;
}

// The best piece of paragraphs: {text, found, start, end, count}, `count` being how many words of the query it shows.
function bestPiece(paragraphs, find) {
  let best = null;
  for (const text of paragraphs) {
    const found = find(text);
    for (let first = 0; first < found.length; first++) {
      const seen = new Set();
      let worth = 0, last = first;
      for (; last < found.length && found[last].end - found[first].start <= LENGTH - BEFORE; last++) {
        worth += (seen.has(found[last].token) ? 0.1 : 1)
          + (last > first && found[last].place === found[last - 1].place + 1 && found[last].token !== found[last - 1].token ? 0.4 : 0);
        seen.add(found[last].token);
      }
      if (!best || worth > best.worth) best = {text, found, worth, count: seen.size, at: found[first].start};
    }
  }
  const {text, found, at, count} = best ?? {text: paragraphs[0] ?? '', found: [], at: 0, count: 0};
  // From the beginning of a word, not far before the first one found, to the end of another.
  const start = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1;
  const end = text.length <= start + LENGTH + BEFORE ? text.length : text.lastIndexOf(' ', start + LENGTH);
  return {text, found, count, start, end: Math.max(end, start)};
}

// An answer as an item of the list; `words` is how many the query has.
export async function item({portal, page}, find, words) {
  const first = await portal.excerpt(page, 0);
  const title = find(first.title);
  let piece = bestPiece(first.text, find);
  // Further parts of a long text only where neither this one nor the title shows what was asked.
  const isSaid = new Set(title.map(each => each.token)).size >= words;
  for (let part = 1; part < first.parts && !isSaid && !piece.count; part++) {
    const other = bestPiece((await portal.excerpt(page, part)).text, find);
    if (other.count > piece.count) piece = other;
  }
  const address = new URL(first.address, portal.root);
  const link = element('a', {href: address.origin === portal.root.origin ? address.href : portal.root.href}, marked(first.title, title));
  const made = element('li', {}, element('p', {className: 'tt-document-name'}, link),
    element('p', {className: 'tt-soft'}, portal.isOwn ? first.line : `${first.line} · ${portal.name}`));
  if (piece.text)
    made.append(element('p', {className: 'tt-excerpt'}, piece.start ? '… ' : '',
      marked(piece.text, piece.found, piece.start, piece.end), piece.end < piece.text.length ? ' …' : ''));
  return made;
}
