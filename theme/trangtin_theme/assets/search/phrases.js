// Quoted phrases of three words and more, which the index knows by their pairs alone: pages that hold them come first.

import {folded, spans} from './folding.js';

const LOOKED_AT = 20, MOST_PARTS = 4;

// Words of a phrase one after the other; in one without any accents those of the text do not matter.
function says(text, phrase) {
  const isMarked = phrase.some(word => word !== folded(word));
  const words = spans(text).map(({word}) => isMarked ? word : folded(word));
  return words.some((_, place) => phrase.every((word, step) => words[place + step] === word));
}

async function holds({portal, page}, phrases) {
  let left = phrases;
  for (let part = 0, parts = 1; part < Math.min(parts, MOST_PARTS) && left.length; part++) {
    const {title = '', line = '', text, parts: all = parts} = await portal.excerpt(page, part);
    left = left.filter(phrase => ![title, line, ...text].some(each => says(each, phrase)));
    parts = all;
  }
  return !left.length;
}

// The same answers; of the first ones those whose shown text holds every phrase word for word before the others. What
// stands in an attached file or in other words alone (`HĐND`) is not seen, so nothing is left out.
export async function wordForWord({phrases}, answers) {
  const first = answers.slice(0, LOOKED_AT), held = await Promise.all(first.map(answer => holds(answer, phrases)));
  return [...first.filter((_, place) => held[place]), ...first.filter((_, place) => !held[place]), ...answers.slice(LOOKED_AT)];
}
