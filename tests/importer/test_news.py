"""A file that is no administrative paper becomes a news item; one that is never does."""

from __future__ import annotations

import io
from datetime import date
from typing import cast

import pytest
from PIL import Image

from tests.importer.score import LAYOUTS
from tests.importer.word import Word, center_head, packed, para, run, table
from trangtin.importer.docx.walk import read_docx
from trangtin.importer.draft import Draft
from trangtin.importer.news import is_news, make_news
from trangtin.importer.paper import Align, Paper, plain_paragraph

STORY = "Sáng 20/11, Trường tổ chức Lễ kỷ niệm ngày Nhà giáo Việt Nam với hơn 600 học sinh tham dự."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def picture(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 6), colour).save(out, "PNG")
    return out.getvalue()


def drawn(key: str) -> str:
    """A paragraph with a picture."""
    blip = f'<a:blip xmlns:r="{_RELATION}" r:embed="{key}"/>'
    return para(
        f"<w:r><w:drawing><wp:inline><a:graphic>{blip}</a:graphic></wp:inline></w:drawing></w:r>", align="center"
    )


def word(*parts: str, **pictures: bytes) -> bytes:
    """A .docx of paragraphs with the pictures that they name."""
    paper = Word()
    paper.add(*parts)
    files: dict[str, str | bytes] = dict(paper.parts())
    links = "".join(f'<Relationship Id="{key}" Type="{_RELATION}/image" Target="media/{key}"/>' for key in pictures)
    rels = str(files["word/_rels/document.xml.rels"]).replace("</Relationships>", f"{links}</Relationships>")
    return packed(
        {**files, "word/_rels/document.xml.rels": rels, **{f"word/media/{k}": v for k, v in pictures.items()}}
    )


def told(data: bytes) -> Draft:
    return make_news(read_docx(data), "Tin lễ.docx", date(2026, 11, 21), None)


def test_headline_sapo_pictures_and_who_wrote_it() -> None:
    red, blue, green = picture("red"), picture("blue"), picture("green")
    draft = told(
        word(
            *center_head("Trường tổ chức Lễ kỷ niệm"),
            para(run(STORY, b=True)),
            drawn("a"),
            para(run("Ảnh 1: Toàn cảnh buổi lễ", i=True), align="center"),
            para("Đến dự có ông Trần Văn B, Phó Chủ tịch Ủy ban nhân dân xã."),
            drawn("b"),
            para("Các em học sinh biểu diễn văn nghệ"),
            para("Tại buổi lễ, nhà trường đã tặng Giấy khen."),
            drawn("a"),
            drawn("c"),
            para(run("Kết quả", b=True)),
            drawn("emf"),
            drawn("gone"),
            para("Tin, ảnh: Nguyễn Văn A", align="right"),
            a=red, b=blue, c=green, emf=b"\x01\x00\x00\x00",
        )
    )  # fmt: skip
    head = draft.head
    assert (head["title"], head["date"]) == ("Trường tổ chức Lễ kỷ niệm", date(2026, 11, 21))
    assert (head["summary"], head["author"]) == (STORY, "Nguyễn Văn A")
    alt = "[Cần viết: ảnh chụp gì]"
    assert [head["image"], *cast("list[dict[str, str]]", head["album"])] == [
        {"src": f"{draft.stem}-1.png", "alt": alt, "caption": "Toàn cảnh buổi lễ", "credit": "Ảnh: Nguyễn Văn A"},
        {"src": f"{draft.stem}-2.png", "alt": alt, "caption": "Các em học sinh biểu diễn văn nghệ",
         "credit": "Ảnh: Nguyễn Văn A"},
        {"src": f"{draft.stem}-3.png", "alt": alt, "credit": "Ảnh: Nguyễn Văn A"},
    ]  # fmt: skip
    assert list(draft.pictures.values()) == [red, blue, green]
    text = draft.body.partition("\n\nĐến dự")
    assert text[2] == (
        " có ông Trần Văn B, Phó Chủ tịch Ủy ban nhân dân xã.\n\nTại buổi lễ, nhà trường đã tặng Giấy khen."
        "\n\n**Kết quả**"
    )
    assert all(f"- ✎ {line}" in text[0] for line in draft.review)
    assert any("2 sơ đồ, biểu đồ, hình vẽ không lấy được" in line for line in draft.review)


@pytest.mark.parametrize(
    ("below", "captions", "rest"),
    [
        (["Đội văn nghệ", "Trao giấy khen."], ["Đội văn nghệ", "Trao giấy khen"], ""),
        (["Một số hình ảnh"], ["Một số hình ảnh", "Một số hình ảnh"], ""),
        (["a", "b", "c"], [None, None], "a\n\nb\n\nc"),
    ],
)
def test_captions_in_cells_below_pictures(below: list[str], captions: list[str | None], rest: str) -> None:
    cells = [para(text) for text in (*below, "", "")[: max(2, len(below))]]
    grid = table([[drawn("a"), drawn("b"), ""][: len(cells)], cells], [3000] * len(cells))
    draft = told(word(*center_head("Lễ kỷ niệm", "của trường"), para(STORY), grid, a=picture("red"), b=picture("blue")))
    shown = [draft.head["image"], *cast("list[object]", draft.head["album"])]
    assert [cast("dict[str, str]", each).get("caption") for each in shown] == captions
    assert draft.body.partition(STORY)[2].strip() == rest
    assert "title (Tiêu đề): ghép từ 2 dòng đầu của tệp, xem lại" in draft.review


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_paper_is_taken_for_news(name: str) -> None:
    assert not is_news(read_docx(LAYOUTS[name](7).word.data()))


def test_what_the_file_does_not_say_is_asked_for() -> None:
    draft = told(word(para(STORY), para("Buổi lễ kết thúc lúc 9 giờ 30 phút cùng ngày.")))
    assert draft.head["title"] == "Tin lễ"
    assert set(draft.head) == {"title", "date"}
    assert [line.split(" ")[0] for line in draft.review] == ["title", "date", "summary"]
    assert draft.body.endswith(f"{STORY}\n\nBuổi lễ kết thúc lúc 9 giờ 30 phút cùng ngày.")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((), (), True),
        ((), ("Tin, ảnh: Nguyễn Văn A",), True),
        (("THỰC HIỆN KẾ HOẠCH SỐ 5/KH-UBND",), ("Nguyễn Văn A",), True),
        (("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"), (), False),
        (("Số: 12/TCT-VP",), (), False),
        (("KẾ HOẠCH",), (), False),
        (("Kính gửi: Các đơn vị",), (), False),
        (("Căn cứ Kế hoạch số 5/KH-UBND ngày 02/3/2026;",), (), False),
        ((), ("Nơi nhận:", "- Như trên;", "- Lưu: VT."), False),
        ((), ("HIỆU TRƯỞNG", "Nguyễn Văn A"), False),
        ((), ("Điều 1. Giao Văn phòng thực hiện.",), False),
        ((), ("I. MỤC ĐÍCH, YÊU CẦU",), False),
        (("Phụ lục I",), (), False),
    ],
)
def test_what_looks_like_news(before: tuple[str, ...], after: tuple[str, ...], expected: bool) -> None:
    head = [plain_paragraph(text, Align.CENTER, bold=True) for text in (*before, "Trường tổ chức Lễ kỷ niệm")]
    assert is_news(Paper((*head, *map(plain_paragraph, (STORY, *after))))) is expected


def test_personal_data_in_a_news_item_is_told() -> None:
    draft = told(word(para("Lễ kỷ niệm"), para(STORY), para("Liên hệ ông A, 0912.345.678.")))
    assert any("có số điện thoại ('09…8')" in line for line in draft.review)
