"""The smallest files of their kinds: they stand in where a test does not care what an attached file says."""

from __future__ import annotations

import io

from PIL import Image


def _pdf() -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length 61 >>\nstream\nBT /F 12 Tf 72 700 Td (Tep mau cua phep kiem, khong so) Tj ET\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return data + end % (table, len(data))


BLANK_PDF = _pdf()


def _picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 3), "white").save(out, form)
    return out.getvalue()


_BY_ENDING = {".pdf": BLANK_PDF, ".png": _picture("PNG"), ".jpg": _picture("JPEG")}


def blank(name: str) -> bytes:
    """The smallest file that is what its name says."""
    return _BY_ENDING.get(name[name.rindex(".") :], BLANK_PDF)
