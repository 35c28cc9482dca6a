"""Documents of NukeViet's module `laws` as documents of a portal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from trangtin.content.document import Document
from trangtin.content.text import large, one_line, same_words
from trangtin.content.values.doctype import TYPES, DocumentType
from trangtin.content.values.number import DocumentNumber, parse_number
from trangtin.importer.nukeviet.arrival import Arrival, Names, by_id, day_of, is_for_all, listed, uploaded
from trangtin.importer.nukeviet.dump import Row
from trangtin.importer.nukeviet.hypertext import as_text
from trangtin.importer.nukeviet.old_site import OldAddresses, OldModule, OldSite


def laws_of(
    site: OldSite, module: OldModule, plans: str, unit: str | None, names: Names, today: date
) -> Iterator[Arrival]:
    """All documents of one module; `plans` is the folder of documents, `unit` the name of the portal's own unit."""
    rows = {part: site.dump.rows(f"{module.tables}_{part}") for part in _PARTS}
    by_part = {part: by_id(found) for part, found in rows.items()}
    areas: dict[str, list[str]] = {}
    for row in rows["row_area"]:
        areas.setdefault(row["row_id"], []).append(as_text(by_part["area"].get(row["area_id"], {}).get("title", "")))
    replaced: dict[str, list[str]] = {}
    for row in rows["set_replace"]:
        if (former := by_part["row"].get(row["oid"])) and (number := _number(one_line(former["code"]), [])):
            replaced.setdefault(row["nid"], []).append(number.text)
    for row in rows["row"]:
        code, told = one_line(row["code"]), f"văn bản {row['id']} “{as_text(row['title'])}”"
        doubts: list[str] = []
        number = _number(code, doubts)
        kind = _type(number, as_text(by_part["cat"].get(row["cid"], {}).get("title", "")), doubts)
        issuer = as_text(by_part["subject"].get(row["sid"], {}).get("title", ""))
        day = day_of(row["publtime"])
        if day is None:
            doubts.append("date (Ngày ban hành): trang cũ không ghi")
        old = _addresses(site, module, row)
        effective, over = day_of(row["startvalid"]), day_of(row["exptime"])
        was_public = row["status"] == "1" and is_for_all(row["groups_view"]) and is_for_all(row["groups_download"])
        head: dict[str, object] = {
            "type": kind.code or kind.name,
            "number": number.text if number else None,
            "date": day,
            "issuer": None if unit and same_words(issuer, unit) else issuer,
            "title": _subject(as_text(row["title"]), code),
            "signer": _signer(by_part["signer"].get(row["sgid"]), doubts),
            "areas": [area for area in areas.get(row["id"], ()) if area],
            "replaces": replaced.get(row["id"]),
            "effective": effective if effective != day else None,
            "expires": over,
            "redirect_from": list(old.shown),
            "draft": not was_public,
        }
        folder = f"{plans}/{(day or today).year}"
        yield Arrival(
            told,
            Document,
            names.take(folder, number.slug if number else row["alias"], row["id"]),
            {key: value for key, value in head.items() if value},
            row["introtext"] + row["bodytext"],
            old.all,
            files=tuple(uploaded(module.uploads, each) for each in listed(row["files"])),
            doubts=tuple(doubts),
        )


_PARTS = ("row", "row_area", "area", "cat", "subject", "signer", "set_replace")


def _number(code: str, doubts: list[str]) -> DocumentNumber | None:
    try:
        return parse_number(code)
    except ValueError as error:
        doubts.append(f"number (Số, ký hiệu): trang cũ ghi “{code}”, {error}")
        return None


def _type(number: DocumentNumber | None, category: str, doubts: list[str]) -> DocumentType:
    """By the category, as a person chose it; else by the symbol; else a công văn, to be looked at."""
    for kind in TYPES:
        if same_words(kind.name, category):
            return kind
    for kind in TYPES:
        if number and kind.code and kind.code == number.type_code:
            return kind
    doubts.append(f"type (Loại văn bản): trang cũ ghi “{category}”, chưa rõ là loại nào nên tạm ghi Công văn")
    return next(kind for kind in TYPES if kind.name == "Công văn")


def _subject(title: str, code: str) -> str:
    """The trích yếu, without the type, number and day that many clerks typed before it."""
    kinds = "|".join(re.escape(kind.name) for kind in TYPES)
    start = rf"(?i)^(?:(?:{kinds})\s+)?(?:số\s*:?\s*)?{re.escape(code)}(?:\s*,?\s*ngày\s+[\d/.-]+)?\s*[:,;–-]?\s*"
    rest = re.sub(start, "", title) if code else title
    return large(rest) if rest else title


def _signer(row: Row | None, doubts: list[str]) -> Mapping[str, str] | None:
    if row is None or not row["title"].strip():
        return None
    name, position = as_text(row["title"]), as_text(row.get("positions", ""))
    if not position:
        doubts.append(f"signer (Người ký): trang cũ ghi “{name}”, thiếu chức vụ")
        return None
    return {"name": name, "position": position}


def _addresses(site: OldSite, module: OldModule, row: Row) -> OldAddresses:
    return site.addresses(module, f"detail/{row['alias']}", site.list_end) if row["alias"] else OldAddresses()
