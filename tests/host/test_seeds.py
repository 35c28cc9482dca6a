"""The two real papers: minimal front matter by their truth files, built strictly, nothing lost."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.host.conftest import REPOSITORY, Builder, visible_text
from trangtin.content.text import normalise

SEEDS = REPOSITORY.parent / "shared" / "seeds"
NAMES = ["000_ee719ca00f6689df", "003_d2ba7340c43259c0"]
MKDOCS_YML = """\
site_name: Trang thử
site_url: https://thu.example/
docs_dir: site_src
theme: {name: trangtin}
plugins:
  - trangtin: {unit: {name: Đơn vị thử}}
"""
PRINTED_NUMBER = re.compile(r"^\s*(?:#+\s*)?\**\s*([IVX]+\.|\d{1,2}(?:\.\d+)*\.|[-+])(?=\s)", re.MULTILINE)

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed papers lie beside the repository, not in it")


def head_of(truth: dict[str, Any]) -> str:
    basis = [{key: item[key] for key in ("number", "date", "issuer")} for item in truth["bases"]]
    head = {
        "type": truth["type_code"],
        "title": truth["title"],
        "issuer": truth["issuer"],
        "basis": basis,
        "signer": {"position": truth["signer_title"], "name": truth["signer"]},
        "recipients": [*truth["recipients"], truth["archive_line"]],
    }
    return yaml.safe_dump(head, allow_unicode=True, sort_keys=False)


def without_markup(text: str) -> str:
    """The words of the paper: Markdown's own marks and rules gone, nothing else."""
    text = re.sub(r"(?m)^#{1,6} ", "", text.replace("**", ""))
    return re.sub(r"(?m)^-{3,}$", "", text)


@pytest.mark.parametrize("name", NAMES)
def test_every_paragraph_and_number_in_order(name: str, tmp_path: Path, session_builder: Builder) -> None:
    paper = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    truth = json.loads((SEEDS / f"{name}.truth.json").read_text(encoding="utf-8"))
    folder = tmp_path / "plans" / "2021"
    folder.mkdir(parents=True)
    (tmp_path / "site_src").mkdir()
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    (folder / "ke-hoach.md").write_text(f"---\n{head_of(truth)}---\n\n{paper}", encoding="utf-8")

    page = (session_builder(tmp_path) / "van-ban/2021/ke-hoach/index.html").read_text(encoding="utf-8")
    text = visible_text(page)

    paragraphs = [normalise(" ".join(p.split())) for p in re.split(r"\n\s*\n", without_markup(paper)) if p.strip()]
    assert len(paragraphs) > 20
    at = 0
    for paragraph in paragraphs:
        words = " ".join(paragraph.split())
        found = text.find(words, at)
        assert found >= 0, f"not found after position {at}: {words[:80]}"
        at = found + len(words)

    numbers = PRINTED_NUMBER.findall(normalise(paper))
    assert len(numbers) > 8
    body = page[page.index("tt-body") :]
    shown = re.findall(r'class="tt-marker">([^<]+)<', body)
    headings = re.findall(r"<h\d[^>]*>\s*([IVX]+\.)", body) + re.findall(r"<strong>([IVX]+\.)", body)
    assert sorted(shown + headings) == sorted(numbers)


def test_the_second_paper_keeps_section_v_after_ii(tmp_path: Path, session_builder: Builder) -> None:
    truth = json.loads((SEEDS / f"{NAMES[1]}.truth.json").read_text(encoding="utf-8"))
    assert truth["section_numbers_as_printed"] == ["I", "II", "V"]
    folder = tmp_path / "plans" / "2021"
    folder.mkdir(parents=True)
    (tmp_path / "site_src").mkdir()
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    paper = (SEEDS / f"{NAMES[1]}.txt").read_text(encoding="utf-8")
    (folder / "ke-hoach.md").write_text(f"---\n{head_of(truth)}---\n\n{paper}", encoding="utf-8")
    text = visible_text((session_builder(tmp_path) / "van-ban/2021/ke-hoach/index.html").read_text(encoding="utf-8"))
    places = [text.index(section) for section in ("I. MỤC ĐÍCH", "II. NỘI DUNG", "V. TỔ CHỨC THỰC HIỆN")]
    assert places == sorted(places)
    assert "Sở Xây dựng" in text  # the paper spells ở in two code points; readers search for one
