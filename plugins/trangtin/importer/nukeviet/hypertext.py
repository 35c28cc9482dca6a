"""HTML of an old site as Markdown of ours; what Markdown cannot express is reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from trangtin.content.text import normalise
from trangtin.content.writing.escaping import escape, escape_start
from trangtin.importer.refusal import Refusal

_LIST_LIKE = re.compile(r"^(\s*)(?:([-+])(?=\s)|(\d+)([.)])(?=\s))", re.MULTILINE)
_UNDERLINE = re.compile(r"(?P<before>\s*)(?P<sign>[-=])(?P<rest>[-=\s]*)$")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")
_NOTHING_SAID = "script style noscript template meta link form input button select textarea"
_PLAYED_ELSEWHERE = "iframe video audio embed object"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

Place = Callable[[str], str | None]
"""Where a link or picture is now; None where it is nowhere, the address itself where it is on another site."""


@dataclass(slots=True)
class Converted:
    """A text in Markdown."""

    markdown: str = ""
    doubts: list[str] = field(default_factory=list)
    """What a person must look at, in Vietnamese."""


def as_markdown(html: str, place: Place) -> Converted:
    """The text of a page of the old site. Raises Refusal where its tags lie too deep in each other."""
    result = Converted()
    soup = BeautifulSoup(normalise(html), "lxml")
    for tag in soup.select(_NOTHING_SAID.replace(" ", ",")):
        if tag.name == "form":
            result.doubts.append("biểu mẫu trong bài không chuyển được, đã bỏ")
        tag.decompose()
    for tag in soup.select(_PLAYED_ELSEWHERE.replace(" ", ",")):
        _link_to_played(soup, tag, result)
    for tag in soup.find_all("a"):
        _move(tag, "href", place, result)
    for tag in soup.find_all("img"):
        _move_picture(tag, place, result)
    if soup.select("td[rowspan],td[colspan],th[rowspan],th[colspan]"):
        result.doubts.append("bảng có ô gộp: chữ ghi ở ô đầu, các ô còn lại để trống")
    try:
        written = _Converter(heading_style="ATX", bullets="-", table_infer_header=True).convert_soup(soup)
    except RecursionError:
        raise Refusal("thẻ HTML của bài lồng nhau quá sâu", "soạn lại bài ấy trong trang mới bằng tay") from None
    result.markdown = _BLANK_LINES.sub("\n\n", written).strip()
    return result


def as_text(html: str) -> str:
    """The words alone, on one line: for titles and summaries that carry tags and entities."""
    return " ".join(BeautifulSoup(normalise(html), "lxml").get_text(" ").split())


class _Converter(MarkdownConverter):
    """Escapes what our Markdown would read as a sign, nothing else; the page's title is the only first heading."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        return "\n".join(_as_words(line) for line in escape(text).split("\n"))

    def convert_h1(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n## {text.strip()}\n\n" if "_inline" not in parent_tags else text

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Four spaces for what is inside: Python-Markdown takes less for the outer list."""
        sign, parent = "-", el.parent
        if parent is not None and parent.name == "ol":
            start = str(parent.get("start", "1"))
            sign = f"{(int(start) if start.isdigit() else 1) + len(el.find_previous_siblings('li'))}."
        inside = "\n".join(line and f"    {line}" for line in text.strip().split("\n"))
        return f"{sign:<4}{inside.lstrip()}\n"

    def convert_sup(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return text.translate(_RAISED) if text.isdigit() else text

    def convert_sub(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return text.translate(_LOWERED) if text.isdigit() else text


def _as_words(line: str) -> str:
    """A line that our Markdown would take for a rule, an underline of a heading or an item of a list."""
    if match := _UNDERLINE.match(line):
        return f"{match['before']}&#{ord(match['sign'])};{match['rest']}"
    words = line.lstrip()
    return line[: len(line) - len(words)] + escape_start(_LIST_LIKE.sub(_unlisted, words))


def _unlisted(match: re.Match[str]) -> str:
    """A paragraph typed `1. …` or `- …` stays a paragraph: Markdown would count it anew."""
    before, dash, number, end = match.groups()
    return f"{before}\\{dash}" if dash else f"{before}{number}\\{end}"


def _link_to_played(soup: BeautifulSoup, tag: Tag, result: Converted) -> None:
    inner = tag.find("source")
    address = tag.get("src") or tag.get("data") or (inner.get("src") if isinstance(inner, Tag) else None)
    if not isinstance(address, str) or not address.strip():
        tag.decompose()
        return
    address = f"https:{address}" if address.startswith("//") else address
    result.doubts.append(f"nội dung nhúng ({address}) đã thành đường dẫn")
    link = soup.new_tag("a", href=address)
    link.string = "Xem nội dung nhúng"
    tag.replace_with(link)


def _move(tag: Tag, key: str, place: Place, result: Converted) -> None:
    address = tag.get(key)
    if not isinstance(address, str) or address.startswith(("#", "mailto:", "tel:")):
        return
    found = place(address.strip())
    if found is None:
        result.doubts.append(f"đường dẫn {address.strip()} không còn nơi đến, chỉ giữ chữ")
        tag.unwrap()
    else:
        tag[key] = found


def _move_picture(tag: Tag, place: Place, result: Converted) -> None:
    address = str(tag.get("src") or tag.get("data-src") or "").strip()
    found = None if not address or address.startswith("data:") else place(address)
    if found is None or found.startswith(("http://", "https://")):
        told = "ảnh chép thẳng trong bài" if address.startswith("data:") else f"ảnh {address or '(không có địa chỉ)'}"
        result.doubts.append(f"{told} không lấy được, đã bỏ; chép ảnh vào kho rồi chèn lại")
        tag.decompose()
        return
    tag["src"] = found
    if not str(tag.get("alt") or "").strip():
        result.doubts.append(f"ảnh {address} chưa có mô tả cho người không nhìn thấy")
    for size in ("width", "height", "title"):
        del tag[size]
