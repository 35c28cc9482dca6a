"""Names of the pages that no file stands behind. Only the host knows their addresses."""

from __future__ import annotations

from collections.abc import Callable

from trangtin.content.sections import SECTION_PAGES
from trangtin.portal.attachments import FILE

AddressOf = Callable[[str], str]
"""From a target to its address; a full one for what is read outside the site."""

HOME = "list:home"
CAMPAIGNS = "list:campaigns"
COMPARISON = "list:comparison"
AWARDS = "list:awards"
ARCHIVE = "list:archive"
LIBRARY = "list:library"
PROMPTNESS = "list:promptness"
NEWS = "list:news"
UNITS = "list:units"
SITE_MAP = "list:site-map"
CONTACT = "list:contact"
SEARCH = "list:search"
PROBLEMS = "list:problems"
DESK = "list:desk"
FILE_CHECK = "list:file-check"
DISCLOSURE = "list:disclosure"
FEEDBACK = "list:feedback"
ACCESSIBILITY = "list:accessibility"
SAME_NUMBER = "list:number"
"""Prefix of pages that let readers choose between documents of one number; no page itself."""
TITLES = {
    HOME: "Trang chủ",
    CAMPAIGNS: "Phong trào thi đua",
    COMPARISON: "So sánh các phong trào thi đua",
    AWARDS: "Khen thưởng",
    ARCHIVE: "Lưu trữ",
    LIBRARY: "Văn bản",
    PROMPTNESS: "Đăng kịp thời văn bản của cơ quan khác",
    NEWS: "Tin tức",
    UNITS: "Đơn vị trực thuộc",
    SITE_MAP: "Sơ đồ trang",
    CONTACT: "Liên hệ",
    SEARCH: "Tìm kiếm",
    FILE_CHECK: "Kiểm tra tệp",
    DISCLOSURE: "Tiếp cận thông tin",
    FEEDBACK: "Góp ý, đánh giá",
    ACCESSIBILITY: "Trợ năng",
}
"""What a section is called: its heading, links to it, its open data, its answer in a search. The menu of `mkdocs.yml`
and a file that an editor writes for the section (`content/sections.py`) may call it otherwise."""


def section(name: str) -> str:
    """The page of a section by the name that `content/sections.py` has for it."""
    return f"list:{name}"


SECTION_FILES = {section(name): path for path, name in SECTION_PAGES.items()}
"""The file under `docs_dir` in which an editor may write for a section, by the section's target."""
OPEN_DOCUMENTS = "data:documents"
REGISTER = "data:register"
CHANGES = "data:changes"
OPEN_CAMPAIGNS = "data:campaigns"
OPEN_NEWS = "data:news"
OPEN_ASSIGNMENTS = "data:assignments"
DOCUMENT_TABLE = "data:document-table"
OPEN_AWARDS = "data:awards"
AWARD_TABLE = "data:award-table"
PROMPTNESS_TABLE = "data:promptness-table"
DISCLOSURE_TABLE = "data:disclosure-table"
FILE_LIST = "data:file-list"
"""The file in which the page that checks files looks up hashes."""
CATALOGUE = "data:catalogue"

WORDS = {
    "type": "loai",
    "issuer": "co-quan",
    "level": "cap",
    "year": "nam",
    "area": "linh-vuc",
    "campaign": "phong-trao",
    "validity": "hieu-luc",
    "tag": "chu-de",
    "unit": "don-vi",
    "form": "hinh-thuc",
    "kind": "doi-tuong",
    "state": "tinh-trang",
    "block": "khoi",
    "term": "nhiem-ky",
    "order": "xep",
}
"""Names of cuts in addresses (`?loai=ke-hoach`, `/van-ban/loai/ke-hoach/`) and in data."""


def section_files(docs: str) -> dict[str, str]:
    """The repository path of each section's file, by the section's target; `docs` is the folder of pages."""
    return {target: f"{docs}/{path}" for target, path in SECTION_FILES.items()}


def filtered(base: str, facet: str, value: str) -> str:
    """The list `base` cut down to one value of one facet."""
    return f"{base}/{facet}/{value}"


def same_number(name: str) -> str:
    """The page to choose on between documents of one number and year."""
    return filtered(SAME_NUMBER, "number", name)


def is_preview_only(target: str) -> bool:
    """Whether a page is for editors alone: it stands in a preview and never on a published site."""
    return target == PROBLEMS or take_apart(target)[0] == "desk"


def numbered(target: str, page: int) -> str:
    """Page `page` (from 1) of a list."""
    return target if page == 1 else f"{target}?{page}"


def campaign_tasks(slug: str) -> str:
    """The list of all tasks of a campaign."""
    return f"list:campaign-tasks~{slug}"


def unit_tasks(unit: str) -> str:
    """The list of all tasks of a sub-unit."""
    return f"list:unit-tasks~{unit}"


def is_of_one(target: str) -> bool:
    """Whether a list is of one campaign or sub-unit, and so comes and goes with what is in it."""
    return "~" in take_apart(target)[0]


def file_target(path: str) -> str:
    """An attached file offered for download."""
    return f"{FILE}{path}"


def picture_target(path: str) -> str:
    """The picture of an attached file's first page."""
    return f"picture:{path}"


def feed(page: str, number: int = 1) -> str:
    """The feed that belongs to the page or list `page`; `number` counts the pages of a long feed from 1."""
    return f"feed:{page}?{number}"


def share_picture(page: str) -> str:
    """The picture that other sites show beside a link to the page `page`."""
    return f"share:{page}"


def qr_code(page: str) -> str:
    """The QR code of the address of the page `page`."""
    return f"qr:{page}"


def changes(number: int) -> str:
    """A page of the feed of all changes, counted from 1."""
    return numbered(CHANGES, number)


def schema(dataset: str) -> str:
    """The JSON Schema of a set of open data."""
    return f"schema:{dataset}"


def calendar(page: str) -> str:
    """The calendar that belongs to the page or list `page`."""
    return f"calendar:{page}"


def in_language(tag: str, path: str) -> str:
    """The page at the repository path `path` in another language. The path of a section need not be a file."""
    return f"in:{tag}:{path}"


def take_apart(target: str) -> tuple[str, tuple[str, ...], int]:
    """The parts of a list's target: base, (facet, value) or an empty tuple, number of the page."""
    name, _, page = target.removeprefix("list:").partition("?")
    base, *facet = name.split("/")
    return base, tuple(facet), int(page or 1)
