// How the form reads and writes a file: like content/reading/front_matter.py, which takes every bare value for the text that was
// typed (007, 12:30, no). The head is changed in place, so that comments and what nobody touched stay as they were.
import { Document, parseDocument } from 'yaml';
import { amend } from './in-place.js';

const FENCED = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;
// yes, no, numbers and days are texts to us; only what a tick box shows is more.
const READING = { schema: 'failsafe', customTags: ['null', 'bool'], uniqueKeys: true };
const WRITING = { lineWidth: 0, flowCollectionPadding: false };
// Carries the file as it was from reading to writing: the program keeps keys it does not know.
const BEFORE = '_before';

// The collections of one folder: the program reads a file once, by the format of the first, and shows it in another.
export function fileFormat(collections) {
  return {
    fromFile: (text) => ({ ...read(text, collections).values, [BEFORE]: text }),
    toFile: (content) => write(content, collections),
  };
}

function fieldsOf(values, collections) {
  const own = collections.find(({ filter }) => filter && new RegExp(filter.pattern).test(values[filter.field] ?? ''));
  return (own ?? collections.at(-1)).fields;
}

function read(file, collections) {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [fenced, head = ''] = text.match(FENCED) ?? [''];
  const document = parseDocument(head, READING);
  if (document.errors.length) {
    throw document.errors[0];
  }
  const rest = text.slice(fenced.length);
  const body = rest.replace(/^\n+/, '');
  const typed = document.toJS() ?? {};
  const values = asDeclared(typed, fieldsOf(typed, collections));
  return { document, gap: rest.slice(0, rest.length - body.length), values: { ...values, body } };
}

function write(content, collections) {
  const { [BEFORE]: before, body = '', ...typed } = content;
  const now = asText(typed);
  const { document, gap, values: { body: _, ...old } } = before === undefined ? blank() : read(before, collections);
  document.contents = amend(document, document.contents, old, now);
  const text = `---\n${document.toString(WRITING)}---\n${gap || '\n'}${body}`;
  return before?.includes('\r\n') ? text.replace(/\n/g, '\r\n') : text;
}

function blank() {
  return { document: new Document({}, READING), gap: '\n', values: {} };
}

// As the program understands it: a single value where a list is declared is a list of one (it would drop that), and a day
// is a day however it was typed. What nobody changes is written as it was typed.
function asDeclared(values, fields) {
  const found = { ...values };
  for (const { name, widget, multiple, field, fields: inner } of fields) {
    const value = found[name];
    if (value === undefined || value === null) continue;
    if (widget === 'list' || multiple) {
      const items = typeof value === 'string' && (field || multiple) ? [value] : value;
      found[name] = Array.isArray(items) && inner ? items.map((item) => asDeclared(item, inner)) : items;
    } else if (widget === 'object') {
      found[name] = asDeclared(value, inner);
    } else if (widget === 'datetime') {
      found[name] = asDay(value);
    }
  }
  return found;
}

const DAY_FIRST = /^\D*(\d{1,2})\D+(\d{1,2})\D+(\d{4})\s*$/;
const YEAR_FIRST = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})/;

function asDay(typed) {
  const [, day, month, year] = typed.match(DAY_FIRST) ?? [];
  const [, ...parts] = year ? [typed, year, month, day] : (typed.match(YEAR_FIRST) ?? [typed]);
  return parts.length ? parts.map((part) => part.padStart(2, '0')).join('-') : typed;
}

// Numbers as they are typed: the schema of READING knows none.
function asText(value) {
  if (Array.isArray(value)) return value.map(asText);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]));
  }
  return typeof value === 'number' ? String(value) : value;
}
