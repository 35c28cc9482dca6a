"""The register of information that must be public (danh mục thông tin phải được công khai).

Columns after Nghị định 13/2018/NĐ-CP, Điều 6.3: name, number and symbol, day, form, time and term of publication, and
where to fetch it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trangtin.content.text import small
from trangtin.content.translation import section_of
from trangtin.portal.duties.laws import Right, right
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.machine_readable.open_data.dataset import DATASETS
from trangtin.views.page import PageView, home_link, unit_facts
from trangtin.views.parts.link import Fact, Link, day_link
from trangtin.views.promptness import promptness_link

MOST_DOCUMENTS = 50
"""Documents on the page; all are in the table for download and in the library."""
FORM = "Đăng trên Trang thông tin điện tử"
"""In which form all of it is public."""
TERM = "Lâu dài"
"""For how long: for ever, since what is withdrawn keeps its address and says why."""


@dataclass(frozen=True, slots=True)
class DisclosedItem:
    """One row of the register."""

    name: Link
    number: str | None
    """Number and symbol; None for what is no document."""
    issued: date | None
    published: date | None
    """Day of publishing; of a page its last update; None where nobody wrote either down."""

    @property
    def day(self) -> Link | None:
        """Day of the document as it is shown."""
        return day_link(self.issued) if self.issued else None

    @property
    def since(self) -> Link | None:
        """Day of publishing or update as it is shown."""
        return day_link(self.published) if self.published else None


@dataclass(frozen=True, kw_only=True)
class DisclosureView(PageView):
    """The page on access to information."""

    general: tuple[DisclosedItem, ...]
    """Pages about the unit."""
    documents: tuple[DisclosedItem, ...]
    """The newest ones."""
    total: int
    datasets: tuple[Link, ...]
    terms: str
    """In which form and for how long all of it is public."""
    request: Right | None
    """The right to ask for what is not here, in the words of the law in force."""
    contact: tuple[Fact, ...]
    """Where to ask for information."""
    template: str = "disclosure.html"


def disclosure_view(portal: Portal) -> DisclosureView:
    """The view of the page."""
    documents = tuple(_documents(portal))
    return DisclosureView(
        title=targets.TITLES[targets.DISCLOSURE],
        description=f"Danh mục thông tin phải được công khai của {portal.settings.unit.name} và cách yêu cầu cung cấp",
        crumbs=(home_link(),),
        general=tuple(_general(portal)),
        documents=documents[:MOST_DOCUMENTS],
        total=len(documents),
        datasets=(
            *(Link(f"{d.title} ({_ending(f.media_type)})", f.target) for d in DATASETS for f in d.forms),
            Link("Danh mục dữ liệu mở, theo DCAT (JSON)", targets.CATALOGUE),
        ),
        terms=f"Hình thức công khai: {small(FORM)}. Thời hạn công khai: {small(TERM)}.",
        request=right("yeu-cau-thong-tin", portal.today),
        contact=unit_facts(portal.settings),
    )


def disclosed(portal: Portal) -> Iterator[DisclosedItem]:
    """Every row of the register; withdrawn documents and pages are not in it."""
    yield from _general(portal)
    yield from _documents(portal)


def _general(portal: Portal) -> Iterator[DisclosedItem]:
    for page in portal.pages:
        if section_of(page.path, portal.layout) is None and not page.head.is_withdrawn:
            yield DisclosedItem(Link(portal.titles[page.path], page.path), None, None, page.head.updated)
    if portal.units:
        yield DisclosedItem(Link("Cơ cấu tổ chức: các đơn vị trực thuộc", targets.UNITS), None, None, None)
    if portal.awards:
        yield DisclosedItem(Link("Khen thưởng: tập thể, cá nhân, quyết định", targets.AWARDS), None, None, None)
    if (promptness := promptness_link(portal)) is not None:
        yield DisclosedItem(promptness, None, None, None)
    yield DisclosedItem(Link("Địa chỉ, đầu mối liên hệ", targets.CONTACT), None, None, None)


def _documents(portal: Portal) -> Iterator[DisclosedItem]:
    return (_document(document) for document in portal.documents if not document.head.is_withdrawn)


def _document(document: LinkedDocument) -> DisclosedItem:
    head = document.head
    name = f"{head.type.name}: {head.title}"
    number = str(head.number) if head.number else None
    return DisclosedItem(Link(name, document.path), number, head.date, head.published)


def _ending(media_type: str) -> str:
    return media_type.rpartition("/")[2].upper()
