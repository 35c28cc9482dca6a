"""What is wrong in one place of one file, said so that the person who wrote it can mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter

from trangtin.content.text import visible
from trangtin.content.values.quantity import number_text
from trangtin.content.values.vocabulary import Choice


class Severity(Choice):
    """How far a problem reaches, worst first."""

    ERROR = "error", "lỗi"
    """Stops a build: what would be published is wrong or unsafe."""
    WARNING = "warning", "cảnh báo"
    """Should be mended before the text goes out: a draft or a news item can still be changed."""
    NOTICE = "notice", "lưu ý"
    """Shown to the editor, nothing more: a person should look, the portal can still go out."""


class Code(StrEnum):
    """The stable name of each kind of problem; `docs/problems.md` has a heading for every one."""

    ENCODING = "TT101"
    EMPTY_FILE = "TT102"
    NO_FRONT_MATTER = "TT103"
    UNCLOSED_FRONT_MATTER = "TT104"
    TAB = "TT105"
    YAML_SYNTAX = "TT106"
    DUPLICATE_KEY = "TT107"
    NOT_A_MAPPING = "TT108"
    YAML_ALIAS = "TT109"
    MISPLACED_FILE = "TT110"
    FILE_NAME = "TT111"
    FILE_UNREADABLE = "TT112"
    NAME_TWICE = "TT113"

    UNKNOWN_KEY = "TT201"
    MISSING_KEY = "TT202"
    WRONG_SHAPE = "TT203"
    BAD_DATE = "TT204"
    BAD_NUMBER = "TT205"
    UNKNOWN_TYPE = "TT206"
    NOT_IN_LIST = "TT207"
    BAD_PATH = "TT208"
    BAD_SHA256 = "TT209"
    BAD_INTEGER = "TT210"
    BAD_YES_NO = "TT211"
    BAD_ADDRESS = "TT212"
    EMPTY_TEXT = "TT213"
    CONTRADICTION = "TT214"
    BAD_ID = "TT215"
    NOT_APPROVED = "TT216"
    GUIDANCE_LEFT = "TT217"
    MENU_TO_NOTHING = "TT218"
    UNIT_UNNAMED = "TT219"
    BAD_COLOUR = "TT220"
    PALE_COLOUR = "TT221"
    LOOK_FILE = "TT222"

    DUPLICATE_NUMBER = "TT301"
    RELATION_TO_NOTHING = "TT302"
    RELATION_CYCLE = "TT303"
    DATE_BEFORE_BASIS = "TT304"
    UNKNOWN_UNIT = "TT305"
    UNKNOWN_CAMPAIGN = "TT306"
    FILE_MISSING = "TT307"
    DUPLICATE_CAMPAIGN = "TT309"
    DEAD_LINK = "TT310"
    RELATION_AMBIGUOUS = "TT311"
    EVIDENCE_TO_NOTHING = "TT312"
    ADDRESS_CLASH = "TT313"
    RELATION_TO_UNPUBLISHED = "TT314"
    FILE_NOT_WHAT_IT_SAYS = "TT316"
    FILE_CHANGED = "TT317"
    SECRECY_MARK = "TT318"
    UNSAFE_HTML = "TT319"
    TABLE_ROW = "TT320"
    MISSING_ALT = "TT321"
    TASK_UNKNOWN = "TT322"
    TASK_CANCELLED = "TT323"
    STATUS_AGAINST_EVIDENCE = "TT324"
    DONE_BEFORE_GIVEN = "TT325"
    DONE_TWICE = "TT326"
    UNIT_SUCCESSION = "TT327"
    AWARD_FORM = "TT328"
    AWARD_TWICE = "TT329"
    OPEN_POINT_LEFT = "TT335"
    UNKNOWN_LANGUAGE = "TT336"
    TRANSLATION_OF_NOTHING = "TT337"
    TRANSLATION_TAG = "TT338"
    NESTED_TOO_DEEP = "TT339"

    FILE_NOT_REFERENCED = "TT401"
    NUMBERING = "TT402"
    NUMBER_SHAPE = "TT403"
    TYPE_AND_SYMBOL = "TT404"
    REPORT_OVERDUE = "TT405"
    SCHEDULED = "TT406"
    NUMBER_OR_DATE_MISSING = "TT407"
    NOT_PUBLISHED = "TT408"
    STATUS_OUTDATED = "TT409"
    DONE_TO_COME = "TT410"
    EVIDENCE_OLDER = "TT411"
    HOLIDAYS_UNKNOWN = "TT412"
    RECEIPT_UNKNOWN = "TT413"
    BEFORE_RECEIPT = "TT414"
    WORK_OF_PAST_UNIT = "TT415"
    SECURITY_CONTACT = "TT416"
    NO_FONTS = "TT417"
    TRANSLATION_OLDER = "TT418"
    ENGLISH_NAME_MISSING = "TT419"
    TRANSLATION_WAITS = "TT420"
    LANGUAGE_MARK = "TT421"
    EVIDENCE_WITHDRAWN = "TT422"
    FINAL_REPORT_UNNAMED = "TT423"
    TASK_GIVEN_AGAIN = "TT424"

    FILE_ALTERED = "TT501"
    SIGNATURE_UNREADABLE = "TT502"
    SIGNATURES_MISSING = "TT503"
    ACTIVE_CONTENT = "TT504"
    FILE_LOCKED = "TT505"
    FILE_DAMAGED = "TT506"
    FILE_TOO_LARGE = "TT507"
    HIDDEN_CONTENT = "TT508"
    FILE_CONTRADICTS = "TT509"
    SIGNER_REVOKED = "TT510"
    NO_TEXT_LAYER = "TT511"
    METADATA_LEAK = "TT512"
    TIME_CLAIMED = "TT513"
    SIGNER_UNKNOWN = "TT514"
    SIGNER_EXPIRED = "TT515"
    REVOCATION_UNKNOWN = "TT516"
    SIGNED_LATE = "TT517"
    TRUST_UNREADABLE = "TT518"
    PICTURE_TOO_LARGE = "TT519"

    DOUBLED_WORD = "TT601"
    CONTRADICTS_TITLE = "TT602"
    MIXED_TONES = "TT603"
    MISSPELT = "TT604"
    UNBALANCED = "TT605"
    SPACING = "TT606"
    DATE_WORDS = "TT607"
    MIXED_DASHES = "TT608"
    LOOK_ALIKE = "TT609"
    UNICODE_FORM = "TT610"
    CAPITALS = "TT611"
    TYPE_IN_TITLE = "TT612"

    SECRECY_IN_FILE = "TT631"
    PERSONAL_DATA = "TT632"
    PERSONAL_DATA_IN_FILE = "TT633"
    EXCEPTION_UNUSED = "TT634"

    SECTION_MISSING = "TT651"
    PAGE_STALE = "TT652"
    UPSTREAM_LATE = "TT653"
    PUBLISHED_LATE = "TT654"
    STOP_SHORT_NOTICE = "TT655"

    PUBLISH_LOST_ADDRESS = "TT701"
    PUBLISH_SHRUNK = "TT702"
    PUBLISH_NOT_WHOLE = "TT703"
    PUBLISH_TARGET = "TT704"
    PUBLISH_BUSY = "TT705"
    PUBLISH_WRITE = "TT706"
    PUBLISH_NO_RELEASE = "TT707"
    PUBLISH_HELD = "TT708"
    PUBLISH_REMOTE = "TT709"
    PUBLISH_ALTERED = "TT710"
    PUBLISH_NOT_BUILT = "TT711"

    HTML_DROPPED = "TT712"
    IMAGE_ELSEWHERE = "TT713"
    RUNS_IN_BROWSER = "TT714"

    FORM_NOT_FETCHED = "TT720"
    FORM_NO_NPM = "TT721"
    FORM_NOT_BUNDLED = "TT722"
    ACCESSIBILITY_OUTDATED = "TT723"
    PUBLISH_PREVIEW = "TT725"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it stands, what it is, what to write instead."""

    path: str
    """Path from the root of the repository, with `/`."""
    line: int
    """1-based line in the file; 1 where the fault is the whole file's."""
    code: Code
    message: str
    """What is wrong, in Vietnamese, with the words the editor typed."""
    remedy: str
    """What to write or do instead."""
    example: str = ""
    """A line that would be right."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        example = f" (ví dụ: {self.example})" if self.example else ""
        return visible(f"{self.path}:{self.line}: {self.code} {self.message} → {self.remedy}{example}")

    @property
    def stops_build(self) -> bool:
        """True for an error, False for a warning and a notice."""
        return self.severity is Severity.ERROR


_BY_FIELDS = attrgetter(*(each.name for each in fields(Problem)))
"""By path and line first; an order of the class itself would make two tuples of each pair that it compares."""


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Every problem once, by path and line, so that two runs over the same files print the same."""
    return tuple(sorted(set(problems), key=_BY_FIELDS))


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


def worst_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems for people to read: errors, then warnings, then notices, each in the order given."""
    return tuple(sorted(problems, key=lambda problem: _RANKS[problem.severity]))


_TOLD_TOGETHER = {Code.SECTION_MISSING: "trang chưa có {} mục bắt buộc"}
"""Problems that a new portal has many of for months, each a fault of the whole: reported in one line."""


_SEEN_IN_BUILDS = frozenset({Code.DEAD_LINK, Code.PICTURE_TOO_LARGE})
"""What `trangtin check` does not see where it stops no build: links to points of texts, pictures by their sizes."""


def passing_lines(problems: Iterable[Problem], most: int) -> Iterator[str]:
    """What does not stop a build, as lines, the worst first: of each kind the first `most`, then how many more.

    Whoever builds ten years of scanned papers reads no ten thousand lines; `trangtin check` has them all, or a preview.
    """
    passing = worst_first(problem for problem in problems if not problem.stops_build)
    counts = Counter((problem.severity, problem.code) for problem in passing)
    together = {kind for kind, count in counts.items() if count > 1 and kind[1] in _TOLD_TOGETHER}
    met: Counter[tuple[Severity, Code]] = Counter()
    for problem in passing:
        kind = problem.severity, problem.code
        met[kind] += 1
        if met[kind] <= most and kind not in together:
            yield f"{problem.severity.label}: {problem}"
    for (severity, code), count in counts.items():
        if (severity, code) in together:
            yield f"{severity.label}: {code} {_TOLD_TOGETHER[code].format(count)} → xem từng mục: trangtin check"
        elif count > most:
            where = "trangtin serve, trang /loi-noi-dung/" if code in _SEEN_IN_BUILDS else "trangtin check"
            yield f"{severity.label}: {code} còn ở {number_text(count - most)} chỗ nữa → xem hết: {where}"


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a build."""
    return tuple(problem for problem in problems if problem.stops_build)
