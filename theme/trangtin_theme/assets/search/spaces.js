// What was typed without spaces between its words (`kehoachbaucu`), with them.

import {folded, isSyllable, normalise, spans} from './folding.js';
import {MOST_WORDS} from './query.js';

const LONGEST = 7, MOST = 8; // letters of a syllable (`nghieng`), ways to cut a word

// The ways to cut letters into the fewest syllables, each as the places where they end.
function cutsOf(key) {
  const ways = [[[]]];
  for (let end = 1; end <= key.length; end++) {
    ways[end] = [];
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const [before] = ways[start], fewest = ways[end][0]?.length ?? Infinity;
      if (!before || before.length + 1 > fewest || !isSyllable(key.slice(start, end))) continue;
      const longer = ways[start].map(way => [...way, end]);
      ways[end] = (before.length + 1 < fewest ? longer : [...ways[end], ...longer]).slice(0, MOST);
    }
  }
  return ways[key.length];
}

// Whether each of some words stands somewhere beside its neighbour among them.
async function areNeighbours(keys, portals) {
  const pairs = keys.slice(1).map((key, index) => `${keys[index]} ${key}`);
  const known = await Promise.all(pairs.map(async pair =>
    (await Promise.all(portals.map(portal => portal.terms('cap', pair, false)))).some(found => found.length)));
  return keys.length > 1 && keys.every((_, index) => known[index] || known[index - 1]);
}

async function cutUp(word, portals) {
  const key = folded(word);
  for (const ends of isSyllable(key) ? [] : cutsOf(key)) {
    const parts = ends.map((end, index) => word.slice(ends[index - 1] ?? 0, end));
    if (await areNeighbours(parts.map(folded), portals)) return parts.join(' ');
  }
  return word;
}

// The words of a text, those that are several written as one cut up; '' where there are none of these.
export async function spaced(typed, portals) {
  const words = spans(normalise(typed)).slice(0, MOST_WORDS).map(({word}) => word);
  const cut = await Promise.all(words.map(word => cutUp(word, portals)));
  return cut.some((word, index) => word !== words[index]) ? cut.join(' ') : '';
}
