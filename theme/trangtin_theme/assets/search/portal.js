// The index of one portal: fetches its small files once, finds terms in them. The format: docs/search-format.md.

import {FOLDING} from './folding.js';

export const FORMAT = 2;
const LETTERS = Array.from({length: 92}, (_, index) => String.fromCharCode(35 + index)).filter(c => c !== '\\').join('');
const VALUE = new Uint8Array(128);
[...LETTERS].forEach((letter, index) => { VALUE[letter.charCodeAt(0)] = index; });
const NEAR = 6, BASE = 45;
// Letters of a version, and how many files, or pages with their excerpts, have the same one.
const VERSION = 5, TOGETHER = {tu: 4, cap: 4, trich: 32};

export class OtherFormat extends Error {}

// A portal was published anew: its pages may have other numbers now.
export class Stale extends Error {
  constructor(portal) {
    super(portal.name);
    this.portal = portal;
  }
}

export const buildsOf = portals => portals.map(portal => portal.build);

// Does `work` with portals that are of these builds until it is done; else it fails as stale.
export async function within(portals, builds, work) {
  const done = await work();
  const changed = portals.find((portal, index) => portal.build !== builds[index]);
  if (changed) throw new Stale(changed);
  return done;
}

// Does `work` with open portals; once more for each of them that was published anew in between.
export async function steadily(portals, work) {
  for (let left = portals.length; ; left--) {
    try {
      return await within(portals, buildsOf(portals), work);
    } catch (error) {
      if (!(error instanceof Stale) || !left) throw error;
      await error.portal.open(true);
    }
  }
}

// A number at `place`, with the place after it.
function numberAt(text, place) {
  let value = 0, scale = 1, digit;
  while ((digit = VALUE[text.charCodeAt(place++)]) >= BASE) {
    value += digit * scale;
    scale *= BASE;
  }
  return [value + digit * scale, place];
}

// {pages, levels}, by rising page.
export function decode(text) {
  const pages = new Int32Array(text.length), levels = new Uint8Array(text.length);
  let count = 0, page = -1, place = 0;
  while (place < text.length) {
    const joint = VALUE[text.charCodeAt(place++)];
    let step = joint % NEAR;
    if (step === 0) {
      [step, place] = numberAt(text, place);
      step += NEAR;
    }
    page += step;
    pages[count] = page;
    levels[count++] = (joint - joint % NEAR) / NEAR;
  }
  return {pages: pages.subarray(0, count), levels: levels.subarray(0, count)};
}

// Beginnings of files, each told by what it shares with the one before.
function beginnings(text) {
  let before = '';
  return text ? text.split('|').map(part => before = before.slice(0, part.charCodeAt(0) - 48) + part.slice(1)) : [];
}

// The last file that begins at or before `term`.
function fileOf(files, term) {
  let low = 0, high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (files[middle] <= term) low = middle + 1; else high = middle;
  }
  return low - 1;
}

export class Portal {
  // `load` gives the content of a file, asked for by its name and by the build it must be of.
  constructor(name, load) {
    this.name = name;
    this.load = load;
    this.files = new Map();
    this.decoded = new Map();
  }

  async open(again = false) {
    const start = await this.load('chi-muc.json', '', again);
    if (start.format !== FORMAT || start.folding !== FOLDING) throw new OtherFormat(this.name);
    this.files.clear();
    this.decoded.clear();
    this.narrow = null;
    this.build = start.build;
    this.versions = start.versions;
    this.size = start.pages;
    this.forms = start.forms;
    this.begin = {tu: beginnings(start.tu), cap: beginnings(start.cap)};
    this.weights = Array.from({length: 15}, (_, level) =>
      start.least * 2 ** Math.floor(level / 2) * (level % 2 ? Math.SQRT2 : 1));
    return this;
  }

  // A file by its kind, its number and what else its name tells, in the version that the first file says.
  file(kind, number = 0, part = '') {
    const name = kind === 'loc' ? kind : `${kind}/${number}${part}`;
    if (!this.files.has(name)) {
      const at = VERSION * Math.floor(number / (TOGETHER[kind] ?? 1)), version = this.versions[kind].slice(at, at + VERSION);
      const found = this.load(`chi-muc/${name}.json`, version, false).then(data => {
        if (data.build !== version) throw new Stale(this);
        return data;
      });
      found.catch(() => this.files.delete(name));
      this.files.set(name, found);
    }
    return this.files.get(name);
  }

  // Terms as [[key, {written: text}]]: one key, or all that begin with it.
  async terms(kind, key, isBegun) {
    const files = this.begin[kind], first = Math.max(fileOf(files, key), 0);
    const last = isBegun ? fileOf(files, `${key}\uffff`) : fileOf(files, key);
    if (last < 0) return [];
    const asked = [];
    for (let number = first; number <= last; number++) asked.push(this.file(kind, number));
    const found = [];
    for (const {terms} of await Promise.all(asked))
      if (!isBegun) {
        if (Object.prototype.hasOwnProperty.call(terms, key)) found.push([key, terms[key]]);
      } else for (const term of Object.keys(terms)) if (term.startsWith(key) && !term.endsWith('*')) found.push([term, terms[term]]);
    return found;
  }

  postings(kind, written, text) {
    const name = `${kind} ${written}`;
    if (!this.decoded.has(name)) this.decoded.set(name, decode(text));
    return this.decoded.get(name);
  }

  // Facets with the value of each page, and the day of each page in days since the year 1.
  async narrowing() {
    if (!this.narrow) {
      const {facets, oldest, days} = await this.file('loc');
      const steps = [];
      for (let place = 0, step; place < days.length;) {
        [step, place] = numberAt(days, place);
        steps.push(step);
      }
      const dates = new Int32Array(this.size), undated = this.size - steps.length;
      let day = oldest;
      steps.forEach((step, index) => { dates[undated + index] = day += step; });
      this.narrow = {
        dates,
        facets: facets.map(({name, label, values, width, pages}) => ({
          name, label, values,
          of: page => {
            const low = VALUE[pages.charCodeAt(page * width + width - 1)];
            return width === 1 ? low : VALUE[pages.charCodeAt(page * 2)] * LETTERS.length + low;
          },
        })),
      };
    }
    return this.narrow;
  }

  excerpt(page, part) {
    return this.file('trich', page, part ? `-${part}` : '');
  }
}
