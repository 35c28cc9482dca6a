// Which pages answer a query, the best first, and what they can be narrowed down by. docs/search-format.md says the same in words.

import {folded, isOnset, words} from './folding.js';

const K1 = 4, OTHER_ACCENT = 0.25, DOUBTED = 0.5, LEFT_BARE = 0.8, BEGUN = 0.6, ONSET = 0.4;
const OF_TYPE = 2, FEW = 5;

// How much a word of a text counts for a word of the query; 0 if it does not.
function likeness(token, written, key, query) {
  const isWhole = key === token.key;
  const isExact = isWhole ? written === token.word : written.startsWith(token.word);
  if (token.isVerbatim && !isExact) return 0;
  const accent = isExact ? 1 : token.isMarked ? (token.isDoubted ? DOUBTED : OTHER_ACCENT) : query.hasMarks && isWhole ? LEFT_BARE : 1;
  return accent * (isWhole ? 1 : BEGUN);
}

const isTyped = (token, written) => token.isBegun ? written.startsWith(token.word) : written === token.word;

// A word with another accent is not the word typed, unless the accent is doubted.
const isThere = (token, written) => !token.isMarked || token.isDoubted || written.endsWith('*') || isTyped(token, written);

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
    const isKnown = found.some(({single}) =>
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
    token.isDoubted = !isKnown || (beside && !asTyped);
  });
}

function weigh({portal, single, double}, query) {
  const size = portal.size, weights = portal.weights;
  const columns = each => each.map(() => ({weight: new Float64Array(size), isThere: new Uint8Array(size)}));
  const tokens = columns(query.tokens), pairs = columns(query.pairs);
  query.tokens.forEach((token, index) => {
    const column = tokens[index];
    for (const [key, variants] of single[index])
      for (const [written, text] of Object.entries(variants)) {
        const factor = written.endsWith('*') ? ONSET : likeness(token, written, key, query);
        if (!factor) continue;
        const there = isThere(token, written);
        const {pages, levels} = portal.postings('tu', written, text);
        for (let each = 0; each < pages.length; each++) {
          column.weight[pages[each]] += factor * weights[levels[each]];
          if (there) column.isThere[pages[each]] = 1;
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
        const there = isThere(first, both[0]) && isThere(second, both[1]);
        const {pages, levels} = portal.postings('cap', written, text);
        for (let each = 0; each < pages.length; each++) {
          const more = factor * weights[levels[each]];
          pairs[index].weight[pages[each]] += more;
          if (there) pairs[index].isThere[pages[each]] = 1;
          if (opens) {
            tokens[right].weight[pages[each]] += ONSET * more;
            tokens[right].isThere[pages[each]] = 1;
          }
        }
      }
    }
  });
  return {portal, tokens, pairs};
}

// Which pages of each portal are papers of the type that a query begins with: "kế hoạch bầu cử" asks for plans, not for papers
// and news that speak of one.
async function papersAsked({typed}, portals) {
  const facets = await Promise.all(portals.map(async portal => (await portal.narrowing()).facets));
  const [types, states] = ['loai', 'hieu-luc'].map(wanted => facets.map(all => all.find(({name}) => name === wanted)));
  let asked = null, longest = 0;
  for (const [value, label] of types.flatMap(type => type?.values ?? [])) {
    const name = ` ${words(label).map(folded).join(' ')} `;
    if (typed.startsWith(name) && name.length < typed.length && name.length > longest) [asked, longest] = [value, name.length];
  }
  return types.map((type, order) => {
    const place = type ? type.values.findIndex(([value]) => value === asked) + 1 : 0;
    return page => place > 0 && type.of(page) === place && states[order]?.of(page) > 0;
  });
}

const saturated = weight => weight / (weight + K1);

function rarity(columns, total) {
  let count = 0;
  for (const {isThere} of columns) for (const each of isThere) count += each;
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

// All answers as [{portal, page, score, missing}], to be put in order (`inOrder`). `portals` are open; the query is parsed.
export async function answersOf(query, portals) {
  const [found, isOfType] = await Promise.all([
    Promise.all(portals.map(portal => fetchTerms(portal, query))), papersAsked(query, portals),
  ]);
  doubt(query, found);
  const weighed = found.map(each => weigh(each, query));
  const total = portals.reduce((sum, portal) => sum + portal.size, 0);
  const rareToken = query.tokens.map((_, index) => rarity(weighed.map(each => each.tokens[index]), total));
  const rarePair = query.pairs.map((_, index) => rarity(weighed.map(each => each.pairs[index]), total));
  const count = query.tokens.length, least = Math.max(1, Math.ceil(count / 2));
  const byCover = Array.from({length: count + 1}, () => []);
  weighed.forEach(({portal, tokens, pairs}, order) => {
    for (let page = 0; page < portal.size; page++) {
      let cover = 0, held = 0, score = 0, weakest = 1, fits = true;
      for (let index = 0; index < count; index++) {
        const {weight, isThere} = tokens[index];
        if (weight[page] > 0) {
          held++;
          const worth = saturated(weight[page]);
          score += rareToken[index] * worth;
          if (!isThere[page]) continue;
          cover++;
          if (worth < weakest) weakest = worth;
        } else if (query.tokens[index].phrase >= 0) fits = false;
      }
      if (held < least || !fits) continue;
      for (let index = 0; index < pairs.length; index++) {
        const weight = pairs[index].weight[page];
        if (weight > 0) score += rarePair[index] * saturated(weight);
        else if (query.pairs[index][2] >= 0) fits = false;
      }
      if (cover) score *= 1 + weakest;
      if (isOfType[order](page)) score *= OF_TYPE;
      if (fits) byCover[cover].push({portal, order, page, held, missing: count - cover, score: Math.floor(score * 1e6 + 0.5)});
    }
  });
  const answers = [];
  for (let cover = count; cover >= 0; cover--)
    answers.push(...answers.length < FEW ? byCover[cover] : byCover[cover].filter(each => each.held === count));
  return answers;
}

// Sorts answers in place: `days` tells the day of a page of a portal.
export function inOrder(answers, days, byDay) {
  return answers.sort((one, other) =>
    one.missing - other.missing
    || (byDay ? 0 : other.score - one.score)
    || days(other) - days(one) || one.order - other.order || other.page - one.page);
}

// Facets of all portals as one, by name and value; which portal an answer is of is one more.
export function facetsOf(portals, narrowing) {
  const facets = new Map();
  for (const portal of portals)
    for (const facet of narrowing.get(portal).facets) {
      const known = facets.get(facet.name) ?? {name: facet.name, label: facet.label, values: new Map(), of: new Map()};
      for (const [value, label] of facet.values) if (!known.values.has(value)) known.values.set(value, label);
      known.of.set(portal, page => facet.values[facet.of(page) - 1]?.[0] ?? '');
      facets.set(facet.name, known);
    }
  if (portals.length > 1) {
    const values = new Map(portals.map((portal, index) => [String(index + 1), portal.name]));
    facets.set('trang', {name: 'trang', label: 'Trang', values, of: new Map(portals.map((portal, index) => [portal, () => String(index + 1)]))});
  }
  return [...facets.values()];
}

// Answers that fit all choices, and the facets that can cut them down as [{name, label, values: [[value, label, count]]}].
export function narrowed(all, facets, chosen) {
  const fits = ({portal, page}, but) => facets.every(({name, of}) =>
    name === but || !chosen.has(name) || of.get(portal)?.(page) === chosen.get(name));
  const offered = [];
  for (const {name, label, values, of} of facets) {
    const counts = new Map();
    for (const answer of all)
      if (fits(answer, name)) {
        const value = of.get(answer.portal)?.(answer.page);
        if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    const open = [...values].filter(([value]) => counts.has(value) || chosen.get(name) === value);
    if (open.length > 1 || chosen.has(name))
      offered.push({name, label, values: open.map(([value, text]) => [value, text, counts.get(value) ?? 0])});
  }
  return {answers: all.filter(answer => fits(answer)), offered};
}
