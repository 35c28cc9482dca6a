"""Checks of whole campaigns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.dates import day_text
from trangtin.portal.bearings import Bearings
from trangtin.portal.catalogue import Catalogue, campaign_slug
from trangtin.portal.checks.duties import A_YEAR
from trangtin.portal.checks.units import lead_without_heir
from trangtin.portal.lifecycle import CampaignState, lifecycle_of, may_be_of_less
from trangtin.portal.statements import Holder

RESERVED = frozenset({"nam", "trang", "khoi", "tinh-trang", "hinh-thuc", "nhiem-ky", "so-sanh"})
"""Names that lists under `/phong-trao/` use themselves."""

_DAY = "date: 13/4/2021"
_DECIDING = (
    *("type", "title", "date", "issuer", "level", "received", "campaign"),
    *("draft", "review", "published", "withdrawn", "recalls", "replaces", "tasks", "milestones", "awards"),
)
"""Keys of documents that say whether one closes a campaign, or calls it off."""


def check_campaigns(catalogue: Catalogue, bearings: Bearings) -> Iterator[Problem]:
    """Slugs used twice or reserved; offsets without an anchor or past the end; closing reports that are late."""
    by_slug: dict[str, list[Entry[Campaign]]] = defaultdict(list)
    documents = defaultdict(list)
    for document in catalogue.reading.documents:
        documents[catalogue.campaign_of(document)].append(document)
    for entry in catalogue.reading.campaigns:
        slug = campaign_slug(entry)
        by_slug[slug].append(entry)
        if slug in RESERVED:
            yield Problem(
                entry.path,
                1,
                Code.DUPLICATE_CAMPAIGN,
                f"tên thư mục '{slug}' dành cho các trang danh sách",
                "đổi tên thư mục",
                f"{slug}-{entry.head.start.year}",
            )
        life = lifecycle_of(catalogue, bearings, entry.head, documents[slug])
        is_known = _is_state_known(catalogue, entry, documents[slug])
        is_waited_for = life.report is None and not life.state.is_settled
        if is_known and is_waited_for and _is_overdue(entry.head, catalogue.today):
            yield Problem(
                entry.path,
                entry.line("report_due"),
                Code.REPORT_OVERDUE,
                f"đã quá hạn báo cáo tổng kết ({day_text(entry.head.report_due)}) mà chưa có báo cáo",
                "đăng báo cáo tổng kết của đơn vị (type: BC, không ghi issuer, level) trong thư mục của phong trào",
                "type: BC",
                Severity.NOTICE,
            )
        if is_known and life.report is not None and life.state is CampaignState.REPORTED:
            yield from _unnamed(catalogue, life.report, entry)
        if is_known:
            yield from lead_without_heir(catalogue, entry, life.state)
        setting: tuple[Holder, ...] = (entry, *documents[slug])
        for holder in setting:
            yield from _steps(holder, entry)
    for document in documents[None]:
        yield from _steps(document, None)
    for slug, same in by_slug.items():
        for entry in same[1:]:
            yield Problem(
                entry.path,
                1,
                Code.DUPLICATE_CAMPAIGN,
                f"đã có phong trào '{slug}' ở {same[0].path}",
                "đổi tên một thư mục: tên phong trào là duy nhất qua mọi năm",
                f"{slug}-{entry.head.start.year}",
            )


def _unnamed(catalogue: Catalogue, report: Entry[Document], campaign: Entry[Campaign]) -> Iterator[Problem]:
    """A report that closes the campaign by its day alone, and may be of one of its works."""
    day = report.head.date
    if may_be_of_less(report, campaign.head) and day is not None and catalogue.today - day <= A_YEAR:
        yield Problem(
            report.path,
            report.line("title"),
            Code.FINAL_REPORT_UNNAMED,
            f"trích yếu không có chữ 'tổng kết' mà phong trào '{campaign_slug(campaign)}' đang tính là đã tổng kết bằng"
            f" báo cáo này, vì là báo cáo sớm nhất từ ngày kết thúc ({day_text(campaign.head.end)})",
            "đúng là báo cáo tổng kết thì để nguyên; không phải thì chuyển tệp ra ngoài thư mục của phong trào,"
            " đến khi có báo cáo tổng kết",
            severity=Severity.NOTICE,
        )


def _is_state_known(catalogue: Catalogue, campaign: Entry[Campaign], documents: Iterable[Entry[Document]]) -> bool:
    """Whether nothing that cannot be read may be what closes it or calls it off."""
    if not campaign.reads("title", "start", "end", "report_due", "withdrawn", "draft"):
        return False
    unread = (path.startswith(f"{campaign.folder}/") for path in catalogue.broken)
    return not any(unread) and all(document.reads(*_DECIDING) for document in documents)


def _is_overdue(campaign: Campaign, today: date) -> bool:
    """Whether the report is late. It may be due before the last day: that of a whole year mostly is."""
    return not campaign.is_withdrawn and campaign.report_due is not None and campaign.report_due < today


def _steps(holder: Holder, campaign: Entry[Campaign] | None) -> Iterator[Problem]:
    """Steps of a campaign or document that count from an anchor: there is one, and they end after they begin."""
    if not holder.reads("campaign") or (campaign is not None and not campaign.reads("anchor")):
        return
    anchor = campaign.head.anchor if campaign is not None else None
    for index, step in enumerate(holder.head.milestones):
        begins = step.day(anchor)
        if step.offset is None:
            continue
        if campaign is None:
            message, remedy, example = "'offset' chỉ dùng được trong một phong trào có 'anchor'", "dùng 'date'", _DAY
        elif begins is None and holder is campaign:
            continue  # its own head says so
        elif begins is None:
            message = f"'offset' cần ngày mốc nhưng phong trào '{campaign_slug(campaign)}' chưa có 'anchor'"
            remedy, example = f"thêm 'anchor' vào {campaign.path} hoặc dùng 'date'", _DAY
        elif step.until is not None and step.until < begins:
            message = f"'until' ({day_text(step.until)}) trước ngày bắt đầu tính từ ngày mốc ({day_text(begins)})"
            remedy, example = "sửa 'until' hoặc 'offset'", f"until: {day_text(begins)}"
        else:
            continue
        key = "offset" if begins is None else "until"
        line = holder.line("milestones", index, key)
        yield Problem(holder.path, line, Code.CONTRADICTION, message, remedy, example)
