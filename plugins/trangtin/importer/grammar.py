"""The words and signs by which lines of an administrative paper are told apart (Nghị định 30/2020/NĐ-CP, Phụ lục I).

Capitals are tested with `upper()`: a range such as `À-Ỹ` also spans small letters.
"""

from __future__ import annotations

import re

from trangtin.content import offices, printed_head
from trangtin.content.person_names import may_be_surname, without_rank
from trangtin.content.text import fold, one_line
from trangtin.content.values import markers
from trangtin.content.values.doctype import BY_NAME, TYPES, DocumentType, TypeGroup

# "V/v khen thưởng" is no fifth section: it says what a paper is about.
ROMAN = re.compile(rf"(?!V\s*/\s*[vV]\b)(?P<number>{markers.ROMAN})\s*(?P<sign>[.\-–)/])\s*(?P<rest>\S.*)", re.DOTALL)
DECIMAL = re.compile(rf"(?P<number>{markers.DECIMAL})\.?\s+(?P<rest>\S.*)", re.DOTALL)
ARABIC = re.compile(r"(?P<number>\d{1,2})\s*[.)]\s+(?P<rest>\S.*)", re.DOTALL)
LETTER = re.compile(rf"(?P<number>{markers.LETTER})\s*[.)]\s*(?P<rest>\S.*)", re.DOTALL)
CAPITAL = re.compile(rf"(?P<number>{markers.PART})\.\s+(?P<rest>\S.*)", re.DOTALL)
ARTICLE = re.compile(r"Điều\s+(?P<number>\d{1,3}[a-zđ]?)\s*[.:]\s*(?P<rest>.*)", re.DOTALL)
CHAPTER = re.compile(
    r"(?i)(?:phần\s+(?:thứ\s+\w+|[IVX]+|\d+)|chương\s+(?:[IVXLC]+|\d+)|mục\s+(?:[IVX]+|\d+)|tiểu mục\s+\d+)"
    r"\s*(?:[.:]\s*\S.*)?",
    re.DOTALL,
)
BULLET = re.compile(rf"[{markers.BULLETS}]\s*(?P<rest>[^\s\d\-–—+*=_].*|\d.*)", re.DOTALL)
BASIS = re.compile(
    r"(?:(?:[-–+]\s*)?(?:Căn cứ|CĂN CỨ)|Thực hiện|Xét đề nghị|Theo đề nghị|Xét|Thi hành|Tiếp theo|Hưởng ứng|"
    r"Triển khai thực hiện|Triển khai)\b"
)
RECIPIENTS = re.compile(r"(?i)n[ơo]i\s+nh[ậâa]n\s*(?::|$)")
ADDRESSED = re.compile(r"(?i)kính\s+(?:gửi|gởi|chuyển|trình)\b")
ATTACHED = re.compile(
    r"(?i)\(\s*(?:được\s+)?(?:ban\s+hành\s+)?(?:kèm\s+)?theo\s+"
    r"(?:quyết định|qđ|nghị quyết|nghị định|thông tư|kế hoạch|công văn|hướng dẫn|tờ trình|thông báo|quy định)\b"
)
"""What an annex, or a statute that a decision brings, says of itself below its title."""
CLOSING = re.compile(r"(?:Trên đây là|Nơi nhận|Kính gửi)\b")
_AUTHORITY = re.compile(
    r"(?P<code>T\.?M|K\.?T|T\.?L|T\.?U\.?Q|Q|T/M|K/T|T/L)(?P<sign>\s*[./]\s*|(?<=/.)\s*|\s+)(?P<office>\S.*)",
    re.DOTALL,
)
_SHORT_COLLECTIVES = re.compile(r"(?:UBND|HĐND|UBMTTQ|BCH|BTV|BCĐ)\b")
_ANNEX_LINE = re.compile(rf"{markers.ANNEX}\s*[:.]?")
RULE = re.compile(r"[-–—―─━═_=*.~\s]{3,}|[-–—_*]+|\*\s*\*\s*\*|o0o|-+o0o-+")
# Of those, the ones that say nothing: dots are to be filled in, a single dash is an answer.
DRAWN = re.compile(r"[-–—―─━═_=*\s]{3,}|-*o0o-*")
PARTY = fold(printed_head.PARTY[0])
MOTTO = re.compile(r"(?i)doc lap[\W_]*tu do[\W_]*hanh phuc.*")
ABOUT = re.compile(r"(?i)(?:v\s*/\s*v|về việc)\s*:?\s*(?P<subject>.*)", re.DOTALL)
ABOUT_SHORT = re.compile(r"(?i)v\s*/\s*v\b[\s:.]*")
DRAFT_MARK = re.compile(r"(?i)\(?dự\s*thảo(?:\s+lần\s+\d+)?\)?")
URGENCY = frozenset({"HỎA TỐC", "HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN", "HỎA TỐC HẸN GIỜ"})
_OFFICE = re.compile(rf"(?:q\. ?|quyen |p(?:\. ?| ))?(?:pho )?(?:{offices.HEADS}|{offices.OTHERS})\b.*")
_COLLECTIVES = re.compile(
    r"(?:uy ban|hoi dong|ban chap hanh|ban thuong vu|dang uy|chi bo|tinh uy|huyen uy|thanh uy|ban chi dao|ban to chuc|"
    r"chinh phu|quoc hoi|doan|cong doan|bo chinh tri|ban bi thu|thuong truc|lien doan|hoi|to cong tac)\b.*"
)
SENTENCE_END = re.compile(r"[.;:!?]['\"”’)]*$")
"""Of a line of plain text; the readers of PDF and Word files know more of what may follow a sentence."""
_INITIAL = re.compile(r"[^\W\d_]\.")
_OPEN_RANGE = re.compile(r"\d\s?[-–]$")
_HYPHEN = re.compile(r"(\w)[-–]$")
_SLASH = re.compile(r"\S/$")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")

_PARTY_NAMES = {fold(kind.name): kind for kind in TYPES if kind.group is TypeGroup.PARTY}


def is_capitals(text: str) -> bool:
    """True if there are letters and none is small; abbreviations such as `TTr` may be among long words."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) >= 0.95 * len(letters)


def type_of_line(text: str, *, party: bool = False) -> DocumentType | None:
    """The document type, if the line is nothing but its name in capitals (`KẾ HOẠCH`)."""
    line = one_line(text).strip(" .:*")
    if not line or line != line.upper():
        return None
    folded = fold(re.sub(r"(?<=\w) (?=\w\b)", "", line)) if re.fullmatch(r"(?:\w ){3,}.*", line) else fold(line)
    if party and folded in _PARTY_NAMES:
        return _PARTY_NAMES[folded]
    found = BY_NAME.get(folded)
    return found


def type_that_starts(text: str) -> tuple[DocumentType, str] | None:
    """A type in capitals with more words behind it on its line (`KẾ HOẠCH PHÁT ĐỘNG …`): the type and the rest."""
    line = one_line(text)
    for name in sorted(BY_NAME, key=len, reverse=True):
        head = line[: len(name)]
        if fold(head) == name and head == head.upper() and line[len(name) : len(name) + 1] in {" ", ":"}:
            return BY_NAME[name], line[len(name) :].strip(" :")
    return None


def type_at_start(text: str) -> DocumentType | None:
    """The type whose name a title begins with, in whatever letters (`Thông báo tuyển sinh …`)."""
    folded = fold(text)
    return next(
        (BY_NAME[name] for name in sorted(BY_NAME, key=len, reverse=True) if folded.startswith(f"{name} ")), None
    )


def is_office(text: str) -> bool:
    """True for a line that is a title in capitals (`PHÓ HIỆU TRƯỞNG`)."""
    line = one_line(text).strip(" .,:;")
    return is_capitals(line) and len(line) < 90 and _is_office(line)


def _is_office(line: str) -> bool:
    """By the words alone; `TRƯƠNG` is a surname, `TRƯỞNG` a head of something."""
    folded = fold(line)
    return bool(_OFFICE.fullmatch(folded)) and not (folded.startswith("truong") and "ở" not in line[:6].lower())


def is_collective(text: str) -> bool:
    """True for a body that others sign for, in capitals (`ỦY BAN NHÂN DÂN`)."""
    line = one_line(text)
    return is_capitals(line) and bool(_COLLECTIVES.fullmatch(fold(line)))


def is_authority(text: str) -> bool:
    """True for a line such as `KT. GIÁM ĐỐC`."""
    found = authority(text)
    return found is not None and is_capitals(found[1])


def authority(text: str) -> tuple[str, str] | None:
    """The authority by which somebody signs, without dots, and for whom; None for a line of another kind."""
    match = _AUTHORITY.fullmatch(one_line(text))
    if match is None:
        return None
    code, office = match["code"].replace(".", ""), one_line(match["office"])
    # "KT HIỆU TRƯỞNG" is one by the words behind it only, and a Q alone stands for many things.
    signed = "." in match["sign"] or "/" in code or ("/" in match["sign"] and code != "Q")
    named = is_office(office) or is_collective(office) or _SHORT_COLLECTIVES.match(office) is not None
    return (code, office) if signed or (code != "Q" and named) else None


def is_title(text: str) -> bool:
    """True for a line that says as what somebody signs: an authority, or an office in capitals."""
    return is_authority(text) or is_office(text)


def is_person(text: str) -> bool:
    """True for a name: two to six words with a capital each; in capitals throughout only after a known surname."""
    line = one_line(text).strip(" .,")
    bare = without_rank(line)
    words = bare.split()
    spelt = [word for place, word in enumerate(words) if not (0 < place < len(words) - 1 and _INITIAL.fullmatch(word))]
    if not 2 <= len(words) <= 6 or not all(map(_WORD.fullmatch, spelt)):
        return False
    if _is_office(line):
        return False
    known = may_be_surname(words[0])
    if bare == bare.upper():
        return known and not is_office(bare) and not is_collective(bare) and len(words) <= 5
    # "H’Yam" and "K’Ré" are one word of two, each written like any other.
    parts = [part for word in words for part in re.split("['’]", word)]
    return all(word[0].isupper() for word in words) and all(part[1:] == part[1:].lower() for part in parts)


def is_annex_title(text: str) -> bool:
    """True for the line that opens an annex."""
    return bool(_ANNEX_LINE.fullmatch(one_line(text)))


def breaks_number(before: str, text: str) -> bool:
    """Whether a line ended inside the number of a paper (`95/QĐ-` and `UBND`, `95/QĐ` and `-UBND`)."""
    inside = r"\d{1,6}[A-Za-z]?(?:/\d{4})?[-/][A-ZĐ][A-Za-zĐđ&]*(?:-[A-ZĐ][A-Za-zĐđ&]*)*"
    open_end = re.search(rf"{inside}[-/]$", before[-60:]) is not None and re.match(r"[A-ZĐ]{2}", text) is not None
    return open_end or (
        re.search(rf"{inside}$", before[-60:]) is not None and re.match(r"[-/][A-ZĐ]{2}", text) is not None
    )


def is_broken_inside(before: str, text: str) -> bool:
    """Whether a line ended inside a range (`2021-` and `2026`) or the number of a paper: the next goes on with it."""
    return bool(_OPEN_RANGE.search(before[-4:]) and text[:1].isdigit()) or breaks_number(before, text)


def joint(before: str, text: str) -> str:
    """What stands between two lines that are one sentence: a space, or nothing where the break is inside a word.

    A hyphen or dash without a space before it (`2021–`, `TC-`) was printed without one behind it.
    """
    if breaks_number(before, text) or _SLASH.search(before[-4:]):
        return ""
    hyphen = _HYPHEN.search(before[-4:])
    return "" if hyphen and (text[:1].isdigit() or (hyphen[1] + text[:1]).isupper()) else " "


def opens_text(text: str) -> bool:
    """True for a line that can stand below no signature but opens another text: its type, a chapter, an article."""
    line = one_line(text)
    return type_of_line(line) is not None or bool(CHAPTER.fullmatch(line)) or bool(ARTICLE.match(line))


def opens_section(text: str) -> bool:
    """True for a line that is the heading of a chapter, an article, a section in capitals: no head has one."""
    roman = ROMAN.match(text)
    return bool(
        CHAPTER.fullmatch(text)
        or (ARTICLE.match(text) and starts_unit(text))
        or (roman and roman["sign"] in ".)-–" and is_capitals(roman["rest"]))
    )


def starts_unit(text: str) -> bool:
    """True if a line starts a paragraph by its own first word: a number, a dash, a basis, a closing phrase."""
    line = text.strip()
    # "61/2018/NĐ-CP." and "4 năm 2018" are wrapped sentences; a number needs its sign and a word behind it.
    if ARTICLE.match(line):
        return not re.match(r"Điều\s+\d+\s*[.:]?\s*(?:của|Luật|Nghị định|Thông tư)\b", line)
    if (match := ROMAN.match(line)) is not None:
        return match["sign"] in ".)" or is_capitals(match["rest"])
    return bool(
        DECIMAL.match(line)
        or ARABIC.match(line)
        or (LETTER.match(line) and line[1:2] in ").")
        or BULLET.match(line)
        or CLOSING.match(line)
        or (CHAPTER.fullmatch(line) and len(line) < 160)
    )
