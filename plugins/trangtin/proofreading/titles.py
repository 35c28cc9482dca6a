"""Words of a text that contradict its title: "khóa XIV" in a plan for "khóa XV", left over from an older paper."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from trangtin.content.problem import Code
from trangtin.content.text import one_tone_style
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.roman import roman
from trangtin.proofreading.writing import Writing

_NUMBER = r"(?:(?-i:[IVXLivxl]{1,7})|\d{1,2}(?![.,/-]\d))(?!\w)"
_YEARS = r"(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d(?!\d)"
_TERM = re.compile(
    rf"(?P<session>kh(?:óa|oá)\s+(?P<nth>{_NUMBER}))|(?P<count>lần\s+thứ\s+(?P<time>{_NUMBER}))"
    rf"|(?P<office>nhiệm\s+k[ỳì]\s+{_YEARS})|(?P<school>năm\s+học\s+{_YEARS})|(?P<years>(?<![\w/.-]){_YEARS})",
    re.IGNORECASE,
)
_LONGEST_OWNER = 100
"""Characters before a term that may name its body."""
_OWNER = re.compile(
    r"(?<!\w)(?:(?P<assembly>quốc\s+hội|đbqh|qh)|(?P<council>hội\s+đồng\s+nhân\s+dân|(?:đb)?hđnd)"
    r"|(?P<committee>ban\s+chấp\s+hành)|(?P<party>đảng\s+bộ))(?!\w)[^,;.]{0,24}\Z"
)
_YEAR = re.compile(r"\d{4}")
_OFFICE = 5
"""Years of one term of office."""
_EVENT = re.compile(r"(?<!\w)\w+\s+\w+\s+\Z")
"""Last words of what is held each school year, or counted: `kiểm tra nội bộ` before `năm học 2026 - 2027`."""
# What was decided or done in an earlier term is spoken of with one of these words, and rightly.
_EARLIER = re.compile(
    r"(?<!\w)(?:số \S+|luật|nghị quyết|thông qua|ban hành|kỳ họp|tổng kết|sơ kết|kết quả|kế thừa|kết thúc"
    r"|đã|vừa qua|vừa rồi|trước|nguyên|cựu|so với|từ|qua|các khóa|các khoá|các nhiệm kỳ|lần thứ|căn cứ|giai đoạn"
    r"|bãi nhiệm|miễn nhiệm|hết|cũ)(?!\w)"
)
# The last school year, the last congress are looked back on and cited far more often than they are left over.
_LOOKED_BACK = re.compile(
    r"(?<!\w)(?:đánh giá|kiểm điểm|tình hình|đặc điểm|thành tích|khen thưởng|danh hiệu|sau|tại|tinh thần|văn kiện"
    r"|nhiệm vụ|mục tiêu|truyền thống|lịch sử)(?!\w)"
)
_DONE = re.compile(r"[^.;\n]{0,30}(?<!\w)(?:đã|đề ra|xác định|thông qua|đạt|nêu)(?!\w)")
_END_OF_SENTENCE = re.compile(r"[.;!?]\s")
_CITATION = re.compile(r"(?:căn cứ|thực hiện|thi hành|xét|theo)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of office, a school year, or one of several congresses, where a text names it."""

    match: re.Match[str]
    kind: str
    """Name of the group in `_TERM`; years that only follow a body are its term of office."""
    value: tuple[int, ...]
    owner: str | None
    """The body whose term it is, where the words before it name one."""

    @property
    def seen(self) -> str:
        return " ".join(self.match[0].split())

    @property
    def is_figure(self) -> bool:
        """`khóa 15`: as often a course of a school."""
        return self.kind == "session" and self.match["nth"].isdigit()

    @property
    def event(self) -> str | None:
        """The two words before it, in lower case."""
        words = _EVENT.search(self.match.string[: self.match.start()][-_LONGEST_OWNER:].lower())
        return one_tone_style(" ".join(words[0].split())) if words else None


def contradictions_of_title(writing: Writing) -> Iterator[Oddity]:
    """Places where the text names another term of the same body than the title does; once for each sentence."""
    titled = list(_terms(writing.title))
    if not titled:
        return
    odd = [term for term in _terms(writing.text) if _is_odd(writing, term, titled)]
    ends = [end.end() for end in _END_OF_SENTENCE.finditer(writing.text)] if odd else []
    for _, same in groupby(odd, lambda term: bisect(ends, term.match.start())):
        terms = list(same)
        seen = ", ".join(term.seen for term in terms)
        kinds = {term.kind for term in terms}
        right = ", ".join(dict.fromkeys(each.seen for each in titled if each.kind in kinds))
        yield Oddity(
            terms[0].match.start(),
            Code.CONTRADICTS_TITLE,
            seen,
            f"'{seen}' khác với trích yếu ({right})",
            words=tuple(
                part
                for term in terms
                for part in (term.match["nth"], term.kind == "office" and str(term.value[0]), term.seen)
                if part
            ),
        )


def _terms(text: str) -> Iterator[_Term]:
    for match in _TERM.finditer(text):
        kind = next(name for name in ("session", "count", "office", "school", "years") if match[name])
        number = match["nth"] or match["time"]
        value: tuple[int, ...] = tuple(map(int, _YEAR.findall(match[0])))
        if number:
            value = (int(number) if number.isdigit() else roman(number.upper()),)
        owner = _owner(text[max(0, match.start() - _LONGEST_OWNER) : match.start()])
        if kind != "years":
            yield _Term(match, kind, value, owner)
        elif owner and value[1] - value[0] == _OFFICE:
            yield _Term(match, "office", value, owner)


def _is_odd(writing: Writing, term: _Term, titled: list[_Term]) -> bool:
    rivals = [each for each in titled if each.kind == term.kind]
    if not rivals or any(each.value == term.value for each in rivals):
        return False
    start = term.match.start()
    before = writing.sentence_before(start)
    if term.kind == "session":  # a Party congress and the National Assembly count their sessions apart
        rivals = [
            each for each in rivals if each.owner == term.owner or not (each.owner or term.is_figure or each.is_figure)
        ]
        if term.owner is None or not rivals:
            return False
    elif term.kind in {"school", "count"}:
        is_past = _LOOKED_BACK.search(before) or _DONE.match(writing.folded, term.match.end())
        if is_past or term.event is None or all(each.event != term.event for each in rivals):
            return False
    elif term.match["years"] and all((each.value[0] - term.value[0]) % _OFFICE for each in rivals):
        return False  # years of a plan, as "2021 - 2026" beside a Party's term "2020 - 2025"
    line = writing.text.rfind("\n", 0, start) + 1
    is_citation = _CITATION.match(writing.text[line:start].lstrip(" -\x00"))
    return not (is_citation or _EARLIER.search(before))


def _owner(before: str) -> str | None:
    match = _OWNER.search(before.lower())
    return match.lastgroup if match else None
