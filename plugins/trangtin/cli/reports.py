"""Problems for people and for machines: text, JSON, SARIF 2.1.0, GitLab Code Quality."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from urllib.parse import quote

import click

from trangtin.cli.json_text import json_text
from trangtin.content.problem import Problem, Severity, worst_first
from trangtin.content.text import visible
from trangtin.content.values.quantity import number_text

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}


def as_text(problems: Sequence[Problem]) -> str:
    """One line each, the worst first, then a count."""
    lines = [
        f"{problem}" if problem.stops_build else f"{problem} [{problem.severity.label}]"
        for problem in worst_first(problems)
    ]
    return "\n".join([*lines, _count(problems)])


def as_pages(problems: Sequence[Problem]) -> str:
    """Each file once, the one with the worst first, in colours (which click leaves out where they are not wanted)."""
    files: dict[str, list[Problem]] = defaultdict(list)
    for problem in worst_first(problems):
        files[problem.path].append(problem)
    lines: list[str] = []
    for path, own in files.items():
        lines.append(click.style(path, bold=True))
        for problem in own:
            kind = click.style(f"{problem.severity.label:<8}", fg=_COLOURS[problem.severity])
            message = visible(problem.message)
            lines.append(f"  {problem.line:>4}  {kind}  {click.style(str(problem.code), dim=True)}  {message}")
            example = f" (ví dụ: {problem.example})" if problem.example else ""
            lines.append(visible(f"{'':>25}→ {problem.remedy}{example}"))
        lines.append("")
    end = [click.style(_count(problems), bold=True)]
    if problems:
        end.append(f"Giải thích một mã, kèm ví dụ: trangtin guide {worst_first(problems)[0].code}")
    return "\n".join([*lines, *end])


def _count(problems: Sequence[Problem]) -> str:
    """How many of each severity; warnings only where there are any."""
    if not problems:
        return "Không có lỗi nào."
    counts = Counter(problem.severity for problem in problems)
    counted = [each for each in Severity if counts[each] or each is not Severity.WARNING]
    return ", ".join(f"{number_text(counts[each])} {each.label}" for each in counted) + "."


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with the fields of `Problem`."""
    return json_text(
        [
            {
                "path": problem.path,
                "line": problem.line,
                "code": str(problem.code),
                "severity": str(problem.severity),
                "message": problem.message,
                "remedy": problem.remedy,
                "example": problem.example,
            }
            for problem in problems
        ]
    )


def as_sarif(problems: Sequence[Problem]) -> str:
    """SARIF 2.1.0 (OASIS), as forges read it."""
    return json_text(
        {
            "version": "2.1.0",
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "trangtin",
                            "rules": [{"id": code} for code in sorted({str(p.code) for p in problems})],
                        }
                    },
                    "results": [
                        {
                            "ruleId": str(problem.code),
                            "level": _SARIF[problem.severity],
                            "message": {"text": _sentence(problem)},
                            "locations": [
                                {
                                    "physicalLocation": {
                                        "artifactLocation": {"uri": quote(problem.path)},
                                        "region": {"startLine": problem.line},
                                    }
                                }
                            ],
                        }
                        for problem in problems
                    ],
                }
            ],
        }
    )


def as_gitlab(problems: Sequence[Problem]) -> str:
    """GitLab's Code Quality report; the fingerprint leaves the line out, so that a moved problem stays the same."""
    return json_text(
        [
            {
                "description": _sentence(problem),
                "check_name": str(problem.code),
                "fingerprint": hashlib.sha256(
                    f"{problem.path}\0{problem.code}\0{problem.message}".encode()
                ).hexdigest(),
                "severity": _GITLAB[problem.severity],
                "location": {"path": problem.path, "lines": {"begin": problem.line}},
            }
            for problem in problems
        ]
    )


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "gitlab": as_gitlab,
}


def _sentence(problem: Problem) -> str:
    example = f" (ví dụ: {problem.example})" if problem.example else ""
    return f"{problem.message} → {problem.remedy}{example}"
