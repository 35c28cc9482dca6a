"""Campaigns as wholes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from trangtin.content.campaign import Campaign
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem, Severity
from trangtin.portal.catalogue import Catalogue, campaign_slug
from trangtin.portal.lifecycle import CampaignState, state_on

RESERVED = frozenset({"nam", "trang", "khoi", "tinh-trang", "hinh-thuc", "nhiem-ky", "so-sanh"})
"""Names that lists under `/phong-trao/` use themselves."""


def check_campaigns(catalogue: Catalogue) -> Iterator[Problem]:
    """Slugs used twice or reserved; offsets without an anchor; closing reports that are late."""
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
        own = (document for document in documents[slug] if catalogue.is_own(document.head))
        public = [document for document in own if catalogue.is_public(document.path)]
        if state_on(catalogue.today, entry.head, public) is CampaignState.REPORT_OVERDUE:
            yield Problem(
                entry.path,
                entry.line("report_due"),
                Code.REPORT_OVERDUE,
                f"đã quá hạn báo cáo tổng kết ({entry.head.report_due:%d/%m/%Y}) mà chưa có báo cáo",
                "đăng báo cáo tổng kết của đơn vị (type: BC, level: don-vi) trong thư mục của phong trào",
                "type: BC",
                Severity.NOTICE,
            )
        if entry.head.anchor is None:
            for document in documents[slug]:
                for index, milestone in enumerate(document.head.milestones):
                    if milestone.offset is not None:
                        yield Problem(
                            document.path,
                            document.line("milestones", index, "offset"),
                            Code.CONTRADICTION,
                            f"'offset' cần ngày mốc nhưng phong trào '{slug}' chưa có 'anchor'",
                            f"thêm 'anchor' vào {entry.path} hoặc dùng 'date'",
                            "date: 13/4/2021",
                        )
    for document in documents[None]:
        for index, milestone in enumerate(document.head.milestones):
            if milestone.offset is not None:
                yield Problem(
                    document.path,
                    document.line("milestones", index, "offset"),
                    Code.CONTRADICTION,
                    "'offset' chỉ dùng được trong một phong trào có 'anchor'",
                    "dùng 'date'",
                    "date: 13/4/2021",
                )
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
