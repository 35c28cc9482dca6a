"""Names of the pages that no file stands behind. Only the host knows their addresses."""

from __future__ import annotations

from trangtin.portal.attachments import FILE

HOME = "list:home"
CAMPAIGNS = "list:campaigns"
LIBRARY = "list:library"
NEWS = "list:news"
UNITS = "list:units"
SITE_MAP = "list:site-map"
CONTACT = "list:contact"
SEARCH = "list:search"
PROBLEMS = "list:problems"
FILE_CHECK = "list:file-check"
DISCLOSURE = "list:disclosure"
ACCESSIBILITY = "list:accessibility"
OPEN_DOCUMENTS = "data:documents"
REGISTER = "data:register"
CHANGES = "data:changes"
OPEN_CAMPAIGNS = "data:campaigns"
OPEN_NEWS = "data:news"
OPEN_ASSIGNMENTS = "data:assignments"
DOCUMENT_TABLE = "data:document-table"
AWARD_TABLE = "data:award-table"
DISCLOSURE_TABLE = "data:disclosure-table"
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
}
"""What a cut is called in an address (`?loai=ke-hoach`, `/van-ban/loai/ke-hoach/`) and in data."""


def filtered(base: str, facet: str, value: str) -> str:
    """The list `base` cut down to one value of one facet."""
    return f"{base}/{facet}/{value}"


def numbered(target: str, page: int) -> str:
    """Page `page` (from 1) of a list."""
    return target if page == 1 else f"{target}?{page}"


def file_target(path: str) -> str:
    """An attached file offered for download."""
    return f"{FILE}{path}"


def picture_target(path: str) -> str:
    """The picture of an attached file's first page."""
    return f"picture:{path}"


def feed(page: str, number: int = 1) -> str:
    """The feed that belongs to the page or list `page`; `number` counts the pages of a long feed from 1."""
    return f"feed:{page}?{number}"


def schema(dataset: str) -> str:
    """The JSON Schema of a set of open data."""
    return f"schema:{dataset}"


def calendar(page: str) -> str:
    """The calendar that belongs to the page or list `page`."""
    return f"calendar:{page}"


def take_apart(target: str) -> tuple[str, tuple[str, ...], int]:
    """Take a list target apart: its base, (facet, value) or nothing, its page number."""
    name, _, page = target.removeprefix("list:").partition("?")
    base, *facet = name.split("/")
    return base, tuple(facet), int(page or 1)
