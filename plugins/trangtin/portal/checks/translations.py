"""Pages in other languages: each has an original, follows it, and the English ones have English names to show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.nearest import did_you_mean, nearest_path
from trangtin.content.options.configuration import CONFIG
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.spans import without_code
from trangtin.content.translation import Translation, section_of, translated_file
from trangtin.content.values.dates import day_text
from trangtin.content.values.languages import language, nearest_tag
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.translations import has_english, outrun_on

_WORD = re.compile(r"(?P<stem>.*[^/])\.(?P<word>[a-z]{4,}(?:-[a-z]+)*)(?P<ending>\.(?:md|markdown))", re.I)
"""A name that ends as that of a translation does, but in no code."""
_MARK = re.compile(
    r"\{[^{}\n]*\blang=[\"']?(?P<typed>[^\s\"'{}]+)|<[a-z][^<>\n]*\slang=[\"']?(?P<html>[^\s\"'<>]+)", re.I
)


def check_translations(catalogue: Catalogue) -> Iterator[Problem]:
    """Translations by name and day, English names."""
    for entry in catalogue.reading.translations:
        yield from _original(catalogue, entry)
    for path in catalogue.entries:
        yield from _unknown_word(catalogue, path)
    public = [entry for entry in catalogue.reading.translations if catalogue.is_public(entry.path)]
    if has_english(catalogue.settings, public):
        yield from _names(catalogue)


def _unknown_word(catalogue: Catalogue, path: str) -> Iterator[Problem]:
    """`gioi-thieu.thai.md` beside `gioi-thieu.md`: meant as a translation, and published as another page."""
    match = _WORD.fullmatch(path) if path.count(".") > 1 else None
    original = f"{match['stem']}{match['ending']}" if match else ""
    if match is None or not (original in catalogue.entries or section_of(original, catalogue.reading.layout)):
        return
    name, meant = original.rpartition("/")[2], nearest_tag(match["word"])
    remedy = did_you_mean(meant and f".{meant}", "đổi đuôi ấy thành mã trong danh sách ngôn ngữ")
    yield Problem(
        path,
        1,
        Code.UNKNOWN_LANGUAGE,
        f"đuôi '.{match['word']}' không phải là mã ngôn ngữ nào nên tệp này không thành bản dịch của '{name}'",
        f"{remedy}; là một bài riêng thì thay dấu chấm trong tên bằng gạch nối",
        f"{name.rpartition('.')[0]}.{meant or 'en'}{match['ending']}",
        Severity.WARNING,
    )


def _original(catalogue: Catalogue, entry: Entry[Translation]) -> Iterator[Problem]:
    file = translated_file(entry.path)
    if file is None or file.original in catalogue.broken:
        return
    original = catalogue.entries.get(file.original)
    if original is None and section_of(file.original, catalogue.reading.layout) is None:
        near = nearest_path(file.original, catalogue.entries)
        stem = near.rpartition("/")[2].rpartition(".")[0] if near else None
        yield Problem(
            entry.path,
            1,
            Code.TRANSLATION_OF_NOTHING,
            f"bản dịch này không có bản gốc: không có tệp '{file.original}'",
            f"có phải bản gốc là '{near}'? Nếu đúng thì đổi tên bản dịch"
            if near
            else "viết bản gốc trước; trang không có bản gốc thì bỏ mã ngôn ngữ khỏi tên tệp và ghi khóa 'lang'",
            f"{stem}.{file.tag}.md" if stem else f"lang: {file.tag}",
        )
        return
    if entry.head.title is None and entry.reads("title") and entry.first_heading() is None and original is not None:
        message, remedy = "thiếu khóa 'title': bản dịch chưa có tiêu đề", "thêm dòng 'title' bằng ngôn ngữ của bản dịch"
        yield Problem(entry.path, 1, Code.MISSING_KEY, message, remedy, "title: Contact")
    if original is not None and not entry.head.draft and not catalogue.is_public(entry.path):
        yield Problem(
            entry.path,
            1,
            Code.TRANSLATION_WAITS,
            f"chưa đăng, vì bản gốc '{file.original}' chưa đăng",
            "bản gốc được đăng thì bản dịch tự được đăng",
            severity=Severity.NOTICE,
        )
    late = outrun_on(entry, original)
    if late is not None:
        yield Problem(
            entry.path,
            entry.line("updated"),
            Code.TRANSLATION_OLDER,
            f"bản dịch theo bản ngày {day_text(entry.head.updated)}, bản gốc đã sửa ngày {day_text(late)}",
            "đối chiếu với bản gốc, sửa rồi ghi ngày ấy vào 'updated'; trang vẫn đăng, có ghi chú cho người đọc",
            f"updated: {day_text(late)}",
            Severity.NOTICE,
        )


def _names(catalogue: Catalogue) -> Iterator[Problem]:
    remedy = "dịch tên đã dùng chính thức; chưa có thì để trống, trang tiếng Anh hiện tên tiếng Việt"
    if catalogue.settings.unit.name_en is None:
        message = "có trang tiếng Anh mà chưa có tên tiếng Anh của đơn vị"
        yield _nameless(CONFIG, 1, message, remedy, "name_en: School of Politics of Mau Province")
    for entry in catalogue.reading.units:
        known = entry.head.unit
        is_past = known.until is not None and known.until < catalogue.today
        if known.name_en is None and entry.reads("unit") and not is_past and catalogue.is_public(entry.path):
            message = f"trang cơ cấu tổ chức tiếng Anh chưa có tên tiếng Anh của '{known.name}'"
            yield _nameless(entry.path, entry.line("unit"), message, remedy, "name_en: Faculty of Basic Theory")


def _nameless(path: str, line: int, message: str, remedy: str, example: str) -> Problem:
    return Problem(path, line, Code.ENGLISH_NAME_MISSING, message, remedy, example, Severity.NOTICE)


def wrong_marks(entry: Entry[PageHead]) -> Iterator[Problem]:
    """`*e-government*{lang=en}` and `<span lang="en">`: programs that read aloud go by them."""
    if "lang=" not in entry.body or isinstance(entry.head, Document):
        return
    text = without_code(entry.body)
    for match in _MARK.finditer(text):
        tag = match["typed"] or match["html"]
        if language(tag) is None:
            meant = nearest_tag(tag)
            yield Problem(
                entry.path,
                entry.body_line + text.count("\n", 0, match.start()),
                Code.LANGUAGE_MARK,
                f"dấu ngôn ngữ 'lang={tag}' không phải là mã ngôn ngữ nào",
                did_you_mean(meant, "dùng mã trong danh sách ngôn ngữ"),
                f"*e-government*{{lang={meant or 'en'}}}",
                Severity.WARNING,
            )
