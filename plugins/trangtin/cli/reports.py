"""Problems for people and for machines: text, JSON, SARIF 2.1.0, GitLab Code Quality."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from trangtin.content.problem import Problem, errors


def as_text(problems: Sequence[Problem]) -> str:
    """One line each, then a count."""
    stopping = len(errors(problems))
    lines = [f"{problem}" if problem.stops_build else f"{problem} [lưu ý]" for problem in problems]
    summary = f"{stopping} lỗi, {len(problems) - stopping} lưu ý." if problems else "Không có lỗi nào."
    return "\n".join([*lines, summary])


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with the fields of `Problem`."""
    return _dump(
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
    return _dump(
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
                            "level": "error" if problem.stops_build else "note",
                            "message": {"text": _sentence(problem)},
                            "locations": [
                                {
                                    "physicalLocation": {
                                        "artifactLocation": {"uri": problem.path},
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
    return _dump(
        [
            {
                "description": _sentence(problem),
                "check_name": str(problem.code),
                "fingerprint": hashlib.sha256(
                    f"{problem.path}\0{problem.code}\0{problem.message}".encode()
                ).hexdigest(),
                "severity": "major" if problem.stops_build else "info",
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


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
