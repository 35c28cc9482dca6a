"""One document cited in a sentence: type, number, day, issuer and title, in the order in which offices write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from trangtin.content.printed.type_and_subject import VV
from trangtin.content.text import one_line
from trangtin.content.values.dates import parse_date
from trangtin.content.values.doctype import TYPES, DocumentType, find_type
from trangtin.content.values.number import BEFORE_SYMBOL, parse_number

_EXTRA = ("Văn bản", "Điều lệ", "Kết luận", "Thông báo kết luận", "Nghị quyết liên tịch", "Đề án", "Quy định")
_NAMES = sorted({kind.name for kind in TYPES} | set(_EXTRA), key=len, reverse=True)
KIND = "(?:" + "|".join(f"[{name[0]}{name[0].lower()}]{re.escape(name[1:])}" for name in _NAMES) + ")"
SYMBOL = r"[A-ZĐÂÊÔƠƯĂ][0-9A-Za-zĐđÂâÊêÔôƠơƯưĂă&.]*"
NUMBER = rf"\d{{1,6}}[A-Za-z]?\s*(?:/\s*(?:19|20)\d\d\s*)?[/-]\s*{SYMBOL}(?:\s?[-–/]\s?{SYMBOL})*"
TIGHT = rf"{BEFORE_SYMBOL}{SYMBOL}(?:[-/]{SYMBOL})*"
"""A number that is known for one by itself, where no `số` stands before it."""
_SMALL = "[a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"
MORE = rf"(?:\s+(?!(?:của|này|về|và|theo|tại|thực|ban)\b){_SMALL}+){{0,3}}?"
"""What narrows the name of a type: `Báo cáo thẩm tra`, `Quy chế phối hợp`."""
CITATION = re.compile(rf"(?P<kind>{KIND})(?:{MORE}\s+số\s*:?\s*|\s+(?={TIGHT}))(?P<number>{NUMBER})")
_NEXT_OF_KIND = re.compile(rf"số\s*:?\s*(?P<number>{NUMBER})")
"""`các Nghị định số 30/2020/NĐ-CP …, số 61/2018/NĐ-CP …`: the second says by its symbol what it is."""
ARTICLE = r"(?:(?:[đĐ]iểm|[kK]hoản|[đĐ]iều)\s+(?:\d{1,3}[a-zđ]?|[a-zđ]),?\s+)+(?:của\s+)?"
BROUGHT = re.compile(r"[\s,]+(?:được\s+)?ban hành(?:\s+kèm)?$")
"""Before `theo Thông tư số …`: that paper brought what is named here, and both are one basis."""
A_DAY = r"\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
_DAY = re.compile(rf"[\s,(]*(?:ngày\s*)?(?P<day>{A_DAY})\)?")
_ISSUER = re.compile(
    r"[\s,]*(?:của|Hội nghị lần thứ [\w ]{1,12}?(?=\s+Ban Chấp hành))\s+"
    r"(?P<issuer>.+?)(?=\s*(?:,?\s+(?:về|V/v|v/v|quy định|ban hành|hướng dẫn|sửa đổi|phê duyệt|tổ chức|phát động|"
    r"triển khai|thực hiện|thông qua|công bố|giao|kết luận|đề nghị|tại|khóa|khoá)\b|[;,(\"“]|(?<!TP)\.|$))"
)
_TERM = re.compile(
    r"[\s,]*(?:khóa|khoá)\s+(?:[IVXLC]+|\d{1,2})\b(?:[\s,–-]*(?:tại\s+)?(?:nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4}|"
    r"kỳ họp(?:\s+thứ)?\s+(?:[IVXLC\d]+|\w+)))*"
)
"""`khóa XII`, `khóa II, kỳ họp thứ ba`: what says more of who issued it, and nothing of what it is about."""
_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")
_ABOUT = re.compile(rf"^(?i:về việc|về|{VV})\s*:?\s*")
OWN = re.compile(r"(?:này|trên|nêu trên)\b")


@dataclass(frozen=True, slots=True)
class Citation:
    """One document cited as a basis."""

    type: str | None
    """Name of its type, as cited."""
    number: str | None
    date: date | None
    issuer: str | None
    title: str | None


def citation_in(text: str) -> Citation | None:
    """The document that a part of a sentence cites."""
    match = CITATION.search(text)
    if match is None and (match := _NEXT_OF_KIND.match(text)) is None:
        return _law(text)
    rest = text[match.end() :]
    if OWN.match(rest.strip()):
        return None
    day, rest = _day(rest)
    issuer, rest = _issued_by(rest)
    if day is None:
        day, rest = _day(rest)
    number = printed_number(match["number"])
    kind = find_type(match["kind"]) if "kind" in match.groupdict() else _kind_of(number)
    # A law is known by its name, which stands before its number; so is what a paper brought.
    named = re.search(r"((?:Luật|Bộ luật|Pháp lệnh)\s.+?)\s*$", text[: match.start()])
    before = re.sub(r"\s+(?:theo|tại)\s*$", "", text[: match.start()])
    if (brought := BROUGHT.search(before)) is not None:
        title: str | None = one_line(before[: brought.start()])
    else:
        title = one_line(named.group(1)) if named else _subject(BROUGHT.sub("", rest))
    return Citation(kind.name if kind else None, number, day, issuer, title)


def _kind_of(number: str) -> DocumentType | None:
    """The type that the symbol of a number says."""
    try:
        return parse_number(number).type
    except ValueError:
        return None


def _law(text: str) -> Citation | None:
    match = re.match(rf"(?:{ARTICLE})?(?P<title>(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Điều lệ|Quy chế)\b.*)", text)
    if match is None:
        return None
    said = match["title"]
    number = re.search(r"\s+số\s*:?\s*(\d{1,4}/\d{4}/[A-ZĐ0-9-]+)", said)
    day = re.search(rf"[\s,(]+ngày\s*({A_DAY})", said)
    ends = [found.start() for found in (number, day) if found]
    title = one_line(said[: min(ends)] if ends else said).rstrip(" ;.,:(")
    if len(title) < 6 or len(title) > 300:
        return None
    return Citation(None, number.group(1) if number else None, _as_date(day.group(1)) if day else None, None, title)


def _day(text: str) -> tuple[date | None, str]:
    match = _DAY.match(text)
    if match is None:
        return None, text
    return _as_date(match["day"]), text[match.end() :]


def _as_date(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _issued_by(text: str) -> tuple[str | None, str]:
    match = _ISSUER.match(text)
    if match is None:
        return None, text
    term = _TERM.match(text, match.end())
    return one_line(match["issuer"]).rstrip(" ,;."), text[(term or match).end() :]


def printed_number(number: str) -> str:
    """A cited number as offices print it, without spaces inside; as it stands where it is no number by the rules."""
    tight = re.sub(r"\s*([/–-])\s*", r"\1", number).rstrip(".")
    try:
        return parse_number(tight).text
    except ValueError:
        return one_line(tight)


def _subject(text: str) -> str | None:
    subject = one_line(text).strip(" ;.,:")
    if quoted := _QUOTED.fullmatch(subject):
        subject = quoted[1]
    subject = _ABOUT.sub("", subject)
    return subject if len(subject) > 3 and not subject.lower().startswith(("và ", "nhằm ")) else None
