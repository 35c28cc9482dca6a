"""All files of a built site together: nothing that is held back is in any of them, and building again changes none."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from pathlib import Path

import pytest

from tests.host.conftest import REPOSITORY, Builder
from tests.portal.drawing import draw
from trangtin.content.accessibility import RESULTS
from trangtin.signing.manifest import Origin

HIDDEN = """
== mkdocs.yml
site_name: Trường
site_url: https://truong.example/
docs_dir: site_src
theme: trangtin
plugins: [{trangtin: {unit: {name: Trường, symbol: TCT}}}]
== site_src/index.md
title: Trang chủ
---
Chào.
== site_src/nhap.md
title: BIMAT
draft: true
---
BIMAT
== site_src/don-vi/khoa-an.md
unit: {name: BIMAT, head: BIMAT}
draft: true
== site_src/don-vi/khoa-a.md
unit: {name: Khoa A}
== site_src/tin-tuc/2021/nhap.md
title: BIMAT
campaign: thi-dua
unit: khoa-a
draft: true
== site_src/tin-tuc/2021/hen-ngay.md
title: BIMAT
date: 1/1/2030
campaign: thi-dua
== site_src/tin-tuc/2021/go.md
title: Tin đã gỡ
summary: BIMAT
author: BIMAT
tags: BIMAT
withdrawn: {date: 3/1/2021, reason: Nhầm}
---
BIMAT
== plans/2021/thi-dua/index.md
title: Thi đua
units: [khoa-a]
== plans/2021/thi-dua/01.md
number: 01/KH-TCT
date: 1/2/2021
summary: Kế hoạch của trường
tasks: [{unit: khoa-a, do: Việc chung, due: 1/3/2021, evidence: site_src/tin-tuc/2021/nhap.md}]
== plans/2021/thi-dua/02.md
number: 02/BIMAT-TCT
title: BIMAT
draft: true
files: [{path: 02-BIMAT.pdf}]
tasks: [{unit: khoa-a, do: BIMAT, due: 1/3/2021}]
milestones: [{title: BIMAT, date: 1/3/2021}]
awards: [{form: BIMAT, to: BIMAT, kind: tap-the}]
replaces: 01/KH-TCT
== plans/2021/thi-dua/02-BIMAT.pdf
%PDF-1.7
== plans/2021/thi-dua/03.md
number: 03/KH-TCT
title: BIMAT
date: 1/2/2021
review: [Rà BIMAT]
basis: [{number: 01/KH-TCT}]
== plans/2021/thi-dua/04.md
number: 04/KH-TCT
title: BIMAT
published: 1/1/2030
== plans/2021/thi-dua/05.md
number: 05/QĐ-TCT
type: QĐ
title: Đã gỡ
date: 1/2/2021
withdrawn: {date: 3/2/2021, reason: Đăng nhầm}
summary: BIMAT
areas: BIMAT
notes: BIMAT
signer: {position: BIMAT, name: BIMAT}
recipients: BIMAT
awards: [{form: BIMAT, to: BIMAT, kind: tap-the}]
tasks: [{unit: khoa-a, do: BIMAT, due: 1/3/2021}]
---
BIMAT
== plans/2021/an/index.md
title: BIMAT
slogan: BIMAT
draft: true
works: [{unit: khoa-a, title: BIMAT, due: 1/3/2021}]
"""
MARKER = "bimat"


def contents(site: Path) -> dict[str, bytes]:
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {
        name: gzip.decompress(path.read_bytes()) if name.endswith(".gz") else path.read_bytes()
        for name, path in files.items()
    }


def test_nothing_held_back_is_in_any_file_or_name(tmp_path: Path, session_builder: Builder) -> None:
    draw(tmp_path, HIDDEN)
    files = contents(session_builder(tmp_path))

    endings = {name.rpartition(".")[2] for name in files}
    assert {"html", "xml", "ics", "json", "csv", "gz", "txt", "map", "conf", "png"} <= endings
    leaking = [name for name, data in files.items() if MARKER in (name + data.decode("utf-8", "replace")).lower()]
    assert leaking == []
    pictures = {name for name in files if name.endswith(".png")}  # letters in a picture no search finds: count them
    assert pictures == {
        "trang.chia-se.png",
        "phong-trao/thi-dua/trang.chia-se.png",
        "van-ban/2021/01-kh-tct/trang.chia-se.png",
    }
    listed = {each["path"] for each in json.loads(files["manifest.json"])["files"]}
    assert listed == files.keys() - {"manifest.json"}
    for name in ("feed.xml", "van-ban.json", "van-ban.csv", "lich.ics"):
        assert b"01/KH-TCT" in files[name] or name == "lich.ics", name
    assert "Việc chung".encode() in files["lich.ics"]


def test_building_the_same_content_on_the_same_day_gives_the_same_bytes(
    tmp_path: Path, session_builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One commit, whichever of the two folders is a repository.
    monkeypatch.setattr("trangtin.host.conclusion.commit_of", lambda *_: Origin("0123456789abcdef", False))
    copy = tmp_path / "another/place"
    for name in ("plans", "site_src", "trust"):
        shutil.copytree(REPOSITORY / name, copy / name)
    for name in ("mkdocs.yml", RESULTS):
        shutil.copy(REPOSITORY / name, copy)
    first, second = session_builder(REPOSITORY), session_builder(copy)

    def hashes(site: Path) -> dict[str, str]:
        files = (path for path in site.rglob("*") if path.is_file())
        return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    before, after = hashes(first), hashes(second)
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []
