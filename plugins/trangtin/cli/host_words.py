"""What MkDocs says by itself while it builds or serves, in Vietnamese."""

from __future__ import annotations

import logging
import os
import re
import sys

import click

_PHRASES = (
    (r"Cleaning site directory", "Dọn thư mục của trang"),
    # It is written beside its folder first, under a hidden name of that.
    (r"Building documentation to directory: (.*)\.([^/\\]+)\.new-\w+", r"Ghi trang vào \1\2"),
    (r"Building documentation to directory: (.+)", r"Ghi trang vào \1"),
    (r"Building documentation\.\.\.", "Đang dựng trang …"),
    (r"Documentation built in ([\d.]+) seconds", r"Đã dựng xong trong \1 giây"),
    # Its own words stay: programs look for them to learn the address.
    (r"(Serving on \S+)(?: and opening it in a browser)?", r"\1  ← mở địa chỉ này để xem thử; Ctrl+C để dừng"),
    (r"Watching paths for changes: (.+)", r"Theo dõi thay đổi ở \1"),
    (r"Error building page '(.+?)': (.+)", r"Không dựng được trang '\1': \2"),
    (r"Detected file changes", "Có tệp vừa đổi"),
    (r"Reloading browsers", "Tải lại trang trong trình duyệt"),
    (r"Browser connected: (.+)", r"Trình duyệt đang xem \1"),
    (r"Shutting down\.\.\.", "Đã dừng."),
    (
        r"A reference to '(.+?)' is included in the 'nav' configuration, which is not found in the .+",
        r"mkdocs.yml: thực đơn (nav) có '\1' mà trang không có → sửa tên ấy, hoặc bỏ khỏi 'nav'",
    ),
    (
        r"A reference to '(.+?)' is included in the 'nav' configuration, but this file is excluded .+",
        r"mkdocs.yml: thực đơn (nav) có '\1', là tệp bị 'exclude_docs' bỏ ra → bỏ khỏi một trong hai",
    ),
    (
        r"An absolute path to '(.+?)' is included in the 'nav' configuration, .+",
        r"mkdocs.yml: thực đơn (nav) có địa chỉ '\1', máy không dò được nó có đúng không",
    ),
    (r"Aborted with (.+) in strict mode!", r"Trang chưa được dựng: còn \1 ở các dòng trên."),
    (
        r"Aborted with a BuildError!",
        "Trang chưa được dựng: sửa các lỗi ở trên rồi chạy lại; trang dựng lần trước vẫn còn.",
    ),
    (r"Aborted with a configuration error!", "Trang chưa được dựng: mkdocs.yml còn lỗi ở các dòng trên."),
    (
        r"Aborted with \d+ configuration warnings in 'strict' mode!",
        "Trang chưa được dựng: xem các cảnh báo về mkdocs.yml.",
    ),
    (r"Config value '(.+?)': Unrecognised configuration name: .+", r"mkdocs.yml: không có tùy chọn '\1' → bỏ dòng ấy"),
    (r"Config value '(.+?)': The \"(.+)\" plugin is not installed", r"mkdocs.yml: chưa cài plugin '\2' nêu ở '\1'"),
    (
        r"Config value 'theme': Unrecognised theme name: '(.*?)'\. The available installed themes are: (.+)",
        r"mkdocs.yml: máy này không có giao diện (theme) '\1', chỉ có: \2",
    ),
    (r"Config value '(.+?)': Required configuration not provided\.", r"mkdocs.yml: thiếu khóa '\1' → thêm khóa ấy"),
    (
        r"Config value '(.+?)': The URL isn't valid.*",
        r"mkdocs.yml: '\1' phải là địa chỉ đầy đủ (ví dụ: https://truong.example/)",
    ),
    (
        r"Config file '(.+)' does not exist\.",
        r"không có tệp cấu hình '\1'; chạy lệnh ở thư mục của trang, hoặc dùng -f.",
    ),
)
_COUNTED = ((r"(\d+) warnings?", r"\1 cảnh báo"), (r"(\d+) errors?", r"\1 lỗi"))
PLUGIN = "mkdocs.plugins.trangtin"
"""The logger of our plugin, as MkDocs names it."""
_CLOCK = re.compile(r"\[[\d:]+\] ")
"""What MkDocs puts in front of a message of a preview: `[10:15:00] `."""
_LEVELS = {
    logging.WARNING: ("Cảnh báo: ", "yellow"),
    logging.ERROR: ("Lỗi: ", "red"),
    logging.CRITICAL: ("Lỗi: ", "red"),
}


def in_vietnamese(said: str) -> str:
    """A whole message of MkDocs in Vietnamese; one that is not its own stays as it is."""
    clock = _CLOCK.match(said)
    start = clock.end() if clock else 0
    for pattern, words in _PHRASES:
        if match := re.compile(pattern).fullmatch(said, start):
            line = match.expand(words)
            for counted, word in _COUNTED if pattern.startswith("Aborted") else ():
                line = re.sub(counted, word, line)
            return said[:start] + line
    return said


class VietnameseFormatter(logging.Formatter):
    """One message a line, beginning with its severity if it is a warning or an error."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for a message."""
        word, colour = _LEVELS.get(record.levelno, ("", None))
        is_plain = not sys.stderr.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
        return f"{word if is_plain else click.style(word, fg=colour)}{in_vietnamese(super().format(record))}"


class Notices(logging.Handler):
    """Keeps what the plugin reports, line by line as it is shown."""

    def __init__(self) -> None:
        """Nothing is kept at first."""
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.lines.append(self.format(record))
