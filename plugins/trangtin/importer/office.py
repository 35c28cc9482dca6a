"""Old office files through LibreOffice, where this machine has it; it is no part of the package."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from trangtin.importer.refusal import Refusal

_PROGRAMS = ("soffice", "libreoffice")
_MOST_SECONDS = 90
_BY_HAND = "mở tệp bằng Word, chọn File → Save As (Lưu dưới dạng) → Word Document (*.docx), rồi nhập tệp .docx"


def program() -> str | None:
    """Where LibreOffice is; None where it is not."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def as_docx(data: bytes, suffix: str) -> bytes:
    """The paper converted to .docx. Raises Refusal where there is no LibreOffice or it cannot read the file."""
    soffice = program()
    if soffice is None:
        raise Refusal(f"máy này không có LibreOffice để đọc tệp {suffix}", _BY_HAND)
    with tempfile.TemporaryDirectory(prefix="trangtin-") as folder:
        source = Path(folder, f"tep{suffix}")
        source.write_bytes(data)
        # A profile of its own: a running LibreOffice of the same user would otherwise refuse, silently.
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [
            soffice,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=_MOST_SECONDS, check=False, stdin=subprocess.DEVNULL)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Refusal(f"LibreOffice không đọc xong tệp {suffix}", _BY_HAND) from error
        made = source.with_suffix(".docx")
        if not made.is_file():
            raise Refusal(f"LibreOffice không đọc được tệp {suffix}", _BY_HAND)
        return made.read_bytes()
