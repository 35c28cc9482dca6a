// Answers queries with the page's own script, read from standard input, one JSON value a line. Run by asking.py.

import {readFile} from 'node:fs/promises';
import {createInterface} from 'node:readline';
import {pathToFileURL} from 'node:url';

const [scripts] = process.argv.slice(2);
const module = name => import(pathToFileURL(`${scripts}/${name}.js`).href);
const [{answersOf, inOrder}, {Portal, steadily}, {parse}, {wordForWord}, {unknownNumber}, {spaced}, folding] =
  await Promise.all(['answers', 'portal', 'query', 'phrases', 'numbers', 'spaces', 'folding'].map(module));

const opened = new Map();
let asked = [];

function portal(folder) {
  if (!opened.has(folder)) {
    const load = async name => {
      const text = await readFile(`${folder}/${name}`, 'utf8');
      asked.push(name);
      return JSON.parse(text);
    };
    opened.set(folder, new Portal(folder, load).open());
  }
  return opened.get(folder);
}

async function answer({folders, query, byDay = false, isShown = false, fold, number, together}) {
  if (fold !== undefined) {
    const words = folding.words(fold);
    return {words, folded: words.map(folding.folded)};
  }
  asked = [];
  const portals = await Promise.all(folders.map(portal));
  if (together !== undefined) return {spaced: await spaced(together, portals)};
  if (number !== undefined) return {unknown: await unknownNumber(number, portals)};
  const days = new Map();
  let started;
  let answers = await steadily(portals, async () => {
    for (const each of portals) days.set(each, (await each.narrowing()).dates);
    started = performance.now();
    return answersOf(parse(query), portals);
  });
  inOrder(answers, each => days.get(each.portal)[each.page], byDay);
  if (isShown) answers = await wordForWord(parse(query), answers);
  const time = performance.now() - started;
  return {
    answers: answers.map(({order, page, score, missing}) => [order, page, score, missing]),
    time, asked,
  };
}

for await (const line of createInterface({input: process.stdin})) {
  let answered;
  try {
    answered = await answer(JSON.parse(line));
  } catch (error) {
    answered = {error: String(error.stack)};
  }
  process.stdout.write(`${JSON.stringify(answered)}\n`);
}
