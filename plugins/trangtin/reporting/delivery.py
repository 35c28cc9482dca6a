"""Where a report's files go, and how they get there: all or none, and never over something that is there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path

from trangtin.content.document import Document
from trangtin.content.writing.head_text import markdown_text
from trangtin.reporting.composition import compose, front_matter
from trangtin.reporting.markdown import body_markdown
from trangtin.reporting.scope import Scope
from trangtin.reporting.word.paper import as_word


def report_files(scope: Scope, root: Path, out: Path | None, *, with_word: bool) -> Mapping[Path, bytes]:
    """The files of a report, by where they belong: in the campaign's folder of the portal at `root`, or in `out`."""
    paper = compose(scope)
    home = root / scope.campaign.entry.folder
    folder = home if out is None else out
    head = front_matter(scope, paper, is_elsewhere=folder.resolve() != home.resolve())
    document = folder / f"{_name(scope)}.md"
    files = {document: markdown_text(Document, head, body_markdown(paper)).encode()}
    if with_word:
        files[document.with_suffix(".docx")] = as_word(paper, datetime.combine(scope.portal.today, time()))
    return files


def _name(scope: Scope) -> str:
    """The file name: a final report has one name; interim ones are distinguished by the last day they cover."""
    if scope.is_final:
        return "du-thao-bao-cao-tong-ket"
    return f"du-thao-bao-cao-so-ket-{scope.last or scope.portal.today:%Y-%m-%d}"
