"""Styles and scripts under names that tell their content, and those names wherever they are used."""

from __future__ import annotations

import re
from pathlib import Path

import trangtin_theme
from tests.host.conftest import Builder
from tests.host.test_attachments import MKDOCS_YML, put
from trangtin.content.options.look import Look
from trangtin.content.values.colour import parse_colour
from trangtin.host.pages.assets import Assets, theme_assets
from trangtin.signing.hashed_name import tells_its_content
from trangtin.views.parts.look import DEFAULT, accent_colours

THEME = Path(trangtin_theme.__file__).parent

SCRIPTS = {
    "assets/a.js": b"import {b} from './b.js'; const own = 'b.js', other = 'khong-co.js', word = 'b'; // ./b.js",
    "assets/b.js": b'export const b = "sheet.css";',
    "assets/sheet.css": b"a{}",
    "assets/deep/b.js": b"export const b = 2;",
}


def test_a_script_names_others_as_they_go_out() -> None:
    assets = Assets(SCRIPTS)
    files = dict(assets.files())
    named = {address: name.removeprefix("assets/") for address, name in assets.named.items()}
    assert all(map(tells_its_content, files))
    assert files[assets.named["assets/b.js"]].decode() == f'export const b = "{named["assets/sheet.css"]}";'
    expected = f"import {{b}} from './{named['assets/b.js']}'; const own = '{named['assets/b.js']}', "
    assert files[assets.named["assets/a.js"]].decode() == f"{expected}other = 'khong-co.js', word = 'b'; // ./b.js"


def test_a_change_renames_what_leads_to_it_and_nothing_else() -> None:
    before, after = (Assets({**SCRIPTS, "assets/sheet.css": css}).named for css in (b"a{}", b"b{}"))
    assert {address for address in before if before[address] != after[address]} == SCRIPTS.keys() - {"assets/deep/b.js"}


def test_scripts_that_name_each_other_are_named_too() -> None:
    assets = Assets({"assets/a.js": b"'b.js'", "assets/b.js": b"'a.js'", "assets/c.js": b"'\xff'"})
    assert len(set(assets.named.values())) == 3


def test_the_first_theme_counts(tmp_path: Path) -> None:
    put(tmp_path, "rieng/assets/a.js", "1")
    put(tmp_path, "chung/assets/a.js", "2")
    put(tmp_path, "chung/assets/sau/b.js", "3")
    found = theme_assets((tmp_path / "rieng", tmp_path / "chung"), DEFAULT)
    assert found == {"assets/a.js": b"1", "assets/sau/b.js": b"3"}


def test_the_icon_of_our_theme_is_in_the_units_colour_and_one_of_its_own_stays_as_it_is(tmp_path: Path) -> None:
    colours = accent_colours(Look(accent=parse_colour("#0b5d4f")))
    icon = theme_assets((THEME,), colours)["assets/favicon.svg"].decode()
    assert set(re.findall("#[0-9a-f]{6}", icon)) == {"#0b5d4f"}
    put(tmp_path, "assets/favicon.svg", f'<svg fill="{DEFAULT.light}"/>')
    assert DEFAULT.light in theme_assets((tmp_path, THEME), colours)["assets/favicon.svg"].decode()


def test_every_name_in_a_page_or_script_is_a_file(sample: Path) -> None:
    used = set()
    for file in (*sample.rglob("*.html"), *(sample / "assets").rglob("*.js")):
        for name in re.findall(
            r"""["'](?:[./]*)((?:assets/)?[\w/-]+\.[a-f][0-9a-f]{7}\.(?:js|css))["']""", file.read_text("utf-8")
        ):
            root = sample if name.startswith("assets/") else file.parent
            assert (root / name).is_file(), f"{file}: {name}"
            used.add(name.rpartition("/")[2])
    there = {file.name for file in (sample / "assets").rglob("*") if file.suffix in {".js", ".css"}}
    assert all(map(tells_its_content, there))
    assert used <= there
    kinds = {file.name for file in (sample / "assets/pages").iterdir()}  # the sample has no page of some kinds
    assert there - used <= kinds


def test_a_units_own_file_takes_the_place_of_the_themes(tmp_path: Path, session_builder: Builder) -> None:
    put(tmp_path, "site_src/assets/favicon.svg", '<svg xmlns="http://www.w3.org/2000/svg" id="rieng"/>')
    put(tmp_path, "giao-dien/assets/chu/rieng.woff2", "font")
    config = MKDOCS_YML.replace("{name: trangtin}", "{name: trangtin, custom_dir: giao-dien}")
    put(tmp_path, "mkdocs.yml", config)
    site = session_builder(tmp_path)
    assert (site / "assets/chu/rieng.woff2").read_text("utf-8") == "font"
    assert 'id="rieng"' in (site / "assets/favicon.svg").read_text("utf-8")
    link = re.search(r'rel="icon" href="([^"]+)"', (site / "index.html").read_text("utf-8"))
    assert link is not None
    assert 'id="rieng"' in (site / link[1]).read_text("utf-8")
