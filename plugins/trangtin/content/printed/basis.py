"""Căn cứ ban hành: paragraphs above the text that say what a paper rests on (Nghị định 30/2020/NĐ-CP, mục II.6)."""

from __future__ import annotations

BASIS = (
    r"(?:(?:[-–+]\s*)?(?:Căn cứ|CĂN CỨ)|Thực hiện|Xét đề nghị|Theo đề nghị|Xét|Thi hành|Tiếp theo|Hưởng ứng|"
    r"Triển khai thực hiện|Triển khai)\b"
)
"""A pattern for the words that begin one. By them alone it is none: a title, too, may be `Thực hiện Chỉ thị …`."""
