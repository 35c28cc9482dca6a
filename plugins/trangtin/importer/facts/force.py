"""What a paper says of its own force: from which day, in place of which papers, changing or correcting which."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from trangtin.content.text import one_line
from trangtin.content.values.dates import day_text, parse_date
from trangtin.importer import grammar
from trangtin.importer.facts.citation import A_DAY, CITATION, printed_number
from trangtin.importer.facts.found import Found
from trangtin.importer.sheet import quoted

_LONGEST = 4_000
"""Letters of a paragraph that are looked at."""
_SENTENCE = re.compile(r"(?<=[^A-ZĐ.][.;])\s+(?=[A-ZĐÀ-Ỹ])")
_QUOTED = re.compile(r"“[^”]*(?:”|$)")
_BEGINS = re.compile(
    r"(?<!không )(?<!đang )(?<!còn )có hiệu lực(?:\s+thi hành)?\s*,?\s*"
    r"(?P<from>(?:kể\s+)?từ\s+(?:ngày\s*)?|sau\b|vào ngày)?"
    rf"\s*(?P<when>{A_DAY}|ký\b|ban hành\b|thông qua\b)?"
)
_PASSED = re.compile(rf"thông qua (?:vào )?ngày (?P<day>{A_DAY})")
_OTHER_START = re.compile(r"(?:từ|kể từ|sau)\s+(?:ngày|khi)\s[^.;]{0,80}$")
"""`… kể từ ngày Quyết định này` before `có hiệu lực`: the day is only referred to."""
_REPLACES = re.compile(r"(?:^|\b(?P<own>này)\b[^;]*?\b)(?:[Tt]hay thế(?:\s+cho)?|thay cho)\s+(?P<rest>.*)")
_AMENDS = re.compile(r"(?:^|\b(?P<own>này)\b[^;]*?\b)[Ss]ửa đổi(?:\s*(?:,|và)\s*bổ sung)?\s+(?P<rest>.*)")
_CORRECTS = re.compile(r"(?:^(?:[Vv]ề việc\s+)?|\b(?P<own>này)\b[^;]*?\b)[Đđ]ính chính\s+(?P<rest>.*)")
_PLACES = re.compile(
    r"(?:(?:một số|các)\s+)?(?:(?:điều|khoản|điểm|nội dung|chương|mục|tên|phụ lục)\b(?:(?!theo\b)[^.;“]){0,60}\s)?"
    r"(?:(?:của|tại)\s+)?",
    re.IGNORECASE,
)
"""What of a paper is changed, before its name."""
_SLIPS = re.compile(r"(?:[^.;“]{0,80}\s)?(?:của|tại|trong)\s+", re.IGNORECASE)
"""What of a paper is corrected, before its name."""
_BETWEEN = {_AMENDS: _PLACES, _CORRECTS: _SLIPS}
_NEXT = re.compile(r"(?:\s*[,;]|\s+và)\s+(?=.)")
_UNREAD = re.compile(
    r"(?<!được )(?<!đã )(?<!\()\b(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực|sửa đổi, bổ sung|sửa đổi)\b", re.I
)
_NAMED = re.compile(
    r"(?:luật|điều lệ|nghị định|thông tư|quy chế|quy định|quyết định|dự thảo|ban hành|về|việc)\s*$", re.I
)
"""Before such a verb: it is part of a name (`Điều lệ sửa đổi, bổ sung`)."""


@dataclass(frozen=True, slots=True)
class Force:
    """What was found; each value with a note, since it is read from running text."""

    effective: Found[date | None]
    replaces: Found[tuple[str, ...]]
    """Numbers of the papers it replaces as a whole."""
    amends: Found[tuple[str, ...]]
    """Numbers of the papers it changes."""
    corrects: Found[tuple[str, ...]]
    """Numbers of the papers whose slips it corrects."""


def read_force(
    title: str, units: Sequence[str], day: date | None, holds: Callable[[str], bool] = lambda _: True
) -> Force:
    """Look through the title and the text; `day` is the day of the paper, which `kể từ ngày ký` means.

    A paper that the portal does not hold cannot be replaced or changed there: `check` would stop. It is told.
    """
    days: dict[date, str] = {}
    forms = {"replaces": _REPLACES, "amends": _AMENDS, "corrects": _CORRECTS}
    numbers: dict[str, dict[str, str]] = {key: {} for key in forms}
    doubts: dict[str, list[str]] = {key: [] for key in ("effective", *forms)}
    for said in _sentences(title, units):
        for match in _BEGINS.finditer(said):
            if _OTHER_START.search(said[: match.start()]):
                continue
            begins = _begins(match, day)
            if begins is not None and "này" in said[: match.start()].split():
                days.setdefault(begins, said)
            elif "này" in said[: match.start()].split() or (
                match["from"] and not CITATION.search(said, 0, match.start())
            ):
                doubts["effective"].append(_unread(said))
        known = [(key, number) for key, form in forms.items() for number in _cited(form, said)]
        for key, number in known:
            numbers[key].setdefault(number, said)
        if not known and (verb := _own_verb(said)):
            doubts["amends" if "sửa" in verb else "replaces"].append(_unread(said))
    if len(days) > 1:
        doubts["effective"] += [_unread(said) for said in days.values()]
        days = {}
    doubts["effective"] += [_read(day_text(begins), said) for begins, said in days.items()]
    for key, each in numbers.items():
        doubts[key] += [(_read if holds(number) else _absent)(number, said) for number, said in each.items()]
    return Force(
        Found(next(iter(days), None), tuple(dict.fromkeys(doubts["effective"]))),
        *(Found(tuple(filter(holds, numbers[key])), tuple(dict.fromkeys(doubts[key]))) for key in forms),
    )


def _sentences(title: str, units: Sequence[str]) -> Iterator[str]:
    """Sentences of the paper itself: no bases, and nothing that it quotes to put elsewhere."""
    yield one_line(title)
    for text in units:
        if grammar.BASIS.match(text):
            continue
        for said in _SENTENCE.split(_QUOTED.sub("“…”", one_line(text))[:_LONGEST]):
            yield re.sub(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-+–])\s+", "", said.strip())


def _own_verb(said: str) -> str:
    """The verb by which the paper itself may do something to another that it names; empty where there is none.

    What stands behind the number of another paper tells what that one does, unless it is that its force ends.
    """
    for verb in _UNREAD.finditer(said):
        before, word = said[: verb.start()], verb.group().lower()
        if word == "hết hiệu lực":
            if CITATION.search(said):
                return word
        elif (
            not _NAMED.search(before)
            and CITATION.search(said, verb.end())
            and ("này" in before.split() or not CITATION.search(before))
        ):
            return word
    return ""


def _begins(match: re.Match[str], day: date | None) -> date | None:
    when = match["when"]
    if not match["from"] or match["from"] == "sau" or not when:
        return None
    if when in {"ký", "ban hành"}:
        return day
    if when == "thông qua":
        passed = _PASSED.search(match.string, 0, match.start())
        when = passed["day"] if passed else ""
    try:
        return parse_date(when)
    except ValueError:
        return None


def _cited(form: re.Pattern[str], said: str) -> Iterator[str]:
    """The numbers of the papers that stand right behind the verb, and of those joined to them by `và`."""
    match = form.search(said)
    if match is None or (first := CITATION.search(match["rest"])) is None:
        return
    before = match["rest"][: first.start()]
    if before and (form not in _BETWEEN or not _BETWEEN[form].fullmatch(before)):
        return
    for part in _NEXT.split(match["rest"][first.start() :]):
        if (cited := CITATION.match(part)) is not None:
            yield printed_number(cited["number"])


def _read(value: str, said: str) -> str:
    return f"lấy “{value}” từ câu {quoted(said, 120)}, đối chiếu với bản in"


def _absent(number: str, said: str) -> str:
    return (
        f"trang chưa có văn bản “{number}” nên chưa ghi; thêm nó vào trang (chỉ cần phần đầu) rồi ghi số ấy, "
        f"theo câu {quoted(said, 120)}"
    )


def _unread(said: str) -> str:
    return f"chưa ghi được từ câu {quoted(said, 120)}; đúng là của văn bản này thì tự điền"
