"""What feeds, calendars and open data cost a build: `python -m benchmarks.machine_files`."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.library import portal_of
from trangtin.host.addresses import addresses_of
from trangtin.host.data import data_files


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--documents", type=int, default=10_000)
    options = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="trangtin-bench-") as folder:
        portal = portal_of(options.documents, Path(folder) / "portal")
        addresses = addresses_of(portal)
        count, size = Counter[str](), Counter[str]()
        started = time.process_time()
        for address, data in data_files(portal, addresses, "https://do.mau.example/"):
            kind = address.rpartition(".")[2]
            count[kind] += 1
            size[kind] += len(data)
        print(f"{len(portal.documents)} documents: {time.process_time() - started:.1f} s of processor")
        for kind in count:
            print(f"{kind:5} {count[kind]:6} files {size[kind] / 1e6:8.1f} MB")


if __name__ == "__main__":
    main()
