"""What it costs to reach every combination of choices in the register of documents: `python -m benchmarks.library`.

Static pages for all combinations are counted, not written. The portal is the one of `benchmarks.search.corpus`, because
it has many issuers, areas and years; the figures stand in docs/decisions/0015-register-in-the-browser.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections import Counter
from datetime import date
from itertools import combinations, product
from math import ceil
from pathlib import Path

from benchmarks.search.corpus import invent, write
from trangtin.content.options.configuration import read_config
from trangtin.host.addresses import addresses_of
from trangtin.portal.model import Portal
from trangtin.repository import open_portal
from trangtin.views.library import library_cuts
from trangtin.views.machine_readable.open_data.documents import open_documents
from trangtin.views.register import register


def portal_of(documents: int, folder: Path) -> Portal:
    write(folder, invent(ceil(documents / 0.9), seed=1))  # one paper in ten is news
    config = read_config((folder / "mkdocs.yml").read_text("utf-8"))
    assert config.settings is not None, config.problems
    return open_portal(folder, config.layout, config.settings, date(2026, 11, 21)).portal


def pages_by_choices(portal: Portal) -> dict[int, int]:
    """Pages of lists for every combination of so many choices that has documents."""
    cuts = library_cuts(portal)
    answers = [[[value for value, _ in cut.answers(document)] for cut in cuts] for document in portal.documents]
    pages: dict[int, int] = {}
    for count in range(len(cuts) + 1):
        pages[count] = 0
        for chosen in combinations(range(len(cuts)), count):
            found = Counter(key for row in answers for key in product(*(row[place] for place in chosen)))
            pages[count] += sum(ceil(each / portal.settings.page_size) for each in found.values())
    return pages


def weight(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return f"{len(text) / 1000:8.0f} kB {len(gzip.compress(text, 6)) / 1000:8.0f} kB gzip"


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--documents", type=int, default=10_000)
    options = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="trangtin-bench-") as folder:
        portal = portal_of(options.documents, Path(folder) / "portal")
        addresses = addresses_of(portal)
        print(f"{len(portal.documents)} documents")
        total = 0
        for count, pages in pages_by_choices(portal).items():
            total += pages
            print(f"pages of lists, up to {count} choices: {total:8}")
        site = "https://do.mau.example/"
        print("van-ban.json       ", weight(open_documents(portal, lambda target: site + (addresses.of(target) or ""))))
        print("van-ban/loc.json   ", weight(register(portal)))


if __name__ == "__main__":
    main()
