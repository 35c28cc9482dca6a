"""Numbers and addresses: (issuer, number, year) is unique (Nghị định 30/2020/NĐ-CP, Điều 15.1), so is an address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from trangtin.content.abbreviated import issuer_key
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.record import example_of
from trangtin.content.values.doctype import DocumentType, TypeGroup, find_type
from trangtin.content.values.number import DocumentNumber, NumberKind
from trangtin.portal.catalogue import Catalogue


def check_numbers(catalogue: Catalogue, slugs: Mapping[str, str]) -> Iterator[Problem]:
    """Duplicates, clashes of addresses, missing years, numbers whose shape or type is odd."""
    by_number: dict[object, list[Entry[Document]]] = defaultdict(list)
    by_address: dict[object, list[Entry[Document]]] = defaultdict(list)
    for entry in catalogue.reading.documents:
        head = entry.head
        year = catalogue.year_of(entry)
        if year is None:
            yield Problem(
                entry.path,
                entry.line("date"),
                Code.NUMBER_OR_DATE_MISSING,
                "không biết văn bản thuộc năm nào",
                "thêm ngày ban hành, hoặc đặt tệp trong plans/<năm>/",
                "date: 20/4/2021",
            )
            continue
        yield from _odd_number(entry)
        if not entry.reads("number", "date", "issuer"):
            continue
        if head.number is not None:
            by_number[issuer_key(catalogue.issuing.issuer_of(head)), head.number.key, year].append(entry)
        by_address[year, slugs[entry.path]].append(entry)
    reported: set[str] = set()
    for same in by_number.values():
        for entry in same if len(same) > 1 else ():
            reported.add(entry.path)
            other = next(each for each in same if each is not entry)
            yield Problem(
                entry.path,
                entry.line("number"),
                Code.DUPLICATE_NUMBER,
                f"số {entry.head.number} của {catalogue.issuing.issuer_of(entry.head)} năm {catalogue.year_of(entry)} "
                f"đã có ở {other.path}:{other.line('number')}",
                "sửa số, ngày hoặc cơ quan ban hành của một trong hai văn bản",
            )
    for same in by_address.values():
        for entry in same[1:]:
            if entry.path not in reported:
                yield Problem(
                    entry.path,
                    entry.line("number"),
                    Code.ADDRESS_CLASH,
                    f"địa chỉ trang trùng với {same[0].path}",
                    "đổi tên tệp, hoặc điền số khi văn bản đã được cấp số",
                    f"{entry.stem}-2.md",
                )


def _odd_number(entry: Entry[Document]) -> Iterator[Problem]:
    head, number = entry.head, entry.head.number
    typed = (("number", "số", number), ("date", "ngày ban hành", head.date))
    missing = {key: name for key, name, value in typed if value is None and entry.reads(key)}
    if missing and not head.draft:
        first = next(iter(missing))
        yield Problem(
            entry.path,
            entry.line(first),
            Code.NUMBER_OR_DATE_MISSING,
            f"văn bản chưa có {' và '.join(missing.values())}",
            "điền khi đã có",
            f"{first}: {example_of(Document, first)}",
            Severity.NOTICE,
        )
    if number is None:
        return
    if number.kind is NumberKind.OTHER:
        yield Problem(
            entry.path,
            entry.line("number"),
            Code.NUMBER_SHAPE,
            f"số '{number}' không theo dạng hiện hành",
            "kiểm tra lại với bản giấy; nếu bản giấy in đúng như vậy thì giữ nguyên",
            "12/KH-TCT",
            Severity.NOTICE,
        )
    elif number.kind is NumberKind.ADMINISTRATIVE and number.symbol.startswith("CV-"):
        yield Problem(
            entry.path,
            entry.line("number"),
            Code.TYPE_AND_SYMBOL,
            f"'{number}': công văn không mang mã loại 'CV'",
            "kiểm tra lại với bản giấy; nếu bản giấy in đúng như vậy thì giữ nguyên",
            "145/TCT-TCHC",
            Severity.NOTICE,
        )
    elif (named := _type_named_by(number)) is not None and not _agree(head.type, named):
        yield Problem(
            entry.path,
            entry.line("type"),
            Code.TYPE_AND_SYMBOL,
            f"loại '{head.type.name}' không khớp ký hiệu '{number.symbol}'",
            "kiểm tra lại với bản giấy; nếu bản giấy in đúng như vậy thì giữ nguyên",
            f"type: {named.name}",
            Severity.NOTICE,
        )


def _type_named_by(number: DocumentNumber) -> DocumentType | None:
    """The type that a symbol stands for; a current administrative symbol without a code is a công văn's."""
    if number.type is not None:
        return number.type
    return find_type("Công văn") if number.kind is NumberKind.ADMINISTRATIVE else None


def _agree(kind: DocumentType, named: DocumentType) -> bool:
    """Whether both have one name (`Quy định` has two codes); a Party or other type without a code is not judged."""
    return kind.name == named.name or (kind.code is None and kind.group is not TypeGroup.ADMINISTRATIVE)
