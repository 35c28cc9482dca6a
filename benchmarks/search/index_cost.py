"""What making the search index of a portal takes, nothing else: `python -m benchmarks.search.index_cost PORTAL OUT`.

Cold: no cache of an earlier build is used. Writes seconds, and the peak MiB of this process, which holds the portal, or
of the largest that it starts.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.search.ours import opened
from trangtin.host.addresses import addresses_of
from trangtin.search.index import search_index


def main() -> None:
    repository = opened(Path(sys.argv[1]))
    addresses = addresses_of(repository.portal)
    with tempfile.TemporaryDirectory() as cache:
        started = time.perf_counter()
        for _ in search_index(repository.portal, lambda target: addresses.of(target) or "", Path(cache)).files():
            pass
        seconds = time.perf_counter() - started
    unit = 1024 if sys.platform != "darwin" else 1024**2
    own, others = (resource.getrusage(who).ru_maxrss / unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    Path(sys.argv[2]).write_text(f"{seconds} {max(own, others)}", "utf-8")


if __name__ == "__main__":
    main()
