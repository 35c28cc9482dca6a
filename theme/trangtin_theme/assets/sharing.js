// Buttons that copy what stands on the page, or hand its address to another program; how to cite the point whose number
// was followed. Without it all of that stands there as text to select (components/citation, components/share-box).
(() => {
  'use strict';
  const named = id => document.getElementById(id);
  const told = button => button.closest('section').querySelector('[role=status]');

  // What the address points at; one that says nothing (`#%`) points at nothing.
  function pointed() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return '';
    }
  }

  const text = named('trich-dan'), address = named('dia-chi'), whole = [text, address].map(each => each?.textContent);
  function follow() {
    const target = named(pointed());
    const marker = target && (target.matches('[data-cite]') ? target : target.querySelector(':scope > [data-cite]'));
    text.textContent = marker ? `${marker.dataset.cite}, ${whole[0]}` : whole[0];
    if (address) address.textContent = marker ? whole[1] + location.hash : whole[1];
    told(text).textContent = marker ? `Đang trích dẫn ${marker.dataset.cite}.` : '';
  }
  if (text) {
    addEventListener('hashchange', follow);
    follow();
  }

  for (const button of navigator.clipboard ? document.querySelectorAll('[data-copy]') : []) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const from = named(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(from.textContent);
        told(button).textContent = 'Đã chép.';
      } catch {
        getSelection().selectAllChildren(from);
        told(button).textContent = 'Trình duyệt không cho chép; đã chọn sẵn chữ, hãy bấm Ctrl+C.';
      }
    });
  }

  for (const button of navigator.share ? document.querySelectorAll('[data-share]') : []) {
    button.hidden = false;
    // Who closes the list of programs without choosing one has changed their mind; nothing is to be told.
    button.addEventListener('click', () => navigator.share({title: document.title, url: address.textContent}).catch(() => {}));
  }
})();
