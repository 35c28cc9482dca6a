// From what is typed to words to look for.

import {folded, normalise, spans} from './folding.js';

export const MOST_WORDS = 16;

// {tokens: [{word, key, isMarked, isBegun, phrase}], pairs: [[left, right, phrase]], isCut}
// A phrase is the number of the quotation a word stands in, or -1.
export function parse(text) {
  const parts = normalise(text).toLowerCase().replace(/[“”„«»]/g, '"').split('"');
  const tokens = [], pairs = [], seen = new Map();
  let before = null, count = 0;
  parts.forEach((part, number) => {
    const phrase = number % 2 ? number : -1;
    const found = spans(part);
    found.forEach(({word, end}, place) => {
      if (++count > MOST_WORDS) return;
      const key = folded(word);
      const isBegun = phrase < 0 && number === parts.length - 1 && place === found.length - 1 && end === part.length;
      const name = `${word}|${phrase}|${isBegun}`;
      if (!seen.has(name)) {
        seen.set(name, tokens.length);
        tokens.push({word, key, isMarked: word !== key, isBegun, phrase});
      }
      const here = seen.get(name);
      if (before !== null && !pairs.some(([left, right]) => left === before && right === here))
        pairs.push([before, here, phrase >= 0 && tokens[before].phrase === phrase ? phrase : -1]);
      before = here;
    });
  });
  return {tokens, pairs, isCut: count > MOST_WORDS};
}
