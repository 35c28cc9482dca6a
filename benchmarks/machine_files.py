"""What feeds, calendars, open data and pictures for shared links cost: `python -m benchmarks.machine_files`.

Memory is what making the files takes while none of them is kept, so the largest single file counts, and what is known
of all documents at once. A second pass, because counting memory takes time.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from benchmarks.library import portal_of
from trangtin.drawing.card import draw_card
from trangtin.drawing.fonts import find_family
from trangtin.host.addresses import Addresses, addresses_of, full_addresses
from trangtin.host.machine_readable.atom import atom
from trangtin.host.machine_readable.data import DataFile, data_parts
from trangtin.portal.model import Portal
from trangtin.views.machine_readable.feed import feeds
from trangtin.views.machine_readable.share import share_cards

SITE = "https://do.mau.example/"
NOWHERE = Path(os.devnull, "cache")
"""A folder of caches in which nothing is ever found or kept."""


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--documents", type=int, default=10_000)
    words.add_argument("--pictures", type=int, default=1000, help="how many to draw, in one process")
    options = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="trangtin-bench-") as folder:
        portal = portal_of(options.documents, Path(folder) / "portal")
        addresses = addresses_of(portal)
        count, size = Counter[str](), Counter[str]()
        started = time.process_time()
        for address, data in data_files(portal, addresses, SITE):
            kind = address.rpartition(".")[2]
            count[kind] += 1
            size[kind] += len(data)
        print(f"{len(portal.documents)} documents: {time.process_time() - started:.1f} s of processor")
        for kind in count:
            print(f"{kind:5} {count[kind]:6} files {size[kind] / 1e6:8.1f} MB")
        print(f"memory: {peak_of_all(portal):.0f} MB; one page of a feed: {peak_of_a_feed(portal):.2f} MB")
        draw(portal, options.pictures)


def data_files(portal: Portal, addresses: Addresses, site_url: str) -> Iterator[DataFile]:
    return chain.from_iterable(make() for make in data_parts(portal, addresses, site_url, NOWHERE))


def peak_of_all(portal: Portal) -> float:
    addresses = addresses_of(portal)
    tracemalloc.start()
    for _ in data_files(portal, addresses, SITE):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def peak_of_a_feed(portal: Portal) -> float:
    """The largest page of any feed, its entries written anew."""
    full, largest = full_addresses(addresses_of(portal), SITE), 0
    for feed in feeds(portal):
        tracemalloc.start()
        atom(feed, full, "do.mau.example", {})
        largest = max(largest, tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    return largest / 1e6


def draw(portal: Portal, most: int) -> None:
    family = find_family()
    if family is None:
        print("pictures: this machine has no fonts")
        return
    cards = [card for _, card in share_cards(portal)][:most]
    started, size = time.process_time(), 0
    for card in cards:
        size += len(draw_card(card, family))
    each = (time.process_time() - started) / len(cards)
    print(f"pictures: {len(cards)} drawn, {each * 1000:.1f} ms of processor and {size / len(cards) / 1000:.0f} kB each")


if __name__ == "__main__":
    main()
