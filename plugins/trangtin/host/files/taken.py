"""What stands where on a site: two files cannot have one address, and none can lie in another as in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from trangtin.compressed import ENDINGS
from trangtin.host.addresses import folders_of, parents
from trangtin.host.files.redirects import OldAddress


@dataclass(frozen=True, slots=True)
class Places:
    """Who has which address once all who want one were asked."""

    crossed: Set[str]
    """Files that the build writes where there is a page, or where pages lie in a folder."""
    in_the_way: Mapping[str, str]
    """What of `docs_dir` lies where the site has something of its own: its path in the repository by address."""
    standing: Set[str]
    """All files but those at old addresses."""
    old: Sequence[OldAddress]
    """The old addresses that can lead on: nothing else stands there."""


class Taken:
    """The files of a site by address, one claim after the other."""

    def __init__(self, addresses: Iterable[str]) -> None:
        """`addresses` are those of files that stand in any case."""
        self._files = set(addresses)
        self._folders = folders_of(self._files)

    @property
    def files(self) -> Set[str]:
        """All files so far."""
        return self._files

    def take(self, address: str) -> bool:
        """Whether a file can stand at an address; from then on it does."""
        if address in self._folders or any(map(self._is_file, (address, *parents(address)))):
            return False
        self._files.add(address)
        self._folders.update(parents(address))
        return True

    def _is_file(self, address: str) -> bool:
        """Also for a packed copy of a file: a site may have one beside each."""
        return address in self._files or (address.endswith(ENDINGS) and address.rpartition(".")[0] in self._files)
