// From what is typed to words to look for.

import {folded, isSyllable, normalise, spans} from './folding.js';

export const MOST_WORDS = 16;

// {tokens: [{word, key, isMarked, isBegun, phrase, isVerbatim}], pairs: [[left, right, phrase]], phrases: [[word]], typed, hasMarks,
// hasNumber, hasLong, isCut}. A phrase of a word or pair is the number of the quotation it stands in, or -1; `phrases` are those
// that pairs do not say. A word is verbatim if any in its quotation has an accent, long if it may be several. `typed` are all words
// in order, folded, with a space around each.
export function parse(text) {
  const parts = normalise(text).toLowerCase().replace(/[“”„«»]/g, '"').split('"');
  const tokens = [], pairs = [], phrases = [], keys = [], seen = new Map();
  let before = null, count = 0;
  parts.forEach((part, number) => {
    const phrase = number % 2 ? number : -1;
    const found = spans(part), room = MOST_WORDS - count;
    if (phrase >= 0 && Math.min(found.length, room) > 2) phrases.push(found.slice(0, room).map(({word}) => word));
    found.forEach(({word, end}, place) => {
      if (++count > MOST_WORDS) return;
      const key = folded(word);
      keys.push(key);
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
  const marked = tokens.filter(({isMarked}) => isMarked), verbatim = new Set(marked.map(({phrase}) => phrase));
  for (const token of tokens) token.isVerbatim = token.phrase >= 0 && verbatim.has(token.phrase);
  return {
    tokens, pairs, phrases, typed: ` ${keys.join(' ')} `, hasMarks: marked.length > 0, hasNumber: tokens.some(({key}) => /^\p{Nd}/u.test(key)),
    hasLong: tokens.some(({key}) => /^[a-z]{4}/.test(key) && !isSyllable(key)), isCut: count > MOST_WORDS,
  };
}
