"""The numbered parts of a report: each fact of the campaign once, and a marked gap where a person has to write."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from trangtin.content.text import small
from trangtin.content.values.dates import printed_day
from trangtin.content.values.quantity import number_text
from trangtin.content.values.vocabulary import AwardKind, Level
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.portal.awards import GrantedAward
from trangtin.portal.handover import with_origin
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.timeline import Event
from trangtin.portal.validity import Validity
from trangtin.reporting.evidence import evidence_words, short_citation
from trangtin.reporting.figures import figures_by_unit, overall_figures
from trangtin.reporting.paper import Block, Item, OpenPoint, Part
from trangtin.reporting.scope import Scope
from trangtin.reporting.wording import sentence

_BY_UNIT = "Kết quả của từng đơn vị"


def parts_of(scope: Scope) -> tuple[Part, ...]:
    """The numbered parts of the report, in order."""
    later = "Bài học kinh nghiệm, kiến nghị" if scope.is_final else "Nhiệm vụ trọng tâm thời gian tới"
    asked = (
        "bài học kinh nghiệm; đề xuất, kiến nghị với cấp trên"
        if scope.is_final
        else "việc phải làm tiếp, đơn vị chịu trách nhiệm, thời hạn; đề xuất, kiến nghị"
    )
    return (
        Part("Công tác lãnh đạo, chỉ đạo", tuple(_direction(scope))),
        Part("Kết quả chung", tuple(_figures(scope))),
        Part(_BY_UNIT, tuple(_units(scope))),
        Part("Tin, bài về phong trào", tuple(_news(scope))),
        Part("Khen thưởng", tuple(_awards(scope))),
        Part("Đánh giá", tuple(_judgement(scope))),
        Part(later, (OpenPoint(asked),)),
    )


def level_names(scope: Scope) -> dict[Level, str]:
    """What to call all documents of each level."""
    unit = scope.portal.settings.unit
    return {
        Level.CENTRAL: "Văn bản của Trung ương",
        Level.PROVINCE: "Văn bản cấp tỉnh",
        Level.COMMUNE: "Văn bản cấp xã",
        Level.UNIT: f"Văn bản của {unit.short_name or unit.name}",
        Level.DIVISION: "Văn bản của các phòng, khoa, bộ phận",
    }


def _direction(scope: Scope) -> Iterator[Block]:
    yield OpenPoint("việc phổ biến, quán triệt, tổ chức phát động phong trào")
    names = level_names(scope)
    for level in Level:
        documents = [document for document in scope.documents if document.level is level]
        if documents:
            yield Part(names[level], tuple(Item(_document(scope, document)) for document in documents))
    if scope.milestones:
        steps = (Item(f"{_days(event)}: {sentence(event.title)}") for event in scope.milestones)
        yield Part("Các mốc thời gian của phong trào", tuple(steps))


def _days(event: Event) -> str:
    if event.until is None:
        return f"Ngày {printed_day(event.day)}"
    return f"Từ ngày {printed_day(event.day)} đến ngày {printed_day(event.until)}"


def _document(scope: Scope, document: LinkedDocument) -> str:
    head = document.head
    number = f" số {head.number}" if head.number else ""
    day = f" ngày {printed_day(head.date)}" if head.date else ""
    issuer = "" if document.issuer == scope.portal.settings.unit.name else f" của {document.issuer}"
    ended = document.validity in {Validity.RECALLED, Validity.REPLACED, Validity.EXPIRED}
    force = f" ({small(document.validity.value)})" if ended else ""
    return f"{head.type.name}{number}{day}{issuer}: {sentence(f'{head.title}{force}')}"


def _figures(scope: Scope) -> Iterator[Block]:
    yield Part("Số liệu chung", (overall_figures(scope, level_names(scope)),))
    if scope.assignments:
        yield Part("Nhiệm vụ, công trình, phần việc theo đơn vị", (figures_by_unit(scope),))


def _units(scope: Scope) -> Iterator[Block]:
    for unit in scope.units():
        groups = (
            (title, scope.of_unit(unit, works=works))
            for works, title in ((False, "Nhiệm vụ được giao"), (True, "Công trình, phần việc đăng ký"))
        )
        parts = tuple(Part(title, tuple(Item(_result(a, scope)) for a in found)) for title, found in groups if found)
        yield Part(scope.unit_name(unit), parts)
    if not scope.assignments:
        yield OpenPoint("kết quả của từng đơn vị (chưa có nhiệm vụ, công trình nào được ghi)")


def _result(assignment: Assignment, scope: Scope) -> str:
    due = f"Hạn: {printed_day(assignment.due)}" if assignment.due else "Không ghi hạn"
    shown = f" Minh chứng: {evidence_words(assignment.evidence, scope.portal)}." if assignment.evidence else ""
    return f"{sentence(with_origin(assignment, scope.portal))} {due}. Kết quả: {_state(assignment)}.{shown}"


def _state(assignment: Assignment) -> str:
    done = f", ngày {printed_day(assignment.done)}" if assignment.done else ""
    late = f" {number_text(assignment.days_late)} ngày" if assignment.days_late else ""
    return f"{small(assignment.state.label)}{late}{done}"


def _news(scope: Scope) -> Iterator[Block]:
    for entry in scope.news:
        yield Item(f"Ngày {printed_day(entry.head.date)}: {sentence(entry.head.title)}")
    if not scope.news:
        yield OpenPoint("công tác tuyên truyền (chưa có tin, bài nào về phong trào)")


def _awards(scope: Scope) -> Iterator[Block]:
    for path, granted in groupby(scope.awards, key=lambda award: award.document):
        by_kind = _by_kind(tuple(granted))
        yield Part(f"Theo {short_citation(scope.portal.document_at[path].head)}", tuple(by_kind))
    if not scope.awards:
        yield OpenPoint("kết quả bình xét, khen thưởng (chưa có quyết định nào)")


def _by_kind(granted: tuple[GrantedAward, ...]) -> Iterator[Part]:
    for kind in AwardKind:
        items = tuple(Item(_award(each)) for each in granted if each.award.kind is kind)
        if items:
            yield Part(kind.label, items)


def _award(granted: GrantedAward) -> str:
    award = granted.award
    reason = f". Thành tích: {award.reason}" if award.reason else ""
    position = f", {award.position}" if award.position else ""
    day = f" ngày {printed_day(granted.revoked_on)}" if granted.revoked_on else ""
    revoked = "" if granted.stands else f". {granted.standing.label}{day}"
    return sentence(f"{award.form}: {award.to}{position}{reason}{revoked}")


def _judgement(scope: Scope) -> Iterator[Block]:
    criteria = scope.campaign.head.criteria
    if criteria:
        asked = "kết quả, số liệu đạt được so với tiêu chí"
        gaps = (OpenPoint(asked, f"Tiêu chí: {sentence(each)} Kết quả:") for each in criteria)
        yield Part("Kết quả theo tiêu chí thi đua", tuple(gaps))
    yield Part("Ưu điểm", (OpenPoint("ưu điểm, cách làm hay, điển hình"),))
    late = {AssignmentState.OVERDUE, AssignmentState.DONE_LATE}
    has_late = any(each.state in late for each in scope.assignments)
    told = f", trong đó có các việc quá hạn, xong muộn nêu ở phần “{_BY_UNIT}”" if has_late else ""
    yield Part("Hạn chế, nguyên nhân", (OpenPoint(f"hạn chế, nguyên nhân{told}"),))
