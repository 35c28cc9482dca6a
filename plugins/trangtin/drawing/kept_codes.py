"""QR codes kept from build to build: drawing one takes longer than all else that a document gives to programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from trangtin.disk.shelf import Shelf, key_of, program_version
from trangtin.drawing.qr import draw_qr

NAME = "codes.sqlite"


def qr_codes(addresses: Iterable[str], folder: Path) -> Mapping[str, bytes]:
    """The code of each full address as SVG; what is new is kept in `folder`."""
    program = program_version("segno")
    keys = {key_of(program, address): address for address in addresses}
    shelf = Shelf(folder / NAME, ("picture",))
    known = {key: picture for key, (picture,) in shelf.find(keys) if isinstance(picture, bytes)}
    fresh = {key: draw_qr(address) for key, address in keys.items() if key not in known}
    shelf.add({key: (picture,) for key, picture in fresh.items()})
    shelf.keep(keys.keys())
    return {address: fresh[key] if key in fresh else known[key] for key, address in keys.items()}
