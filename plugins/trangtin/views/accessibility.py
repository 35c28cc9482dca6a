"""The accessibility statement: what pages offer, and what attached files do not, which every build counts anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trangtin.content.accessibility import AccessibilityCheck
from trangtin.content.values.dates import day_text
from trangtin.content.values.quantity import number_text
from trangtin.portal.checks.accessibility import MOST_MONTHS, is_outdated
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import Portal
from trangtin.signing.kinds import TextLayer
from trangtin.views import targets
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.link import Fact, Link, fact, facts, mail_link, phone_link

MOST_PAPERS = 50


@dataclass(frozen=True, slots=True)
class ScannedPapers:
    """Documents with files that are only pictures of text, and what their readers can do."""

    sentence: str
    """How many there are, and what to do about them."""
    links: tuple[Link, ...]
    """Newest first."""


@dataclass(frozen=True, kw_only=True)
class AccessibilityView(PageView):
    """The statement; what a unit adds in its own words is the page's content."""

    files: str
    """How many PDF files are published and how many of them are only pictures of text."""
    scans: tuple[ScannedPapers, ...]
    """The documents of those files: first those whose text is on their page, then those without."""
    checked: str
    """When a program last checked the pages, which one, and how many pages; or that none did."""
    found: str
    """What it found, in a sentence; empty where there was no check."""
    broken: tuple[Fact, ...]
    """Rules that some pages break, each with the number of pages."""
    contact: tuple[Fact, ...]
    """Whom to tell of what cannot be used, or to ask for another form of it."""
    template: str = "accessibility.html"


def accessibility_view(portal: Portal) -> AccessibilityView:
    """The view of the page."""
    shown = [document for document in portal.documents if not document.head.is_withdrawn]
    layers = [file.facts.text_layer for document in shown for file in document.files if file.facts]
    read = [layer for layer in layers if layer is not None]
    scanned = sum(layer is not TextLayer.FULL for layer in read)
    unit = portal.settings.unit
    return AccessibilityView(
        title=targets.TITLES[targets.ACCESSIBILITY],
        description=f"Trang {unit.name} hỗ trợ người khuyết tật, người cao tuổi những gì và còn thiếu gì",
        crumbs=(home_link(),),
        files=_counted(len(read), scanned),
        scans=tuple(_scans(shown, portal)),
        checked=_checked(portal.accessibility),
        found=_found(portal),
        broken=tuple(
            Fact(each.means or each.rule, (Link(f"{number_text(each.pages)} trang"),))
            for each in (portal.accessibility.faults if portal.accessibility else ())
        ),
        contact=facts(
            fact("Địa chỉ", unit.address),
            fact("Điện thoại", phone_link(unit.phone)),
            fact("Thư điện tử", mail_link(unit.email)),
            fact("Các đơn vị", Link("Liên hệ với từng đơn vị", targets.CONTACT)),
        ),
    )


def _checked(check: AccessibilityCheck | None) -> str:
    if check is None:
        return "Chưa có kết quả kiểm bằng công cụ nào được ghi lại cho trang này."
    browser = f" trên {check.browser}" if check.browser else ""
    ways = f", mỗi trang {len(check.ways)} cách xem ({'; '.join(check.ways)})" if check.ways else ""
    return f"Ngày {day_text(check.date)}, công cụ {check.tool}{browser} kiểm {number_text(check.pages)} trang{ways}."


def _found(portal: Portal) -> str:
    check = portal.accessibility
    if check is None:
        return ""
    said = f"Có {len(check.faults)} quy tắc chưa đạt:" if check.faults else "Không tìm thấy lỗi nào."
    old = f"Lần kiểm này đã quá {MOST_MONTHS} tháng, kết quả có thể không còn đúng. "
    return f"{old if is_outdated(check, portal.today) else ''}{said}"


def _counted(total: int, scanned: int) -> str:
    if not total:
        return "Trang chưa đăng tệp PDF nào."
    if not scanned:
        return f"Cả {number_text(total)} tệp PDF trên trang đều có lớp chữ: tìm, chép và đọc thành tiếng được."
    return (
        f"{number_text(scanned)} trong {number_text(total)} tệp PDF trên trang có trang chỉ là ảnh quét: "
        "máy đọc màn hình không đọc được."
    )


def _scans(shown: Iterable[LinkedDocument], portal: Portal) -> Iterator[ScannedPapers]:
    scanned = [
        document.path
        for document in shown
        if any(file.facts and file.facts.text_layer not in {None, TextLayer.FULL} for file in document.files)
    ]
    with_text = [path for path in scanned if path not in portal.textless]
    without = [path for path in scanned if path in portal.textless]
    for paths, sentence in (
        (with_text, "{count} văn bản có nội dung bằng chữ ở trang của văn bản ấy:"),
        (
            without,
            "{count} văn bản chỉ có tệp quét, trang chưa có nội dung bằng chữ. Cần đọc thì yêu cầu đơn vị gửi bản có "
            "chữ hoặc đọc cho nghe, theo cách liên hệ ở cuối trang này:",
        ),
    ):
        if paths:
            links = tuple(Link(portal.titles[path], path) for path in paths[:MOST_PAPERS])
            yield ScannedPapers(sentence.format(count=number_text(len(paths))), links)
