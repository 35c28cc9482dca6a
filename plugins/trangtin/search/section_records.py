"""What search knows of the pages of a portal that list others."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.options.settings import Settings
from trangtin.portal.model import Portal
from trangtin.portal.promptness import quarters
from trangtin.search.record import FacetValue, Field, SearchRecord
from trangtin.search.record_parts import fields_of
from trangtin.views import targets

PAGE = FacetValue("trang", "Trang thông tin")


def sections_of(portal: Portal) -> Iterator[SearchRecord]:
    """Pages that readers look for by name; lists that are in the menu of every portal are not among them."""
    written = {page.path.removeprefix(f"{portal.layout.docs}/") for page in portal.pages}
    if portal.documents and "tiep-can-thong-tin.md" not in written:
        about = "Danh mục thông tin phải được công khai, cách yêu cầu cung cấp thông tin, dữ liệu mở"
        yield _section(targets.DISCLOSURE, "Tiếp cận thông tin", about)
    if portal.documents and "kiem-tra-tep.md" not in written:
        about = "Tệp tải về có đúng là tệp đã đăng, có bị sửa không: so bằng mã SHA-256"
        yield _section(targets.FILE_CHECK, "Kiểm tra tệp", about)
    if portal.awards and "khen-thuong/index.md" not in written:
        forms = dict.fromkeys(granted.form for granted in portal.awards)
        yield _section(targets.AWARDS, "Khen thưởng", f"Sổ khen thưởng của {portal.settings.unit.name}", *forms)
    if quarters(portal.deliveries) and "van-ban/kip-thoi.md" not in written:
        about = "Văn bản của cơ quan khác được đăng sau mấy ngày làm việc kể từ ngày nhận, từng quý"
        yield _section(targets.PROMPTNESS, "Đăng kịp thời văn bản của cơ quan khác", about)
    if (spoken := contact_texts(portal.settings)) and "lien-he.md" not in written:
        yield _section(targets.CONTACT, "Liên hệ", f"Địa chỉ và cách liên hệ với {portal.settings.unit.name}", *spoken)
    for term in portal.settings.terms:
        about = f"Phong trào, văn bản, tin, khen thưởng từ {term.start:%d/%m/%Y} đến {term.end:%d/%m/%Y}"
        yield _section(targets.filtered(targets.ARCHIVE, "term", term.slug), term.name, about)


def contact_texts(settings: Settings) -> tuple[str, ...]:
    """What the contact page says beside its own text of how the unit speaks: to the press, on other channels."""
    who = settings.spokesperson
    spoken = ", ".join(filter(None, (who.name, who.position, who.phone, who.email))) if who else None
    return (*((f"Người phát ngôn: {spoken}",) if spoken else ()), *(channel.name for channel in settings.channels))


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
