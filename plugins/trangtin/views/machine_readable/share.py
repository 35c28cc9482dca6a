"""What the picture says that other sites show beside a shared link: a page's own facts, nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trangtin.content.media_type import media_type
from trangtin.content.values.dates import day_text
from trangtin.content.values.place import is_web
from trangtin.content.values.vocabulary import SharePictures
from trangtin.portal.linked_document import LinkedDocument, typed_number
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.views import targets
from trangtin.views.news import NewsView
from trangtin.views.page import PageView
from trangtin.views.parts.look import DEFAULT, accent_colours


@dataclass(frozen=True, slots=True)
class ShareCard:
    """The texts of one picture, from top to bottom, and its colours."""

    parent: str
    """The body above the unit; empty where there is none."""
    unit: str
    kind: str
    """What is shared: `Kế hoạch số 12/KH-TCT`, `Phong trào thi đua`."""
    title: str
    foot: str
    """Day and issuer, or period; may be empty."""
    bar: str = DEFAULT.bar
    """The unit's colour as the ground of its name; `#rrggbb`."""
    accent: str = DEFAULT.light
    """The same as text."""

    @property
    def alt(self) -> str:
        """What the picture says, for those who cannot see it."""
        said = (f"{self.kind}: {self.title}", self.foot, "" if self.unit in f"{self.title} {self.foot}" else self.unit)
        return ". ".join(part for part in said if part)


NEWEST = 1000
"""How many documents have a picture of their own, unless `mkdocs.yml` asks for all: the newest are shared most."""
SIZE = (1200, 630)
"""Width and height of a drawn picture in pixels: what large networks ask for."""
_SHOWN = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
"""Types of photographs that networks show; they cannot show drawings (SVG)."""


@dataclass(frozen=True, slots=True)
class ShareImage:
    """The picture that stands for a page elsewhere."""

    target: str
    alt: str
    size: tuple[int, int] | None
    """Pixels; None for a photograph that nobody measured."""


def share_image(view: PageView, target: str, cards: Mapping[str, ShareCard]) -> ShareImage | None:
    """The picture for the page at `target`: the photograph of a news item, its card, or the card of all pages."""
    photograph = view.picture if isinstance(view, NewsView) else None
    if photograph and media_type(photograph.target) in _SHOWN and not is_web(photograph.target):
        return ShareImage(photograph.target, photograph.alt, None)
    page = target if target in cards else targets.HOME
    card = cards.get(page)
    return ShareImage(targets.share_picture(page), card.alt, SIZE) if card else None


def share_cards(portal: Portal) -> Iterator[tuple[str, ShareCard]]:
    """Every picture as (target of its page, card); that of the home page stands for all pages without one.

    What was withdrawn has none of its own.
    """
    wanted = portal.settings.share_pictures
    if wanted is SharePictures.NONE:
        return
    unit = portal.settings.unit
    yield targets.HOME, _card(portal, "Trang thông tin điện tử", unit.name, unit.address or "")
    for campaign in portal.campaigns:
        if not campaign.head.is_withdrawn:
            yield campaign.path, _of_campaign(campaign, portal)
    most = {SharePictures.ALL: len(portal.documents), SharePictures.NEWEST: NEWEST}.get(wanted, 0)
    for document in portal.documents[:most]:
        if not document.head.is_withdrawn:
            yield document.path, _of_document(document, portal)


def _of_campaign(campaign: LinkedCampaign, portal: Portal) -> ShareCard:
    head = campaign.head
    period = f"Từ {day_text(head.start)} đến {day_text(head.end)}"
    return _card(portal, "Phong trào thi đua", head.title, period)


def _of_document(document: LinkedDocument, portal: Portal) -> ShareCard:
    head = document.head
    day = f"Ngày {day_text(head.date)} · " if head.date else ""
    return _card(portal, typed_number(head), head.title, f"{day}{document.issuer}")


def _card(portal: Portal, kind: str, title: str, foot: str) -> ShareCard:
    unit, colours = portal.settings.unit, accent_colours(portal.settings.look)
    return ShareCard(unit.parent or "", unit.name, kind, title, foot, colours.bar, colours.light)
