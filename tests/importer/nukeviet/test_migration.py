"""A site of NukeViet moves into a portal: pages, files, old addresses; what was hidden stays hidden."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from tests.importer.nukeviet.old_portal import at, detail, dump_of, law_row, news_row, write_portal
from trangtin.cli.main import main
from trangtin.content.document import Document
from trangtin.content.news import News
from trangtin.content.reading.file_reader import read_file

BODY = (
    '<p>Xem <a href="/tin-tuc/Hoat-dong/Bai-2-2.html">bài trước</a>, '
    '<a href="https://www.truong.example/van-ban/detail/van-ban-1/">kế hoạch</a>, '
    '<a href="https://khac.example/">trang khác</a>, <a href="/index.php?language=vi&amp;nv=van-ban&amp;'
    'op=detail/van-ban-1">như trên</a></p>'
    '<p><img alt="Toàn cảnh" src="/uploads/news/2021_04/%E1%BA%A3nh%201.jpg"></p>'
)


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "portal"
    write_portal(root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("TRANGTIN_TODAY", "2026-11-21")
    uploads = tmp_path / "uploads"
    (uploads / "news/2021_04").mkdir(parents=True)
    (uploads / "laws").mkdir()
    Image.new("RGB", (30, 20), "red").save(uploads / "news/2021_04/ảnh 1.jpg")
    (tmp_path / "bi-mat.txt").write_text("ngoài thư mục", encoding="utf-8")
    return root


def migrate(portal: Path, dump: str, *options: str) -> Result:
    file = portal.parent / "dump.sql"
    file.write_text(dump, encoding="utf-8")
    uploads = str(portal.parent / "uploads")
    arguments = [
        "import-nukeviet",
        "--uploads",
        uploads,
        "--old-address",
        "https://truong.example",
        *options,
        str(file),
    ]
    return CliRunner().invoke(main, arguments)


def news(portal: Path, path: str) -> tuple[News, str]:
    entry, problems = read_file(portal / path, path, News)
    assert entry is not None, problems
    return entry.head, entry.body


def document(portal: Path, path: str) -> tuple[Document, str]:
    entry, problems = read_file(portal / path, path, Document)
    assert entry is not None, problems
    return entry.head, entry.body


def test_an_item_of_news_with_its_picture_links_and_old_address(portal: Path) -> None:
    rows = [
        news_row(1, "Lễ phát động", alias="Le-phat-dong", homeimgfile="2021_04/ảnh 1.jpg", homeimgalt="Hội trường"),
        news_row(2, "Bài trước", alias="Bai-2", publtime=at("2020-12-31 23:30"), edittime=at("2021-01-02 08:00")),
    ]
    result = migrate(portal, dump_of(rows, [detail(1, BODY), detail(2, "<p>Chữ</p>")], [law_row(1, "12/KH-UBND", "T")]))
    assert result.exit_code == 0, result.output
    assert "Đã ghi 2 tin, 1 văn bản, trong đó 0 bài cần rà" in result.output
    head, body = news(portal, "site_src/tin-tuc/2021/le-phat-dong.md")
    assert (head.title, f"{head.date}", head.summary) == ("Lễ phát động", "2021-04-21", "Tóm tắt & giới thiệu")
    assert head.tags == ("Hoạt động", "bầu cử")
    assert head.redirect_from == ("/tin-tuc/Hoat-dong/Le-phat-dong-1.html",)
    assert head.image is not None
    assert (head.image.src, head.image.alt) == ("le-phat-dong.jpg", "Hội trường")
    assert not head.draft
    assert body.strip() == (
        "Xem [bài trước](../2020/bai-2.md), [kế hoạch](../../../plans/2021/12-kh-ubnd.md), "
        "[trang khác](https://khac.example/), [như trên](../../../plans/2021/12-kh-ubnd.md)"
        "\n\n![Toàn cảnh](le-phat-dong.jpg)"
    )
    kept = (portal / "site_src/tin-tuc/2021/le-phat-dong.jpg").read_bytes()
    assert kept == (portal.parent / "uploads/news/2021_04/ảnh 1.jpg").read_bytes()
    before, _ = news(portal, "site_src/tin-tuc/2020/bai-2.md")  # 23:30 in Vietnam is still the old year
    assert (f"{before.date}", f"{before.updated}") == ("2020-12-31", "2021-01-02")
    checked = CliRunner().invoke(main, ["check"])
    assert checked.exit_code == 0, checked.output


def test_a_document_with_its_facts(portal: Path) -> None:
    (portal.parent / "uploads/laws/kh.txt").write_text("Kế hoạch", encoding="utf-8")
    laws = [
        law_row(
            1,
            "12/KH-UBND",
            "Kế hoạch số 12/KH-UBND ngày 20/4/2021 về việc phát động thi đua",
            startvalid=at("2021-05-01 00:00"),
            exptime=at("2021-12-31 00:00"),
        ),
        law_row(2, "03/KH-UBND", "Kế hoạch cũ", publtime=at("2019-01-05 00:00")),
    ]
    result = migrate(portal, dump_of(laws=laws, replaced=[(2, 1)]))
    assert result.exit_code == 0, result.output
    head, body = document(portal, "plans/2021/12-kh-ubnd.md")
    assert (head.type.code, str(head.number), f"{head.date}") == ("KH", "12/KH-UBND", "2021-04-20")
    assert (head.title, head.issuer) == ("Về việc phát động thi đua", "Ủy ban nhân dân tỉnh Mẫu")
    assert (f"{head.effective}", f"{head.expires}") == ("2021-05-01", "2021-12-31")
    assert head.areas == ("Thi đua, khen thưởng",)
    assert head.replaces == ("03/KH-UBND",)
    assert head.signer is not None
    assert (head.signer.name, head.signer.position) == ("Nguyễn Văn A", "CHỦ TỊCH")
    assert head.redirect_from == ("/van-ban/detail/van-ban-1/",)
    assert body.strip() == "1\\. Phát động đợt thi đua."
    assert document(portal, "plans/2019/03-kh-ubnd.md")[0].title == "Kế hoạch cũ"


def test_a_site_that_never_wrote_addresses_of_words_keeps_those_with_a_query(portal: Path) -> None:
    rows = [news_row(1, "Lễ phát động", alias="Le-phat-dong"), news_row(2, "Bài trước", alias="Bai-2")]
    html = (
        '<p><a href="/index.php?language=vi&amp;nv=tin-tuc&amp;op=Hoat-dong/Bai-2-2.html">bài trước</a> '
        '<a href="index.php?nv=van-ban&amp;op=detail/van-ban-1/">kế hoạch</a> '
        '<a href="/index.php?nv=khac&amp;op=x">mất</a></p>'
    )
    laws = [law_row(1, "12/KH-UBND", "T")]
    result = migrate(portal, dump_of(rows, [detail(1, html), detail(2, "<p>Chữ</p>")], laws, rewritten=False))
    assert result.exit_code == 0, result.output
    head, body = news(portal, "site_src/tin-tuc/2021/le-phat-dong.md")
    assert head.redirect_from == ("/index.php?language=vi&nv=tin-tuc&op=Hoat-dong/Le-phat-dong-1.html",)
    assert body.strip() == "[bài trước](bai-2.md) [kế hoạch](../../../plans/2021/12-kh-ubnd.md) mất"
    paper, _ = document(portal, "plans/2021/12-kh-ubnd.md")
    assert paper.redirect_from == ("/index.php?language=vi&nv=van-ban&op=detail/van-ban-1",)


@pytest.mark.parametrize(
    "hidden",
    [{"status": 0}, {"status": 4}, {"exptime": at("2022-01-01 00:00")}],
)
def test_news_that_was_hidden_stays_a_draft(portal: Path, hidden: dict[str, int]) -> None:
    migrate(portal, dump_of([news_row(1, "Bài", alias="bai", **hidden)], [detail(1, "<p>Chữ</p>")]))
    assert news(portal, "site_src/tin-tuc/2021/bai.md")[0].draft


@pytest.mark.parametrize("hidden", [{"status": 0}, {"groups_view": "1,2"}, {"groups_download": "4"}])
def test_a_document_that_was_not_for_all_stays_a_draft(portal: Path, hidden: dict[str, str | int]) -> None:
    migrate(portal, dump_of(laws=[law_row(1, "12/KH-UBND", "T", **hidden)]))
    assert document(portal, "plans/2021/12-kh-ubnd.md")[0].draft


def test_doubts_keep_a_page_back_and_are_told(portal: Path) -> None:
    dump = dump_of(
        [news_row(1, "Bài", alias="bai")],
        [detail(1, '<p><a href="/mat.html">mất</a></p>')],
        [law_row(1, "không số", "Văn bản lạ", cid=9, files="thieu.pdf")],
    )
    result = migrate(portal, dump)
    assert news(portal, "site_src/tin-tuc/2021/bai.md")[0].draft
    review = document(portal, "plans/2021/van-ban-1.md")[0].review
    assert len(review) == 3
    for told in (*review, "đường dẫn /mat.html không còn nơi đến, chỉ giữ chữ"):
        assert f"  - {told}" in result.output


def test_no_file_outside_the_uploads_comes_along(portal: Path) -> None:
    (portal.parent / "uploads/lien-ket.txt").symlink_to(portal.parent / "bi-mat.txt")
    html = '<p><a href="/uploads/../bi-mat.txt">a</a> <a href="/uploads/lien-ket.txt">b</a></p>'
    result = migrate(portal, dump_of([news_row(1, "Bài", alias="bai")], [detail(1, html)]))
    assert "đường dẫn /uploads/../bi-mat.txt không còn nơi đến" in result.output
    assert sorted(file.name for file in (portal / "site_src/tin-tuc/2021").iterdir()) == ["bai.md"]


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<a href="http://[tên miền]/x">chữ</a>', "  - đường dẫn http://[tên miền]/x không còn nơi đến, chỉ giữ chữ"),
        ('<a href="/uploads/a%00.jpg">chữ</a>', "  - đường dẫn /uploads/a%00.jpg không còn nơi đến, chỉ giữ chữ"),
        (f'<a href="/uploads/{"a" * 300}.jpg">chữ</a>', "a.jpg không còn nơi đến, chỉ giữ chữ"),
        ('<img src="http://[tên miền]/x.jpg">', "  - ảnh http://[tên miền]/x.jpg không lấy được, đã bỏ"),
        ("<div>" * 3000, "tin 1 “Bài”: thẻ HTML của bài lồng nhau quá sâu"),
    ],
)
def test_what_one_page_has_wrong_does_not_end_the_migration(portal: Path, html: str, told: str) -> None:
    rows = [news_row(1, "Bài", alias="bai", edittime=10**18), news_row(2, "Hai", alias="hai")]
    result = migrate(portal, dump_of(rows, [detail(1, html), detail(2, "<p>chữ</p>")]))
    assert told in result.output
    assert (portal / "site_src/tin-tuc/2021/hai.md").is_file()


@pytest.mark.parametrize("rows", ["news", "laws"])
def test_a_table_without_a_column_is_told_before_anything_is_written(portal: Path, rows: str) -> None:
    row, law = news_row(1, "Bài"), law_row(1, "12/KH-UBND", "T")
    del row["hometext"], law["bodytext"], law["sgid"]
    dump = dump_of([row], [detail(1, "")]) if rows == "news" else dump_of(laws=[law])
    result = migrate(portal, dump)
    assert result.exit_code == 1
    missing = "nv4_vi_news_rows thiếu cột hometext" if rows == "news" else "nv4_vi_laws_row thiếu cột bodytext, sgid"
    assert f"bảng {missing} → " in result.output


def test_columns_that_a_page_can_do_without(portal: Path) -> None:
    row = news_row(1, "Bài")
    del row["sourceid"], row["author"], row["addtime"], row["edittime"]
    result = migrate(portal, dump_of([row], [detail(1, "<p>Chữ</p>")]))
    assert result.exit_code == 0, result.output
    head, _ = news(portal, "site_src/tin-tuc/2021/bai-1.md")
    assert (f"{head.date}", head.author, head.source, head.updated) == ("2021-04-21", None, None, None)


def test_a_mark_of_secrecy_in_the_summary_stops_a_page(portal: Path) -> None:
    result = migrate(portal, dump_of([news_row(1, "Bài", hometext="<b>TUYỆT MẬT</b>")], [detail(1, "<p>chữ</p>")]))
    assert "tin 1 “Bài”: văn bản có dấu chỉ mức độ mật hoặc phạm vi lưu hành “TUYỆT MẬT”" in result.output
    assert not (portal / "site_src/tin-tuc").exists()


def test_a_secret_page_does_not_come_along_and_the_others_do(portal: Path) -> None:
    rows = [news_row(1, "Bài", alias="bai"), news_row(2, "Hai", alias="hai")]
    result = migrate(portal, dump_of(rows, [detail(1, "<p>MẬT</p><p>chữ</p>"), detail(2, "<p>chữ</p>")]))
    assert result.exit_code == 1
    assert "tin 1 “Bài”: văn bản có dấu chỉ mức độ mật" in result.output
    assert sorted(file.name for file in (portal / "site_src/tin-tuc/2021").iterdir()) == ["hai.md"]


def test_a_second_call_writes_only_what_is_missing_and_nothing_over_an_edit(portal: Path) -> None:
    dump = dump_of([news_row(n, f"Bài {n}", alias=f"bai-{n}") for n in (1, 2, 3)], [detail(1, "<p>Chữ</p>")])
    migrate(portal, dump)
    folder = portal / "site_src/tin-tuc/2021"
    (folder / "bai-2.md").unlink()
    edited = (folder / "bai-3.md").read_text(encoding="utf-8").replace("Bài 3", "Bài ba")
    (folder / "bai-3.md").write_text(edited, encoding="utf-8")
    result = migrate(portal, dump)
    assert "Đã ghi 1 tin, 0 văn bản" in result.output
    assert "1 bài đã có từ trước; 1 bài không chuyển được" in result.output
    assert (folder / "bai-3.md").read_text(encoding="utf-8") == edited


def test_items_of_one_name_get_the_old_number(portal: Path) -> None:
    migrate(portal, dump_of([news_row(n, "Bài", alias="bai") for n in (7, 8)], [detail(7, "")]))
    assert sorted(file.name for file in (portal / "site_src/tin-tuc/2021").iterdir()) == ["bai-8.md", "bai.md"]


def test_a_rehearsal_writes_nothing(portal: Path) -> None:
    result = migrate(portal, dump_of([news_row(1, "Bài", alias="bai")], [detail(1, "")]), "--dry-run")
    assert "Sẽ ghi 1 tin" in result.output
    assert not (portal / "site_src/tin-tuc").exists()


def test_a_dump_of_something_else_is_refused(portal: Path) -> None:
    result = migrate(portal, "CREATE TABLE `wp_posts` (\n`id` int\n);\n")
    assert result.exit_code == 1
    assert "không có bảng nào của module news hay laws" in result.output


def test_without_its_libraries_it_says_what_to_install(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("trangtin.importer.nukeviet")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sqlglot.dialects.mysql", None)
    result = migrate(portal, "")
    assert result.exit_code == 1
    assert "pip install 'trangtin[nukeviet]'" in result.output
