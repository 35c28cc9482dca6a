// Buttons that copy the citation and the address of a document; how to cite the point whose number was followed.
// Without it both stand there as text to select (components/citation).
(() => {
  'use strict';
  const box = document.getElementById('trich-dan');
  if (!box) return;
  const text = box.querySelector('.tt-cite-text'), address = box.querySelector('.tt-cite-address');
  const status = box.querySelector('[role=status]'), whole = [text.textContent, address && address.textContent];

  function follow() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const marker = target && (target.matches('[data-cite]') ? target : target.querySelector(':scope > [data-cite]'));
    text.textContent = marker ? `${marker.dataset.cite}, ${whole[0]}` : whole[0];
    if (address) address.textContent = marker ? whole[1] + location.hash : whole[1];
    status.textContent = marker ? `Đang trích dẫn ${marker.dataset.cite}.` : '';
  }
  addEventListener('hashchange', follow);
  follow();

  if (!navigator.clipboard) return;
  for (const button of box.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const from = button.dataset.copy === 'text' ? text : address;
      try {
        await navigator.clipboard.writeText(from.textContent);
        status.textContent = 'Đã chép.';
      } catch {
        getSelection().selectAllChildren(from);
        status.textContent = 'Trình duyệt không cho chép; đã chọn sẵn chữ, hãy bấm Ctrl+C.';
      }
    });
  }
})();
