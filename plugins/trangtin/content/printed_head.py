"""What every paper prints on the right of its head, opposite the bodies that issue it."""

from __future__ import annotations

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
"""Name and motto of the state (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.1)."""
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
"""On papers of the Party, which have no motto (Hướng dẫn 36-HD/VPTW)."""
