"""An editor at the form, working in a folder of her own machine.

Chromium without a window has no dialog to choose a folder in: the form is given the browser's private folder instead,
filled with the portal's files. All else, from the handle of the folder on, is what an editor's browser does.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

CHOOSE = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
_FILL = """async files => {
  for (const [path, data] of Object.entries(files)) {
    const parts = path.split('/');
    let folder = await navigator.storage.getDirectory();
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const writable = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await writable.write(Uint8Array.from(atob(data), (each) => each.charCodeAt(0)));
    await writable.close();
  }
}"""
_READ = """async () => {
  const found = {};
  const walk = async (folder, at) => {
    for await (const [name, each] of folder.entries()) {
      if (each.kind === 'directory') await walk(each, `${at}${name}/`);
      else {
        const bytes = new Uint8Array(await (await each.getFile()).arrayBuffer());
        found[at + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      }
    }
  };
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}"""


@dataclass(frozen=True)
class Form:
    page: Page
    before: Mapping[str, bytes]
    """The portal's files, by path."""

    def begin(self, address: str) -> None:
        self.page.goto(address)
        files = {**self.before, ".git/HEAD": b"ref: refs/heads/main\n"}
        self.page.evaluate(_FILL, {path: base64.b64encode(data).decode() for path, data in files.items()})
        self.page.get_by_role("button", name="Làm việc với kho mã nguồn cục bộ").click()
        self.page.wait_for_url("**/#/collections/*")
        self.page.get_by_text("2021", exact=True).first.wait_for()  # the tree of folders: all files are read

    def open(self, place: str) -> None:
        """`tin-tuc/new`, `tin-tuc/entries/2021/…`."""
        self.page.evaluate("place => { location.hash = `#/collections/${place}` }", place)
        self.page.get_by_role("button", name="Lưu", exact=True).wait_for()

    def field(self, key: str) -> Locator:
        return self.page.locator(f'[data-key-path="{key}"]').first

    def type(self, key: str, text: str) -> None:
        self.field(key).locator("input:visible, textarea:visible").first.fill(text)

    def append(self, key: str, more: str) -> None:
        """Type behind what a line holds; again, where the program was still drawing it."""
        line = self.field(key).locator("input:visible, textarea:visible").first
        expect(line).not_to_have_value("")
        whole = line.input_value() + more
        save = self.page.get_by_role("button", name="Lưu", exact=True)
        for _ in range(100):
            line.fill("")
            line.fill(whole)
            if all(self._still(lambda: line.input_value() == whole and save.is_enabled()) for _ in range(4)):
                return
        raise AssertionError(f"the form does not take what is typed into {key}")

    def _still(self, holds: Callable[[], bool]) -> bool:
        """Whether something holds a moment later: on a busy machine the program may draw a line once more."""
        self.page.wait_for_timeout(200)
        return holds()

    def unfold(self, key: str) -> None:
        """Show the first item of a list, which is closed at first."""
        self.field(key).get_by_role("button", name="Mở rộng", exact=True).first.click()

    def choose(self, key: str, label: str) -> None:
        """A value of a list, whether the form shows it as buttons or as a menu."""
        field = self.field(key)
        button = field.get_by_role("radio", name=label, exact=True)
        if button.count():
            button.click()
            return
        field.locator("[aria-haspopup=listbox]").first.click()
        self.page.get_by_role("option", name=label, exact=True).click()

    def add(self, key: str) -> None:
        """One more item of a list, or a group that was empty."""
        field = self.field(key)
        field.get_by_role("checkbox").or_(field.get_by_role("button", name="Thêm")).last.click()

    def upload(self, key: str, file: Path) -> None:
        self.field(key).get_by_role("button", name="Duyệt").first.click()
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("dialog").get_by_role("button", name="Tải lên").first.click()
        chooser.value.set_files(file)
        self.page.get_by_role("button", name="Chèn").click()

    def save(self) -> None:
        self.page.get_by_role("button", name="Lưu", exact=True).click()
        self.page.wait_for_url(lambda url: "/new" not in url and "/entries/" not in url)

    def written(self) -> dict[str, bytes]:
        """Files that are not as they were, by path; `b""` for one that is gone."""
        now = {path: base64.b64decode(data) for path, data in self.page.evaluate(_READ).items()}
        changed = {path: data for path, data in now.items() if self.before.get(path) != data and path[:5] != ".git/"}
        return {**changed, **{path: b"" for path in self.before if path not in now}}
