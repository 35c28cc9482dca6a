"""Languages by their tags, and files named after them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from trangtin.content.translation import translated_file
from trangtin.content.values.languages import LANGUAGES, language, nearest_tag

GUIDE = Path(__file__).parents[2] / "docs/huong-dan-bien-tap.md"
CODES = Path("/usr/share/iso-codes/json/iso_639-3.json")


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "tiếng Anh"),
        ("en-GB", "tiếng Anh"),
        ("zh-Hant", "tiếng Trung"),
        ("zh-Hant-TW", "tiếng Trung"),
        ("tyz", "tiếng Tày"),
        ("EN", None),
        ("eng", None),
        ("en_GB", None),
        ("en-gb", None),
        ("", None),
        ("xx", None),
    ],
)
def test_a_tag_names_a_language_of_the_list(tag: str, name: str | None) -> None:
    found = language(tag)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("eng", "en"),
        ("EN", "en"),
        ("vn", "vi"),
        ("Tiếng Việt", "vi"),
        ("Tày", "tyz"),
        ("tiếng Ê Đê", "rad"),
        ("mong", "hmn"),
        ("tdd", "blt"),  # of Yunnan
        ("enn", "en"),
        ("qqq", None),
    ],
)
def test_a_wrong_tag_is_answered_with_the_one_that_was_meant(typed: str, meant: str | None) -> None:
    assert nearest_tag(typed) == meant


def test_every_language_has_a_name_of_its_own() -> None:
    assert len({each.name for each in LANGUAGES.values()}) == len(LANGUAGES)
    assert all(each.name.startswith("tiếng ") and language(tag) is each for tag, each in LANGUAGES.items())


@pytest.mark.skipif(not CODES.exists(), reason="no iso-codes on this machine")
def test_every_tag_is_one_of_iso_639() -> None:
    known = json.loads(CODES.read_text("utf-8"))["639-3"]
    tags = {each["alpha_3"] for each in known if "alpha_2" not in each} | {each.get("alpha_2") for each in known}
    assert LANGUAGES.keys() <= tags


def test_the_guide_lists_every_language() -> None:
    section = GUIDE.read_text("utf-8").partition("## Trang tiếng Anh, tiếng dân tộc")[2].partition("\n## ")[0]
    told = dict(re.findall(r"`([a-z]{2,3})` \| (tiếng [^|]+?) \|", section))
    assert told == {tag: each.name for tag, each in LANGUAGES.items() if tag != "vi"}


@pytest.mark.parametrize(
    ("path", "original", "tag"),
    [
        ("site_src/lien-he.en.md", "site_src/lien-he.md", "en"),
        ("plans/2021/bau-cu/index.tyz.md", "plans/2021/bau-cu/index.md", "tyz"),
        ("site_src/x.zh-Hans.markdown", "site_src/x.markdown", "zh-Hans"),
        ("site_src/x.eng.md", "site_src/x.md", "eng"),
    ],
)
def test_a_name_says_what_is_translated_into_what(path: str, original: str, tag: str) -> None:
    file = translated_file(path)
    assert file is not None
    assert (file.original, file.tag) == (original, tag)


@pytest.mark.parametrize(
    "path", ["site_src/lien-he.md", "site_src/en/lien-he.md", "site_src/x.v2.md", "site_src/.en.md"]
)
def test_other_names_do_not(path: str) -> None:
    assert translated_file(path) is None
