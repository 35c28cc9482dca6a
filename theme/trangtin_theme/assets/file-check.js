// Looks up, in the reader's own browser, whether a file is one that this portal published. No file leaves the machine:
// its SHA-256 is computed by WebCrypto and compared with a list that was loaded with the page.

const box = document.getElementById('kiem-tra');
const results = document.getElementById('ket-qua-tep');
const root = new URL(box.dataset.root, location.href);

/** Published files by hash; several documents may offer the same bytes. Rejects if the list cannot be loaded. */
const published = fetch(box.dataset.list).then(async (response) => {
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const byHash = new Map();
  for (const file of (await response.json()).files) {
    byHash.set(file.sha256, [...(byHash.get(file.sha256) ?? []), file]);
  }
  return byHash;
});
published.catch(() => show('mau-mat-mang', {}));

/** Append a filled copy of a template of the page. A slot without a text goes, with the paragraph it stands in. */
function show(template, texts, address) {
  const copy = document.getElementById(template).content.cloneNode(true);
  for (const slot of copy.querySelectorAll('[data-slot]')) {
    const text = texts[slot.dataset.slot];
    if (text) slot.textContent = text;
    else slot.closest('p').remove();
    if (slot.dataset.slot === 'page') slot.href = new URL(address, root);
  }
  results.append(copy);
}

async function lookUp(name, sha256) {
  let byHash;
  try {
    byHash = await published;
  } catch {
    return; // said when the list failed to load
  }
  const found = byHash.get(sha256) ?? [];
  const current = found.filter((file) => !file.note);
  for (const file of current.length ? current : found) {
    show(file.note ? 'mau-cu' : 'mau-dung', { ...file, name, page: file.pageTitle, sha256 }, file.page);
  }
  if (!found.length) show('mau-khong', { name, sha256 });
}

async function check(files) {
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
      show('mau-hong', { name: file.name });
      continue;
    }
    await lookUp(file.name, Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
}

async function find(typed) {
  results.replaceChildren();
  const sha256 = typed.replace(/[\s:]/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(sha256)) await lookUp('', sha256);
  else show('mau-sai', { name: typed });
}

box.querySelector('#tep').addEventListener('change', (event) => check(event.target.files));
box.querySelector('#tim-ma').addEventListener('submit', (event) => {
  event.preventDefault();
  find(box.querySelector('#ma').value);
});
box.addEventListener('dragover', (event) => event.preventDefault());
box.addEventListener('drop', (event) => {
  event.preventDefault();
  check(event.dataTransfer.files);
});

const asked = new URLSearchParams(location.search).get('sha256');
if (asked) {
  box.querySelector('#ma').value = asked;
  find(asked);
}
box.hidden = false;
