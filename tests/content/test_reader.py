"""Which files of a repository are read, as what, and under which path."""

from __future__ import annotations

import errno
import os
import unicodedata
from pathlib import Path

import pytest

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Layout
from trangtin.content.news import News
from trangtin.content.page import Page
from trangtin.content.placement import head_for
from trangtin.content.problem import Code
from trangtin.content.reading.file_reader import Read
from trangtin.content.reading.reader import read_repository
from trangtin.content.unit import Unit
from trangtin.disk.file_memory import FileMemory

DOCUMENT = "---\ntype: KH\ntitle: Thi đua\n---\nNội dung\n"


def write(root: Path, path: str, text: str = DOCUMENT) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("plans/2021/bau-cu/index.md", Campaign),
        ("plans/2021/bau-cu/12-kh-tct.md", Document),
        ("plans/2021/12-kh-tct.md", Document),
        ("plans/12-kh-tct.md", Document),
        ("plans/2021/bau-cu/phu-luc/bieu-mau.md", Document),
        ("plans/index.md", None),
        ("plans/2021/index.md", None),
        ("plans/nam-2021/bau-cu/index.md", None),
        ("site_src/tin-tuc/2021/le-phat-dong.md", News),
        ("site_src/tin-tuc/index.md", Page),
        ("site_src/tin-tuc/le-phat-dong.md", None),
        ("site_src/tin-tuc/2021/thang-5/le-phat-dong.md", None),
        ("site_src/don-vi/khoa-llcs.md", Unit),
        ("site_src/don-vi/index.md", Page),
        ("site_src/don-vi/khoa/khoa-llcs.md", None),
        ("site_src/index.md", Page),
        ("site_src/gioi-thieu.md", Page),
        ("site_src/en/about.md", Page),
        ("site_src/tin-tuc.md", Page),
    ],
)
def test_the_place_decides_the_kind(path: str, kind: type | None) -> None:
    assert head_for(path, Layout()) is kind


def test_another_docs_dir(tmp_path: Path) -> None:
    write(tmp_path, "noi/dung/tin-tuc/2021/a.md", "---\ntitle: Tin\ndate: 21/4/2021\n---\n")
    write(tmp_path, "noi/dung/gioi-thieu.md", "# Giới thiệu\n")

    reading = read_repository(tmp_path, Layout(docs="noi/dung"))

    assert [entry.path for entry in (*reading.news, *reading.pages)] == [
        "noi/dung/tin-tuc/2021/a.md",
        "noi/dung/gioi-thieu.md",
    ]


def test_an_empty_folder_is_an_empty_portal(tmp_path: Path) -> None:
    assert read_repository(tmp_path, Layout()).problems == ()


def test_what_is_not_markdown_is_an_attachment(tmp_path: Path) -> None:
    pdf = write(tmp_path, "plans/2021/12-kh-tct.pdf", "%PDF-1.7")

    assert read_repository(tmp_path, Layout()).attachments == {"plans/2021/12-kh-tct.pdf": pdf}


@pytest.mark.parametrize(
    "name", ["README.md", "readme.md", ".ghi-chu.md", ".git/12-kh.md", "12-kh-tct.md~", "~$12-kh.md"]
)
def test_files_of_tools_are_left_alone(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"plans/2021/{name}", "không phải là văn bản")

    reading = read_repository(tmp_path, Layout())

    assert (reading.problems, reading.broken, dict(reading.attachments)) == ((), (), {})


def test_a_name_in_nfd_becomes_a_path_in_nfc(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "kế-hoạch")
    write(tmp_path, f"plans/2021/{name}.md")
    pdf = write(tmp_path, f"plans/2021/{name}.pdf")

    reading = read_repository(tmp_path, Layout())

    assert [entry.path for entry in reading.documents] == ["plans/2021/kế-hoạch.md"]
    assert reading.attachments == {"plans/2021/kế-hoạch.pdf": pdf}
    assert pdf.exists()


def test_two_names_that_look_alike_are_told(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        for ending in ("md", "pdf"):
            write(tmp_path, f"plans/2021/{unicodedata.normalize(form, 'kế-hoạch')}.{ending}")

    reading = read_repository(tmp_path, Layout())

    assert [entry.path for entry in reading.documents] == ["plans/2021/kế-hoạch.md"]
    told = "trong thư mục có hai tệp mang tên này, chỉ khác cách lưu dấu, nên chỉ một tệp được đọc"
    assert sorted(map(str, reading.problems)) == [
        f"plans/2021/kế-hoạch.{ending}:1: TT113 {told} → xóa bớt một tệp, hoặc đổi tên nó" for ending in ("md", "pdf")
    ]


@pytest.mark.parametrize("memory", [None, FileMemory[Read]()], ids=["a build", "a preview"])
def test_a_file_that_goes_while_others_are_read_was_never_there(
    tmp_path: Path, memory: FileMemory[Read] | None
) -> None:
    gone = write(tmp_path, "plans/2021/12-kh-tct.md")
    write(tmp_path, "plans/2021/13-kh-tct.md")

    reading = read_repository(tmp_path, Layout(), memory=memory, listed=lambda _: gone.unlink())

    assert [entry.path for entry in reading.documents] == ["plans/2021/13-kh-tct.md"]
    assert (reading.problems, reading.broken) == ((), ())


def test_what_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = {write(tmp_path, "plans/2021/12-kh-tct.md"), write(tmp_path, "plans/2022/1.md").parent}
    opened, listed = Path.read_bytes, os.scandir
    write(tmp_path, "plans/2021/13-kh-tct.md")

    def refused(file: Path) -> Path:
        # Tests may run as root, whom no mode keeps out.
        if file in locked:
            raise PermissionError(errno.EACCES, "Permission denied", str(file))
        return file

    monkeypatch.setattr(Path, "read_bytes", lambda file: opened(refused(file)))
    monkeypatch.setattr(os, "scandir", lambda folder: listed(refused(folder)))
    reading = read_repository(tmp_path, Layout())

    assert [entry.path for entry in reading.documents] == ["plans/2021/13-kh-tct.md"]
    assert reading.broken == ("plans/2021/12-kh-tct.md",)
    assert sorted(map(str, reading.problems)) == [
        "plans/2021/12-kh-tct.md:1: TT112 không có quyền đọc tệp này → cấp quyền đọc cho tài khoản chạy phần mềm",
        "plans/2022:1: TT112 không có quyền đọc thư mục này → cấp quyền đọc cho tài khoản chạy phần mềm",
    ]


def test_a_link_out_of_the_repository_is_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path, "ngoai/mat-khau.txt", "bí mật")
    root = tmp_path / "trang"
    (root / "plans").mkdir(parents=True)
    (root / "plans" / "phu-luc.pdf").symlink_to(outside)

    reading = read_repository(root, Layout())

    assert dict(reading.attachments) == {}
    assert [str(problem) for problem in reading.problems] == [
        "plans/phu-luc.pdf:1: TT111 liên kết trỏ ra ngoài kho → chép tệp thật vào kho"
    ]


def test_a_link_within_the_repository_is_a_file(tmp_path: Path) -> None:
    pdf = write(tmp_path, "plans/2021/12-kh-tct.pdf", "%PDF-1.7")
    (tmp_path / "plans/2021/12.pdf").symlink_to(pdf)

    assert sorted(read_repository(tmp_path, Layout()).attachments) == ["plans/2021/12-kh-tct.pdf", "plans/2021/12.pdf"]


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path, "plans/2021/a.md", "")
    write(tmp_path, "plans/2021/b.md")

    reading = read_repository(tmp_path, Layout())

    assert [entry.path for entry in reading.documents] == ["plans/2021/b.md"]
    assert reading.broken == ("plans/2021/a.md",)


def test_an_entry_knows_its_lines(tmp_path: Path) -> None:
    write(
        tmp_path,
        "plans/2021/a.md",
        "\n---\ntype: KH\ntitle: Thi đua\nfiles:\n  - path: a.pdf\n    title: A\n  - path: b.pdf\n---\n\nMột\nHai\n",
    )

    (entry,) = read_repository(tmp_path, Layout()).documents

    assert entry.line("type") == 3
    assert entry.line("files", 0, "title") == 7
    assert entry.line("files", 1, "path") == 8
    assert entry.line("files", 1, "sha256") == 8  # not there: the nearest thing around it
    assert entry.line("date") == 3  # not there: the head
    assert entry.body_line == 10


def test_the_body_is_kept_as_typed_but_for_unicode(tmp_path: Path) -> None:
    body = "II. NỘI DUNG\n\nV. TỔ CHỨC THỰC HIỆN\n\n1. \ta)  - của tri,Covi-19\n"
    write(tmp_path, "plans/2021/a.md", "---\ntype: KH\ntitle: Thi đua\n---\n" + unicodedata.normalize("NFD", body))

    (entry,) = read_repository(tmp_path, Layout()).documents

    assert entry.body == body


def test_campaigns_and_units_are_named_by_their_files(tmp_path: Path) -> None:
    write(tmp_path, "plans/2021/Bầu cử/index.md", "---\ntitle: Bầu cử\nstart: 20/4/2021\nend: 31/5/2021\n---\n")
    write(tmp_path, "site_src/don-vi/Khoa_LLCS.md", "---\nunit: {name: Khoa}\n---\n")
    write(tmp_path, "plans/2021/Bầu cử/Giấy mời (1).md")

    assert [str(problem) for problem in read_repository(tmp_path, Layout()).problems] == [
        "plans/2021/Bầu cử/index.md:1: TT215 tên thư mục 'Bầu cử' không dùng được làm mã"
        " → đổi tên thư mục, chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối (ví dụ: bau-cu)",
        "site_src/don-vi/Khoa_LLCS.md:1: TT215 tên tệp 'Khoa_LLCS' không dùng được làm mã"
        " → đổi tên tệp, chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối (ví dụ: khoa-llcs)",
    ]


@pytest.mark.parametrize(
    ("path", "line", "told"),
    [
        (
            "plans/2021/a.md",
            "tasks: [{unit: Phòng kinh tế, do: Một}]",
            "mã của đơn vị ấy: 'phong-kt' (ví dụ: unit: phong-kt)",
        ),
        (
            "plans/2021/a.md",
            "tasks: [{unit: PHÒNG CŨ, do: Một}]",
            "mã của đơn vị ấy: 'phong-kt' (ví dụ: unit: phong-kt)",
        ),
        ("plans/2021/b/index.md", "units: [Phòng Kinh tế]", "mã của đơn vị ấy: 'phong-kt' (ví dụ: - phong-kt)"),
        ("plans/2021/b/index.md", "lead: Phòng Kinh tế", "mã của đơn vị ấy: 'phong-kt' (ví dụ: lead: phong-kt)"),
        ("plans/2021/a.md", "campaign: Chào mừng Bầu cử", "mã của phong trào ấy: 'bau-cu' (ví dụ: campaign: bau-cu)"),
        # Nobody bears the name, or whoever does has the id that follows from it.
        ("plans/2021/a.md", "campaign: Phòng Kinh tế", "(ví dụ: campaign: phong-kinh-te)"),
        ("plans/2021/a.md", "tasks: [{unit: Tổ Một, do: Một}]", "gạch nối (ví dụ: unit: to-mot)"),
        ("plans/2021/a.md", "tasks: [{unit: Tổ Hai, do: Một}]", "gạch nối (ví dụ: unit: to-hai)"),
        ("plans/2021/a.md", "tasks: [{unit: Tổ Ba, do: Một}]", "gạch nối (ví dụ: unit: to-ba)"),
        ("plans/2021/a.md", "tasks: [{unit: khoa, do: Một, id: Phòng Kinh tế}]", "gạch nối (ví dụ: id: phong-kinh-te)"),
    ],
)
def test_a_name_in_place_of_an_id_is_led_to_the_id_of_what_bears_it(
    tmp_path: Path, path: str, line: str, told: str
) -> None:
    old = "names: [{name: Phòng Cũ, until: 1/1/2020}]"
    write(tmp_path, "site_src/don-vi/phong-kt.md", f"---\nunit: {{name: Phòng Kinh tế, {old}}}\n---\n")
    write(tmp_path, "site_src/don-vi/to-mot.md", "---\nunit: {name: Tổ Một}\n---\n")
    write(tmp_path, "site_src/don-vi/TO3.md", "---\nunit: {name: Tổ Ba}\n---\n")
    campaign = "start: 20/4/2021\nend: 31/5/2021\n"
    write(tmp_path, "plans/2021/bau-cu/index.md", f"---\ntitle: Chào mừng bầu cử\n{campaign}---\n")
    head = f"title: Việc\n{campaign if path.endswith('index.md') else 'type: KH'}"
    write(tmp_path, path, f"---\n{line}\n{head.strip()}\n---\n")

    (found,) = [str(problem) for problem in read_repository(tmp_path, Layout()).problems if problem.path == path]

    assert found.startswith(f"{path}:2: TT215") and found.endswith(told)


@pytest.mark.parametrize(
    ("file", "folder", "meant"),
    [
        ("Plans/2026/12.md", "Plans", "plans"),
        ("plan/2026/12.md", "plan", "plans"),
        ("site-src/a.md", "site-src", "site_src"),
        ("site_src/tin_tuc/2026/a.md", "site_src/tin_tuc", "site_src/tin-tuc"),
        ("site_src/Tin tức/2026/a.md", "site_src/Tin tức", "site_src/tin-tuc"),
        ("plans-old/2026/12.md", None, None),
        ("plans2/2026/12.md", None, None),
        ("site_src/tin-tuc/2026/a.md", None, None),
        ("site_src/tai-lieu/2026/a.md", None, None),
    ],
)
def test_a_folder_called_nearly_right_is_told(tmp_path: Path, file: str, folder: str | None, meant: str | None) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text("---\ntitle: Tin\ndate: 1/1/2026\n---\n", encoding="utf-8")
    told = [str(each) for each in read_repository(tmp_path, Layout()).problems if each.code is Code.MISPLACED_FILE]
    remedy = f"đổi tên thư mục thành '{meant}', hoặc chuyển các bài sang đó"
    assert told == ([f"{folder}:1: TT110 thư mục '{folder}' không được đọc như '{meant}' → {remedy}"] if folder else [])


PAPER = "type: TB\nnumber: 99/TB-UBND\ndate: 2/3/2025\ntitle: Lịch họp\nrecipients: [Như trên]"
STORY = "title: Ra quân\ndate: 2/3/2025\nsummary: Sáng nay\nimage: {src: a.jpg, alt: Cây}\nauthor: Ban Biên tập"
CAMPAIGN = "title: Trồng cây\nstart: 2/3/2025\nend: 2/4/2025\nreport_due: 1/5/2025"
UNIT = "unit: {name: Khoa A}"
NEWS = "site_src/tin-tuc/2025/a.md"


@pytest.mark.parametrize(
    ("file", "head", "line", "called", "home"),
    [
        ("site_src/99-tb.md", PAPER, 2, "văn bản, mà tệp nằm ở chỗ của trang thường", "plans/2025/99-tb.md"),
        ("site_src/tin-tuc/2025/a.md", PAPER, 2, "văn bản, mà tệp nằm ở chỗ của tin", "plans/2025/a.md"),
        ("plans/2025/a.md", STORY, 5, "tin, mà tệp nằm ở chỗ của văn bản", NEWS),
        ("site_src/a.md", f"{STORY}\ncampaign: b", 3, "tin, mà tệp nằm ở chỗ của trang thường", NEWS),
        ("plans/2025/b/index.md", PAPER, 2, "văn bản, mà tệp nằm ở chỗ của phong trào", "plans/2025/b/<tên>.md"),
        ("plans/2025/b/12.md", CAMPAIGN, 3, "phong trào, mà tệp nằm ở chỗ của văn bản", "plans/2025/b/index.md"),
        ("plans/2025/a.md", CAMPAIGN, 3, "phong trào, mà tệp nằm ở chỗ của văn bản", "plans/2025/a/index.md"),
        ("site_src/a.md", CAMPAIGN, 3, "phong trào, mà tệp nằm ở chỗ của trang thường", "plans/2025/a/index.md"),
        ("site_src/a.md", UNIT, 2, "đơn vị, mà tệp nằm ở chỗ của trang thường", "site_src/don-vi/a.md"),
        ("site_src/don-vi/a.md", PAPER, 2, "văn bản, mà tệp nằm ở chỗ của đơn vị", "plans/<năm>/a.md"),
    ],
)  # fmt: skip
def test_a_head_of_another_kind_is_told_where_it_belongs_and_is_not_published(
    tmp_path: Path, file: str, head: str, line: int, called: str, home: str
) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(f"---\n{head}\n---\n", encoding="utf-8")
    reading = read_repository(tmp_path, Layout())
    remedy = f"chuyển tệp sang đúng chỗ, các khóa để nguyên (ví dụ: {home})"
    assert [str(each) for each in reading.problems] == [f"{file}:{line}: TT110 phần đầu là của một {called} → {remedy}"]
    assert not any(reading.groups)


@pytest.mark.parametrize(
    ("file", "head"),
    [
        ("site_src/a.md", "type: blog\ntitle: Bài"),
        ("site_src/a.md", "title: Hội chợ\nstart: 2/3/2025\nend: 3/3/2025"),
        ("site_src/a.md", "title: Bài\ndate: 2/3/2025\nauthor: A"),
    ],
)
def test_a_page_with_keys_of_other_tools_is_a_page(tmp_path: Path, file: str, head: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(f"---\n{head}\n---\n", encoding="utf-8")
    reading = read_repository(tmp_path, Layout())
    assert reading.problems == ()
    assert [page.path for page in reading.pages] == [file]


@pytest.mark.parametrize("file", ["site_src/tin-tuc/2025/a.en.md", "plans/2025/a.en.md"])
def test_a_translation_with_a_whole_head_is_told_its_keys(tmp_path: Path, file: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text("---\ntitle: Hello\ndate: 2/3/2025\ntags: [a]\n---\n", encoding="utf-8")
    assert {each.code for each in read_repository(tmp_path, Layout()).problems} == {Code.UNKNOWN_KEY}


def test_a_key_too_many_does_not_make_it_another_kind(tmp_path: Path) -> None:
    (tmp_path / "plans/2025").mkdir(parents=True)
    (tmp_path / "plans/2025/a.md").write_text(f"---\n{PAPER}\nmau: 1\n---\n", encoding="utf-8")
    assert [each.code for each in read_repository(tmp_path, Layout()).problems] == [Code.UNKNOWN_KEY]


def test_a_folder_of_other_texts_is_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/notes.md").write_text("# Việc cần làm", encoding="utf-8")
    assert read_repository(tmp_path, Layout()).problems == ()
