"""An attached file at the line that attaches it, and how a contradiction with its document is put."""

from __future__ import annotations

from dataclasses import dataclass

from trangtin.content.document import Document
from trangtin.content.entry import NOWHERE, Entry
from trangtin.content.problem import Code, Problem, Severity
from trangtin.signing.report import FileReport

_REMEDY = "đính đúng tệp của văn bản này, hoặc sửa phần đầu theo bản in"


@dataclass(frozen=True, slots=True)
class Offered:
    """An attached file in its place."""

    entry: Entry[Document]
    index: int
    name: str
    report: FileReport

    @property
    def line(self) -> int:
        """The line that names it."""
        return self.entry.line("files", self.index, "path")

    def problem(
        self, key: str, declared: str, seen: str, *, remedy: str = _REMEDY, severity: Severity = Severity.ERROR
    ) -> Problem:
        """A contradiction between what the document says under `key` (`declared`) and the file (`seen`).

        It stands at the line of the file; nowhere if the key cannot be read.
        """
        line = self.line if not key or self.entry.reads(key) else NOWHERE
        where = f" (dòng {self.entry.line(key)})" if key else ""
        message = f"tệp '{self.name}' {seen}, phần đầu{where} ghi {declared}"
        return Problem(self.entry.path, line, Code.FILE_CONTRADICTS, message, remedy, severity=severity)

    def notice(self, seen: str, remedy: str, example: str = "") -> Problem:
        """What a person should look at."""
        message = f"tệp '{self.name}' {seen}"
        return Problem(
            self.entry.path, self.line, Code.FILE_CONTRADICTS, message, remedy, example, severity=Severity.NOTICE
        )
