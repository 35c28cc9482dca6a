"""Papers without a line that is nothing but their type: forms, statutes, lists, texts copied from a website."""

from __future__ import annotations

import pytest

from trangtin.importer.draft import Draft, make_draft
from trangtin.importer.news import is_news
from trangtin.importer.paper import Align, Block, Cell, Paper, Table, plain_paragraph
from trangtin.importer.refusal import Refusal
from trangtin.importer.surroundings import Surroundings

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def centred(*texts: str) -> list[Block]:
    return [plain_paragraph(text, Align.CENTER, bold=True) for text in texts]


def plain(*texts: str) -> list[Block]:
    return [plain_paragraph(text) for text in texts]


def table(*rows: tuple[str, ...], ruled: bool = True) -> Table:
    return Table(tuple(tuple(Cell((plain_paragraph(text),)) for text in row) for row in rows), is_ruled=ruled)


HEAD = table(("ỦY BAN NHÂN DÂN\nTỈNH MẪU", "\n".join(MOTTO)), ruled=False)


def drafted(*blocks: Block) -> Draft:
    return make_draft(Paper(blocks), "tep.docx", Surroundings())


@pytest.mark.parametrize(
    ("blocks", "kind", "title", "issuer"),
    [
        ([*centred(*MOTTO, "ĐƠN ĐỀ NGHỊ HOÀN TRẢ HỌC PHÍ"), *plain("Kính gửi: Ban Giám hiệu", "Tôi tên là:")],
         "Công văn", "ĐƠN ĐỀ NGHỊ HOÀN TRẢ HỌC PHÍ", None),
        ([*centred(*MOTTO, "────────", "ĐƠN XIN NGHỈ", "(Về việc: khám bệnh)"), *plain("Kính gởi: Ban Giám hiệu")],
         "Công văn", "ĐƠN XIN NGHỈ (Về việc: khám bệnh)", None),
        ([HEAD, *centred("PHIẾU TRÌNH"), *plain("Kính gửi: Lãnh đạo tỉnh"), *centred("Ý KIẾN CHỈ ĐẠO")],
         "Công văn", "PHIẾU TRÌNH", "ỦY BAN NHÂN DÂN TỈNH MẪU"),
        ([HEAD, *centred("ĐIỀU LỆ (SỬA ĐỔI)", "HỘI HOA LAN TỈNH MẪU", "Chương I", "QUY ĐỊNH CHUNG")],
         "Công văn", "ĐIỀU LỆ (SỬA ĐỔI) HỘI HOA LAN TỈNH MẪU", "ỦY BAN NHÂN DÂN TỈNH MẪU"),
        ([*centred("THÔNG TIN TUYỂN SINH NĂM 2026", "I. THÔNG TIN CHUNG"), *plain("- Tên trường: Trường Mẫu")],
         "Công văn", "THÔNG TIN TUYỂN SINH NĂM 2026", None),
        (plain("Thông báo tuyển sinh lớp 10", "Căn cứ Công văn số 5/SGDĐT ngày 02/3/2026 của Sở về tuyển sinh;"),
         "TB", "Thông báo tuyển sinh lớp 10", None),
    ],
)  # fmt: skip
def test_what_names_the_paper_is_no_issuer(blocks: list[Block], kind: str, title: str, issuer: str | None) -> None:
    draft = drafted(*blocks, *plain("Nội dung như trên."))
    assert (draft.head["type"], draft.head["title"], draft.head.get("issuer")) == (kind, title, issuer)
    assert {line.split(" ")[0] for line in draft.review} >= {"type", "title"}


def test_a_form_of_public_finance_has_its_name_and_its_unit() -> None:
    form = plain_paragraph("Biểu số 3 - Ban hành kèm theo Thông tư số 90/2018/TT-BTC", Align.RIGHT)
    name = centred("ĐÁNH GIÁ THỰC HIỆN DỰ TOÁN QUÝ III NĂM 2026", "(Dùng cho đơn vị sử dụng ngân sách)")
    sums = table(("Số TT", "Nội dung", "Thực hiện quý III"), ("1", "Học phí", "80"), ("2", "Khác", "5"))
    counted = plain_paragraph("ĐV tính: Triệu đồng", Align.RIGHT)
    draft = drafted(form, *plain("Đơn vị: Trường Tiểu học Mẫu", "Chương: 822"), *name, counted, sums)
    assert draft.head["issuer"] == "Trường Tiểu học Mẫu"
    assert draft.head["title"] == "ĐÁNH GIÁ THỰC HIỆN DỰ TOÁN QUÝ III NĂM 2026 (Dùng cho đơn vị sử dụng ngân sách)"
    assert draft.body.startswith("ĐV tính: Triệu đồng")
    assert not any(line.startswith("tasks ") for line in draft.review)


def test_running_text_is_never_of_the_head() -> None:
    said = ["Tôi tên là: Nguyễn Văn A", "Chức vụ: Chuyên viên", "Lý do: việc gia đình."]
    draft = drafted(*centred(*MOTTO, "ĐƠN XIN NGHỈ PHÉP"), *plain(*said), *centred("GIÁM ĐỐC"))
    assert [text for text in said if text not in draft.body] == []
    assert not any(line.startswith("Đầu văn bản") for line in draft.review)


@pytest.mark.parametrize(
    "lines",
    [
        ["ĐIỀU LỆ", "(Kèm theo Quyết định số     /QĐ-UBND ngày   /3/2026", "của Chủ tịch UBND tỉnh)"],
        ["ĐIỀU LỆ\n(Kèm theo Quyết định số     /QĐ-UBND ngày   /3/2026\ncủa Chủ tịch UBND tỉnh)"],
        ["QUY CHẾ", "Làm việc của hội", "(Ban hành kèm theo Quyết định số 5/QĐ-UBND)"],
    ],
)
def test_what_a_decision_brings_is_told_to_go_with_it(lines: list[str]) -> None:
    draft = drafted(HEAD, *centred(*lines, "Chương I", "QUY ĐỊNH CHUNG"), *plain("Điều 1. Tên gọi"))
    assert "kèm theo Quyết định" in draft.body.replace("Kèm", "kèm")
    assert "theo" not in str(draft.head["title"])
    assert any("role: phu-luc" in line for line in draft.review)


def test_a_list_is_its_table() -> None:
    rows = table(("TT", "HỌ TÊN"), ("1", "Nguyễn Văn A"), ("2", "Trần Thị B"))
    assert "| 1 | Nguyễn Văn A |" in drafted(*centred("DANH SÁCH KHEN THƯỞNG"), rows).body
    assert "| 1 | Nguyễn Văn A |" in drafted(rows).body
    with pytest.raises(Refusal, match="không tìm thấy chữ"):
        drafted()


def test_an_annex_is_no_news() -> None:
    said = "Các đơn vị thuộc tỉnh đánh giá công việc theo danh mục dưới đây, mỗi tháng một lần, xong trước ngày 25."
    for extra, news in (("Số liệu năm 2026", True), ("(Ban hành kèm theo Quyết định số 5/QĐ-UBND)", False)):
        assert is_news(Paper((*plain("Danh mục công việc", extra, said * 2),))) is news
