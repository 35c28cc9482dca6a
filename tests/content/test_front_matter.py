"""How much a head may hold, and how deep: whatever stands in a file, the program that reads it goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from trangtin.content.page import Page
from trangtin.content.reading.file_reader import read_file
from trangtin.content.reading.front_matter import parse_yaml
from trangtin.content.reading.head_store import HeadStore

DEEP = {
    "brackets that are never closed": "a: " + "[" * 25_000,
    "brackets": "a: " + "[" * 25_000 + "]" * 25_000,
    "groups": "a: " + "{a: " * 25_000 + "}" * 25_000,
    "lists of lists": "a:\n " + "- " * 25_000 + "x",
    "keys of keys": "? " * 25_000 + "x",
    "steps": "\n".join(f"{'  ' * level}a:" for level in range(400)),
}

READ = """
import sys
from trangtin.content.reading.front_matter import parse_yaml
print(*parse_yaml(sys.stdin.read(), "x")[2])
"""


@pytest.mark.parametrize("name", DEEP)
def test_what_is_too_deep_is_told_and_ends_no_program(name: str) -> None:
    # In a process of its own: libyaml would take this one with it.
    done = subprocess.run([sys.executable, "-c", READ], input=DEEP[name], capture_output=True, text=True, check=True)
    (told,) = done.stdout.splitlines()
    assert "TT106 danh sách, nhóm khóa lồng vào nhau quá 50 lớp → bỏ các ngoặc, các mức thụt thừa" in told


def test_a_head_as_deep_as_may_be_is_kept_and_given_back(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(f"---\ntitle: Trang\na: {'[' * 49}x{']' * 49}\n---\n")
    read = []
    for _ in range(2):
        with HeadStore(tmp_path / "heads.sqlite") as store:
            entry, problems = read_file(file, "site_src/a.md", Page, store)
        assert problems == []
        assert entry is not None
        read.append((entry.head, entry.lines))
    assert read[0] == read[1]


def test_a_decision_may_commend_thousands() -> None:
    rows = (f"  - {{form: Giấy khen, to: Nguyễn Văn A{n}, kind: ca-nhan, position: Giảng viên}}" for n in range(4_100))
    data, _, problems = parse_yaml("\n".join(["awards:", *rows]), "x")
    assert problems == []
    assert data is not None
    assert len(data["awards"]) == 4_100


@pytest.mark.parametrize(
    "config",
    [
        "a: &a\n  b: *a\n",
        "\n".join(["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))]),
    ],
    ids=["a circle", "nine times nine"],
)
def test_references_that_grow_without_end(config: str) -> None:
    _, _, (problem,) = parse_yaml(config, "mkdocs.yml", aliases=True)
    assert str(problem) == (
        "mkdocs.yml:1: TT109 các tham chiếu '&', '*' đi vòng tròn, hoặc nhân lên quá 20.000 giá trị"
        " → viết thẳng giá trị thay cho tham chiếu"
    )


def test_references_of_a_configuration_are_followed() -> None:
    assert parse_yaml("a: &a {b: c}\nd: *a\n", "mkdocs.yml", aliases=True)[0] == {"a": {"b": "c"}, "d": {"b": "c"}}
