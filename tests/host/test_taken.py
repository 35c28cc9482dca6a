"""What stands where: all that is taken can be laid on a disk."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from trangtin.host.files.taken import Taken

ADDRESSES = st.lists(st.sampled_from(["a", "b.html", "index.html"]), min_size=1, max_size=3).map("/".join)


def laid(folder: Path, address: str) -> bool:
    """Whether a new file can be written there."""
    file = folder / address
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(exist_ok=False)
    except OSError:
        return False
    return True


@given(ADDRESSES, st.lists(ADDRESSES, max_size=8))
def test_a_place_is_free_where_a_disk_has_room_for_a_file(first: str, asked: list[str]) -> None:
    taken = Taken([first])
    with tempfile.TemporaryDirectory() as place:
        assert laid(Path(place), first)
        assert [taken.take(address) for address in asked] == [laid(Path(place), address) for address in asked]
    assert first in taken.files


def test_a_packed_copy_may_lie_beside_any_file() -> None:
    taken = Taken(["van-ban.json"])
    assert not taken.take("van-ban.json.gz/index.html")
    assert taken.take("van-ban.jsonl/index.html")
