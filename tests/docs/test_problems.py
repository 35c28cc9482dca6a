"""docs/problems.md explains every code, and its examples are wrong and right as they say."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.docs.pages import PDF, TODAY, Fence, fences, headings, read, severities, write_files
from trangtin.cli.project import find_project
from trangtin.content.problem import Code, errors

PAGE = "docs/problems.md"
DOCUMENT = "plans/2026/tet-trong-cay/05-kh-tct.md"
CAMPAIGN = "plans/2026/tet-trong-cay/index.md"
# The portal each example is put into. A head is a dictionary so that an example can take the place of single keys.
HEADS = {
    DOCUMENT: {
        "type": "type: KH",
        "number": "number: 05/KH-TCT",
        "date": "date: 2/3/2026",
        "title": "title: Tết trồng cây",
        "files": "files: [{path: 05-kh-tct.pdf}]",
    },
    CAMPAIGN: {"title": "title: Tết trồng cây", "start": "start: 1/3/2026", "end": "end: 30/4/2026"},
}
FILES = {
    "mkdocs.yml": "site_name: Mẫu\ndocs_dir: site_src\nplugins: [{trangtin: {unit: {name: Trường Mẫu, address: Số 1, "
    "phone: 0200 3000 000, email: a@mau.example, responsible: Nguyễn Văn A}}}]\n",
    "site_src/don-vi/phong-tchc.md": "---\nunit: {name: Phòng Tổ chức - Hành chính}\n---\n",
    "site_src/tin-tuc/2026/le-phat-dong.md": "---\ntitle: Lễ phát động\ndate: 2/3/2026\n---\n",
    "plans/2026/tet-trong-cay/95-kh-ubnd.md": "---\ntype: KH\nnumber: 95/KH-UBND\ndate: 14/2/2026\n"
    "issuer: Ủy ban nhân dân tỉnh Mẫu\nlevel: tinh\ntitle: Tết trồng cây\n---\n",
}
GIVEN = "Sẵn có: "
PLACES = {"": DOCUMENT, "phong trào": CAMPAIGN}


@cache
def by_heading() -> dict[str, list[Fence]]:
    found: dict[str, list[Fence]] = defaultdict(list)
    for fence in fences(read(PAGE)):
        if fence.title:
            found[fence.heading].append(fence)
    return found


EXAMPLES = [(heading, fence) for heading, group in by_heading().items() for fence in group if GIVEN not in fence.title]


def merged(head: dict[str, str], text: str) -> str:
    """A head with the keys of an example in place of its own."""
    parts = [part for part in re.split(r"(?m)^(?=[a-z_]+:)", text) if part.strip()]
    own = [line for key, line in head.items() if not any(part.startswith(f"{key}:") for part in parts)]
    return "\n".join(["---", *own, *(part.rstrip("\n") for part in parts), "---", ""])


@pytest.mark.parametrize(
    ("heading", "fence"), EXAMPLES, ids=[f"{heading[:5]}-{number}" for number, (heading, _) in enumerate(EXAMPLES)]
)
def test_example(heading: str, fence: Fence, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {path: merged(head, "") for path, head in HEADS.items()} | FILES
    files |= {given.title.removeprefix(GIVEN): given.text for given in by_heading()[heading] if GIVEN in given.title}
    verdict, _, place = fence.title.partition(": ")
    path = PLACES.get(place, place)
    if path not in HEADS:
        files[path] = fence.text
    elif fence.language == "yaml":
        files[path] = merged(HEADS[path], fence.text)
    else:
        files[path] += fence.text
    # The wrong examples about attached files name files that are not to be there.
    write_files(tmp_path, {name: text for name, text in files.items() if name != DOCUMENT})
    (tmp_path / DOCUMENT).write_text(files[DOCUMENT], encoding="utf-8")
    (tmp_path / DOCUMENT).with_suffix(".pdf").write_bytes(PDF)

    monkeypatch.setenv("TRANGTIN_TODAY", TODAY)
    problems = find_project(tmp_path / "mkdocs.yml").problems()
    code = heading.split()[0]
    said = "\n".join(map(str, problems))
    if verdict == "Sai":
        labels = {problem.severity.label for problem in problems if str(problem.code) == code}
        assert labels, said
        assert labels <= severities()[code], "the section says another severity"
    else:
        assert code not in {str(problem.code) for problem in problems}, said
        # The stand-ins for signed copies carry no signatures.
        assert not [each for each in errors(problems) if each.code is not Code.SIGNATURES_MISSING], said


def test_every_code_has_one_heading_and_nothing_else_has() -> None:
    _, *told = headings(read(PAGE))
    assert [heading.split()[0] for heading in told] == sorted(map(str, Code))


def test_every_section_says_what_why_and_how() -> None:
    for section in re.split(r"(?m)^## (?=TT)", read(PAGE))[1:]:
        for word in ("**Nghĩa là gì.**", "**Vì sao quan trọng.**", "**Cách sửa.**"):
            assert section.count(word) == 1, (section[:30], word)
        assert "Sai" in section or "sai:" in section, section[:30]
        assert "Đúng" in section, section[:30]


def test_the_message_at_the_top_is_the_real_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = next(fences(read(PAGE))).text.strip()
    write_files(tmp_path, {**FILES, CAMPAIGN: merged(HEADS[CAMPAIGN], ""), DOCUMENT: ""})
    (tmp_path / DOCUMENT).write_text("---\nnumber: 05/KH-TCT\ntype: Kế hoạhc\ntitle: Tết\n---\n", encoding="utf-8")
    monkeypatch.setenv("TRANGTIN_TODAY", TODAY)
    assert shown in map(str, find_project(tmp_path / "mkdocs.yml").problems())
