"""How well drafts agree with the truth: `python -m tests.importer.score [--pdf] [--seeds 1 2 3]`."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.importer.corpus import Truth
from tests.importer.layouts import LAYOUTS as FIRST
from tests.importer.other_layouts import OTHER_LAYOUTS
from trangtin.content.text import one_line, one_tone_style
from trangtin.content.values.doctype import find_type
from trangtin.importer.draft import Draft, make_draft
from trangtin.importer.reading import read_paper
from trangtin.importer.surroundings import Surroundings

LAYOUTS = FIRST | OTHER_LAYOUTS


@dataclass
class Score:
    fields: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)
    """Fields that are wrong and not marked."""
    wrong: list[str] = field(default_factory=list)
    units: int = 0
    exact: int = 0
    missed: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)

    @property
    def of_fields(self) -> float:
        return sum(self.right.values()) / max(1, sum(self.fields.values()))

    @property
    def of_silent(self) -> float:
        return len(self.silent) / max(1, sum(self.fields.values()))

    @property
    def of_units(self) -> float:
        return self.exact / max(1, self.units)


def same(left: object, right: object) -> bool:
    if isinstance(right, list):
        return isinstance(left, list) and len(left) == len(right) and all(map(same, left, right))
    if isinstance(right, dict):
        return isinstance(left, dict) and all(same(left.get(key), value) for key, value in right.items())
    if left is None or right is None:
        return left is right
    return one_tone_style(one_line(str(left))).casefold() == one_tone_style(one_line(str(right))).casefold()


def value_of(draft: Draft, key: str) -> object:
    head = draft.head
    signer = head.get("signer")
    signer = signer if isinstance(signer, dict) else {}
    match key:
        case "signer":
            return signer.get("name")
        case "position" | "authority":
            return signer.get(key)
        case "cosigner":
            others = head.get("cosigners")
            return others[0]["name"] if isinstance(others, list) else None
        case "type":
            kind = find_type(str(head.get("type")))
            return kind.name if kind else None
    return head.get(key)


_MARKED = {"signer": "signer", "position": "signer", "authority": "signer", "cosigner": "signer"}


def units_in(body: str) -> list[str]:
    """Paragraphs of the Markdown as plain text."""
    out = []
    for block in re.split(r"\n\s*\n", body):
        if block.startswith("|"):
            continue
        text = re.sub(r"^#+ ", "", block)
        text = re.sub(r"\\([\\`*_\[\]#>|])", r"\1", re.sub(r"(?<!\\)\*+", "", text))
        out.append(one_line(text.replace("&lt;", "<").replace("&amp;", "&")))
    return out


def judge(score: Score, name: str, draft: Draft, truth: Truth) -> None:
    for key, wanted in truth.fields.items():
        score.fields[key] += 1
        got = value_of(draft, key)
        if same(got, wanted):
            score.right[key] += 1
        else:
            marked = any(line.startswith(f"{_MARKED.get(key, key)} (") for line in draft.review)
            line = f"{name}: {key}: {got!r} != {wanted!r}"
            score.wrong.append(line)
            if not marked:
                score.silent.append(line)
    got_units = Counter(units_in(draft.body))
    for unit in truth.body:
        score.units += 1
        if got_units[one_line(unit)] > 0:
            got_units[one_line(unit)] -= 1
            score.exact += 1
        else:
            score.missed.append(f"{name}: {unit}")
    for secret in truth.secrets:
        if secret in draft.body or any(secret in str(value) for value in draft.head.values()):
            score.leaks.append(f"{name}: {secret}")


def pdf_of(files: dict[str, bytes]) -> dict[str, bytes]:
    """Each .docx as PDF, by one run of LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            Path(folder, f"{name}.docx").write_bytes(data)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", folder, *[f"{folder}/{name}.docx" for name in files]],
            capture_output=True, check=True, timeout=600,
        )  # fmt: skip
        return {name: Path(folder, f"{name}.pdf").read_bytes() for name in files}


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--pdf", action="store_true")
    options.add_argument("--seeds", type=int, nargs="*", default=[1, 2, 3, 4])
    options.add_argument("--layouts", nargs="*", default=list(LAYOUTS))
    options.add_argument("--show", type=int, default=20)
    chosen = options.parse_args()
    papers = {f"{name}-{seed}": LAYOUTS[name](seed) for name in chosen.layouts for seed in chosen.seeds}
    files = {name: paper.word.data() for name, paper in papers.items()}
    if chosen.pdf:
        files = pdf_of(files)
    score = Score()
    suffix = ".pdf" if chosen.pdf else ".docx"
    for name, data in files.items():
        draft = make_draft(read_paper(data, name + suffix), name + suffix, Surroundings())
        judge(score, name, draft, papers[name].truth)
    for title, lines in (("wrong", score.wrong), ("missed", score.missed), ("LEAKS", score.leaks)):
        for line in lines[: chosen.show]:
            print(f"{title}: {line[:220]}")
    print({key: f"{score.right[key]}/{total}" for key, total in score.fields.items()})
    print(
        f"fields {score.of_fields:.1%} of {sum(score.fields.values())}, wrong without a mark {score.of_silent:.1%}, "
        f"exact paragraphs {score.of_units:.1%} of {score.units}, leaks {len(score.leaks)}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
