"""`trangtin check --fix`: what it mends, what it shows, and what it never touches."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from tests.portal.drawing import draw
from trangtin.cli.main import main
from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.news import News
from trangtin.content.page import PageHead
from trangtin.content.reading.front_matter import parse_yaml
from trangtin.content.unit import Unit
from trangtin.content.writing.tidy import key_order, tidy_head
from trangtin.proofreading.spacing import wrong_spacing
from trangtin.proofreading.tidy import tidy_body
from trangtin.proofreading.writing import Writing

CONFIG = "== mkdocs.yml\nsite_name: T\ndocs_dir: site_src\nplugins: [{trangtin: {unit: {name: Trường}}}]\n"
NEWS = Path("site_src/tin-tuc/2021/a.md")
PAPER = Path("plans/2021/12.md")


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRANGTIN_TODAY", "2021-06-01")
    monkeypatch.chdir(tmp_path)
    draw(tmp_path, CONFIG)
    for file in (NEWS, PAPER):
        file.parent.mkdir(parents=True)


def fix(*paths: str) -> Result:
    result = CliRunner().invoke(main, ["check", "--fix", *paths])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def fixed(file: Path, text: str) -> str:
    file.write_bytes(text.encode())
    fix()
    return file.read_bytes().decode()


def test_letters_spaces_quotes_and_order(tmp_path: Path) -> None:
    before = (
        "---\ndate:   1/4/2021  \n# Tựa do Ban Biên tập đặt\ntitle: Phụ lục: mẫu\ntags:\n  - Lưu: VT\n---\n"
        "Sáng nay ,Trường  trồng cây ( xoan). \n\nGiữ  \nngắt dòng `a  b`.\n\n| a  | b |\n|----|---|\n"
    )
    assert fixed(NEWS, before) == (
        '---\n# Tựa do Ban Biên tập đặt\ntitle: "Phụ lục: mẫu"\ndate: 1/4/2021\ntags:\n  - "Lưu: VT"\n---\n'
        "Sáng nay, Trường trồng cây (xoan).\n\nGiữ  \nngắt dòng `a  b`.\n\n| a  | b |\n|----|---|\n"
    )
    assert "đã sửa" not in fix().output


def test_nfd_becomes_nfc() -> None:
    text = "---\ntitle: Sở Xây dựng\ndate: 1/4/2021\n---\nCơ sở\n"
    assert fixed(NEWS, unicodedata.normalize("NFD", text)) == text


def test_lines_that_look_alike_are_no_news() -> None:
    text = "---\ntitle: Lễ phát động\ndate: 20/4/2021\n---\nBài viết ,hết\n"
    NEWS.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    told = unicodedata.normalize("NFC", fix().output)
    assert "phát động" not in told
    assert "  -Bài viết ,hết\n  +Bài viết, hết\n" in told  # which differ in more than their letters


def test_where_all_lines_look_alike_none_is_shown() -> None:
    NEWS.write_text(unicodedata.normalize("NFD", "---\ntitle: Lễ\ndate: 1/4/2021\n---\nCơ sở\n"), encoding="utf-8")
    mended, *rest = fix().output.splitlines()
    assert mended.startswith("site_src/tin-tuc/2021/a.md: đã sửa: ")
    assert "  " not in rest


def test_it_says_what_it_did() -> None:
    NEWS.write_text("---\ntitle:  Tin\ndate: 1/4/2021\n---\nMột ,hai.\n", encoding="utf-8")
    told = fix().output.splitlines()
    assert told[:5] == [
        "site_src/tin-tuc/2021/a.md: đã sửa: bỏ dấu cách thừa ở phần đầu; sửa dấu cách",
        "  -title:  Tin",
        "  +title: Tin",
        "  -Một ,hai.",
        "  +Một, hai.",
    ]


@pytest.mark.parametrize("more", ["", "draft: true\nreview: [Rà]\n", "khong_co: 1\n"])
def test_the_body_of_an_issued_document_is_never_touched(more: str) -> None:
    body = unicodedata.normalize("NFD", "Tỷ lệ của tri ,nhiệm kỳ 2021- 2026 .  \n\nSở  Xây dựng")
    text = fixed(PAPER, f"---\ndate:  1/4/2021\ntype: KH\ntitle: Việc\n{more}---\n{body}")
    assert text.startswith("---\ntype: KH\ndate: 1/4/2021\n")
    assert text.endswith(f"---\n{body}")


def test_a_document_that_is_being_written_is_mended() -> None:
    assert fixed(PAPER, "---\ntype: KH\ntitle: Việc\ndraft: true\n---\nMột ,hai\n").endswith("---\nMột, hai\n")


@pytest.mark.parametrize(
    "text",
    [
        "---\r\ntitle: Tin\r\ndate:  1/4/2021\r\n---\r\nMột ,hai\r\n",
        "\ufeff---\ntitle: Tin\ndate:  1/4/2021\n---\nMột ,hai\n",
        "---\ntitle: Tin\ndate:  1/4/2021\n---\nMột ,hai",
        "---\ntitle: Tin\ndate:  1/4/2021\n---",
        "\n---\ntitle: Tin\ndate:  1/4/2021\n...\nMột ,hai\n",
    ],
)
def test_line_ends_and_marks_stay(text: str) -> None:
    assert fixed(NEWS, text) == text.replace("date:  ", "date: ").replace(" ,hai", ", hai")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle:  Tin\r\ndate: 1/4/2021\n---\nMột ,hai\n",  # line ends of two kinds
        "---\ntitle: |\n  Dòng   một\n  a: b\ndate: 1/4/2021\n---\n",
        "---\n{title: Tin,  date: 1/4/2021}\n---\n",
        "---\ntitle: Tin # lời dặn: giữ\ndate: 1/4/2021\n---\n",
        "không có phần đầu ,\n",
    ],
)
def test_what_cannot_be_mended_safely_stays_as_it_is(text: str) -> None:
    assert fixed(NEWS, text) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gioi-thieu.md", "---\ntitle: ភាសា\nlang: km\n---\nភាសា\u200bខ្មែរ  , x\n"),
        ("gioi-thieu.en.md", "---\ntitle: About\n---\nSee  ( art . 5 ) , s.v.p.\n"),
        ("gioi-thieu.fr.md", "---\ntitle: À propos\nkhong_co: 1\n---\nOù ? Ici : voilà !\n"),
    ],
)
def test_a_body_in_another_language_is_left_alone(name: str, text: str) -> None:
    assert fixed(Path("site_src") / name, text) == text


def test_only_the_named_files_and_no_links() -> None:
    other = NEWS.with_name("b.md")
    for file in (NEWS, other):
        file.write_text("---\ntitle:  Tin\ndate: 1/4/2021\n---\n", encoding="utf-8")
    NEWS.with_name("c.md").symlink_to(other.name)
    fix(str(NEWS))
    assert "title: Tin" in NEWS.read_text(encoding="utf-8")
    assert "title:  Tin" in other.read_text(encoding="utf-8")
    fix()
    assert "title: Tin" in other.read_text(encoding="utf-8")
    assert NEWS.with_name("c.md").is_symlink()
    assert {file.name for file in NEWS.parent.iterdir()} == {"a.md", "b.md", "c.md"}  # nothing temporary is left


def test_the_mode_of_a_file_stays() -> None:
    NEWS.write_text("---\ntitle:  Tin\ndate: 1/4/2021\n---\n", encoding="utf-8")
    NEWS.chmod(0o640)
    fix()
    assert NEWS.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("kind", [Document, Campaign, News, Unit])
def test_every_key_has_its_place_in_the_order(kind: type[PageHead]) -> None:
    assert sorted(key_order(kind)) == sorted(kind.model_fields)


def test_keys_of_other_tools_come_last() -> None:
    head = "khac: 1\nareas: [A]\nparent: Tỉnh ủy\ncosigners: []\nsigner: {}\nissuer: Sở\ntype: KH"
    assert [line.partition(":")[0] for line in tidy_head(head, Document)[0].split("\n")] == [
        "type", "issuer", "parent", "signer", "cosigners", "areas", "khac",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "kept",
    [
        "Ví dụ:\n\n    code  ,x \n",
        "```\ncode  ,x \n\n    sâu  ,x\n```\n",
        "1. Việc\n\n    ```\n    code  ,x \n    ```\n",
        "- Việc\n\n        code  ,x \n",
        "~~~\ncode  ,x \n```\nchưa hết  ,x\n",
        "| Tên   | Số  |\n|:---  |---  |\n| Lan   |  1  | \n",
        "Tên   |  Số\n---|---\nLan   |  1\n",
        "Tỷ số 3 : 2, lúc 7 : 30, tỷ lệ 1 :10\n",
    ],
)
def test_code_and_tables_keep_their_spaces(kept: str) -> None:
    assert tidy_body(kept) == (kept, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\tXã họp .\n\n\t\tĐại biểu  dự\n", "\tXã họp.\n\n\t\tĐại biểu dự\n"),
        ("- Việc\n\n    Thêm  một ,hai. \n", "- Việc\n\n    Thêm một, hai.\n"),
        ("!!! note\n    Lời  dặn ,nhớ.\n", "!!! note\n    Lời dặn, nhớ.\n"),
        ("```\na  ,b\n```\nMột ,hai\n", "```\na  ,b\n```\nMột, hai\n"),
        ("| a  ,b | c ;d |\n|---|---|\n| x  ,y | ( z )  | \n", "| a, b | c; d |\n|---|---|\n| x, y | (z)  | \n"),
        ("Số điện thoại ( 3876.543 ) , gọi", "Số điện thoại (3876.543), gọi"),
        ("ba( bốn )năm , “ sáu ” , (“ bảy ”) ;tám", "ba(bốn)năm, “sáu”, (“bảy”); tám"),
        ("- Việc\n\nHết.\n\n    code  ,x\n\nMột ,hai", "- Việc\n\nHết.\n\n    code  ,x\n\nMột, hai"),
    ],
)
def test_running_text_beside_code_is_mended(before: str, after: str) -> None:
    assert tidy_body(before)[0] == after


@given(st.text(st.sampled_from("ab1 ,.:;!?()“”|-\n\u00a0"), max_size=40))
def test_a_mended_text_is_in_order_after_one_run(text: str) -> None:
    once = tidy_body(text)[0]
    assert tidy_body(once) == (once, ())
    if "    " not in text:  # which would be code
        assert [each.seen for each in wrong_spacing(Writing(once))] == []


_KEYS = st.sampled_from(["type", "title", "number", "date", "notes", "recipients", "x-y", "draft"])
_VALUES = st.text(st.sampled_from("aB: #-'\"[]{}|>&*Sởạ\\,.%@0\t"), max_size=12)
_LINES = st.lists(
    st.one_of(
        st.tuples(_KEYS, _VALUES).map(lambda pair: f"{pair[0]}: {pair[1]}"),
        _VALUES.map(lambda value: f"  - {value}"),
        _VALUES.map(lambda value: f"# {value}"),
        _VALUES,
    ),
    max_size=8,
)


@given(_LINES)
def test_a_head_says_the_same_before_and_after(lines: list[str]) -> None:
    head = "\n".join(lines)
    before, _, faults = parse_yaml(head, "")
    after, _, more = parse_yaml(tidy_head(head, Document)[0], "")
    assert len(more) <= len(faults)
    if before is not None:
        assert after is not None
        assert set(after) == set(before)
        for key, value in before.items():
            if isinstance(value, str):
                assert after[key] == value
    once = tidy_head(head, Document)[0]
    assert tidy_head(once, Document)[0] == once
