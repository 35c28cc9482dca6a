"""What every page has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from trangtin.content.entry import Entry
from trangtin.content.options.outreach import Feedback
from trangtin.content.options.settings import Settings
from trangtin.content.page import Page, PageHead, Withdrawal
from trangtin.content.values.dates import day_text
from trangtin.content.values.languages import VIETNAMESE, language
from trangtin.content.values.place import is_web
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.parts.formats import without_stop
from trangtin.views.parts.link import Fact, Link, Version, day_link, fact, facts, mail_link, phone_link, section_link
from trangtin.views.parts.look import AccentColours, accent_colours
from trangtin.views.words import words


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader must know before reading on."""

    title: str
    text: str = ""
    links: tuple[Link, ...] = ()
    tone: str = "info"
    """`info`, `warn` or `bad`."""
    lang: str | None = None
    """BCP 47 tag, where it is not in the language of the page."""


@dataclass(frozen=True, kw_only=True)
class PageView:
    """The base of all page views."""

    title: str
    """Text of the only h1."""
    description: str
    """One or two sentences, never empty."""
    crumbs: tuple[Link, ...] = ()
    """Links from the home page down to the parent of this page; empty on the home page."""
    notices: tuple[Notice, ...] = ()
    modified: Link | None = None
    """Day of the last change."""
    lang: str = "vi"
    frame: str = "vi"
    """BCP 47 tag of the language around the text: menu, labels, foot."""
    versions: tuple[Version, ...] = ()
    """The page in all its languages, the original first; empty where there is only one."""
    is_withdrawn: bool = False
    """Whether body and files are held back."""
    feed: Link | None = None
    """Link to the feed of what this page lists."""
    calendar: Link | None = None
    """Link to the calendar of the days on this page."""
    template: str = "page.html"
    """The page template that draws it."""

    @property
    def frame_mark(self) -> str | None:
        """The tag that marks words of the frame inside the text; None where both are in one language."""
        return None if self.lang == self.frame else self.frame

    @property
    def is_rtl(self) -> bool:
        """Whether the text is written from right to left."""
        known = language(self.lang)
        return known is not None and known.is_rtl


@dataclass(frozen=True, slots=True)
class Banner:
    """The wide picture above the home page."""

    target: str
    alt: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """What stands around the content of every page."""

    name: str
    parent: str | None
    notice: str | None
    announcements: tuple[Notice, ...]
    """Announcements of this day."""
    noindex: bool
    footer: tuple[Fact, ...]
    """What the site of a public body must say of itself (unit, who answers for it, address, phone, mail)."""
    symbol: str | None
    letter: str | None
    """Mail address for readers' letters."""
    has_form: bool
    """Whether there is a form for readers' opinions at `/gop-y/`."""
    emblem: str | None
    """Target of the unit's emblem; None: its symbol is shown."""
    banner: Banner | None
    """On the home page."""
    colours: AccentColours
    """Colours of the bar that a phone draws around the page."""
    home: str
    """Target of the link on the unit's name."""
    links: tuple[Link, ...]
    """Links at the foot."""
    licence: Link
    """The conditions for using what the site says."""
    lang: str = "vi"
    """BCP 47 tag of all these words."""
    versions: tuple[Version, ...] = ()
    """The page in all its languages, as `PageView.versions`."""


def site_view(portal: Portal) -> SiteView:
    """What stands around all pages in Vietnamese."""
    settings, look, rules = portal.settings, portal.settings.look, portal.settings.feedback
    unit = settings.unit
    return SiteView(
        name=unit.name,
        parent=unit.parent,
        notice=settings.notice,
        announcements=tuple(_announcements(settings, portal.today)),
        noindex=settings.noindex,
        footer=(*unit_facts(settings), *(Fact(each.label, (Link(each.text, each.address),)) for each in look.footer)),
        symbol=unit.symbol,
        letter=letter_to(settings),
        has_form=rules is not None and rules.endpoint is not None,
        emblem=_published(portal, look.emblem),
        banner=_banner(portal),
        colours=accent_colours(look),
        home=targets.HOME,
        links=tuple(_foot_links(rules)),
        licence=licence_in(VIETNAMESE, settings),
    )


def licence_in(frame: str, settings: Settings) -> Link:
    """The conditions for using what the site says; in the language of the frame, unless the unit wrote its own."""
    said, word = settings.licence, words(frame)
    if is_web(said):
        return Link(word("Điều kiện sử dụng lại nội dung của trang này"), said)
    if said == Settings.model_fields["licence"].default:
        return Link(word("Ghi rõ nguồn khi đăng lại nội dung của trang này."))
    return Link(f"{said.rstrip('.')}.", lang=None if frame == VIETNAMESE else VIETNAMESE)


def _foot_links(rules: Feedback | None) -> Iterable[Link]:
    yield section_link(targets.CONTACT)
    yield section_link(targets.DISCLOSURE)
    yield section_link(targets.FILE_CHECK)
    yield section_link(targets.FEEDBACK)
    if rules is not None and rules.statistics:
        yield Link("Thống kê truy cập", rules.statistics)
    yield section_link(targets.ACCESSIBILITY)
    yield section_link(targets.SITE_MAP)


def letter_to(settings: Settings) -> str | None:
    """The mail address for readers' letters: the one for feedback, else the unit's own."""
    return (settings.feedback.email if settings.feedback else None) or settings.unit.email


def _announcements(settings: Settings, today: date) -> Iterable[Notice]:
    for each in settings.announcements:
        if each.since <= today <= each.until:
            text = each.text or ""
            if each.stop:
                ended = f"{text}." if text and text[-1] not in ".!?…" else text
                text = f"{ended} Dự kiến hoạt động lại ngày {day_text(each.stop.back)}.".lstrip()
            yield Notice(each.title, text, tone="warn" if each.stop else "info")


def _published(portal: Portal, name: str | None) -> str | None:
    return portal.attachments.target(portal.layout.in_docs(name)) if name else None


def _banner(portal: Portal) -> Banner | None:
    banner = portal.settings.look.banner
    target = _published(portal, banner.src) if banner else None
    return Banner(target, banner.alt) if banner and target else None


def unit_facts(settings: Settings) -> tuple[Fact, ...]:
    """The portal unit's public facts."""
    unit = settings.unit
    return facts(
        fact("Cơ quan chủ quản", unit.parent),
        fact("Chịu trách nhiệm nội dung", unit.responsible),
        fact("Địa chỉ", unit.address),
        fact("Điện thoại", phone_link(unit.phone)),
        fact("Thư điện tử", mail_link(unit.email)),
    )


def feed_link(text: str, page: str) -> Link:
    """A link to the feed of a page or list."""
    return Link(text, targets.feed(page))


def calendar_link(text: str, page: str) -> Link:
    """A link to the calendar of a page."""
    return Link(text, targets.calendar(page))


def home_link() -> Link:
    """The first crumb of every page."""
    return section_link(targets.HOME)


def head_notices(head: PageHead, today: date) -> tuple[Notice, ...]:
    """What a reader must know of any page first: that it was taken back, or (in a preview) that it is a draft."""
    return (*_withdrawn(head), *_not_public(head, today))


def _withdrawn(head: PageHead) -> Iterable[Notice]:
    if head.withdrawn is not None:
        day = day_text(head.withdrawn.date)
        yield Notice(f"Nội dung này đã được gỡ ngày {day}", withdrawal_reason(head.withdrawn), tone="bad")


def withdrawal_reason(withdrawal: Withdrawal) -> str:
    """Why and by whom something was taken back."""
    by = f" Người quyết định: {withdrawal.by}." if withdrawal.by else ""
    return f"Lý do: {without_stop(withdrawal.reason)}.{by}"


def _not_public(head: PageHead, today: date) -> Iterable[Notice]:
    if not head.is_public(today):
        left = "; ".join(getattr(head, "review", ()))
        yield Notice("Bản xem thử: trang này chưa được đăng", f"Còn phải rà: {left}." if left else "", tone="warn")


def described(head: PageHead, summary: str | None, otherwise: str, title: str) -> str:
    """The description of a page: its summary, else `otherwise`; of a withdrawn page only that it was withdrawn."""
    return f"{title}: nội dung đã được gỡ" if head.is_withdrawn else summary or otherwise


def modified(head: PageHead) -> Link | None:
    """The day of the last change, if the editor gave one."""
    return day_link(head.updated) if head.updated else None


def plain_view(entry: Entry[Page], portal: Portal, title: str) -> PageView:
    """The view of a page that the unit wrote itself."""
    return PageView(
        title=title,
        description=described(entry.head, entry.head.summary, f"{title} - {portal.settings.unit.name}", title),
        crumbs=(home_link(),),
        notices=head_notices(entry.head, portal.today),
        modified=modified(entry.head),
        lang=entry.head.lang,
        is_withdrawn=entry.head.is_withdrawn,
    )


V = TypeVar("V", bound=PageView)


def with_head(view: V, entry: Entry[Page], today: date) -> V:
    """The view of a section with title, summary and notices from the head of its own file."""
    head = entry.head
    title = head.title or view.title
    return replace(
        view,
        title=title,
        description=described(head, head.summary, view.description, title),
        notices=(*head_notices(head, today), *view.notices),
        modified=modified(head),
        lang=head.lang,
        is_withdrawn=head.is_withdrawn,
    )
