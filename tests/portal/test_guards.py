"""Guards in their place: texts, heads, attached files, and exceptions with a reason."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.portal.drawing import SETTINGS, draw, portal_on, told
from trangtin.content.options.outreach import Channel, Spokesperson
from trangtin.content.problem import Code, errors
from trangtin.portal.model import Portal

NEWS = "== site_src/tin-tuc/2021/a.md\n"
GUARDS = ("TT318", "TT631", "TT632", "TT633", "TT634")
FILE = "== plans/2021/12.md\nnumber: 12/KH-TCT\ndate: 20/4/2021\nfiles: [{path: 12.pdf}]\n"


def codes(portal: Portal) -> list[str]:
    return [line.split(" ")[1] for line in told(portal, *GUARDS)]


def pdf(*lines: str, title: str = "") -> bytes:
    data = io.BytesIO()
    canvas = Canvas(data)
    canvas.setTitle(title)
    for row, line in enumerate(lines):
        canvas.drawString(72, 780 - 20 * row, line)
    canvas.save()
    return data.getvalue()


def docx(*paragraphs: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
        package.writestr("word/document.xml", f"<w:document>{body}</w:document>")
    return data.getvalue()


def test_personal_data_stops_a_build_and_is_not_repeated(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/6/2021", f"{NEWS}---\nÔng Nguyễn Văn A, 0912 345 678.\n")
    assert told(portal, "TT632") == [
        "site_src/tin-tuc/2021/a.md:5: TT632 có số điện thoại ('09…8')"
        " → bỏ đi, chỉ giữ họ tên, chức vụ, đơn vị; nếu được phép công bố thì ghi 'allow' kèm lý do"
        " (ví dụ: allow: [{what: dien-thoai, reason: Người ấy đồng ý công bố}])"
    ]
    assert errors(portal.problems)


@pytest.mark.parametrize(
    "drawing",
    [
        "== plans/2021/a.md\ndraft: true\n---\nCCCD 001099000123\n",
        "== plans/2021/a.md\ndate: 1/1/2021\nsummary: CCCD 001099000123\n",
        "== plans/2021/a.md\ndate: 1/1/2021\nawards: [{form: X, to: 'Ông A, CCCD 001099000123', kind: ca-nhan}]\n",
        "== plans/2021/b/index.md\ncriteria: [Gọi 0912345678]\n",
        f"{NEWS}source: Ông A, 0912 345 678\n",
    ],
)
def test_it_is_looked_for_in_every_text_of_a_file(tmp_path: Path, drawing: str) -> None:
    assert codes(portal_on(tmp_path, "1/6/2021", drawing)) == ["TT632"]


@pytest.mark.parametrize(
    ("allow", "left"),
    [
        ("[{what: dien-thoai, reason: Đồng ý}]", []),
        ("[{what: dien-thoai, text: 0912345678, reason: Đồng ý}]", []),
        ("[{what: Số điện thoại, text: 0912 345 678, reason: Đồng ý}]", []),
        ("[{what: dien-thoai, text: 0999 000 000, reason: Đồng ý}]", ["TT634", "TT632"]),
        ("[{what: dien-thoai, text: Phòng 5, reason: Đồng ý}]", ["TT634", "TT632"]),
        ("[{what: can-cuoc, reason: Đồng ý}]", ["TT634", "TT632"]),
        ("[{what: dien-thoai, file: a.pdf, reason: Đồng ý}]", ["TT634", "TT632"]),
    ],
)
def test_exceptions(tmp_path: Path, allow: str, left: list[str]) -> None:
    drawing = f"{NEWS}allow: {allow}\n---\nÔng A, 0912.345.678.\n"
    assert codes(portal_on(tmp_path, "1/6/2021", drawing)) == left


def test_an_exception_needs_a_reason(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/6/2021", f"{NEWS}allow: [{{what: dien-thoai}}]\n---\n0912.345.678\n")
    assert any("thiếu khóa 'allow[1].reason'" in line for line in told(portal))


def test_numbers_that_the_unit_publishes_itself(tmp_path: Path) -> None:
    drawing = (
        "== site_src/don-vi/phong.md\nunit: {name: Phòng, phone: 0912 345 678}\n---\nTrực: 0913 000 000\n"
        f"{NEWS}---\nGọi Phòng 0912345678 hoặc +84 912 345 678.\n"
        "== site_src/lien-he.md\n---\nBảo vệ: 0914 000 000\n"
        "== site_src/lien-he.en.md\ntitle: Contact\n---\nMobile phone of the guard: 0914 000 000\n"
        "== site_src/don-vi/phong.en.md\ntitle: Office\n---\nMobile phone on duty: 0913 000 000\n"
    )
    assert codes(portal_on(tmp_path, "1/6/2021", drawing)) == []


def test_numbers_that_the_options_publish(tmp_path: Path) -> None:
    options = {
        "unit": SETTINGS.unit.model_copy(update={"phone": "0912 345 677"}),
        "spokesperson": Spokesperson(name="Trần Thị B", position="Phó Hiệu trưởng", phone="0912 345 678"),
        "channels": (Channel(name="Zalo", phone="0912 345 679"),),
    }
    drawing = (
        "== site_src/phat-ngon.md\n---\nNgười phát ngôn: 0912 345 678.\n\nZalo: 0912 345 679.\n\nTrực: 0912 345 677.\n"
    )
    assert codes(portal_on(tmp_path, "1/6/2021", drawing, SETTINGS.model_copy(update=options))) == []
    assert codes(portal_on(tmp_path, "1/6/2021", drawing)) == ["TT632", "TT632", "TT632"]


def test_an_attached_file(tmp_path: Path) -> None:
    draw(tmp_path, FILE)
    (tmp_path / "plans/2021/12.pdf").write_bytes(
        pdf("CMND 012345678 and more text of this page", title="Plan (TỐI MẬT)")
    )
    portal = portal_on(tmp_path, "1/6/2021")
    secret, personal = told(portal, "TT631", "TT633")
    assert "tệp '12.pdf' có dấu chỉ mức độ mật hoặc phạm vi lưu hành trong thông tin tệp (Title)" in secret
    assert "tệp '12.pdf' có số căn cước, cmnd, hộ chiếu ở trang 1 ('01…8')" in personal
    draw(tmp_path, FILE.replace("files:", "allow: [{what: can-cuoc, file: 12.pdf, reason: Luật định}]\nfiles:"))
    assert told(portal_on(tmp_path, "1/6/2021"), "TT633", "TT634") == []


def test_the_columns_of_a_list_in_an_attached_file(tmp_path: Path) -> None:
    """Its text layer parts them by one space."""
    draw(tmp_path, FILE)
    data = io.BytesIO()
    canvas = Canvas(data)
    for row in range(3):
        for x, cell in ((60, f"{row + 1}"), (90, "Nguyen Van A"), (220, "001085012345"), (310, "0912345678")):
            canvas.drawString(x, 700 - 20 * row, cell)
    canvas.save()
    (tmp_path / "plans/2021/12.pdf").write_bytes(data.getvalue())
    found = told(portal_on(tmp_path, "1/6/2021"), "TT633")
    assert [line.split("tệp '12.pdf' có ")[1].split(" → ")[0] for line in found] == [
        "số căn cước, cmnd, hộ chiếu ở trang 1 ('00…5')",
        "số điện thoại ở trang 1 ('09…8')",
    ]


@pytest.mark.parametrize(
    "line", ["summary: TUYỆT MẬT", "tags: [thi đua, TÀI LIỆU THU HỒI]", 'summary: "Một việc.\\nMẬT"']
)
def test_a_mark_in_the_head(line: str, tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/6/2021", f"{NEWS}title: Tin\n{line}\n---\nBài\n")
    assert [found.split(" ")[:2] for found in told(portal, *GUARDS)] == [["site_src/tin-tuc/2021/a.md:3:", "TT318"]]


@pytest.mark.parametrize("name", ["12.txt", "12.csv"])
def test_a_plain_file_is_read_too(tmp_path: Path, name: str) -> None:
    drawing = f"== plans/2021/12.md\nnumber: 12/KH-TCT\ndate: 1/4/2021\nfiles: [{{path: {name}, role: phu-luc}}]\n"
    draw(tmp_path, drawing)
    (tmp_path / "plans/2021" / name).write_text("Danh sách\nMẬT\nNguyễn Văn A;0912 345 678\n", encoding="utf-8")
    portal = portal_on(tmp_path, "30/4/2021")
    assert [line.split(" → ")[0].split(": ", 1)[1] for line in (*told(portal, "TT631"), *told(portal, "TT633"))] == [
        f"TT631 tệp '{name}' có dấu chỉ mức độ mật hoặc phạm vi lưu hành ở trang 1: 'MẬT'",
        f"TT633 tệp '{name}' có số điện thoại ('09…8')",
    ]


@pytest.mark.parametrize("name", ["bao%20cao.pdf", "báo cáo.pdf"])
def test_an_attached_file_is_read_under_the_name_that_its_document_gives(tmp_path: Path, name: str) -> None:
    draw(tmp_path, FILE.replace("12.pdf", name))
    (tmp_path / "plans/2021" / name).write_bytes(
        pdf("CMND 012345678 and more text of this page", title="Plan (TỐI MẬT)")
    )
    portal = portal_on(tmp_path, "1/6/2021")
    assert codes(portal) == ["TT631", "TT633"]
    assert list(portal.attachments.offered) == [f"plans/2021/{name}"]


def test_a_word_file_that_a_news_item_links_to(tmp_path: Path) -> None:
    draw(tmp_path, f"{NEWS}---\nTải [mẫu](mau.docx).\n")
    (tmp_path / "site_src/tin-tuc/2021/mau.docx").write_bytes(docx("LƯU HÀNH NỘI BỘ", "Gọi 0912 345 678"))
    portal = portal_on(tmp_path, "1/6/2021")
    assert codes(portal) == ["TT631", "TT633"]
    assert all(problem.line == 5 for problem in errors(portal.problems) if problem.code is not Code.HIDDEN_CONTENT)


def test_a_picture_that_is_too_large(tmp_path: Path) -> None:
    draw(tmp_path, f"{NEWS}---\n![Lễ](le.jpg)\n")
    photograph = tmp_path / "site_src/tin-tuc/2021/le.jpg"
    Image.new("RGB", (16, 16)).save(photograph)
    photograph.write_bytes(photograph.read_bytes() + bytes(51_000_000))
    assert "site_src/tin-tuc/2021/a.md:5: TT507" in "\n".join(told(portal_on(tmp_path, "1/6/2021"), "TT507"))
