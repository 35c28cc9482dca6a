// Which pages answer a query, the best first. docs/search-format.md says the same in words.

import {isOnset} from './folding.js';

const K1 = 4, PAIR = 1.0, EVEN = 1, OTHER_ACCENT = 0.25, DOUBTED = 0.5, LEFT_BARE = 0.8, BEGUN = 0.6, ONSET = 0.4;
const FEW = 5;

// How much a word of a text counts for a word of the query; 0 if it does not.
function likeness(token, written, key, query) {
  const isWhole = key === token.key;
  const isExact = isWhole ? written === token.word : written.startsWith(token.word);
  if (token.phrase >= 0 && query.isMarked[token.phrase] && !isExact) return 0;
  const accent = isExact ? 1 : token.isMarked ? (token.isDoubted ? DOUBTED : OTHER_ACCENT) : query.hasMarks && isWhole ? LEFT_BARE : 1;
  return accent * (isWhole ? 1 : BEGUN);
}

const isTyped = (token, written) => token.isBegun ? written.startsWith(token.word) : written === token.word;

async function fetchTerms(portal, query) {
  const [single, double] = await Promise.all([
    Promise.all(query.tokens.map(async token => [
      ...await portal.terms('tu', token.key, token.isBegun && !isOnset(token.key)),
      ...token.isBegun && isOnset(token.key) ? await portal.terms('tu', `${token.key}*`, false) : [],
    ])),
    Promise.all(query.pairs.map(([left, right]) =>
      portal.terms('cap', `${query.tokens[left].key} ${query.tokens[right].key}`, query.tokens[right].isBegun))),
  ]);
  return {portal, single, double};
}

// A word with an accent that stands nowhere as typed, or never beside its neighbours, which stand there with another
// accent: most likely a slip.
function doubt(query, found) {
  query.tokens.forEach((token, index) => {
    if (!token.isMarked || token.phrase >= 0) return;
    const isThere = found.some(({single}) =>
      single[index].some(([, variants]) => Object.keys(variants).some(written => isTyped(token, written))));
    let beside = false, asTyped = false;
    query.pairs.forEach(([left, right], place) => {
      if (left !== index && right !== index) return;
      for (const {double} of found)
        for (const [, variants] of double[place])
          for (const written of Object.keys(variants)) {
            beside = true;
            const [first, second] = written.split(' ');
            asTyped ||= left === index && first === token.word || right === index && isTyped(token, second);
          }
    });
    token.isDoubted = !isThere || (beside && !asTyped);
  });
}

function weigh({portal, single, double}, query) {
  const size = portal.size, weights = portal.weights;
  const tokens = query.tokens.map(() => ({weight: new Float64Array(size), isExact: new Uint8Array(size)}));
  const pairs = query.pairs.map(() => new Float64Array(size));
  query.tokens.forEach((token, index) => {
    const {weight, isExact} = tokens[index];
    for (const [key, variants] of single[index])
      for (const [written, text] of Object.entries(variants)) {
        const factor = written.endsWith('*') ? ONSET : likeness(token, written, key, query);
        if (!factor) continue;
        const exact = !token.isMarked || token.isDoubted || written.endsWith('*') || isTyped(token, written);
        const {pages, levels} = portal.postings('tu', written, text);
        for (let each = 0; each < pages.length; each++) {
          weight[pages[each]] += factor * weights[levels[each]];
          if (exact) isExact[pages[each]] = 1;
        }
      }
  });
  query.pairs.forEach(([left, right], index) => {
    const first = query.tokens[left], second = query.tokens[right];
    const opens = second.isBegun && isOnset(second.key);
    for (const [key, variants] of double[index]) {
      const keys = key.split(' ');
      for (const [written, text] of Object.entries(variants)) {
        const both = written.split(' ');
        const factor = likeness(first, both[0], keys[0], query) * likeness(second, both[1], keys[1], query);
        if (!factor) continue;
        const {pages, levels} = portal.postings('cap', written, text);
        for (let each = 0; each < pages.length; each++) {
          const more = factor * weights[levels[each]];
          pairs[index][pages[each]] += more;
          if (opens) {
            tokens[right].weight[pages[each]] += ONSET * more;
            tokens[right].isExact[pages[each]] = 1;
          }
        }
      }
    }
  });
  return {portal, tokens, pairs};
}

const saturated = weight => weight / (weight + K1);

function rarity(columns, total) {
  let count = 0;
  for (const column of columns) for (const weight of column) if (weight > 0) count++;
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

// All answers as [{portal, page, score, isExact, missing}], best first. `portals` are open; the query is parsed.
export async function answersOf(query, portals) {
  query.hasMarks = query.tokens.some(token => token.isMarked);
  query.isMarked = {};
  for (const token of query.tokens) if (token.phrase >= 0 && token.isMarked) query.isMarked[token.phrase] = true;
  const found = await Promise.all(portals.map(portal => fetchTerms(portal, query)));
  doubt(query, found);
  const weighed = found.map(each => weigh(each, query));
  const total = portals.reduce((sum, portal) => sum + portal.size, 0);
  const rareToken = query.tokens.map((_, index) => rarity(weighed.map(each => each.tokens[index].weight), total));
  const rarePair = query.pairs.map((_, index) => rarity(weighed.map(each => each.pairs[index]), total));
  const count = query.tokens.length, least = Math.max(1, Math.ceil(count / 2));
  const byCover = Array.from({length: count + 1}, () => []);
  weighed.forEach(({portal, tokens, pairs}, order) => {
    for (let page = 0; page < portal.size; page++) {
      let cover = 0, score = 0, weakest = 1, isExact = true, fits = true;
      for (let index = 0; index < count; index++) {
        const weight = tokens[index].weight[page];
        if (weight > 0) {
          cover++;
          const worth = saturated(weight);
          score += rareToken[index] * worth;
          if (worth < weakest) weakest = worth;
          if (!tokens[index].isExact[page]) isExact = false;
        } else if (query.tokens[index].phrase >= 0) fits = false;
      }
      if (cover < least || !fits) continue;
      for (let index = 0; index < pairs.length; index++) {
        const weight = pairs[index][page];
        if (weight > 0) score += PAIR * rarePair[index] * saturated(weight);
        else if (query.pairs[index][2] >= 0) fits = false;
      }
      score *= 1 + EVEN * weakest;
      if (fits) byCover[cover].push({portal, order, page, isExact, missing: count - cover, score: Math.floor(score * 1e6 + 0.5)});
    }
  });
  const answers = [];
  for (let cover = count; cover >= least && answers.length < FEW; cover--) answers.push(...byCover[cover]);
  return answers;
}

// Sorts answers in place: `days` tells the day of a page of a portal.
export function inOrder(answers, days, byDay) {
  return answers.sort((one, other) =>
    one.missing - other.missing
    || (byDay ? 0 : other.isExact - one.isExact || other.score - one.score)
    || days(other) - days(one) || one.order - other.order || other.page - one.page);
}
