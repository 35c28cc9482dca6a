"""Who has which address: two files cannot have one, and none can lie in a file as if that were a folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from trangtin.compressed import ENDINGS
from trangtin.host.addresses import folders_of, parents
from trangtin.host.files.redirects import OldAddress


@dataclass(frozen=True, slots=True)
class Places:
    """How the addresses of a site were given out."""

    crossed: Set[str]
    """Files of ours that want the place of a page, or of a folder of pages."""
    in_the_way: Mapping[str, str]
    """Files of `docs_dir` whose address something of the site has: repository path by address."""
    standing: Set[str]
    """All files except those at old addresses."""
    old: Sequence[OldAddress]
    """Old addresses that are free, so that they can lead on."""


class Taken:
    """Gives out addresses, one claim after another."""

    def __init__(self, addresses: Iterable[str]) -> None:
        """`addresses` are given away from the start."""
        self._files = set(addresses)
        self._folders = folders_of(self._files)

    @property
    def files(self) -> Set[str]:
        """All files so far."""
        return self._files

    def take(self, address: str) -> bool:
        """Claim an address; False where it is taken."""
        if address in self._folders or any(map(self._is_file, (address, *parents(address)))):
            return False
        self._files.add(address)
        self._folders.update(parents(address))
        return True

    def _is_file(self, address: str) -> bool:
        """Whether a file has this address, or could have it as the compressed copy of another."""
        return address in self._files or (address.endswith(ENDINGS) and address.rpartition(".")[0] in self._files)
