"""The documents a paper rests on: citations in the paragraphs that begin with `Căn cứ`, `Thực hiện` and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trangtin.content.body_names import SPEAKING
from trangtin.content.text import one_line
from trangtin.content.values.number import BEFORE_SYMBOL
from trangtin.importer import grammar
from trangtin.importer.facts.citation import (
    ARTICLE,
    BROUGHT,
    CITATION,
    KIND,
    MORE,
    NUMBER,
    OWN,
    SYMBOL,
    TIGHT,
    Citation,
    citation_in,
    printed_number,
)
from trangtin.importer.facts.found import Found
from trangtin.importer.sheet import quoted

_LEAD = (
    r"(?:(?i:căn cứ|thực hiện|thi hành|theo đề nghị của|theo|xét đề nghị của|xét|tiếp theo|triển khai thực hiện)\s+)"
)
_CUT = re.compile(
    rf"(?:;|,|\s+và|\s+tại|\s+theo)\s+{_LEAD}?(?={KIND}(?:{MORE}\s+số\s*:?\s*\d|\s+{TIGHT}))"
    rf"|;\s+{_LEAD}?(?=(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\s)"
    rf"|(?P<law>,|\s+và)\s+(?=(?:Luật|Bộ luật|Pháp lệnh)\s)"
    rf"|(?P<article>[;,]|\s+và)\s+(?={ARTICLE}(?:{KIND}|Luật|Bộ luật|Pháp lệnh)\s)"
    rf"|(?P<same>[;,:]|\s+và)\s+(?=số\s*:?\s*{NUMBER})"
    rf"|;\s+(?=(?i:báo cáo thẩm tra|(?:trên cơ sở\s+)?ý kiến)\b)"
    rf"|;\s+{_LEAD}"
)
_ANY_LAW = re.compile(r"\s*(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\s")
_LAW = re.compile(rf"{_ANY_LAW.pattern}(?!sửa đổi)")
"""Behind it another law begins a basis of its own; one that amends names those that it amends."""
_NEAR = 40
"""Letters in which the last words of a stretch are looked for."""
_ENDS_LAW = re.compile(r"[\d)]\s*$")
_SAYS_WHAT = re.compile(r"\b(?:về|V/v|v/v|sửa đổi|bổ sung|thay thế|bãi bỏ|thực hiện|hướng dẫn|quy định|ban hành)\b")
_LEADS_TO = re.compile(
    r"(?:(?:Nhằm|Để)\s+(?:triển khai\s+)?(?:thực hiện|thi hành)|Theo(?:\s+(?:tinh thần|nội dung|chỉ đạo tại))?"
    rf"(?=\s+{KIND}\b))\b"
)
"""How paragraphs begin that cite a basis without the usual words."""
_ANY_NUMBER = re.compile(rf"(?<![\w/-]){BEFORE_SYMBOL}(?=[A-ZĐ][A-Za-zĐđ]){SYMBOL}(?:[-/]{SYMBOL})*")
_LISTED = re.compile(rf"(?:^|,\s+|\svà\s+)(?:{KIND}\s+)?(?:số\s*:?\s*)?{TIGHT}")
"""A number in a title that is not what the title is about."""
_SPEAKER = rf"(?:{SPEAKING}|[Nn]hà trường|Hiệu trưởng|Giám đốc|Chủ tịch|Thủ trưởng|Tổ)\b[^,;:.]{{0,80}}?\s"
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
_LONGEST = 4_000
"""Letters of a paragraph of bases that are looked at."""
_SENTENCE = re.compile(r"(?<=[^A-ZĐ.]\.)\s+(?=[A-ZĐÀ-Ỹ])")
"""The end of a sentence; a dot after a capital (`TP. Mẫu`) is none."""


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
    if cited and re.search(r"\bngày\b|\d/", cited.issuer or ""):
        yield f"cơ quan của {number or 'căn cứ'} có thể còn lẫn chữ khác: “{cited.issuer}”"
    if speaks and (_RUNS_ON.search(title) or _follows_comma(own, title)):
        yield f"trích yếu của {number or 'căn cứ'} có thể còn lẫn câu sau: {quoted(title, 80)}"
    elif ";" in title or _LISTED.search(title):
        yield f"trích yếu của {number or 'căn cứ'} có thể còn lẫn căn cứ khác: {quoted(title, 80)}"
    seen = f"{printed_number(number)} {title}" if cited else ""
    for match in _ANY_NUMBER.finditer(own):
        if (
            printed_number(match.group()) not in seen
            and match.group() not in seen
            and not OWN.match(own[match.end() :].strip())
        ):
            yield f"chưa tách được căn cứ: {quoted(own, 80)}"
            return


def _follows_comma(own: str, title: str) -> bool:
    """Whether a title is but what stands behind a comma, and by no word of its own a title."""
    return bool(title) and own.partition(title)[0].rstrip().endswith(",") and not _SAYS_WHAT.match(title)


def _parts(said: str) -> Iterator[str]:
    """What a sentence on bases says of each document."""
    start = seen = 0
    cited: re.Match[str] | None = None
    says_what = False
    for cut in _CUT.finditer(said):
        end = cut.start()  # each stretch between two places to cut is looked through once
        if cited is None and (cited := CITATION.search(said, seen, end)):
            says_what, seen = False, cited.end()
        says_what = says_what or _SAYS_WHAT.search(said, seen, end) is not None
        seen = end
        if not cited and BROUGHT.search(said, max(start, end - _NEAR), end):
            continue
        if cut["law"] and (cited or not _is_one_law(said, start, end)):
            continue
        if (cut["same"] or cut["article"] or ";") != ";" and says_what:
            continue
        yield said[start:end]
        start, cited, says_what = cut.end(), None, False
        seen = start
    yield said[start:]


def _is_one_law(said: str, start: int, end: int) -> bool:
    """Whether a stretch names one law, so that another behind it is a basis of its own."""
    ended = _ANY_LAW.match(said, start) and _ENDS_LAW.search(said, max(start, end - _NEAR), end)
    return bool(_LAW.match(said, start) or ended)


def _read_part(text: str, speaks: bool) -> tuple[str, Citation | None]:
    """What a part says of bases, and the document it cites; `speaks` where the paper's own words may follow it."""
    if speaks:
        text = _NEXT_CLAUSE.sub("", f" {text}")
    return text.strip(), citation_in(text.strip())
