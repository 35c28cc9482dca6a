"""The first day of a unit, from an installed wheel and with no step by hand: a bare folder becomes a published site."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.importer.layouts import plan as paper_of_a_plan
from tests.packaging.environment import TODAY, Environment

pytestmark = pytest.mark.packaging

LIMIT = 300
"""Seconds of one processor for the whole story, on a slow one: what else the machine does does not count."""
HANGS = 300
"""Seconds after which a command is taken to wait for an answer."""


@dataclass
class Newcomer:
    environment: Environment
    folder: Path
    used: float = 0
    """Seconds of processor time, so far."""

    def types(self, *words: str, expected: int = 0) -> str:
        """What a command says; it must end as expected and without being answered."""
        env = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
        before = os.times()
        done = subprocess.run(
            [self.environment.program("trangtin"), *words],
            cwd=self.folder,
            env={**env, "TRANGTIN_TODAY": TODAY},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=HANGS,
        )
        after = os.times()
        self.used += sum(after[2:4]) - sum(before[2:4])  # of children, as user and as system
        assert done.returncode == expected, f"{words}: {done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    def edits(self, path: str, *changes: tuple[str, str]) -> None:
        file = self.folder / path
        text = file.read_text("utf-8")
        for pattern, new in changes:
            text, count = re.subn(pattern, new, text, flags=re.MULTILINE)
            assert count == 1, (path, pattern, count)
        file.write_text(text, "utf-8")

    def reads(self, page: str) -> str:
        return (self.folder / page / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def newcomer(fresh: Environment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newcomer]:
    person = Newcomer(fresh, tmp_path_factory.mktemp("may-tram"))
    person.types(
        "init", "trang", "--yes", "--name", "Sở Xây dựng tỉnh Mẫu", "--symbol", "SXD", "--phone", "0200 3000 000"
    )
    person.folder /= "trang"
    yield person


def test_from_a_bare_folder_to_a_published_site(newcomer: Newcomer, tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.docx").write_bytes(paper_of_a_plan(7).word.data())
    newcomer.types("check")
    newcomer.types(
        "new", "campaign", "--title", "Tết trồng cây", "--start", "1/1/2026", "--end", "31/12/2026", "--slogan", "Xanh"
    )
    newcomer.types("import", str(tmp_path / "ke-hoach.docx"), "--campaign", "tet-trong-cay")
    folder = "plans/2026/tet-trong-cay"
    index = f"{folder}/index.md"
    (document,) = (
        f"{folder}/{file.name}" for file in (newcomer.folder / folder).glob("*.md") if file.name != "index.md"
    )
    head = yaml.load((newcomer.folder / document).read_text("utf-8").split("---\n")[1], yaml.BaseLoader)
    newcomer.types("new", "news", "--title", "Ra quân trồng cây", "--campaign", "tet-trong-cay", "--date", "20/11/2026")
    news = "site_src/tin-tuc/2026/ra-quan-trong-cay.md"

    # The editor writes the introduction, works through `review` - and makes three slips.
    newcomer.edits(index, (r"^✎ .*$", "Trồng cây nào, sống cây đó."), (r"^draft: true\n", ""))
    newcomer.edits(index, (r"^end: 31/12/2026$", "end: 31/12/2025"))
    newcomer.edits(document, (r"^review:\n(?:  .*\n)+", ""), (r"^date: .*$", "date: 31/2/2026"))
    newcomer.edits(news, (r"^✎ .*$", "Xem [kế hoạch](ke-hoach.md)."), (r"^draft: true\n", ""))

    said = newcomer.types("check", "--format", "text", expected=1)
    faults = [line for line in said.splitlines() if re.match(r"\S+:\d+: TT", line) and not line.endswith("]")]
    assert [re.findall(r"TT\d+", line)[0] for line in faults] == ["TT204", "TT214", "TT310"], said
    newcomer.types("build", expected=1)

    newcomer.edits(index, (r"^end: 31/12/2025$", "end: 31/12/2026"))
    newcomer.edits(document, (r"^date: 31/2/2026$", f"date: {head['date']}"))
    newcomer.edits(news, (r"\(ke-hoach\.md\)", f"({document})"))
    newcomer.types("check")
    newcomer.types("build")
    campaign = newcomer.reads("site/phong-trao/tet-trong-cay")
    assert "Trồng cây nào, sống cây đó." in campaign
    assert "Ra quân trồng cây" in campaign
    assert head["number"] in campaign
    newcomer.types("verify", "site")


def test_published_edited_and_rolled_back(newcomer: Newcomer, tmp_path: Path) -> None:
    place = tmp_path / "may-chu"
    home = place / "current/index.html"
    newcomer.types("publish", "--to", str(place))
    before = home.read_text("utf-8")
    newcomer.types("new", "news", "--title", "Tin thứ hai", "--date", "21/11/2026")
    newcomer.edits("site_src/tin-tuc/2026/tin-thu-hai.md", (r"^✎ .*$", "Đã trồng xong."), (r"^draft: true\n", ""))
    newcomer.types("publish", "--to", str(place))
    assert "Tin thứ hai" in home.read_text("utf-8")
    newcomer.types("publish", "--to", str(place), "--rollback")
    assert home.read_text("utf-8") == before


def test_it_takes_no_longer_than_it_may(newcomer: Newcomer) -> None:
    assert newcomer.used <= LIMIT
