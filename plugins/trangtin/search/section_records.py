"""What search knows of the pages that the portal makes itself: lists of others, ways to ask and to answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.options.settings import Settings
from trangtin.content.values.dates import day_text
from trangtin.portal.model import Portal
from trangtin.portal.promptness import quarters
from trangtin.search.record import FacetValue, Field, SearchRecord, facets_of_kind
from trangtin.search.record_parts import fields_of
from trangtin.views import targets

PAGE = FacetValue("trang", "Trang thông tin")


@dataclass(frozen=True, slots=True)
class _Section:
    """A page that readers look for by name."""

    target: str
    about: str
    """What an answer says below the title."""
    names: tuple[str, ...] = ()
    """What else people call it, or come for. Phrases of their own: one everyday word would lead away from papers."""
    own: str = ""
    """The part of the title that is searched, where the rest is everyday words that should lead to papers."""
    is_of_all: bool = False
    """True where each item of the list bears the list's name too."""


_SECTIONS = (
    _Section(
        targets.LIBRARY,
        "Văn bản của đơn vị và của cấp trên, mới nhất trước; lọc theo loại, cơ quan, năm, lĩnh vực",
        ("Tra cứu văn bản", "Danh mục văn bản", "Văn bản mới"),
        is_of_all=True,
    ),
    _Section(targets.NEWS, "Tin tức, sự kiện, mới nhất trước", ("Tin mới",), is_of_all=True),
    _Section(
        targets.CAMPAIGNS,
        "Các phong trào, đợt thi đua theo tình trạng",
        ("Các đợt thi đua",),
        is_of_all=True,
    ),
    _Section(
        targets.COMPARISON,
        "Thời gian, việc, văn bản, tin, khen thưởng, báo cáo của từng phong trào",
        ("So sánh phong trào",),
        own="So sánh",
    ),
    _Section(
        targets.AWARDS,
        "Tập thể, cá nhân được khen thưởng, theo quyết định nào",
        ("Sổ khen thưởng", "Danh sách khen thưởng"),
    ),
    _Section(
        targets.UNITS,
        "Các đơn vị trực thuộc, người phụ trách, điện thoại",
        ("Cơ cấu tổ chức", "Sơ đồ tổ chức", "Tổ chức bộ máy", "Danh sách đơn vị", "Phòng ban"),
    ),
    _Section(
        targets.ARCHIVE,
        "Phong trào, văn bản, tin, khen thưởng theo nhiệm kỳ, năm",
        ("Kho lưu trữ", "Theo nhiệm kỳ, năm học"),
    ),
    _Section(
        targets.DISCLOSURE,
        "Danh mục thông tin phải được công khai, cách yêu cầu cung cấp thông tin, dữ liệu mở",
        ("Yêu cầu cung cấp thông tin", "Danh mục công khai"),
    ),
    _Section(
        targets.FILE_CHECK,
        "Tệp tải về có đúng là tệp đã đăng, có bị sửa không: so bằng mã SHA-256; chữ ký số trong tệp đã đăng",
        ("Kiểm tra chữ ký số", "Kiểm tra văn bản thật giả"),
    ),
    _Section(
        targets.PROMPTNESS,
        "Văn bản của cơ quan khác được đăng sau mấy ngày làm việc kể từ ngày nhận, từng quý",
        own="Đăng kịp thời",
    ),
    _Section(
        targets.CONTACT,
        "Địa chỉ, số điện thoại, thư điện tử và cách liên hệ",
        ("Địa chỉ, số điện thoại",),
    ),
    _Section(
        targets.FEEDBACK,
        "Góp ý, đánh giá mức độ hài lòng, gửi câu hỏi và phản ánh, báo thông tin chưa đúng",
        ("Gửi phản ánh, kiến nghị", "Gửi góp ý", "Hỏi đáp", "Hòm thư góp ý"),
        own="Góp ý",
    ),
    _Section(
        targets.ACCESSIBILITY,
        "Trang hỗ trợ người khuyết tật, người cao tuổi những gì và còn thiếu gì",
        ("Cỡ chữ, tương phản", "Hỗ trợ người khuyết tật"),
    ),
    _Section(
        targets.SITE_MAP,
        "Mọi mục, mọi danh sách của trang",
        ("Sơ đồ website", "Sơ đồ cổng thông tin", "Sitemap"),
    ),
)
_BY_NAME = {section.target.removeprefix("list:"): section for section in _SECTIONS}


def sections_of(portal: Portal) -> Iterator[SearchRecord]:
    """Records of pages that no editor's file stands behind; lists only where they hold something."""
    pages = {page.path.removeprefix(f"{portal.layout.docs}/") for page in portal.pages}
    written = {target for target, file in targets.SECTION_FILES.items() if file in pages}
    empty = _empty(portal)
    for section in _SECTIONS:
        if section.target not in written and section.target not in empty:
            yield _record(section, targets.TITLES[section.target], *section.names, *_drawn(section.target, portal))
    for term in portal.settings.terms:
        about = f"Phong trào, văn bản, tin, khen thưởng từ {day_text(term.start)} đến {day_text(term.end)}"
        yield _record(_Section(targets.filtered(targets.ARCHIVE, "term", term.slug), about), term.name)


def names_of(section: str | None) -> tuple[str, ...]:
    """What else people call a section, for the page that an editor wrote in its place."""
    return _BY_NAME[section].names if section in _BY_NAME else ()


def contact_texts(settings: Settings) -> tuple[str, ...]:
    """What the contact page says beside its own text of how the unit speaks: to the press, on other channels."""
    who = settings.spokesperson
    spoken = ", ".join(filter(None, (who.name, who.position, who.phone, who.email))) if who else None
    return (*((f"Người phát ngôn: {spoken}",) if spoken else ()), *(channel.name for channel in settings.channels))


def _empty(portal: Portal) -> set[str]:
    """Lists that hold nothing yet, and pages about things that the portal does not have."""
    holds = {
        targets.LIBRARY: portal.documents,
        targets.NEWS: portal.news,
        targets.CAMPAIGNS: portal.campaigns,
        targets.COMPARISON: portal.standing_campaigns[1:],
        targets.AWARDS: portal.awards,
        targets.UNITS: portal.units,
        targets.ARCHIVE: (*portal.documents, *portal.campaigns, *portal.news),
        targets.DISCLOSURE: portal.documents,
        targets.FILE_CHECK: portal.documents,
        targets.PROMPTNESS: quarters(portal.deliveries),
    }
    return {target for target, held in holds.items() if not held}


def _drawn(target: str, portal: Portal) -> tuple[str, ...]:
    if target == targets.CONTACT:
        return contact_texts(portal.settings)
    if target == targets.AWARDS:
        return tuple(dict.fromkeys(granted.form for granted in portal.awards))
    return ()


def _record(section: _Section, title: str, *names: str) -> SearchRecord:
    return SearchRecord(
        target=section.target,
        title=title,
        line=PAGE.label,
        day=None,
        fields=fields_of(
            (Field.TITLE, section.own or title),
            (Field.CITATION, title if section.is_of_all else None),
            (Field.SUMMARY, section.about),
            *((Field.NAMES, name) for name in names),
        ),
        facets=facets_of_kind(PAGE),
        body="",
        is_printed=False,
        opening=(section.about,),
        closing=(),
    )
