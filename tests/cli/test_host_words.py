"""What a clerk reads while a site is built: nothing of it is in English."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.portal_folder import TODAY, new_portal
from trangtin.cli.host_words import in_vietnamese

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Building documentation to directory: /nha/.trang.new-ab_1", "Ghi trang vào /nha/trang"),
        ("Building documentation to directory: /nha/trang", "Ghi trang vào /nha/trang"),
        ("Documentation built in 1.88 seconds", "Đã dựng xong trong 1.88 giây"),
        ("Aborted with 1 warning in strict mode!", "Trang chưa được dựng: còn 1 cảnh báo ở các dòng trên."),
        (
            "Aborted with 2 errors, 12 warnings in strict mode!",
            "Trang chưa được dựng: còn 2 lỗi, 12 cảnh báo ở các dòng trên.",
        ),
        ("Error building page 'a.md': unexpected '}'", "Không dựng được trang 'a.md': unexpected '}'"),
        ("[14:09:10] Detected file changes", "[14:09:10] Có tệp vừa đổi"),
        (
            "[14:09:10] Serving on http://127.0.0.1:8000/",
            "[14:09:10] Serving on http://127.0.0.1:8000/  ← mở địa chỉ này để xem thử; Ctrl+C để dừng",
        ),
        (
            "Config value 'site_name': Required configuration not provided.",
            "mkdocs.yml: thiếu khóa 'site_name' → thêm khóa ấy",
        ),
        (
            "Config value 'theme': Unrecognised theme name: 'xyz'. The available installed themes are: trangtin",
            "mkdocs.yml: máy này không có giao diện (theme) 'xyz', chỉ có: trangtin",
        ),
        (
            "A reference to 'van-ban/2025/index.md' is included in the 'nav' configuration, which is not found in the "
            "documentation files.",
            "mkdocs.yml: thực đơn (nav) có 'van-ban/2025/index.md' mà trang không có → sửa tên ấy, hoặc bỏ khỏi 'nav'",
        ),
        ("Bài viết: Detected file changes", "Bài viết: Detected file changes"),
    ],
)
def test_its_own_words_and_no_others_are_translated(said: str, told: str) -> None:
    assert in_vietnamese(said) == told


def build(portal: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "trangtin", "build"],
        cwd=portal,
        env={**os.environ, "TRANGTIN_TODAY": TODAY},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_build_ends_in_vietnamese_whether_it_succeeds_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANGTIN_TODAY", TODAY)
    portal = new_portal(tmp_path / "trang", "--phone", "0200 3000 000")
    ends = {0: "Đã dựng xong trong", 1: "Trang chưa được dựng: sửa các lỗi ở trên rồi chạy lại"}
    news = portal / "site_src/tin-tuc/2026/tin.md"
    for code, head in ((0, "date: 1/1/2026"), (1, "date: 35/1/2026")):
        news.parent.mkdir(parents=True, exist_ok=True)
        news.write_text(f"---\ntitle: Tin\n{head}\n---\n\nĐoạn.\n", encoding="utf-8")
        ended, told = build(portal)
        assert ended == code, told
        assert told.strip().splitlines()[-1].startswith(ends[code]), told
        assert not re.search(r"INFO|WARNING|ERROR|Aborted|[Bb]uil[dt]\b|directory", told), told
