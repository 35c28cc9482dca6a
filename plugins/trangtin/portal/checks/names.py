"""Names that must exist: sub-units, campaigns, featured pages, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trangtin.content.entry import Entry
from trangtin.content.nearest import did_you_mean, nearest, nearest_from, nearest_path
from trangtin.content.page import PageHead
from trangtin.content.placement import UNITS_FOLDER
from trangtin.content.problem import Code, Problem
from trangtin.content.text import parted, slug
from trangtin.content.values.place import is_web
from trangtin.content.values.typed_text import LIST_REMEDY
from trangtin.portal.catalogue import Catalogue


def check_names(catalogue: Catalogue) -> Iterator[Problem]:
    """Every sub-unit, campaign, featured page and piece of evidence that any file names."""
    for document in catalogue.reading.documents:
        for index, task in enumerate(document.head.tasks):
            yield from _unit(catalogue, document, task.unit, "tasks", index, "unit")
            yield from _evidence(catalogue, document, task.evidence, "tasks", index)
        for index, award in enumerate(document.head.awards):
            if award.unit:
                yield from _unit(catalogue, document, award.unit, "awards", index, "unit")
        yield from _campaign(catalogue, document, document.head.campaign)
    for campaign in catalogue.reading.campaigns:
        head = campaign.head
        if head.lead:
            yield from _unit(catalogue, campaign, head.lead, "lead")
        for index, named in enumerate(head.units):
            yield from _unit(catalogue, campaign, named, "units", index)
        for index, work in enumerate(head.works):
            yield from _unit(catalogue, campaign, work.unit, "works", index, "unit")
            yield from _evidence(catalogue, campaign, work.evidence, "works", index)
        for index, path in enumerate(head.featured):
            yield from _exists(catalogue, campaign, path, "featured", index)
    for unit in catalogue.reading.units:
        if unit.head.unit.merged_into:
            yield from _unit(catalogue, unit, unit.head.unit.merged_into, "unit", "merged_into")
    for news in catalogue.reading.news:
        if news.head.unit:
            yield from _unit(catalogue, news, news.head.unit, "unit")
        yield from _campaign(catalogue, news, news.head.campaign)
        if news.head.image:
            yield from _image(catalogue, news, news.head.image.src, "image", "src")
        for index, image in enumerate(news.head.album):
            yield from _image(catalogue, news, image.src, "album", index, "src")


def _unit(catalogue: Catalogue, entry: Entry[PageHead], unit: str, *key: str | int) -> Iterator[Problem]:
    if unit not in catalogue.units and not _is_broken(catalogue, f"{UNITS_FOLDER}/{unit}.md"):
        near = _unit_named(unit, catalogue) or nearest(unit, catalogue.units)
        yield Problem(
            entry.path,
            entry.line(*key),
            Code.UNKNOWN_UNIT,
            f"không có đơn vị '{unit}'",
            did_you_mean(
                near,
                f"tạo tệp {catalogue.reading.layout.docs}/don-vi/{unit}.md",
            ),
        )


def _is_broken(catalogue: Catalogue, ending: str) -> bool:
    """Whether the file that is meant exists and cannot be read, which is reported at that file."""
    return any(path.endswith(f"/{ending}") for path in catalogue.broken)


def _unit_named(name: str, catalogue: Catalogue) -> str | None:
    """The id of the sub-unit whose full name was typed, or turned into an id, in its place."""
    known = ((unit, each) for unit, entry in catalogue.units.items() for each in entry.head.unit.all_names)
    return next((unit for unit, each in known if slug(each) == slug(name)), None)


def _campaign(catalogue: Catalogue, entry: Entry[PageHead], slug: str | None) -> Iterator[Problem]:
    if slug is None or slug in catalogue.broken_campaigns:
        return
    if slug not in catalogue.campaigns:
        yield Problem(
            entry.path,
            entry.line("campaign"),
            Code.UNKNOWN_CAMPAIGN,
            f"không có phong trào '{slug}'",
            did_you_mean(
                nearest(slug, catalogue.campaigns),
                f"tạo tệp {catalogue.reading.layout.plans}/<năm>/{slug}/index.md",
            ),
        )


def _evidence(
    catalogue: Catalogue, entry: Entry[PageHead], evidence: Iterable[str], *key: str | int
) -> Iterator[Problem]:
    for index, text in enumerate(evidence):
        if not is_web(text):
            yield from _exists(catalogue, entry, text, *key, "evidence", index)


def _exists(catalogue: Catalogue, entry: Entry[PageHead], text: str, *key: str | int) -> Iterator[Problem]:
    path = catalogue.reading.layout.resolve(entry.path, text)
    known = (catalogue.entries, catalogue.broken, catalogue.reading.attachments)
    if path is None or not any(path in names for names in known):
        near = nearest_path(path or text, catalogue.entries)
        is_list = sum(item.endswith(".md") for item in parted(text)) > 1
        yield Problem(
            entry.path,
            entry.line(*key),
            Code.EVIDENCE_TO_NOTHING,
            f"không có trang '{text}'",
            LIST_REMEDY if is_list else did_you_mean(near, "sửa đường dẫn, tính từ gốc kho"),
        )


def _image(catalogue: Catalogue, entry: Entry[PageHead], text: str, *key: str | int) -> Iterator[Problem]:
    path = catalogue.reading.layout.resolve(entry.path, text)
    if path is None or path not in catalogue.reading.attachments:
        near = nearest_from(entry.folder, path or text, catalogue.reading.attachments)
        yield Problem(
            entry.path,
            entry.line(*key),
            Code.FILE_MISSING,
            f"không có tệp ảnh '{text}'",
            did_you_mean(near, "chép ảnh vào cạnh tin, hoặc sửa đường dẫn"),
            f"src: {near}" if near else "",
        )
