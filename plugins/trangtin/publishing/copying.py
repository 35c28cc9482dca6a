"""A site copied file by file, sharing with the last release what has not changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from trangtin.compressed import Packing, copy_of, is_worth_it, write_copies
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.carrying import still_asked_for, write_carried
from trangtin.signing.manifest import NAME, sha256_of


def copy_site(
    site: BuiltSite,
    target: Path,
    last: BuiltSite | None,
    moment: float,
    packings: Sequence[Packing] = (Packing.GZIP,),
    altered: Set[str] = frozenset(),
) -> int:
    """Copy what the manifest names, and only that, to the new folder `target`; return the number of files that are new.

    A file that has not changed since `last`, and is not one of those `altered` there by somebody, is the same file on
    the disk (a hard link): it takes no room and keeps its time, by which browsers know that theirs is still good. New
    files get the time `moment`, in seconds since 1970.
    Texts get a copy beside them in each of the `packings`, for servers that send it as it is. Raises OSError.
    """
    make_folder(target)
    count = 0
    texts: dict[Path, Path | None] = {}
    for path, digest in site.files.items():
        new = target / path
        is_same = last is not None and path not in altered and last.files.get(path) == digest
        old = last.folder / path if last is not None and is_same else None
        make_folder(new.parent)
        if old is None or not _share(old, new):
            count += 1
            shutil.copyfile(site.folder / path, new)
            _finish(new, moment)
        if is_worth_it(path, new.stat().st_size):
            texts[new] = old
    spoilt = {last.folder / path for path in altered} if last is not None else set()
    for packing in packings:
        bare = {new: old for new, old in texts.items() if not copy_of(new, packing).exists()}
        _compress(bare, packing, moment, spoilt)
    if last is not None:
        _carry(last, site, target, moment)
    shutil.copyfile(site.folder / NAME, target / NAME)
    _finish(target / NAME, moment)
    return count


def has_copies(site: BuiltSite, packings: Sequence[Packing]) -> bool:
    """Whether each text of a published site that is worth a copy has one in each of these packings."""
    files = ((path, site.folder / path) for path in site.files)  # not what was carried: that has what it had
    texts = [file for path, file in files if is_worth_it(path, file.stat().st_size)]
    return all(copy_of(text, packing).exists() for text in texts for packing in packings)


def _carry(last: BuiltSite, site: BuiltSite, target: Path, moment: float) -> None:
    carried = {}
    for path, digest in still_asked_for(last.files, site).items():
        old, new = last.folder / path, target / path
        make_folder(new.parent)
        if not _share(old, new):
            try:
                shutil.copyfile(old, new)
            except OSError:  # gone: then open pages do without
                continue
            _finish(new, moment)
        if sha256_of(new) == digest:
            carried[path] = digest
        else:  # changed by somebody where it lay
            new.unlink()
    if (listed := write_carried(target, carried)) is not None:
        _finish(listed, moment)


def _share(old: Path, new: Path) -> bool:
    """Whether the old file could be linked in place of the new one."""
    try:
        new.hardlink_to(old)
    except OSError:  # gone, or a disk that knows no links: then it is copied
        return False
    return True


def _compress(texts: Mapping[Path, Path | None], packing: Packing, moment: float, spoilt: Set[Path]) -> None:
    """Write packed copies of `texts`; one that the same file of the last release has is shared, unless `spoilt`."""
    fresh = [
        new
        for new, old in texts.items()
        if old is None or copy_of(old, packing) in spoilt or not _share(copy_of(old, packing), copy_of(new, packing))
    ]
    write_copies({copy_of(new, packing): new for new in fresh}, packing)
    for new in fresh:
        _finish(copy_of(new, packing), moment)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, that the web server may read whatever the publisher's umask."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        make_folder(folder.parent)
    folder.mkdir()
    folder.chmod(0o755)


def _finish(file: Path, moment: float) -> None:
    file.chmod(0o644)
    os.utime(file, (moment, moment))
