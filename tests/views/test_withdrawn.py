"""Of what was taken back, only that it was there, when it went and why is told: on every page, in every file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.portal.drawing import portal_on
from tests.views.every_view import every_view, texts
from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.news import News
from trangtin.content.page import Page, PageHead
from trangtin.content.unit import Unit
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.for_editors.reminders import reminder_text, reminders_record
from trangtin.views.machine_readable.calendar import calendars
from trangtin.views.machine_readable.changes import changes
from trangtin.views.machine_readable.feed import feeds
from trangtin.views.machine_readable.metadata import metadata
from trangtin.views.machine_readable.news_map import news_map
from trangtin.views.machine_readable.open_data.assignments import open_assignments
from trangtin.views.machine_readable.open_data.awards import open_awards
from trangtin.views.machine_readable.open_data.campaigns import open_campaigns
from trangtin.views.machine_readable.open_data.catalogue import catalogue
from trangtin.views.machine_readable.open_data.documents import open_documents
from trangtin.views.machine_readable.open_data.news import open_news
from trangtin.views.machine_readable.open_data.tables import disclosure_table, promptness_table
from trangtin.views.machine_readable.share import share_cards
from trangtin.views.machine_readable.structured import structured_data
from trangtin.views.register import register
from trangtin.views.unit import unit_list_view

TAKEN_BACK = """
== site_src/don-vi/a.md
title: Khoa A
summary: BIMAT
unit:
  name: Khoa A
  head: Nguyễn BIMAT
  head_en: Nguyen BIMAT
  phone: 0200 3000 999
  email: bimat@truong.example
  names: [{name: Khoa BIMAT, until: 1/1/2019}]
GONE
== site_src/don-vi/b.md
unit: {name: Khoa B}
== plans/2021/c/index.md
title: Phong trào đã gỡ
slogan: BIMAT
summary: BIMAT
block: Khối BIMAT
criteria: [BIMAT]
anchor: {name: Ngày BIMAT, date: 3/3/2021}
milestones: [{title: BIMAT, date: 1/4/2021}, {title: BIMAT 2, date: 2/4/2021, until: 9/4/2021}]
works: [{unit: b, title: BIMAT, due: 1/5/2021, evidence: https://bimat.example/}]
GONE
== plans/2021/d/index.md
title: Phong trào còn
units: [a, b]
== plans/2021/d/1.md
type: QĐ
number: 1/QĐ-TCT
date: 1/2/2021
summary: BIMAT
place: BIMAT
parent: BIMAT
signer: {name: Trần BIMAT, position: BIMAT}
cosigners: [{name: Lê BIMAT, position: BIMAT}]
basis: [{title: BIMAT}]
recipients: [BIMAT]
files: [{path: bimat.pdf, title: BIMAT}]
tasks: [{unit: b, do: BIMAT, due: 1/5/2021}, {unit: a, do: BIMAT, due: 2/5/2021}]
milestones: [{title: BIMAT, date: 1/4/2021}]
awards: [{form: Giấy khen, to: BIMAT, kind: ca-nhan, position: BIMAT, unit: b, reason: BIMAT}]
areas: [BIMAT]
notes: [BIMAT]
approved_by: BIMAT
source: https://bimat.example/1
GONE
== plans/2021/d/bimat.pdf
%PDF-1.7
== site_src/tin-tuc/2021/e.md
title: Tin đã gỡ
summary: BIMAT
author: BIMAT
source: BIMAT
tags: [BIMAT]
image: {src: bimat.png, alt: BIMAT, caption: BIMAT, credit: BIMAT}
album: [{src: bimat.png, alt: BIMAT, caption: BIMAT}]
campaign: d
unit: b
pinned: true
GONE
== site_src/tin-tuc/2021/bimat.png
ảnh
== site_src/gioi-thieu.md
title: Giới thiệu
summary: BIMAT
GONE
== site_src/gioi-thieu.en.md
title: About
summary: BIMAT
GONE
""".replace("GONE", "withdrawn: {date: 2/2/2021, reason: Đăng nhầm}")


KEPT_FROM = {
    Campaign: ("plans/2021/c/index.md", "start end form report_due lead units featured"),
    Document: (
        "plans/2021/d/1.md",
        "title issuer level effective expires implements replaces amends corrects recalls campaign evidence_for done"
        " received published review",
    ),
    News: ("site_src/tin-tuc/2021/e.md", "date expires evidence_for done"),
    Unit: ("site_src/don-vi/a.md", ""),
    Page: ("site_src/gioi-thieu.md", ""),
}
"""Where each kind of head stands above, and its keys that are told all the same."""


def address(target: str) -> str:
    return target


def files(portal: Portal) -> Iterator[tuple[str, object]]:
    """All that is published beside pages."""
    yield "assignments", open_assignments(portal, address)
    yield "awards", open_awards(portal, address)
    yield "campaigns", open_campaigns(portal, address)
    yield "documents", open_documents(portal, address)
    yield "news", open_news(portal, address)
    yield "catalogue", catalogue(portal, address)
    yield "disclosure", disclosure_table(portal, address)
    yield "promptness", promptness_table(portal)
    yield "register", register(portal)
    yield "calendars", tuple(calendars(portal))
    yield "changes", tuple(changes(portal))
    yield "feeds", tuple(feeds(portal))
    yield "news map", tuple(news_map(portal))
    yield "reminders", reminder_text(portal, 90)
    yield "reminders for programs", reminders_record(portal, 90)
    yield "cards", tuple(share_cards(portal))
    for name, view in every_view(portal):
        yield f"metadata of {name}", metadata(view, name, date(2021, 3, 1), portal)
        yield f"structured data of {name}", structured_data(view, name, portal, address)


def is_secret(text: str) -> bool:
    return "bimat" in text.lower() or "3000 999" in text or "02003000999" in text


def test_no_page_tells_what_was_taken_back(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/3/2021", TAKEN_BACK)
    assert [(name, text) for name, view in every_view(portal) for text in texts(view) if is_secret(text)] == []


def test_no_file_for_programs_tells_what_was_taken_back(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/3/2021", TAKEN_BACK)
    assert [name for name, content in files(portal) if is_secret(repr(content))] == []


@pytest.mark.parametrize("kind", KEPT_FROM)
def test_every_key_of_a_head_is_taken_back_above(kind: type[PageHead]) -> None:
    """A key that is new belongs there, with a secret as its value, or among those that are told all the same."""
    path, stays = KEPT_FROM[kind]
    head = yaml.safe_load(TAKEN_BACK.split(f"== {path}\n")[1].split("\n== ")[0])
    assert kind.model_fields.keys() - PageHead.model_fields.keys() - head.keys() - set(stays.split()) == set()


def test_it_would_be_told_were_it_not_taken_back(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/3/2021", TAKEN_BACK.replace("\nwithdrawn: {date: 2/2/2021, reason: Đăng nhầm}", ""))
    told = {name for name, view in every_view(portal) for text in texts(view) if is_secret(text)}
    assert {targets.UNITS, "site_src/don-vi/a.md", "plans/2021/c/index.md", "plans/2021/d/1.md"} <= told
    assert {"site_src/tin-tuc/2021/e.md", "site_src/gioi-thieu.md", "in:en:site_src/gioi-thieu.md"} <= told
    assert {"assignments", "awards", "documents", "news", "calendars", "feeds", "reminders"} <= {
        name for name, content in files(portal) if is_secret(repr(content))
    }


def test_a_unit_whose_page_was_taken_back_is_listed_by_its_name_alone(tmp_path: Path) -> None:
    first, _ = unit_list_view(portal_on(tmp_path, "1/3/2021", TAKEN_BACK)).units
    assert first.unit.text == "Khoa A"
    assert (first.head, first.phone, first.email) == (None, None, None)
