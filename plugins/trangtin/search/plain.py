"""The words of a Markdown text as a reader sees them: no marks of formatting, no addresses, no HTML.

Not a parser: rendering ten thousand texts once more would double the time of a build. What it gets wrong costs a search
a stray word, nothing else.
"""

from __future__ import annotations

import html
import re

from trangtin.content.comments import without_comments

_FENCE = re.compile(r"(?m)^[ \t]*(?:```+|~~~+)[^\n]*$")
_REFERENCE = re.compile(r"(?m)^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S.*$")
_ABBREVIATION = re.compile(r"(?m)^ {0,3}\*\[([^\]\n]+)\]:[ \t]*(.*)$")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]:?")
_PLACE = r"\((?:<[^>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
_LINK = re.compile(rf"!?\[([^\[\]]*)\](?:{_PLACE}|\[[^\]\n]*\])")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)?[^\s<>@]*(?:@|://)[^\s<>]*>|https?://\S+")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>")
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}")
_RULE = re.compile(r"(?m)^[ \t]*(?:[-*_=][ \t]*){3,}$")
_TABLE_RULE = re.compile(r"(?m)^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$")
_QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
_OPENING = re.compile(r"(?m)^[ \t]*(?:#{1,6}[ \t]+|[-*+•][ \t]+|!!![ \t]+\w+[ \t]*)+")
_HEADING_END = re.compile(r"(?m)#+[ \t]*$")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*+|~~|`+)")
_UNDERSCORES = re.compile(r"(?<!\w)_+|_+(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_BLOCK = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:\d+[.)]|[a-zđ]\)|[IVX]+\.)[ \t])")
_ROW = re.compile(r"(?m)^[ \t]*\|")
_RULES = ("***", "---", "___", "===", "* *", "- -", "_ _")


def plain_text(markdown: str, *, is_printed: bool) -> str:
    """The text, one line for each paragraph, list item or table row.

    `is_printed` is for issued documents, where tags and link definitions are text like any other.
    """
    return "\n".join(map(" ".join, plain_lines(markdown, is_printed=is_printed)))


def plain_lines(markdown: str, *, is_printed: bool) -> list[list[str]]:
    """The lines of `plain_text`, each as what stands between its spaces."""
    text = without_comments(markdown)
    if "```" in text or "~~~" in text:
        text = _FENCE.sub("", text)
    if "[" in text:
        if not is_printed:
            text = _ABBREVIATION.sub(r"\2", _REFERENCE.sub("", text))
            text = _FOOTNOTE.sub(" ", text)
        text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))  # twice: a picture may stand inside a link
    if "://" in text or "@" in text:
        text = _AUTOLINK.sub(lambda found: found[0].strip("<>") if "://" not in found[0] else " ", text)
    if "<" in text and not is_printed:
        text = _TAG.sub(" ", text)
    if "{:" in text and not is_printed:
        text = _ATTRIBUTES.sub("", text)
    if ">" in text:
        text = _QUOTED.sub("", text)
    text = _OPENING.sub("\n", text)
    if "|" in text:
        text = _ROW.sub("\n", _TABLE_RULE.sub("", text)).replace("\\|", " ").replace("|", " ")
    if "#" in text:
        text = _HEADING_END.sub("", text)
    if any(mark in text for mark in _RULES):
        text = _RULE.sub("", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", _EMPHASIS.sub("", text))
    else:
        text = text.replace("*", "").replace("`", "").replace("~~", "")
    if "_" in text:
        text = _UNDERSCORES.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    return list(filter(None, map(str.split, _BLOCK.split(text))))
