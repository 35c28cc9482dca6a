"""What all open data has in common: the head of a file, names, and the catalogue in which programs find the files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import WithJsonSchema
from typing_extensions import TypedDict

from trangtin.content.page import PageHead
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.targets import AddressOf

FORMAT = 1
"""Raised when a field is taken away or changes its meaning, never for a new field."""


DayText = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]
"""A day in ISO 8601."""
Address = Annotated[str, WithJsonSchema({"type": "string", "format": "uri-reference"})]


class Named(TypedDict):
    """Something with a name in addresses."""

    id: str
    title: str


class WithdrawalRecord(TypedDict):
    """When and why a page was taken back."""

    date: DayText
    reason: str


class Head(TypedDict):
    """What every file says of itself before its records."""

    format: int
    title: str
    publisher: str
    licence: str
    url: Address
    """The page where people read the same."""
    made: DayText
    """Day of the build; states are those of this day."""
    count: int


@dataclass(frozen=True, slots=True)
class Distribution:
    """One form in which a dataset can be had."""

    target: str
    media_type: str
    schema: str | None = None
    """Target of its JSON Schema."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A set of records that the portal publishes."""

    name: str
    """Its name in addresses."""
    title: str
    description: str
    page: str
    """Target of the page where people read the same."""
    keywords: tuple[str, ...]
    forms: tuple[Distribution, ...]


def head_of(portal: Portal, page: str, count: int, address: AddressOf, *, title: str | None = None) -> Head:
    """The head of a file of `count` records, called as the target `page` is unless it has a `title` of its own."""
    unit = portal.settings.unit.name
    return {
        "format": FORMAT,
        "title": f"{title or targets.TITLES[page]} - {unit}",
        "publisher": unit,
        "licence": portal.settings.licence,
        "url": address(page),
        "made": portal.today.isoformat(),
        "count": count,
    }


def iso(day: date | None) -> str | None:
    """A day as text, where it is known."""
    return day.isoformat() if day else None


def withdrawal(head: PageHead) -> WithdrawalRecord | None:
    """Set for what was taken back."""
    gone = head.withdrawn
    return {"date": gone.date.isoformat(), "reason": gone.reason} if gone else None


def campaign_named(portal: Portal, slug: str | None) -> Named | None:
    """A public campaign by its slug."""
    found = portal.campaign_named.get(slug or "")
    return {"id": found.slug, "title": found.head.title} if found else None


def unit_named(portal: Portal, unit: str | None, day: date | None) -> Named | None:
    """A public sub-unit by its id, under the name it bore on `day` (None: today)."""
    found = portal.unit_named.get(unit or "")
    return {"id": found.id, "title": found.entry.head.unit.name_on(day or portal.today)} if found else None


ASSIGNMENTS = "Nhiệm vụ, công trình, phần việc"
"""What the tasks and works of all sub-units are called together; no page bears that name."""
JSON = "application/json"
CSV = "text/csv"
DATASETS = (
    Dataset(
        "van-ban",
        "Danh mục văn bản",
        "Số, ký hiệu, trích yếu, ngày ban hành, cơ quan, hiệu lực, quan hệ và tệp của mọi văn bản đã đăng",
        targets.LIBRARY,
        ("văn bản", "công khai", "hiệu lực"),
        (
            Distribution(targets.OPEN_DOCUMENTS, JSON, targets.schema("van-ban")),
            Distribution(targets.DOCUMENT_TABLE, CSV),
        ),
    ),
    Dataset(
        "phong-trao",
        targets.TITLES[targets.CAMPAIGNS],
        "Thời gian, tình trạng, đơn vị, tiêu chí và tiến độ của các phong trào thi đua",
        targets.CAMPAIGNS,
        ("phong trào", "thi đua"),
        (Distribution(targets.OPEN_CAMPAIGNS, JSON, targets.schema("phong-trao")),),
    ),
    Dataset(
        "tin-tuc",
        targets.TITLES[targets.NEWS],
        "Tiêu đề, ngày đăng, tóm tắt, tác giả và chủ đề của các tin",
        targets.NEWS,
        ("tin tức",),
        (Distribution(targets.OPEN_NEWS, JSON, targets.schema("tin-tuc")),),
    ),
    Dataset(
        "viec",
        ASSIGNMENTS,
        "Việc của từng đơn vị, hạn, tình trạng và minh chứng",
        targets.UNITS,
        ("nhiệm vụ", "tiến độ", "thi đua"),
        (Distribution(targets.OPEN_ASSIGNMENTS, JSON, targets.schema("viec")),),
    ),
    Dataset(
        "thong-tin-cong-khai",
        "Danh mục thông tin phải được công khai",
        "Tên, số, ký hiệu, ngày, hình thức, thời điểm, thời hạn công khai và địa chỉ của từng thông tin",
        targets.DISCLOSURE,
        ("tiếp cận thông tin", "công khai"),
        (Distribution(targets.DISCLOSURE_TABLE, CSV),),
    ),
    Dataset(
        "pho-bien-kip-thoi",
        targets.TITLES[targets.PROMPTNESS],
        "Số văn bản đăng đúng hạn, muộn và số ngày làm việc từ khi nhận đến khi đăng, từng quý",
        targets.PROMPTNESS,
        ("công khai", "kịp thời"),
        (Distribution(targets.PROMPTNESS_TABLE, CSV),),
    ),
    Dataset(
        "khen-thuong",
        targets.TITLES[targets.AWARDS],
        "Hình thức khen thưởng, tập thể, cá nhân được khen, quyết định khen thưởng và việc thu hồi",
        targets.AWARDS,
        ("khen thưởng", "thi đua"),
        (
            Distribution(targets.OPEN_AWARDS, JSON, targets.schema("khen-thuong")),
            Distribution(targets.AWARD_TABLE, CSV),
        ),
    ),
)
"""All open data of a portal."""
