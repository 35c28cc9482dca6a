"""A document of the sample portal as LibreOffice sets it after NĐ 30/2020/NĐ-CP, beside what its page prints.

    python -m tools.print_picture URL_BASE docs/pictures/print.png

URL_BASE is the address of the served sample portal. The paper is written as a .docx from the same text, with the
measures of Phụ lục I, and made into PDF by the real LibreOffice.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

from tests.importer.word import Word, para, run, table
from tools import system_parts
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.reader import read_repository

PAPER = "plans/2021/bau-cu-2021/12-kh-tct.md"
PAGE = "/van-ban/2021/12-kh-tct/"
ROOT = Path(__file__).resolve().parents[1]
_GAP = 12
_SCALE = 1.05


def paper(entry: Entry[Document]) -> bytes:
    """The document as a .docx after Phụ lục I."""
    head, word = entry.head, Word()
    centre, issuer = "center", (head.issuer or "").upper()
    day = head.date
    assert day is not None
    assert head.signer is not None
    left = [para(run(issuer, b=True, size=13), align=centre), para(run(f"Số: {head.number}", size=13), align=centre)]
    right = [
        para(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", b=True, size=12), align=centre),
        para(run("Độc lập - Tự do - Hạnh phúc", b=True, size=13), align=centre),
        para(run(f"{head.place}, ngày {day.day} tháng {day.month} năm {day.year}", i=True, size=13), align=centre),
    ]
    word.add(table([["".join(left), "".join(right)]], [3700, 5660]))
    word.add(para(run(head.type.name.upper(), b=True, size=14), align=centre, before=240))
    word.add(para(run(head.title, b=True, size=14), align=centre), para(""))
    for block in entry.body.split("\n\n"):
        text = " ".join(block.split())
        if text:
            is_heading, is_basis = (
                text.startswith("## "),
                text.endswith(";") and text.startswith(("Căn cứ", "Thực hiện")),
            )
            shown = run(text.removeprefix("## "), b=is_heading, i=is_basis, size=14)
            word.add(para(shown, align="both", first=567, before=120))
    listed = [para(run("Nơi nhận:", b=True, i=True, size=12))]
    listed += [para(run(f"- {each}", size=11)) for each in head.recipients]
    signed = [para(run(head.signer.position, b=True, size=14), align=centre), *[para("")] * 3]
    signed.append(para(run(head.signer.name, b=True, size=14), align=centre))
    word.add(para(""), table([["".join(listed), "".join(signed)]], [4600, 4760]))
    return word.data()


def pages(pdf: bytes) -> list[Image.Image]:
    """Its sheets as pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=_SCALE).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def by_libreoffice(docx: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "paper.docx")
        file.write_bytes(docx)
        office = [system_parts.OFFICE.require(), f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"]
        subprocess.run(
            [*office, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)],
            check=True,
            capture_output=True,
        )
        return file.with_suffix(".pdf").read_bytes()


def by_browser(address: str) -> bytes:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=system_parts.CHROMIUM.require(), args=list(system_parts.CHROMIUM_FLAGS)
        )
        page = browser.new_page()
        page.goto(address)
        printed = page.pdf(prefer_css_page_size=True)
        browser.close()
    return printed


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("url_base")
    words.add_argument("out", type=Path)
    options = words.parse_args()
    entry = next(each for each in read_repository(ROOT).documents if each.path == PAPER)
    ours = pages(by_browser(options.url_base.rstrip("/") + PAGE))
    theirs = pages(by_libreoffice(paper(entry)))
    rows = [(theirs[0], ours[0]), (theirs[-1], ours[-2] if len(ours) > len(theirs) else ours[-1])]
    width, height = ours[0].size
    picture = Image.new("RGB", (2 * width + 3 * _GAP, len(rows) * (height + _GAP) + _GAP), "#8a8a8a")
    for row, pair in enumerate(rows):
        for column, sheet in enumerate(pair):
            picture.paste(sheet, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
    ImageDraw.Draw(picture).line([(width + _GAP * 1.5, 0), (width + _GAP * 1.5, picture.height)], fill="white", width=2)
    picture.quantize(16).save(options.out, optimize=True)
    print(f"LibreOffice {len(theirs)} trang (trái), trang web {len(ours)} trang (phải): {options.out}")


if __name__ == "__main__":
    main()
