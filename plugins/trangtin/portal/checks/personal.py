"""Personal data in texts, heads and attached files, but for what an editor allows with a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from trangtin.content.document import Document
from trangtin.content.entry import Entry, KeyPath, Layout
from trangtin.content.page import Exemption, PageHead
from trangtin.content.placement import UNITS_FOLDER, head_for
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.record import Record
from trangtin.content.text import one_line
from trangtin.content.translation import translated_file
from trangtin.content.unit import Unit
from trangtin.content.values.vocabulary import AwardKind
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.checks.carried import Carried
from trangtin.proofreading.commended import beyond_office
from trangtin.proofreading.personal import PersonalPlace, personal_data

F = TypeVar("F")

_CONTACTS = ("lien-he.md", "lien-he/index.md", f"{UNITS_FOLDER}/index.md")
_NOT_TEXT = frozenset({"path", "src", "evidence", "url", "email", "sha256", "redirect_from", "file"})
_REMEDY = "bỏ đi, chỉ giữ họ tên, chức vụ, đơn vị; nếu được phép công bố thì ghi 'allow' kèm lý do"
_FILE_REMEDY = "thay bằng tệp không có thông tin ấy; nếu được phép công bố thì ghi 'allow' kèm lý do và 'file'"


def check_personal(catalogue: Catalogue, carried_files: Sequence[Carried]) -> Iterator[Problem]:
    """What may not be published of a person, and exceptions that excuse nothing."""
    official = _official_numbers(catalogue)
    used: set[tuple[str, int]] = set()
    contacts: list[Entry[PageHead]] = []
    others: list[Entry[PageHead]] = []
    for entry in catalogue.inspected:
        if not entry.reads("allow"):  # nobody can tell what it is allowed
            continue
        (contacts if _is_contact(entry.path, catalogue.reading.layout) else others).append(entry)
    for is_contact in (True, False):
        check = partial(_entry, official=official, is_contact=is_contact, used=used)
        alike = contacts if is_contact else others
        for entry in alike:
            if entry.head.allow:  # which of its exceptions are used is not remembered
                yield from check(entry)
        plain = [entry for entry in alike if not entry.head.allow]
        yield from catalogue.findings.of("personal", check, plain, f"{sorted(official)} {is_contact}")
    look = partial(_file, official=official, used=used)
    for carried in carried_files:
        if carried.entry.head.allow:
            yield from look(carried)
    plainly = [each for each in carried_files if not each.entry.head.allow and each.entry.reads("allow")]
    yield from catalogue.findings.of("personal file", look, plainly, f"{sorted(official)}")
    for entry in catalogue.inspected:
        for index, exemption in enumerate(entry.head.allow):
            if (entry.path, index) not in used:
                yield Problem(
                    entry.path,
                    entry.line("allow", index),
                    Code.EXCEPTION_UNUSED,
                    f"'allow' cho phép {exemption.what.label.lower()} nhưng không có chỗ nào như vậy",
                    "bỏ mục này, hoặc sửa 'text', 'file' cho đúng chỗ",
                    severity=Severity.NOTICE,
                )


def _is_contact(path: str, layout: Layout) -> bool:
    """Whether a page is there to give telephone numbers, in whatever language: contacts, sub-units and their list."""
    translated = translated_file(path)
    original = translated.original if translated else path
    return head_for(original, layout) is Unit or original.removeprefix(f"{layout.docs}/") in _CONTACTS


def _entry(
    entry: Entry[PageHead], official: frozenset[str], is_contact: bool, used: set[tuple[str, int]]
) -> Iterator[Problem]:
    look = partial(personal_data, official=official, is_contact_page=is_contact)
    for place in look(entry.body):
        line = entry.body_line + entry.body.count("\n", 0, place.at)
        if not _is_allowed(entry, place, None, used):
            yield _problem(entry, line, place)
    for key, place in found_in_head(entry.head, look):
        if key[0] != "allow" and not _is_allowed(entry, place, None, used):
            yield _problem(entry, entry.line(*key), place)
    for key, text in _commended(entry):
        for place in beyond_office(text):
            if not _is_allowed(entry, place, None, used):
                yield _problem(entry, entry.line(*key), place)


def _commended(entry: Entry[PageHead]) -> Iterator[tuple[KeyPath, str]]:
    """What a decision writes of each person that it commends."""
    for index, award in enumerate(entry.head.awards if isinstance(entry.head, Document) else ()):
        if award.kind is AwardKind.PERSON:
            texts = (("to", award.to), ("position", award.position), ("reason", award.reason))
            yield from ((("awards", index, key), text) for key, text in texts if text)


def strings_of(value: object, key: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text in a record, with its key; not the addresses of pages and files."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from strings_of(item, (*key, index))
    elif isinstance(value, Record):
        for name, item in value.__dict__.items():
            if name not in _NOT_TEXT and not (name == "source" and isinstance(value, Document)):  # of news: a name
                yield from strings_of(item, (*key, name))


def found_in_head(head: PageHead, look: Callable[[str], Iterable[F]]) -> Iterator[tuple[KeyPath, F]]:
    """What is found in the texts of a head, with the place of each."""
    strings = list(strings_of(head))
    # All at once first: nearly every head is clean, and has dozens of strings.
    if any(True for _ in look("\n".join(text for _, text in strings))):
        for key, text in strings:
            yield from ((key, found) for found in look(text))


def _file(carried: Carried, official: frozenset[str], used: set[tuple[str, int]]) -> Iterator[Problem]:
    if carried.report.is_garbled:
        return
    kinds: dict[str, tuple[int, PersonalPlace]] = {}
    for number, page in enumerate(carried.report.text, start=1):
        for place in personal_data(page, official=official):
            if not _is_allowed(carried.entry, place, carried.name, used):
                kinds.setdefault(place.kind, (number, place))
    for number, place in kinds.values():
        where = f" ở trang {number}" if carried.report.pages else ""
        yield Problem(
            carried.entry.path,
            carried.line,
            Code.PERSONAL_DATA_IN_FILE,
            f"tệp '{carried.name}' có {place.kind.label.lower()}{where} ('{place.masked}')",
            _FILE_REMEDY,
            _example(place, carried.name),
        )


def _problem(entry: Entry[PageHead], line: int, place: PersonalPlace) -> Problem:
    message = f"có {place.kind.label.lower()} ('{place.masked}')"
    return Problem(entry.path, line, Code.PERSONAL_DATA, message, _REMEDY, _example(place))


def _example(place: PersonalPlace, file: str | None = None) -> str:
    where = f", file: {file}" if file else ""
    return f"allow: [{{what: {place.kind.value}, reason: Người ấy đồng ý công bố{where}}}]"


def _is_allowed(entry: Entry[PageHead], place: PersonalPlace, file: str | None, used: set[tuple[str, int]]) -> bool:
    for index, exemption in enumerate(entry.head.allow):
        if exemption.what is place.kind and exemption.file == file and _is_meant(exemption, place):
            used.add((entry.path, index))
            return True
    return False


def _is_meant(exemption: Exemption, place: PersonalPlace) -> bool:
    if exemption.text is None:
        return True
    return _key(exemption.text) in _key(place.data) or _key(place.data) in _key(exemption.text)


def _key(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return digits if len(digits) > 5 else one_line(text).casefold()


def _official_numbers(catalogue: Catalogue) -> frozenset[str]:
    """Digits of the telephones that the portal and its sub-units publish as theirs."""
    settings = catalogue.settings
    speaking = (settings.unit, settings.spokesperson, *settings.channels)
    named = [each.phone for each in speaking if each] + [entry.head.unit.phone for entry in catalogue.reading.units]
    numbers = (re.sub(r"\D", "", part) for phone in named if phone for part in re.split(r"[;,/]|\s-\s", phone))
    return frozenset(form for number in numbers if number for form in (number, f"84{number.removeprefix('0')}"))
