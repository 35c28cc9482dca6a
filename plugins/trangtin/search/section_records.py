"""What search knows of the pages of a portal that list others."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.portal.model import Portal
from trangtin.portal.promptness import quarters
from trangtin.search.record import FacetValue, Field, SearchRecord
from trangtin.search.record_parts import fields_of
from trangtin.views import targets

PAGE = FacetValue("trang", "Trang thông tin")


def sections_of(portal: Portal) -> Iterator[SearchRecord]:
    """Lists that readers look for by name; those that are in the menu of every portal are not among them."""
    written = {page.path.removeprefix(f"{portal.layout.docs}/") for page in portal.pages}
    if portal.awards and "khen-thuong/index.md" not in written:
        forms = dict.fromkeys(granted.form for granted in portal.awards)
        yield _section(targets.AWARDS, "Khen thưởng", f"Sổ khen thưởng của {portal.settings.unit.name}", *forms)
    if quarters(portal.deliveries) and "van-ban/kip-thoi.md" not in written:
        about = "Văn bản của cơ quan khác được đăng sau mấy ngày làm việc kể từ ngày nhận, từng quý"
        yield _section(targets.PROMPTNESS, "Đăng kịp thời văn bản của cơ quan khác", about)
    for term in portal.settings.terms:
        about = f"Phong trào, văn bản, tin, khen thưởng từ {term.start:%d/%m/%Y} đến {term.end:%d/%m/%Y}"
        yield _section(targets.filtered(targets.ARCHIVE, "term", term.slug), term.name, about)


def _section(target: str, title: str, about: str, *names: str) -> SearchRecord:
    return SearchRecord(
        target=target,
        title=title,
        line=PAGE.label,
        day=None,
        fields=fields_of((Field.TITLE, title), (Field.SUMMARY, about), *((Field.NAMES, name) for name in names)),
        facets=(PAGE, None, None, None, None, None),
        body="",
        is_printed=False,
        opening=(about,),
        closing=(),
    )
