"""The bytes of a file, whatever program made it, as a paper."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from trangtin.content.values.quantity import number_text
from trangtin.importer.letters import is_garbled
from trangtin.importer.paper import Paper, paragraphs_of
from trangtin.importer.refusal import Refusal

SUFFIXES = frozenset({".docx", ".docm", ".pdf", ".txt", ".md", ".doc", ".rtf", ".odt"})
"""Endings of files that can be imported."""
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff"})
"""Endings of pictures of papers, with text recognition only."""
_LARGEST = 150_000_000
_LONGEST = 3_000_000
"""Letters of one paper; a thousand pages have as many."""
_LONGEST_PARAGRAPH = 30_000
_FEWEST_WORDS = 5
"""A paper in an old office file has more, if only in its head."""
_BEGINS = {".odt": (b"PK",), ".rtf": (b"{\\rtf", b"\xd0\xcf\x11\xe0")}
"""First bytes of files whose ending promises them; an old .doc may be anything that Word opens."""


def read_paper(data: bytes, name: str, *, ocr: bool = False) -> Paper:
    """Read a file. `ocr` allows recognising letters in pictures. Raises Refusal, with the remedy, where it cannot."""
    if not data:
        raise Refusal("tệp rỗng", "kiểm tra lại tệp")
    if len(data) > _LARGEST:
        raise Refusal(
            f"tệp nặng {number_text(len(data) // 1_000_000)} MB, quá lớn", "quét lại ở 200 dpi, hoặc tách tệp"
        )
    paper = _read(data, name, ocr)
    texts = [part.text for part in paragraphs_of(paper.blocks)]
    if sum(map(len, texts)) > _LONGEST or max(map(len, texts), default=0) > _LONGEST_PARAGRAPH:
        raise Refusal("chữ trong tệp dài bất thường", "kiểm tra lại tệp; tách riêng văn bản cần nhập")
    if is_garbled("\n".join(texts)):
        raise Refusal(
            "chữ trong tệp không giải mã được (phông cũ đã mất tên, hoặc PDF thiếu bảng mã)",
            "nhập từ bản Word, hoặc đổi sang Unicode bằng UniKey rồi nhập lại",
        )
    return paper


def _with_words(paper: Paper, suffix: str) -> Paper:
    """LibreOffice makes something of any bytes: what it made must be text."""
    text = "\n".join(part.text for part in paragraphs_of(paper.blocks))
    if "\ufffd" in text or len(re.findall(r"[^\W\d_]{2,}", text)) < _FEWEST_WORDS:
        raise Refusal(f"tệp {suffix} hỏng, LibreOffice không đọc ra chữ nào có nghĩa", "lấy lại tệp gốc")
    return paper


def _read(data: bytes, name: str, ocr: bool) -> Paper:
    suffix = PurePosixPath(name).suffix.lower()
    # Each reader brings its own library: none is loaded for a file that does not need it.
    if b"%PDF-" in data[:1024]:
        from trangtin.importer.pdf.typed import read_pdf

        return read_pdf(data, ocr=ocr)
    if data.startswith(b"PK") and suffix not in {".odt"}:
        from trangtin.importer.docx.walk import read_docx

        return read_docx(data)
    if data.startswith((b"{\\rtf", b"\xd0\xcf\x11\xe0")) or suffix in {".doc", ".rtf", ".odt"}:
        from trangtin.importer.docx.walk import read_docx
        from trangtin.importer.office import as_docx

        begins = _BEGINS.get(suffix)
        if begins is not None and not data.startswith(begins):
            raise Refusal(
                f"tệp mang đuôi {suffix} nhưng bên trong không phải loại tệp ấy, hoặc đã hỏng", "lấy lại tệp gốc"
            )
        return _with_words(read_docx(as_docx(data, suffix or ".doc")), suffix)
    if suffix in PICTURES:
        from trangtin.importer.pdf.scan import read_picture

        if not ocr:
            raise Refusal("tệp là ảnh chụp văn bản", "thêm --ocr để nhận dạng chữ, rồi đối chiếu từng dòng")
        return read_picture(data)
    if suffix in {".txt", ".md", ""}:
        from trangtin.importer.plain import read_plain

        return read_plain(data, name)
    expected = {".docx": "Word (.docx)", ".docm": "Word (.docm)", ".pdf": "PDF"}.get(suffix)
    if expected:
        raise Refusal(f"tệp mang đuôi {suffix} nhưng không phải {expected}, hoặc đã hỏng", "lấy lại tệp gốc")
    raise Refusal(f"không nhập được loại tệp '{suffix or name}'", f"dùng {', '.join(sorted(SUFFIXES))}")
