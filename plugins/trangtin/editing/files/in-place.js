// Changes YAML where a value changed, at any depth, and nowhere else: order of keys, comments, quotes and layout of all
// the rest stay as they were typed.
import { isMap, isScalar, isSeq } from 'yaml';

// The node that stands for `now`: `node`, which stood for `old`, changed as little as may be, or a new one.
export function amend(document, node, old, now) {
  if (isSame(old, now)) return node;
  if (isRecord(now)) {
    return isMap(node) && isRecord(old) ? amendMap(document, node, old, now) : amendMap(document, document.createNode({}), {}, now);
  }
  if (Array.isArray(now)) {
    return isSeq(node) && Array.isArray(old) ? amendList(document, node, old, now) : amendList(document, document.createNode([]), [], now);
  }
  if (!isScalar(node)) return document.createNode(now);
  node.value = now;
  return node;
}

function amendMap(document, map, old, now) {
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (isSame(old[key], now[key])) continue;
    if (isNothing(now[key])) map.delete(key);
    else map.set(key, amend(document, map.get(key, true), old[key], now[key]));
  }
  return map;
}

// An item that only moved takes its node along; one that changed where it stands keeps the node of its place.
function amendList(document, list, old, now) {
  const free = new Map(old.map((item, place) => [place, item]));
  const from = now.map((item) => {
    const found = [...free].find(([, each]) => isSame(each, item))?.[0];
    free.delete(found);
    return found;
  });
  const nodes = list.items;
  list.items = now.map((item, place) => {
    const source = from[place] ?? (free.delete(place) ? place : undefined);
    return amend(document, nodes[source], old[source], item);
  });
  return list;
}

function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Not there, empty and not ticked are one to the program, which writes now this, now that.
function isNothing(value) {
  return !value || (typeof value === 'object' && !Object.keys(value).length);
}

// The program orders keys as the form does: that alone is no change.
function isSame(one, other) {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value) {
  if (isNothing(value)) return null;
  if (Array.isArray(value)) return value.map(inOrder);
  if (isRecord(value)) {
    const filled = Object.entries(value).filter(([, each]) => !isNothing(each));
    return filled.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, inOrder(each)]);
  }
  return value;
}
