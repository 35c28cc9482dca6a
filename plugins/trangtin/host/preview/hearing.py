"""How a running preview hears of edits: from the system at once, where it can tell; else MkDocs looks at every file.

Looking at thirty thousand files twice a second keeps a processor busy, and an editor waits for the next look.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from trangtin.content.reading.files import is_passed_over

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from watchdog.observers.api import ObservedWatch

_MOUNTS = Path("/proc/self/mountinfo")
_LOCAL = frozenset("bcachefs btrfs exfat ext2 ext3 ext4 f2fs jfs ntfs3 overlay ramfs tmpfs vfat xfs zfs".split())
"""File systems that only this machine writes to. Of what another does on a shared disk, Linux tells nothing."""
_EDITS = frozenset({"created", "modified", "moved", "deleted"})
"""Kinds of events that tell of an edit; that a file was opened or read is an event too."""


def hear_at_once(server: LiveReloadServer, config: MkDocsConfig, folders: Iterable[Path]) -> None:
    """Let the system tell the server of edits in `folders`; of all else it learns as before."""
    # MkDocs has begun to watch these: the configuration, the pages, with --watch-theme the theme.
    begun = []
    for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
        with suppress(KeyError):
            server.unwatch(path)
            begun.append(path)
    server.observer = _Ears({str(folder) for folder in folders}, server.observer.timeout)
    for path in begun:
        server.watch(path)


class _Ears(PollingObserver):
    """MkDocs' file observer, except for folders of which the system tells."""

    def __init__(self, folders: Iterable[str], timeout: float) -> None:
        """Look every `timeout` seconds at everything but `folders`."""
        super().__init__(timeout=timeout)
        self._told = frozenset(folder for folder in folders if is_told_of(Path(folder)))
        self._system = Observer()
        self._heard: set[ObservedWatch] = set()

    def schedule(self, event_handler: FileSystemEventHandler, path: str | Path, **how: Any) -> ObservedWatch:
        """Hear of a folder, or look at it where the system has no more watches to give."""
        if str(path) in self._told:
            with suppress(OSError):
                if not self._system.is_alive():
                    # A folder that goes and comes back is watched a second time, which is as well.
                    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
                    self._system.start()
                watch = self._system.schedule(_Changes(event_handler), str(path), recursive=True)
                self._heard.add(watch)
                return watch
        return super().schedule(event_handler, path, **how)

    def unschedule(self, watch: ObservedWatch) -> None:
        """Forget a folder."""
        if watch in self._heard:
            self._heard.remove(watch)
            self._system.unschedule(watch)
        else:
            super().unschedule(watch)

    def on_thread_stop(self) -> None:
        """Stop with MkDocs' server."""
        if self._system.is_alive():
            self._system.stop()
        super().on_thread_stop()


class _Changes(FileSystemEventHandler):
    """Passes on to MkDocs every event that may change what is read; MkDocs itself ignores events of folders."""

    def __init__(self, handler: FileSystemEventHandler) -> None:
        self._handler = handler

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass it on; for a folder that was moved away the system sends one event, none for the files in it."""
        names = {Path(str(path)).name for path in (event.src_path, event.dest_path) if path}
        is_folder_of_another = event.is_directory and event.event_type == "modified"  # told of the file in it as well
        if event.event_type in _EDITS and not is_folder_of_another and not all(map(is_passed_over, names)):
            self._handler.dispatch(FileModifiedEvent(event.src_path))


def is_told_of(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether the system tells of every change in a folder; `mounts` is Linux' own list of its file systems."""
    if sys.platform != "linux" or not mounts.is_file():
        return False
    kinds: dict[Path, str] = {}
    for row in mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        place, _, about = row.partition(" - ")
        # proc(5): spaces and the like in paths stand as octal numbers; of two mounts at one place the later one shows
        kinds[Path(re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), place.split()[4]))] = about.split()[0]
    real = folder.resolve()
    return next((kinds[place] in _LOCAL for place in (real, *real.parents) if place in kinds), False)
