// What a word is and which words are alike: the twin of plugins/trangtin/search/folding.py.

export const FOLDING = 1;
const LONGEST = 32;
const WORD = /[\p{L}\p{Nl}\p{No}][\p{L}\p{Nl}\p{No}\u0300-\u036f]*|\p{Nd}+/gu;
const TONES = '\u0300\u0301\u0303\u0309\u0323';
const AFTER_Q = new RegExp(`(qu)([${TONES}])(\\p{L})`, 'gu');
const OPEN = new RegExp(`(^|[^q])(?:o([${TONES}])([ae])|u([${TONES}])(y))(?![\\p{L}\\p{N}_${TONES}])`, 'gu');

export const normalise = text => text.replace(/[\u00d0\u0189]/g, 'Đ').replace(/\u00f0/g, 'đ')
  .replace(/[\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/g, '').normalize('NFC');

// `hòa` and `hoà` as one.
function oneToneStyle(word) {
  return word.normalize('NFD').replace(AFTER_Q, '$1$3$2')
    .replace(OPEN, (_, before, tone, vowel, tone2, y) => before + (tone ? `o${vowel}${tone}` : `u${y}${tone2}`))
    .normalize('NFC');
}

function written(raw) {
  if (/^\p{Nd}/u.test(raw)) return raw.replace(/^0+(?=.)/, '');
  return /[\u{10000}-\u{10ffff}]/u.test(raw) ? '' : oneToneStyle(raw);
}

// The words of a text with their places.
export function spans(text) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0].length > LONGEST ? '' : written(match[0].toLowerCase());
    if (word) found.push({word, start: match.index, end: match.index + match[0].length});
  }
  return found;
}

export const words = text => spans(normalise(text).toLowerCase()).map(span => span.word);

export const folded = word => word.replace(/đ/g, 'd').normalize('NFD').replace(/\p{Mn}/gu, '');

// What Vietnamese words look like without accents. Symbols of papers and words without spaces between them do not.
const SYLLABLE = new RegExp('^(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnpqrstvx])?'
  + '(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|ieu|o[aeio]|oa[ioy]|oeo|u[aeiouy]|uay|uo[iu]|uy[aeu]|yeu?)(?:ch|n[gh]|[cmnpt])?$');

export const isSyllable = key => SYLLABLE.test(key);

export const isOnset = key => /^(gi|qu|.)$/.test(key) || (key.length <= 3 && !/[aeiouy]/.test(key));
