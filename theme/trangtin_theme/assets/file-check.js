// Looks up, in the reader's own browser, whether a file is one that this portal published. No file leaves the machine:
// its SHA-256 is computed by WebCrypto and compared with a list that was loaded with the page.

const box = document.getElementById('kiem-tra');
const results = document.getElementById('ket-qua-tep');
const root = new URL(box.dataset.root, location.href);
document.querySelector('.tt-scriptless')?.remove(); // under Material nothing has hidden it

let turn = 0; // what is asked first may be answered last: only the answer to the last question is shown
let loading;

/**
 * Published files by hash; several documents may offer the same bytes. Rejects if the list cannot be loaded; the next
 * call tries again.
 */
function published() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const response = await fetch(box.dataset.list);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const byHash = new Map();
  for (const file of (await response.json()).files) {
    byHash.set(file.sha256, [...(byHash.get(file.sha256) ?? []), file]);
  }
  return byHash;
}

/** Append a filled copy of a template of the page. A slot without a text goes, with the paragraph it stands in. */
function show(template, texts, address) {
  const copy = document.getElementById(template).content.cloneNode(true);
  for (const slot of copy.querySelectorAll('[data-slot]')) {
    const text = texts[slot.dataset.slot];
    if (text) slot.textContent = text;
    else slot.closest('p').remove();
    if (slot.dataset.slot === 'page') slot.href = new URL(address, root);
  }
  if (texts.note) copy.firstElementChild.classList.add('tt-notice-warn'); // what became of the paper, beside right bytes
  results.append(copy);
}

/**
 * Say what is known of a hash; `known` is the template for one of a published file, for a hash alone proves nothing of
 * any file. False if the list cannot be loaded or another question has been asked.
 */
async function lookUp(mine, name, sha256, known) {
  let byHash;
  try {
    byHash = await published();
  } catch (error) {
    console.error(error);
    if (mine === turn) show('mau-mat-mang', {});
    return false;
  }
  if (mine !== turn) return false;
  const found = byHash.get(sha256) ?? [];
  const current = found.filter((file) => !file.former);
  for (const file of current.length ? current : found) {
    show(file.former ? 'mau-cu' : known, { ...file, name, page: file.pageTitle, sha256 }, file.page);
  }
  if (!found.length) show('mau-khong', { name, sha256 });
  return true;
}

async function check(files) {
  if (!files.length) return; // text was dropped, or a choice was taken back
  const mine = ++turn;
  results.replaceChildren();
  if (!globalThis.crypto?.subtle) {
    show('mau-khong-an-toan', {});
    return;
  }
  for (const file of files) {
    let digest;
    try {
      digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    } catch {
      if (mine !== turn) return;
      show('mau-hong', { name: file.name });
      continue;
    }
    const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    if (!(await lookUp(mine, file.name, sha256, 'mau-dung'))) return;
  }
}

async function find(typed) {
  const mine = ++turn;
  results.replaceChildren();
  const sha256 = typed.replace(/[\s:]/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(sha256)) await lookUp(mine, '', sha256, 'mau-ma');
  else show('mau-sai', { name: typed });
}

const chooser = box.querySelector('#tep');
chooser.addEventListener('click', () => {
  chooser.value = ''; // else the browser would not tell that the same file is chosen once more
});
// The files are copied, as the browser empties its own lists of them.
chooser.addEventListener('change', () => check([...chooser.files]));
box.querySelector('#tim-ma').addEventListener('submit', (event) => {
  event.preventDefault();
  find(box.querySelector('#ma').value);
});
box.addEventListener('dragover', (event) => event.preventDefault());
box.addEventListener('drop', (event) => {
  event.preventDefault();
  check([...event.dataTransfer.files]);
});

const asked = new URLSearchParams(location.search).get('sha256');
if (asked) {
  box.querySelector('#ma').value = asked;
  find(asked);
} else {
  // Loaded with the page, so that a check needs no network; a check that has begun meanwhile says itself that it failed.
  published().catch((error) => {
    console.error(error);
    if (!turn) show('mau-mat-mang', {});
  });
}
