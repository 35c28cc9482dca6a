"""What is told of a machine that cannot draw the pictures beside shared links."""

from __future__ import annotations

from trangtin.content.problem import Code, Problem, Severity


def no_fonts(path: str) -> Problem:
    """Told at the configuration at `path`, which can do without those pictures."""
    return Problem(
        path,
        1,
        Code.NO_FONTS,
        "máy dựng trang không có phông chữ đủ dấu tiếng Việt nên không làm được ảnh kèm liên kết khi chia sẻ",
        "cài phông (Debian, Ubuntu: apt-get install fonts-liberation2), hoặc ghi 'share_pictures: khong'",
        severity=Severity.NOTICE,
    )
