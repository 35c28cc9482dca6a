"""The addresses of the sample portal, one on a line: `python -m tools.sample_addresses` adds new ones to the list.

None is ever taken off by itself: an address that was once given out leads somewhere for ever, by `redirect_from` if the
content moved. tests/host/test_addresses.py holds the built portal against the list.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools import sample_site
from trangtin.signing.hashed_name import tells_its_content

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests" / "host" / "sample_addresses.txt"
INNER = ("assets/", "tim-kiem/")
"""What pages load for themselves, as the sizes of pictures, and nobody links to; the search page itself is listed."""


def addresses(site: Path) -> Iterator[str]:
    """What a reader can ask for, relative to the portal's root."""
    for file in site.rglob("*"):
        address = file.relative_to(site).as_posix()
        is_inner = address.startswith(INNER) or tells_its_content(address)
        if file.is_file() and (not is_inner or address == "tim-kiem/index.html"):
            yield f"/{address.removesuffix('index.html')}"


def listed() -> list[str]:
    return LIST.read_text(encoding="utf-8").splitlines() if LIST.exists() else []


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="trangtin-") as folder:
        sample_site.build(Path(folder))
        built = set(addresses(Path(folder)))
    known = set(listed())
    LIST.write_text("\n".join(sorted(known | built)) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(built - known)} địa chỉ mới, {len(known | built)} địa chỉ trong {LIST.relative_to(ROOT)}")
    for address in sorted(known - built):
        print(f"không còn: {address}", file=sys.stderr)
    return 1 if known - built else 0


if __name__ == "__main__":
    sys.exit(main())
