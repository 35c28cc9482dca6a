"""How a build reports problems in the content."""

from __future__ import annotations

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from trangtin.content.problem import Problem, errors, passing_lines
from trangtin.content.values.quantity import number_text

log = get_plugin_logger("trangtin")

_MOST_OF_A_KIND = 10
"""Notices of one code that are printed one by one; of more only the number is printed."""


def report(problems: tuple[Problem, ...], *, is_serving: bool) -> None:
    """Print all problems. Raises PluginError where one of them must stop the build."""
    stopping = errors(problems)
    for line in passing_lines(problems, _MOST_OF_A_KIND):
        log.info("%s", line)
    if stopping and not is_serving:
        raise PluginError("\n".join([f"Nội dung có {number_text(len(stopping))} lỗi:", *map(str, stopping)]))
    # Raising while serving would leave every request hanging: say it, show it on the pages, and heal later.
    for problem in stopping:
        log.error("%s", problem)
