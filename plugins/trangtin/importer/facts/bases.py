"""The documents a paper rests on: citations in the paragraphs that begin with `Căn cứ`, `Thực hiện` and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from trangtin.content.text import one_line
from trangtin.content.values.dates import parse_date
from trangtin.content.values.doctype import TYPES, find_type
from trangtin.content.values.number import parse_number
from trangtin.importer import grammar
from trangtin.importer.facts.found import Found

_EXTRA = ("Văn bản", "Điều lệ", "Kết luận", "Thông báo kết luận", "Nghị quyết liên tịch", "Đề án", "Quy định")
_NAMES = sorted({kind.name for kind in TYPES} | set(_EXTRA), key=len, reverse=True)
_KIND = "(?:" + "|".join(f"[{name[0]}{name[0].lower()}]{re.escape(name[1:])}" for name in _NAMES) + ")"
_SYMBOL = r"[A-ZĐÂÊÔƠƯĂ][0-9A-Za-zĐđÂâÊêÔôƠơƯưĂă&.]*"
_NUMBER = rf"\d{{1,6}}[A-Za-z]?\s*(?:/\s*(?:19|20)\d\d\s*)?[/-]\s*{_SYMBOL}(?:\s?[-–/]\s?{_SYMBOL})*"
CITATION = re.compile(rf"(?P<kind>{_KIND})\s+(?:liên tịch\s+)?số\s*:?\s*(?P<number>{_NUMBER})")
_LEAD = (
    r"(?:(?i:căn cứ|thực hiện|thi hành|theo đề nghị của|theo|xét đề nghị của|xét|tiếp theo|triển khai thực hiện)\s+)"
)
_CUT = re.compile(
    rf"(?:;|,|\s+và|\s+tại|\s+theo)\s+{_LEAD}?(?={_KIND}\s+(?:liên tịch\s+)?số\s*:?\s*\d)"
    rf"|;\s+{_LEAD}?(?=(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\s)"
    rf"|;\s+{_LEAD}"
)
_BROUGHT = re.compile(r"[\s,]+(?:được\s+)?ban hành(?:\s+kèm)?$")
"""Before `theo Thông tư số …`: that paper brought what is named here, and both are one basis."""
_SPEAKER = (
    r"(?:Sở|Trường|Ủy ban|Uỷ ban|UBND|HĐND|Phòng|Ban|Trung tâm|Văn phòng|Chi cục|Cục|Viện|Bệnh viện|Đảng ủy|Đảng bộ|"
    r"Chi bộ|Công đoàn|Liên đoàn|Hội|Bộ|Tỉnh ủy|Khoa|Đoàn|Học viện|Thanh tra|Đài|Hiệu trưởng|Giám đốc|Chủ tịch|"
    r"Thủ trưởng|Tổ)\b[^,;:.]{0,80}?\s"
)
_ASKS = r"(?:phát động|ban hành|xây dựng|đề nghị|thông báo|báo cáo|yêu cầu|kêu gọi|quyết định)\b"
_ACTS = r"(?:tổ chức|triển khai|hướng dẫn|trình|thực hiện|kính)\b"
_NEXT_CLAUSE = re.compile(
    rf"(?:^|(?<=[,;.]))\s+(?:{_SPEAKER}{_ASKS}|(?:nay\s+|kính\s+)?(?:đề nghị|yêu cầu)\b|"
    rf"các\s(?:đơn vị|phòng|khoa|cơ quan)\b|{_SPEAKER}{_ACTS}(?=.*:$)).*$",
    re.DOTALL,
)
"""What the paper itself goes on to say behind a citation, in the same sentence."""
_RUNS_ON = re.compile(
    rf"\bnhư sau\b|\bsau đây\b|\s(?:đề nghị|yêu cầu)\s+(?:các|quý|Quý)\b|,\s+{_SPEAKER}(?:{_ASKS}|{_ACTS})"
)
A_DAY = r"\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
_DAY = re.compile(rf"[\s,(]*(?:ngày\s*)?(?P<day>{A_DAY})\)?")
_ISSUER = re.compile(
    r"[\s,]*của\s+(?P<issuer>.+?)(?=\s*(?:,?\s+(?:về|V/v|v/v|quy định|ban hành|hướng dẫn|sửa đổi|phê duyệt|tổ chức|"
    r"phát động|triển khai|thực hiện|thông qua|công bố|giao|kết luận|đề nghị|tại|khóa|khoá)\b|[;,(]|(?<!TP)\.|$))"
)
_LONGEST = 4_000
"""Letters of a paragraph of bases that are looked at."""
_OWN = re.compile(r"(?:này|trên|nêu trên)\b")
_SENTENCE = re.compile(r"(?<=[^A-ZĐ.]\.)\s+(?=[A-ZĐÀ-Ỹ])")
"""The end of a sentence; a dot after a capital (`TP. Mẫu`) is none."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One document cited as a basis."""

    type: str | None
    """Name of its type, as cited."""
    number: str | None
    date: date | None
    issuer: str | None
    title: str | None


def opening(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs before the first section, article or address: where bases stand."""
    out: list[str] = []
    for text in paragraphs:
        line = text.strip()
        if grammar.ROMAN.match(line) or grammar.ARTICLE.match(line) or grammar.ARABIC.match(line):
            break
        if grammar.CHAPTER.fullmatch(line) or (out and grammar.CAPITAL.match(line)):
            break
        out.append(line)
    return tuple(out)


def read_bases(paragraphs: Sequence[str]) -> Found[tuple[Citation, ...]]:
    """The citations of the opening, in order."""
    found: list[Citation] = []
    doubts: list[str] = []
    for text in opening(paragraphs):
        if not (match := grammar.BASIS.match(text)):
            continue
        said = _SENTENCE.split(one_line(text[match.end() : _LONGEST]))[0]
        # A paragraph of nothing but bases ends with ";": the paper does not yet speak for itself there.
        speaks = not said.endswith(";")
        citations = [each for part in _parts(said) if (each := _citation(part.strip(), speaks))]
        doubts += [
            f"trích yếu của {each.number or 'căn cứ'} có thể còn lẫn câu sau: “{each.title[:80]}”"
            for each in citations
            if speaks and each.title and _RUNS_ON.search(each.title)
        ]
        if not citations and re.search(rf"\bsố\s*:?\s*{_NUMBER}", said):
            doubts.append(f"chưa tách được căn cứ: “{one_line(text)[:80]}…”")
        found += citations
    return Found(tuple(found), tuple(doubts))


def _parts(said: str) -> Iterator[str]:
    """What a paragraph of bases says of each document."""
    start = 0
    for cut in _CUT.finditer(said):
        if _BROUGHT.search(said, start, cut.start()) and not CITATION.search(said, start, cut.start()):
            continue
        yield said[start : cut.start()]
        start = cut.end()
    yield said[start:]


def _citation(text: str, speaks: bool) -> Citation | None:
    """The document that a part of a paragraph cites; `speaks` where the paper's own words may follow it."""
    if speaks:
        text = _NEXT_CLAUSE.sub("", f" {text}").strip()
    if (match := CITATION.search(text)) is None:
        return _law(text)
    rest = text[match.end() :]
    if _OWN.match(rest.strip()):
        return None
    if grammar.is_capitals(match["kind"]) and len(match["kind"]) < 3:
        return None
    day, rest = _day(rest)
    issuer, rest = _issued_by(rest)
    if day is None:
        day, rest = _day(rest)
    number = printed_number(match["number"])
    kind = find_type(match["kind"])
    # A law is known by its name, which stands before its number; so is what a paper brought.
    named = re.search(r"((?:Luật|Bộ luật|Pháp lệnh)\s.+?)\s*$", text[: match.start()])
    before = re.sub(r"\s+(?:theo|tại)\s*$", "", text[: match.start()])
    if (brought := _BROUGHT.search(before)) is not None:
        title: str | None = one_line(before[: brought.start()])
    else:
        title = one_line(named.group(1)) if named else _subject(_BROUGHT.sub("", rest))
    return Citation(kind.name if kind else None, number, day, issuer, title)


def _law(text: str) -> Citation | None:
    match = re.match(r"(?P<title>(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Điều lệ|Quy chế)\b.*)", text)
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
    return one_line(match["issuer"]).rstrip(" ,;."), text[match.end() :]


def printed_number(number: str) -> str:
    """A cited number as offices print it, without spaces inside; as it stands where it is no number by the rules."""
    tight = re.sub(r"\s*([/–-])\s*", r"\1", number).rstrip(".")
    try:
        return parse_number(tight).text
    except ValueError:
        return one_line(tight)


def _subject(text: str) -> str | None:
    subject = re.sub(r"^[\s,;.:]*(?:(?:về việc|về|V/v|v/v)\s*:?\s*)?", "", one_line(text)).rstrip(" ;.,:")
    return subject if len(subject) > 3 and not subject.lower().startswith(("và ", "nhằm ")) else None
