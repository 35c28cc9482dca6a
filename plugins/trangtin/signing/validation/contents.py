"""The gap that a PDF signature leaves for itself: nothing may hide in it."""

from __future__ import annotations

import re

from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_HEX = re.compile(rb"<(?:[0-9a-f]*|[0-9A-F]*)>")


def check_contents(embedded: EmbeddedPdfSignature, data: bytes) -> str:
    """What is wrong with the unsigned gap, in Vietnamese; empty if it holds the signature and nothing else."""
    _, first, second, _ = (int(part) for part in embedded.byte_range)
    gap = data[first:second]
    # Signing programs write one case throughout: both together means that somebody changed a letter.
    if not _HEX.fullmatch(gap):
        return "chỗ chứa chữ ký bị sửa"
    if bytes.fromhex(gap[1:-1].decode("ascii")) != embedded.pkcs7_content:
        return "chữ ký đọc được khác chữ ký nằm trong vùng dành cho nó"
    return ""
