"""The file with the results of the last run of accessibility checks, read like all else that a unit writes."""

from __future__ import annotations

from pathlib import Path

from trangtin.content.accessibility import RESULTS, AccessibilityCheck
from trangtin.content.problem import Problem
from trangtin.content.reading.front_matter import parse_yaml
from trangtin.content.reading.messages import build


def read_results(root: Path) -> tuple[AccessibilityCheck | None, list[Problem]]:
    """The run recorded in the folder `root`, and problems of the file; None where there is no such file."""
    file = root / RESULTS
    if not file.is_file():
        return None, []
    data, lines, problems = parse_yaml(file.read_text(encoding="utf-8", errors="replace"), RESULTS)
    built = problems or build(AccessibilityCheck, data or {}, RESULTS, lines)
    return (None, built) if isinstance(built, list) else (built, [])
