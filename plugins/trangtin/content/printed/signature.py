"""Quyền hạn, chức vụ and họ tên of who signs (Nghị định 30/2020/NĐ-CP, Điều 13 and phụ lục I, mục II.7).

Party papers write `T/M`, `K/T`, `T/L` (Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import re

from trangtin.content.person_names import may_be_surname, without_rank
from trangtin.content.text import fold, is_capitals, one_line
from trangtin.content.values.vocabulary import Authority

# Patterns of folded text.
_HEADS = (
    "chu tich|chu nhiem|(?:tong )?giam doc|hieu truong|bi thu|vien truong|bo truong|so truong|vu truong|"
    "(?:tong |chi )?cuc truong|truong (?:ban|phong)|chanh van phong|chanh thanh tra"
)
"""Who heads a body: no name of a body begins so, `Chủ tịch đoàn` excepted."""
_OTHERS = (
    "thu truong|chinh uy|tu lenh|tong bien tap|hieu pho|truong doan|thuong truc hoi dong|truong khoa|thu tuong|"
    "thong doc|doi truong|to truong|(?:tong )?thu ky|chanh an|vien pho|truong tram|(?:tram|hat) truong|chi huy truong|"
    "uy vien|ke toan truong|chu tri|truong bo mon|truong"
)
"""Who signs as well. Bodies may begin with some of these words (`Trường …`, `Thường trực Hội đồng …`)."""
_DEPUTY = r"(?:q\. ?|quyen |p(?:\. ?| ))?(?:pho )?"
_HEAD = re.compile(rf"(?!chu tich doan\b){_DEPUTY}(?:{_HEADS})\b")
_OFFICE = re.compile(rf"{_DEPUTY}(?:{_HEADS}|{_OTHERS})\b.*")
_COLLECTIVES = re.compile(
    r"(?:uy ban|hoi dong|ban chap hanh|ban thuong vu|dang uy|chi bo|tinh uy|huyen uy|thanh uy|ban chi dao|ban to chuc|"
    r"chinh phu|quoc hoi|doan|cong doan|bo chinh tri|ban bi thu|thuong truc|lien doan|hoi|to cong tac)\b.*"
)
_SHORT_COLLECTIVES = re.compile(r"(?:UBND|HĐND|UBMTTQ|BCH|BTV|BCĐ)\b")
_BY_CODE = {each.value.replace(".", ""): each for each in Authority}
_CODE = "|".join(r"\.?".join(map(re.escape, code)) for code in _BY_CODE)
_AUTHORITY = re.compile(
    rf"(?P<code>{_CODE})(?P<sign>\s*[./]\s*|(?<=/.)\s*|\s+)(?P<office>\S.*)",
    re.DOTALL,
)
_BEGINS = re.compile(rf"(?i)(?:(?:{_CODE})\s*\.|[TK]/[MTL]\s)")
ASIDE = re.compile(r"\(.*\)|(?i:\[?đã ký\]?)")
"""What stands in place of the hand that signed."""
_INITIAL = re.compile(r"[^\W\d_]\.")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")


def begins_signature(text: str) -> bool:
    """True for a line that begins with an authority and its sign, in whatever letters."""
    return _BEGINS.match(text) is not None


def authority(text: str) -> tuple[Authority, str] | None:
    """The authority by which somebody signs, and for whom; None for a line of another kind."""
    match = _AUTHORITY.fullmatch(one_line(text))
    if match is None:
        return None
    code, office = match["code"].replace(".", ""), one_line(match["office"])
    # "KT HIỆU TRƯỞNG" is one by the words behind it only, and a Q alone stands for many things.
    signed = "." in match["sign"] or "/" in code or ("/" in match["sign"] and code != "Q")
    named = is_office(office) or is_collective(office) or _SHORT_COLLECTIVES.match(office) is not None
    return (_BY_CODE[code], office) if signed or (code != "Q" and named) else None


def is_authority(text: str) -> bool:
    """True for a line such as `KT. GIÁM ĐỐC`."""
    found = authority(text)
    return found is not None and is_capitals(found[1])


def is_of_head(position: str) -> bool:
    """True for a position that begins with the title of a person who heads a body, or of a deputy."""
    return _HEAD.match(fold(position)) is not None


def is_office(text: str) -> bool:
    """True for a line that is a title in capitals (`PHÓ HIỆU TRƯỞNG`)."""
    line = one_line(text).strip(" .,:;")
    return is_capitals(line) and len(line) < 90 and says_office(line)


def says_office(line: str) -> bool:
    """True by the words alone, in whatever letters; `TRƯƠNG` is a surname, `TRƯỞNG` a head of something."""
    folded = fold(line)
    return bool(_OFFICE.fullmatch(folded)) and not (folded.startswith("truong") and "ở" not in line[:6].lower())


def is_collective(text: str) -> bool:
    """True for a body that others sign for, in capitals (`ỦY BAN NHÂN DÂN`)."""
    line = one_line(text)
    return is_capitals(line) and bool(_COLLECTIVES.fullmatch(fold(line)))


def is_title(text: str) -> bool:
    """True for a line that says as what somebody signs: an authority, or an office in capitals."""
    return is_authority(text) or is_office(text)


def is_person(text: str) -> bool:
    """True for a name by its look: two to six words with a capital each; in capitals only after a known surname."""
    line = one_line(text).strip(" .,")
    bare = without_rank(line)
    words = bare.split()
    spelt = [word for place, word in enumerate(words) if not (0 < place < len(words) - 1 and _INITIAL.fullmatch(word))]
    if not 2 <= len(words) <= 6 or not all(map(_WORD.fullmatch, spelt)):
        return False
    if says_office(line) or bare.startswith("VĂN PHÒNG"):
        return False
    if bare == bare.upper():
        known = may_be_surname(words[0])
        return known and not is_office(bare) and not is_collective(bare) and len(words) <= 5
    # "H’Yam" and "K’Ré" are one word of two, each written like any other.
    parts = [part for word in words for part in re.split("['’]", word)]
    return all(word[0].isupper() for word in words) and all(part[1:] == part[1:].lower() for part in parts)
