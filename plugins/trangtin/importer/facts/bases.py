"""The documents a paper rests on: citations in the paragraphs that begin with `Căn cứ`, `Thực hiện` and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from trangtin.content.text import one_line
from trangtin.content.values.dates import parse_date
from trangtin.content.values.doctype import TYPES, DocumentType, find_type
from trangtin.content.values.number import parse_number
from trangtin.importer import grammar
from trangtin.importer.facts.found import Found

_EXTRA = ("Văn bản", "Điều lệ", "Kết luận", "Thông báo kết luận", "Nghị quyết liên tịch", "Đề án", "Quy định")
_NAMES = sorted({kind.name for kind in TYPES} | set(_EXTRA), key=len, reverse=True)
_KIND = "(?:" + "|".join(f"[{name[0]}{name[0].lower()}]{re.escape(name[1:])}" for name in _NAMES) + ")"
_SYMBOL = r"[A-ZĐÂÊÔƠƯĂ][0-9A-Za-zĐđÂâÊêÔôƠơƯưĂă&.]*"
_NUMBER = rf"\d{{1,6}}[A-Za-z]?\s*(?:/\s*(?:19|20)\d\d\s*)?[/-]\s*{_SYMBOL}(?:\s?[-–/]\s?{_SYMBOL})*"
_TIGHT = rf"\d{{1,6}}[A-Za-z]?(?:/(?:19|20)\d\d)?[/-]{_SYMBOL}(?:[-/]{_SYMBOL})*"
"""A number that is known for one by itself, where no `số` stands before it."""
_SMALL = "[a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"
_MORE = rf"(?:\s+(?!(?:của|này|về|và|theo|tại|thực|ban)\b){_SMALL}+){{0,3}}?"
"""What narrows the name of a type: `Báo cáo thẩm tra`, `Quy chế phối hợp`."""
CITATION = re.compile(rf"(?P<kind>{_KIND})(?:{_MORE}\s+số\s*:?\s*|\s+(?={_TIGHT}))(?P<number>{_NUMBER})")
_NEXT_OF_KIND = re.compile(rf"số\s*:?\s*(?P<number>{_NUMBER})")
"""`các Nghị định số 30/2020/NĐ-CP …, số 61/2018/NĐ-CP …`: the second says by its symbol what it is."""
_LEAD = (
    r"(?:(?i:căn cứ|thực hiện|thi hành|theo đề nghị của|theo|xét đề nghị của|xét|tiếp theo|triển khai thực hiện)\s+)"
)
_CUT = re.compile(
    rf"(?:;|,|\s+và|\s+tại|\s+theo)\s+{_LEAD}?(?={_KIND}(?:{_MORE}\s+số\s*:?\s*\d|\s+{_TIGHT}))"
    rf"|;\s+{_LEAD}?(?=(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\s)"
    rf"|(?P<law>,|\s+và)\s+(?=(?:Luật|Bộ luật|Pháp lệnh)\s)"
    rf"|(?P<same>[;,:]|\s+và)\s+(?=số\s*:?\s*{_NUMBER})"
    rf"|;\s+(?=(?i:báo cáo thẩm tra|(?:trên cơ sở\s+)?ý kiến)\b)"
    rf"|;\s+{_LEAD}"
)
_ANY_LAW = re.compile(r"\s*(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\s")
_LAW = re.compile(rf"{_ANY_LAW.pattern}(?!sửa đổi)")
"""Behind it another law begins a basis of its own; one that amends names those that it amends."""
_ENDS_LAW = re.compile(r"[\d)]\s*$")
_SAYS_WHAT = re.compile(r"\b(?:về|V/v|v/v|sửa đổi|bổ sung|thay thế|bãi bỏ|thực hiện|hướng dẫn|quy định|ban hành)\b")
_LEADS_TO = re.compile(
    r"(?:(?:Nhằm|Để)\s+(?:triển khai\s+)?(?:thực hiện|thi hành)|Theo(?:\s+(?:tinh thần|nội dung|chỉ đạo tại))?"
    rf"(?=\s+{_KIND}\b))\b"
)
"""How paragraphs begin that cite a basis without the usual words."""
_ANY_NUMBER = re.compile(
    rf"(?<![\w/-])\d{{1,6}}[A-Za-z]?(?:/(?:19|20)\d\d)?[/-](?=[A-ZĐ][A-Za-zĐđ]){_SYMBOL}(?:[-/]{_SYMBOL})*"
)
_LISTED = re.compile(rf"(?:^|,\s+|\svà\s+)(?:{_KIND}\s+)?(?:số\s*:?\s*)?{_TIGHT}")
"""A number in a title that is not what the title is about."""
_BROUGHT = re.compile(r"[\s,]+(?:được\s+)?ban hành(?:\s+kèm)?$")
"""Before `theo Thông tư số …`: that paper brought what is named here, and both are one basis."""
_SPEAKER = (
    r"(?:Sở|Trường|[Nn]hà trường|Ủy ban|Uỷ ban|UBND|HĐND|Phòng|Ban|Trung tâm|Văn phòng|Chi cục|Cục|Viện|Bệnh viện|"
    r"Đảng ủy|Đảng bộ|Chi bộ|Công đoàn|Liên đoàn|Hội|Bộ|Tỉnh ủy|Khoa|Đoàn|Học viện|Thanh tra|Đài|Hiệu trưởng|Giám đốc|"
    r"Chủ tịch|Thủ trưởng|Tổ)\b[^,;:.]{0,80}?\s"
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
        for said in _sentences(text):
            # A sentence of nothing but bases ends with ";": the paper does not yet speak for itself there.
            speaks = not said.endswith(";")
            for part in _parts(said):
                own, cited = _read_part(part, speaks)
                doubts += _doubts(own, cited, speaks)
                found += [cited] if cited else []
    return Found(tuple(found), tuple(doubts))


def _sentences(text: str) -> Iterator[str]:
    """The sentences at the start of a paragraph that say what the paper rests on, each without its first words."""
    for sentence in _SENTENCE.split(one_line(text[:_LONGEST])):
        if (match := grammar.BASIS.match(sentence) or _LEADS_TO.match(sentence)) is None:
            return
        yield sentence[match.end() :]


def _doubts(own: str, cited: Citation | None, speaks: bool) -> Iterator[str]:
    """What may be wrong about what was read of a part: `own` is what it says of bases."""
    number, title = (cited.number or "", cited.title or "") if cited else ("", "")
    if speaks and _RUNS_ON.search(title):
        yield f"trích yếu của {number or 'căn cứ'} có thể còn lẫn câu sau: “{title[:80]}”"
    elif ";" in title or _LISTED.search(title):
        yield f"trích yếu của {number or 'căn cứ'} có thể còn lẫn căn cứ khác: “{title[:80]}”"
    seen = f"{printed_number(number)} {title}" if cited else ""
    for match in _ANY_NUMBER.finditer(own):
        if (
            printed_number(match.group()) not in seen
            and match.group() not in seen
            and not _OWN.match(own[match.end() :].strip())
        ):
            yield f"chưa tách được căn cứ: “{one_line(own)[:80]}…”"
            return


def _parts(said: str) -> Iterator[str]:
    """What a sentence on bases says of each document."""
    start = 0
    for cut in _CUT.finditer(said):
        before = said[start : cut.start()]
        cited = CITATION.search(before)
        if _BROUGHT.search(before) and not cited:
            continue
        if cut["law"] and (cited or not (_LAW.match(before) or (_ANY_LAW.match(before) and _ENDS_LAW.search(before)))):
            continue
        if cut["same"] not in {None, ";"} and _SAYS_WHAT.search(before, cited.end() if cited else 0):
            continue
        yield before
        start = cut.end()
    yield said[start:]


def _read_part(text: str, speaks: bool) -> tuple[str, Citation | None]:
    """What a part says of bases, and the document it cites; `speaks` where the paper's own words may follow it."""
    if speaks:
        text = _NEXT_CLAUSE.sub("", f" {text}")
    return text.strip(), _citation(text.strip())


def _citation(text: str) -> Citation | None:
    """The document that a part of a sentence cites."""
    match = CITATION.search(text)
    if match is None and (match := _NEXT_OF_KIND.match(text)) is None:
        return _law(text)
    rest = text[match.end() :]
    if _OWN.match(rest.strip()):
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
    if (brought := _BROUGHT.search(before)) is not None:
        title: str | None = one_line(before[: brought.start()])
    else:
        title = one_line(named.group(1)) if named else _subject(_BROUGHT.sub("", rest))
    return Citation(kind.name if kind else None, number, day, issuer, title)


def _kind_of(number: str) -> DocumentType | None:
    """The type that the symbol of a number says."""
    try:
        return parse_number(number).type
    except ValueError:
        return None


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
