"""Terms of office that contradict the title: "khóa XIV" in a plan for "khóa XV", left over from an older paper."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import groupby

from trangtin.content.problem import Code
from trangtin.content.text import one_tone_style
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.writing import Writing

_TERM = re.compile(
    r"(?P<session>kh(?:óa|oá)\s+(?P<roman>[IVXL]{1,7}))(?!\w)"
    r"|(?P<office>nhiệm\s+kỳ\s+(?P<from>(?:19|20)\d\d)\s*[-–—]\s*(?P<to>(?:19|20)\d\d))",
    re.IGNORECASE,
)
_LONGEST_OWNER = 100
"""Characters before a term that may name its body."""
_OWNER = re.compile(r"(quốc\s+hội|hội\s+đồng\s+nhân\s+dân|hđnd|ban\s+chấp\s+hành|đảng\s+bộ)[^,;.]{0,24}\Z")
# What was decided or done in an earlier term is spoken of with one of these words, and rightly.
_EARLIER = re.compile(
    r"(?<!\w)(?:số \S+|luật|nghị quyết|thông qua|ban hành|kỳ họp|tổng kết|sơ kết|kết quả|kế thừa|kết thúc"
    r"|đã|vừa qua|vừa rồi|trước|nguyên|cựu|so với|từ|qua|các khóa|các khoá|các nhiệm kỳ|lần thứ|căn cứ|giai đoạn"
    r"|bãi nhiệm|miễn nhiệm|hết|cũ)(?!\w)"
)
_END_OF_SENTENCE = re.compile(r"[.;!?]\s")
_CITATION = re.compile(r"(?:căn cứ|thực hiện|thi hành|xét|theo)\b", re.IGNORECASE)


def contradictions_of_title(writing: Writing) -> Iterator[Oddity]:
    """Places where the text names another term of the same body than the title does; once for each sentence."""
    titled = list(_TERM.finditer(writing.title))
    if not titled:
        return
    meant = {_value(term) for term in titled}
    odd = [term for term in _TERM.finditer(writing.text) if _is_odd(writing, term, titled, meant)]
    ends = [end.end() for end in _END_OF_SENTENCE.finditer(writing.text)] if odd else []
    for _, same in groupby(odd, lambda term: bisect(ends, term.start())):
        terms = list(same)
        seen = ", ".join(" ".join(term[0].split()) for term in terms)
        right = ", ".join(dict.fromkeys(" ".join(each[0].split()) for each in titled))
        yield Oddity(
            terms[0].start(),
            Code.CONTRADICTS_TITLE,
            seen,
            f"'{seen}' khác nhiệm kỳ ở trích yếu ({right})",
            words=tuple(
                part for term in terms for part in (term["roman"], term["from"], " ".join(term[0].split())) if part
            ),
        )


def _value(term: re.Match[str]) -> tuple[str, ...]:
    return ("khóa", term["roman"].upper()) if term["session"] else ("nhiệm kỳ", term["from"], term["to"])


def _is_odd(writing: Writing, term: re.Match[str], titled: list[re.Match[str]], meant: set[tuple[str, ...]]) -> bool:
    value = _value(term)
    rivals = [each for each in titled if _value(each)[0] == value[0]]
    if value in meant or not rivals:
        return False
    if value[0] == "khóa":  # a Party congress and the National Assembly count their sessions apart
        owner = _owner(writing.text[: term.start()])
        if owner is None or all(_owner(each.string[: each.start()]) not in {owner, None} for each in rivals):
            return False
    before = writing.sentence_before(term.start())
    line = writing.text.rfind("\n", 0, term.start()) + 1
    is_citation = _CITATION.match(writing.text[line : term.start()].lstrip(" -\x00"))
    return not (is_citation or _EARLIER.search(before))


def _owner(before: str) -> str | None:
    match = _OWNER.search(before[-_LONGEST_OWNER:].lower())
    return one_tone_style(" ".join(match[1].split())) if match else None
