"""A publisher may be killed at any moment, and two may start at once: readers have one whole site all the time."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from http.client import HTTPResponse
from pathlib import Path

import pytest

from tests.browser.server import serve
from tests.publishing.small_site import LOOSE, NOON, PAGES, make_site, put
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.local_folder import LocalFolder
from trangtin.publishing.place import Published, Rules, Start
from trangtin.publishing.refusal import Refusal
from trangtin.publishing.release import new_release
from trangtin.publishing.release_folder import ReleaseFolder
from trangtin.signing.manifest import check_site

pytestmark = pytest.mark.server

KILLS = 240
PUBLISHER = Path(__file__).with_name("stopped_publisher.py")


def read(answer: HTTPResponse) -> bytes:
    body = answer.read()
    return gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body


def test_readers_have_a_whole_site_whenever_the_publisher_is_killed(tmp_path: Path) -> None:
    root = tmp_path / "srv"
    sites = [make_site(tmp_path / word, word) for word in ("một", "hai")]
    expected = {page: {(site.folder / page).read_bytes() for site in sites} for page in PAGES}
    put(sites[0], root, LOOSE)
    rounds = 0
    with (
        serve(root) as home,
        subprocess.Popen(
            [sys.executable, str(PUBLISHER), str(root), str(KILLS), *(str(site.folder) for site in sites)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as publisher,
    ):
        while publisher.poll() is None:
            for page in PAGES:
                with urllib.request.urlopen(f"{home}/current/{page}", timeout=120) as answer:
                    assert read(answer) in expected[page], page
            rounds += 1
        told, complaints = publisher.communicate()
    assert publisher.returncode == 0, complaints
    result = json.loads(told)
    assert result["killed"] >= 200
    assert result["through"] >= 2, "no publisher got through, so the last steps were never tried"
    assert rounds >= 10
    put(sites[1], root, LOOSE)
    assert [each for each in check_site(root / "current") if each.finding] == []
    assert not [each for each in (root / "releases").iterdir() if each.name.startswith(".")]


def test_many_publishers_at_once_end_with_one_whole_site(tmp_path: Path) -> None:
    root = tmp_path / "srv"
    sites = [make_site(tmp_path / str(number), f"số {number}") for number in range(8)]
    rules = Rules(keep=3, losses=LOOSE.losses)
    place = LocalFolder(root, wait=600)
    # Each begins when the one before it is on show, or about to be.
    starts = [Start(NOON + timedelta(minutes=number), None) for number in range(len(sites))]

    def publish(site: BuiltSite, start: Start) -> Published | None:
        with suppress(Refusal):  # overtaken by one that began later
            return place.publish(site, rules, start)
        return None

    with ThreadPoolExecutor(len(sites)) as pool:
        done = [each for each in pool.map(publish, sites, starts) if each is not None]
    folder = ReleaseFolder(root)
    assert folder.current() == max(each.release for each in done)
    assert folder.current() == new_release(sites[-1].digest, starts[-1].moment, None)
    assert len(folder.releases()) == min(3, len(done))
    assert [each for each in check_site(root / "current") if each.finding] == []


@pytest.mark.parametrize("name", [".new-x", ".old-x"])
def test_a_stray_file_among_the_releases_keeps_nobody_from_publishing(tmp_path: Path, name: str) -> None:
    root = tmp_path / "srv"
    put(make_site(tmp_path / "a", "một"), root, LOOSE)
    (root / "releases" / name).write_text("x", encoding="utf-8")
    put(make_site(tmp_path / "b", "hai"), root, LOOSE)
    assert not (root / "releases" / name).exists()
