"""Commendations: forms that are listed, nobody twice for the same, nothing taken back before it was given."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.award import Award, AwardRules
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.nearest import did_you_mean, nearest, unless_meant
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import one_line
from trangtin.content.values.dates import day_text
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.checks.citations import to_several
from trangtin.portal.references import Outcome, References, read_citation


def check_awards(catalogue: Catalogue, references: References) -> Iterator[Problem]:
    """Every commendation of every decision that stands; a form that is not listed only warns while one is held back."""
    rules = catalogue.settings.awards
    for entry in catalogue.reading.documents:
        if entry.head.is_withdrawn or not entry.reads("withdrawn"):
            continue
        first: dict[tuple[object, ...], int] = {}
        for index, award in enumerate(entry.head.awards):
            if rules.all and rules.listed(award.form) is None:
                yield _unlisted(catalogue, entry, award, index)
            same = first.setdefault(_identity(award), index)
            if same != index:
                yield Problem(
                    entry.path,
                    entry.line("awards", index),
                    Code.AWARD_TWICE,
                    f"'{award.name}' đã được ghi {award.form} ở mục {same + 1}",
                    "bỏ một mục; hai người trùng họ tên thì ghi thêm 'position' hoặc 'unit'",
                    "unit: khoa-llcs",
                )
            day = entry.head.date
            if award.revoked and day and award.revoked.date < day:
                yield Problem(
                    entry.path,
                    entry.line("awards", index, "revoked", "date"),
                    Code.CONTRADICTION,
                    f"ngày thu hồi ({day_text(award.revoked.date)}) trước ngày quyết định khen thưởng "
                    f"({day_text(day)})",
                    "sửa một trong hai ngày",
                    "date: 1/9/2021",
                )
            if award.revoked:
                yield from _revoking(catalogue, references, entry, award.revoked.by, index)


def _revoking(
    catalogue: Catalogue, references: References, entry: Entry[Document], by: str, index: int
) -> Iterator[Problem]:
    """The decision that takes one back, looked up as relations are; another body's need not be in this portal."""
    line = entry.line("awards", index, "revoked", "by")
    found = references.find(by, entry, is_later=True)
    if isinstance(found, Entry):
        if catalogue.is_public(entry.path) and not catalogue.is_public(found.path):
            message, remedy = f"'{by}' là văn bản chưa đăng", "số ấy được giấu đến khi văn bản kia được đăng"
            yield Problem(entry.path, line, Code.RELATION_TO_UNPUBLISHED, message, remedy, severity=Severity.NOTICE)
    elif found is Outcome.AMBIGUOUS:
        message, remedy = to_several(by)
        example = f"by: {read_citation(by).number} ngày 20/4/2021"
        yield Problem(entry.path, line, Code.RELATION_AMBIGUOUS, message, remedy, example, Severity.WARNING)
    elif found is Outcome.NOTHING and catalogue.issuing.is_own(entry.head) and entry.reads("issuer", "level"):
        near = references.nearest_number(by)
        message = f"'revoked' nêu '{by}' nhưng không có văn bản nào như vậy"
        remedy = unless_meant(near, "sửa số, hoặc thêm văn bản đó vào plans/ (chỉ cần phần đầu)")
        yield Problem(
            entry.path, line, Code.RELATION_TO_NOTHING, message, remedy, f"by: {near}" if near else "", Severity.WARNING
        )


def _unlisted(catalogue: Catalogue, entry: Entry[Document], award: Award, index: int) -> Problem:
    rules = catalogue.settings.awards
    near = _meant(award.form, rules)
    return Problem(
        entry.path,
        entry.line("awards", index, "form"),
        Code.AWARD_FORM,
        f"hình thức khen thưởng '{award.form}' không có trong danh sách",
        did_you_mean(near, "sửa lại, hoặc thêm hình thức này vào 'awards.more' trong mkdocs.yml"),
        f"form: {near or rules.all[0]}",
        Severity.ERROR if catalogue.is_published(entry.path) else Severity.WARNING,
    )


def _meant(form: str, rules: AwardRules) -> str | None:
    """The listed form most like the one typed, or like its first words (`Giấy khem của Hiệu trưởng`)."""
    shown = [each.rstrip(" .…") for each in rules.all]
    words = one_line(form).split()
    tries = (" ".join(words[:length]) for length in range(len(words), 1, -1))
    return next((near for text in tries if (near := nearest(text, shown, 0.75))), None)


def _identity(award: Award) -> tuple[object, ...]:
    return award.form.casefold(), award.to.casefold(), award.position, award.unit, award.kind, award.reason
