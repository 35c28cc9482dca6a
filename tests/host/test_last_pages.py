"""After an edit of a text alone only its page is made, and the site is what a build from nothing makes."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Callable, Sequence, Set
from pathlib import Path
from unittest.mock import Mock

import pytest
from PIL import Image

import trangtin
from tests.host.conftest import Builder
from tests.host.test_rebuild import DEPARTMENT, NEWS, PLAN, change, from_nothing, tree
from tests.settled import settle
from trangtin.disk.kept_files import CACHE
from trangtin.host.files.site_files import SiteFiles
from trangtin.host.found_pages import FoundPages
from trangtin.host.last_pages import MadePage
from trangtin.host.pages.page import Content
from trangtin.host.printing import Printing
from trangtin.standing.inputs import Inputs
from trangtin.standing.left_site import LAST_PAGES

slow = pytest.mark.slow
EDIT = (PLAN, "\n---\n", "\n---\n\nMột đoạn mới.\n")
SCAN = "type: KH\ntitle: Bản quét\nnumber: 1/KH-SXD\ndate: 1/3/2021\nfiles: [{path: quet.pdf}]\n"
PICTURE = "site_src/assets/huy-hieu.svg"


@pytest.fixture(autouse=True)
def same_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    monkeypatch.setenv("TRANGTIN_PROCESSES", "1")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "portal"
    shutil.copytree(DEPARTMENT, root, ignore=shutil.ignore_patterns(".cache", "site", "xem-thu"))
    named, plain = root / "site_src/co-ten.md", root / "site_src/khong-ten.md"
    named.write_text("---\ntitle: Có tên\n---\nXem [trang kia](khong-ten.md).\n", encoding="utf-8")
    plain.write_text("# Tên ở đầu bài\n\nChữ.\n", encoding="utf-8")
    (root / "site_src/tin-tuc/index.md").write_text("---\ntitle: Tin tức\n---\nLời đầu mục.\n", encoding="utf-8")
    (root / "site_src/gioi-thieu.en.md").write_text("---\ntitle: About\n---\nWords.\n", encoding="utf-8")
    for path in ("site_src/anh.svg", "plans/2021/thi-dua-bau-cu/anh.svg"):
        shutil.copyfile(root / PICTURE, root / path)
    scan = root / "plans/2021/quet.md"
    scan.write_text("---\n" + SCAN + "---\n", encoding="utf-8")
    Image.new("L", (600, 850), 200).save(scan.with_suffix(".pdf"))
    Image.new("RGB", (1800, 900), "#0b5d4f").save(root / "site_src/assets/lon.png")  # goes out, shown or not
    settle()
    return root


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """The pages that were made since the last time somebody asked."""
    targets = list[str]()
    write = Printing.write

    def noted(self: Printing, contents: Sequence[Content]) -> tuple[list[MadePage], Set[bytes]]:
        targets.extend(content.target for content in contents)
        return write(self, contents)

    monkeypatch.setattr(Printing, "write", noted)

    def since() -> list[str]:
        found = targets.copy()
        targets.clear()
        return found

    return since


@slow
def test_only_the_page_of_the_text_is_made(
    root: Path, session_builder: Builder, made: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = session_builder(root, site_dir=root / "site")
    assert len(made()) > 50
    before = tree(site)
    with monkeypatch.context() as patch:
        patch.setattr(SiteFiles, "data_parts", Mock(side_effect=AssertionError("feeds and data hold no texts")))
        patch.setattr(FoundPages, "at", Mock(side_effect=AssertionError("the menu has the names of pages alone")))
        for _ in range(2):
            change(root, *EDIT)
            session_builder(root, site_dir=site)
            assert made() == [PLAN]
    after = tree(site)
    assert after == from_nothing(session_builder, root)
    page = "van-ban/2021/26-kh-sxd/index.html"
    differ = {name for name in before if before[name] != after[name]}
    assert page in differ
    assert {name for name in differ if name.endswith(".html")} == {page}


CHANGES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "a text": (EDIT,),
    "a text to and fro": (EDIT, (PLAN, EDIT[2], EDIT[1])),
    "a link in a text": ((PLAN, "\n---\n", "\n---\n\nXem [Sở](/site_src/gioi-thieu.md).\n"),),
    "a picture that a text shows": ((NEWS, "\n---\n", "\n---\n\n![Huy hiệu](../../anh.svg)\n"),),
    "a picture that goes out anyhow": ((NEWS, "\n---\n", "\n---\n\n![Nền](../../assets/lon.png)\n"),),
    "a file that a text leads to": ((NEWS, "\n---\n", "\n---\n\n[Tệp](../../anh.svg)\n"),),
    "a file beside a plan": (("plans/2021/thi-dua-bau-cu/index.md", "\n---\n", "\n---\n\n[Tệp](anh.svg)\n"),),
    "a name that stands in the text": (("site_src/khong-ten.md", "Tên ở đầu bài", "Tên khác"),),
    "the text of a section": (("site_src/tin-tuc/index.md", "Lời đầu mục", "Lời khác"),),
    "the text of the home page": (("site_src/index.md", "Trang thông tin", "Trang này: thông tin"),),
    "the text of a translation": (("site_src/gioi-thieu.en.md", "Words", "Other words"),),
    "the text of a sub-unit": (("site_src/don-vi/van-phong.md", "\n---\n", "\n---\n\nThêm một câu.\n"),),
    "the text of a campaign": (("plans/2021/thi-dua-bau-cu/index.md", "\n---\n", "\n---\n\nThêm một câu.\n"),),
    "the first text of a scan": (("plans/2021/quet.md", "pdf}]\n---\n", "pdf}]\n---\nNội dung.\n"),),
    "a text that is no NFC": ((PLAN, "\n---\n", "\n---\n\nSo\u031b\u0309 phát động.\n"),),
    "a line more in a head": ((PLAN, "\ntitle: ", "\n\ntitle: "),),
    "what a head says that is no title": (
        ("site_src/don-vi/van-phong.md", "phone: 0200 3000 901", "phone: 0200 3000 999"),
    ),
    "a title": ((NEWS, "\ntitle: ", "\ntitle: Đổi tên "),),
    "a text, then a title": (EDIT, (NEWS, "\ntitle: ", "\ntitle: Đổi tên ")),
    "a name, then a text": ((NEWS, "\ntitle: ", "\ntitle: Đổi tên "), EDIT),
    "a draft": ((NEWS, "\ntitle: ", "\ndraft: true\ntitle: "),),
    "a picture itself": ((PICTURE, "<svg", "<svg id='khac'"),),
    "a file that comes": (("site_src/moi.md", "", "---\ntitle: Mới\n---\nChữ.\n"),),
    "a name in the frame": (("mkdocs.yml", "Nguyễn Văn U", "Lê Văn C"),),
}


@slow
@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_after_changes(root: Path, session_builder: Builder, changes: tuple[tuple[str, str, str], ...]) -> None:
    site = session_builder(root, site_dir=root / "site")
    for each in changes:
        change(root, *each)
        settle()
        session_builder(root, site_dir=site)
        assert tree(site) == from_nothing(session_builder, root)


@slow
def test_what_somebody_did_to_the_site_is_made_good(
    root: Path, session_builder: Builder, made: Callable[[], list[str]]
) -> None:
    site = session_builder(root, site_dir=root / "site")
    before = tree(site)
    for name in ("gioi-thieu/index.html", "van-ban.json", "tim-kiem/chi-muc/trich/0.json"):
        (site / name).write_text("khác", encoding="utf-8")
        made()
        session_builder(root, site_dir=site)
        assert tree(site) == before
        assert ("site_src/gioi-thieu.md" in made()) is (not name.startswith("tim-kiem"))


@slow
@pytest.mark.parametrize("broken", ["", "{", '[{}, {"a": [[]]}, [], {}]'])
def test_a_record_that_cannot_be_read_costs_time_alone(broken: str, root: Path, session_builder: Builder) -> None:
    site = session_builder(root, site_dir=root / "site")
    record = root / CACHE / LAST_PAGES
    seal, _, told = record.read_text("utf-8").partition("\n")
    record.write_text(f"{seal}\n{broken or told[:-1]}", encoding="utf-8")
    change(root, *EDIT)
    session_builder(root, site_dir=site)
    assert tree(site) == from_nothing(session_builder, root)


@slow
def test_what_may_have_changed_while_it_was_read_is_not_kept(
    root: Path, session_builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trangtin.host.opening.inputs_of", lambda *_, **__: Inputs({}, is_settled=False))
    session_builder(root, site_dir=root / "site")
    assert not (root / CACHE / LAST_PAGES).exists()


TEXTS = {
    "content/entry.py": "the first heading, which names pages without a title (portal.titles)",
    "host/pages/contents.py": "each page's own text",
    "portal/model.py": "whether a document has a text at all (portal.textless)",
    "portal/desk.py": "the editors' desk, which no site has",
    "portal/named_files.py": "files and pictures that go out (portal.attachments, shown pictures)",
    "portal/shown_pictures.py": "the same",
    "search/cache.py": "terms of each page's own text",
    "search/records.py": "the same",
    "search/record.py": "the same",
    "search/terms.py": "the same",
}
"""Who looks into texts when pages and files are made, and for what. `key_beside_texts` holds what they tell others."""
ASKED = frozenset({"body", "kept_text", "says", "has_text"})
READER = "content/reading/file_reader.py"
"""Makes the entries."""
ONLY_PROBLEMS = "portal/checks/"
COMMANDS = ("importer/", "mending", "editing/", "reporting/", "starter/", "cli/")


def test_no_view_looks_into_a_text() -> None:
    """Else an edit of a text could change other pages than its own, which nobody would make anew."""
    package = Path(trangtin.__file__).parent
    found = set[str]()
    for file in package.rglob("*.py"):
        name = file.relative_to(package).as_posix()
        if name.startswith((ONLY_PROBLEMS, *COMMANDS)) or name == READER:
            continue
        tree_ = ast.parse(file.read_text("utf-8"))
        if any(isinstance(node, ast.Attribute) and node.attr in ASKED for node in ast.walk(tree_)):
            found.add(name)
    assert found == TEXTS.keys()


def test_headings_name_pages_and_nothing_else() -> None:
    package = Path(trangtin.__file__).parent
    asking = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if "first_heading()" in file.read_text("utf-8")
    }
    # The desk is a preview's; a translation's own page is called what `portal.titles` calls it.
    assert asking == {"portal/model.py", "portal/desk.py", "portal/checks/translations.py", "views/translated.py"}
