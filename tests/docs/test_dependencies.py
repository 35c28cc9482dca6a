"""docs/decisions/dependencies.md says why of every dependency."""

from __future__ import annotations

import re
import tomllib

from tests.docs.pages import read


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    runtime = project["project"]
    extras = runtime["optional-dependencies"].values()
    groups = [runtime["dependencies"], *extras, *project["dependency-groups"].values()]
    asked = [line for group in groups for line in group if isinstance(line, str)]
    names = {found[0] for line in asked if (found := re.match(r"[\w.-]+", line))}
    told = {
        name.split()[0]
        for row in re.findall(r"(?m)^\| ([^|]+) \|", read("docs/decisions/dependencies.md"))
        for name in row.split(", ")
    }
    assert told - {"Package", "---"} == names
