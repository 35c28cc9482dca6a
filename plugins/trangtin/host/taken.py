"""What stands where on a site: two files cannot have one address, and none can lie in another as in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Set

from trangtin.compressed import ENDINGS
from trangtin.host.moving_in import parents


class Taken:
    """The files of a site by address, one claim after the other."""

    def __init__(self, addresses: Iterable[str]) -> None:
        """`addresses` are those of files that stand in any case."""
        self._files = set(addresses)
        self._folders = {parent for address in self._files for parent in parents(address)}

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
