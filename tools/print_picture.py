"""Documents of the sample portal as LibreOffice sets them after NĐ 30/2020/NĐ-CP, beside what their pages print.

    python -m tools.print_picture URL_BASE docs/pictures/print.png

URL_BASE is the address of the served sample portal. Each paper is written as a .docx from the same text, with
the measures of Phụ lục I, and made into PDF by the real LibreOffice. A row shows the first sheets of both.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from tests.importer.word import Word, para, run, table
from tools import system_parts
from tools.chromium import launched
from trangtin.content.document import Document
from trangtin.content.entry import Entry, Layout
from trangtin.content.reading.reader import read_repository

PAPERS = {
    "plans/2021/bau-cu-2021/12-kh-tct.md": "/van-ban/2021/12-kh-tct/",
    "plans/2021/bau-cu-2021/27-qd-tct.md": "/van-ban/2021/27-qd-tct/",
    "plans/2021/bau-cu-2021/18-bc-tct.md": "/van-ban/2021/18-bc-tct/",
}
"""A plan, a decision, a report: each file with the address of its page."""
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
    left = [
        para(run(issuer, b=True, size=13), align=centre),
        _rule(1200),
        para(run(f"Số: {head.number}", size=13), align=centre),
    ]
    right = [
        para(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", b=True, size=12), align=centre),
        para(run("Độc lập - Tự do - Hạnh phúc", b=True, size=13), align=centre),
        _rule(1500),
        para(run(f"{head.place}, ngày {day.day} tháng {day.month} năm {day.year}", i=True, size=13), align=centre),
    ]
    word.add(table([["".join(left), "".join(right)]], [3700, 5660]))
    word.add(para(run(head.type.name.upper(), b=True, size=14), align=centre, before=240))
    word.add(para(run(head.title, b=True, size=14), align=centre), _rule(4000), para(""))
    word.add(*filter(None, map(_block, entry.body.split("\n\n"))))
    listed = [para(run("Nơi nhận:", b=True, i=True, size=12))]
    listed += [para(run(f"- {each}", size=11)) for each in head.recipients]
    position = " ".join(filter(None, (head.signer.authority, head.signer.position)))
    signed = [para(run(position, b=True, size=14), align=centre), *[para("")] * 3]
    signed.append(para(run(head.signer.name, b=True, size=14), align=centre))
    word.add(para(""), table([["".join(listed), "".join(signed)]], [4600, 4760]))
    return word.data()


def _rule(beside: int) -> str:
    """A line in the middle, with so much room at both ends (twentieths of a point)."""
    line = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>'
    low = f'<w:spacing w:line="60" w:lineRule="exact"/><w:ind w:left="{beside}" w:right="{beside}"/>'
    return para(props=line + low)


def _block(source: str) -> str:
    """A paragraph, a heading or a table of the body."""
    if source.lstrip().startswith("|"):
        rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in source.strip().splitlines()]
        del rows[1]  # the line that says how columns are aligned
        cells = [
            [
                para(run(cell, b=not row, size=13), align="center" if not row or column else "")
                for column, cell in enumerate(line)
            ]
            for row, line in enumerate(rows)
        ]
        others = len(rows[0]) - 1
        return para("") + table(cells, [9360 - 1300 * others, *[1300] * others], ruled=True)
    text = " ".join(source.split())
    if not text:
        return ""
    if re.fullmatch(r"\*\*[^*a-zđ]+\*\*", text):  # who decides, and that it is decided
        return para(run(text.strip("*"), b=True, size=14), align="center", before=120)
    is_basis = text.startswith(("Căn cứ", "Theo đề nghị")) or (text.startswith("Thực hiện") and text.endswith(";"))
    if text.startswith("## "):
        return para(run(text.removeprefix("## "), b=True, size=14), align="both", first=567, before=120)
    parts = [run(part, b=bool(at % 2), i=is_basis, size=14) for at, part in enumerate(text.split("**")) if part]
    return para(*parts, align="both", first=567, before=120)


def pages(pdf: bytes) -> list[Image.Image]:
    """The sheets of a PDF as pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=_SCALE).to_pil().convert("L") for page in document]
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


def by_browser(home: str) -> list[bytes]:
    """What the pages of all papers print."""
    with launched() as browser:
        page, printed = browser.new_page(), []
        for path in PAPERS.values():
            page.goto(home + path)
            printed.append(page.pdf(prefer_css_page_size=True))
    return printed


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("url_base")
    words.add_argument("out", type=Path)
    options = words.parse_args()
    entries = {each.path: each for each in read_repository(ROOT, Layout()).documents}
    rows = []
    for file, printed in zip(PAPERS, by_browser(options.url_base.rstrip("/")), strict=True):
        theirs, ours = pages(by_libreoffice(paper(entries[file]))), pages(printed)
        print(f"{file}: LibreOffice {len(theirs)} trang (trái), trang web {len(ours)} trang (phải)")
        rows.append((theirs[0], ours[0]))
    width, height = rows[0][1].size
    picture = Image.new("L", (2 * width + 3 * _GAP, len(rows) * (height + _GAP) + _GAP), 138)
    for row, pair in enumerate(rows):
        for column, sheet in enumerate(pair):
            picture.paste(sheet, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
    ImageDraw.Draw(picture).line([(width + _GAP * 1.5, 0), (width + _GAP * 1.5, picture.height)], fill=255, width=2)
    picture.quantize(8).save(options.out, optimize=True)
    print(f"{options.out}: {options.out.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
