"""Items of NukeViet's module `news` as news of a portal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trangtin.content.news import News
from trangtin.importer.nukeviet.arrival import Arrival, Names, by_id, day_of, file_links, is_for_all, listed, uploaded
from trangtin.importer.nukeviet.dump import Row
from trangtin.importer.nukeviet.hypertext import as_text
from trangtin.importer.nukeviet.old_site import OldAddresses, OldModule, OldSite


def news_of(site: OldSite, module: OldModule, folder: str, names: Names, today: date) -> Iterator[Arrival]:
    """All items of one module; `folder` is that of news in the repository."""
    rows = site.dump.rows
    categories = by_id(rows(f"{module.tables}_cat"), "catid")
    sources = by_id(rows(f"{module.tables}_sources"), "sourceid")
    texts = _texts(site, module)
    tags: dict[str, list[str]] = {}
    for row in rows(f"{module.tables}_tags_id"):
        tags.setdefault(row["id"], []).append(row.get("keyword", ""))
    for row in rows(f"{module.tables}_rows"):
        number, title = row["id"], as_text(row["title"])
        category = categories.get(row["catid"], {})
        text = texts.get(number, {})
        day = day_of(row["publtime"]) or day_of(row.get("addtime", "")) or today
        changed = day_of(row.get("edittime", ""))
        source = as_text(text.get("sourcetext") or sources.get(row.get("sourceid", ""), {}).get("title", ""))
        told = [category.get("title", ""), *tags.get(number, ())]
        old = _addresses(site, module, row, category)
        head: dict[str, object] = {
            "title": title,
            "date": day,
            "updated": changed if changed and changed > day else None,
            "summary": as_text(row["hometext"]),
            "author": as_text(row.get("author", "")),
            "source": source,
            "tags": list(dict.fromkeys(tag for text in told if (tag := as_text(text)))),
            "redirect_from": list(old.shown),
            "draft": not _was_public(row, category, today),
        }
        picture = row.get("homeimgfile", "")
        files = (uploaded(module.uploads, each) for each in listed(text.get("files", "")))
        yield Arrival(
            f"tin {number} “{title}”",
            News,
            names.take(f"{folder}/{day.year}", row["alias"] or title, number),
            {key: value for key, value in head.items() if value},
            text.get("bodyhtml", "") + file_links(files),
            old.all,
            (uploaded(module.uploads, picture), as_text(row.get("homeimgalt", "")) or title) if picture else None,
        )


def _texts(site: OldSite, module: OldModule) -> dict[str, Row]:
    """Texts by the number of the item; versions before 4.2 kept them in tables of 2,000 each."""
    tables = [name for name in site.dump.tables if name.startswith(f"{module.tables}_bodyhtml_")]
    rows = [row for name in (*sorted(tables), f"{module.tables}_detail") for row in site.dump.rows(name)]
    return by_id(rows)


def _addresses(site: OldSite, module: OldModule, row: Row, category: Row) -> OldAddresses:
    if not row["alias"] or not category.get("alias"):
        return OldAddresses()
    return site.addresses(module, f"{category['alias']}/{row['alias']}-{row['id']}{site.page_end}", "")


def _was_public(row: Row, category: Row, today: date) -> bool:
    """Whether the old site showed it: status 1, not expired, in a category that everybody may see."""
    over = day_of(row.get("exptime", ""))
    is_open = category.get("status", "1") != "0" and is_for_all(category.get("groups_view", ""))
    return row["status"] == "1" and (over is None or over > today) and is_open
