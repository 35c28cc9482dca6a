"""The running preview: MkDocs' server, and what makes each page when somebody asks for it.

MkDocs' server shows files of a folder and waits while a build runs. So what is asked for is put into that folder right
before the server looks, and taken out again when the portal changes.
"""

from __future__ import annotations

import posixpath
import shutil
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger

from trangtin.host.addresses import destination
from trangtin.host.files.site_file import data_of
from trangtin.host.preview.on_demand import OnDemand
from trangtin.repository import Memory

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("trangtin")

_Response = tuple[tuple[Any, ...], Iterable[bytes]]


class Preview:
    """What the server shows, from edit to edit."""

    def __init__(self) -> None:
        """Nothing is shown before the first build."""
        self.memory = Memory()
        self._shown: OnDemand | None = None
        self._state = 0
        self._current: set[Path] = set()
        self._stale: set[Path] = set()
        # Drawing is for one thread at a time: the filters of templates know the page that is drawn.
        self._lock = threading.Lock()
        self._settled = threading.Event()
        self._settled.set()

    def show(self, shown: OnDemand | None) -> None:
        """Show this from now on; None: all that is to be seen lies in the server's folder."""
        with self._lock:
            self._shown = shown
            self._state += 1
            self._stale |= self._current
            self._current = set()
            for file in tuple(self._stale):
                with suppress(OSError):  # Windows keeps a file that is being read: it goes when it is asked for
                    file.unlink(missing_ok=True)
                    self._stale.discard(file)

    def attach(self, server: LiveReloadServer, refresh: Callable[[], bool]) -> None:
        """Answer the requests of a server. `refresh` shows what changed and says so, or leaves it to MkDocs' build."""
        server.builder = partial(self._rebuild, server.builder, refresh)
        server.error_handler = partial(self._error, server.error_handler)
        server.set_app(partial(self._serve, server))

    def _rebuild(self, build: Callable[[], None], refresh: Callable[[], bool]) -> None:
        self._settled.clear()
        try:
            if not refresh():
                build()
        except Exception as error:  # MkDocs' server would answer nobody until a build succeeds
            # What MkDocs gives up with says no more than that it did: all else was told by then.
            name = "" if isinstance(error, PluginError) else f"{type(error).__name__}: "
            said = () if isinstance(error, Abort) else (f"{name}{error}",)
            log.error("%s", "\n".join((*said, "Bản xem thử chưa đổi: sửa các lỗi ở trên rồi lưu lại.")))
        finally:
            self._settled.set()

    def _error(self, handle: Callable[[int], bytes | None], code: int) -> bytes | None:
        with self._lock:
            return handle(code) if self._shown is None or code != 404 else data_of(self._shown.missing())

    def _serve(
        self, server: LiveReloadServer, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/"):  # a browser waits for the next edit
            return server.serve_request(environ, start_response)
        while True:
            self._settled.wait()
            state = self._put(Path(server.root), path, server.mount_path)
            told, body = self._response(server, environ)
            if self._is(state):
                start_response(*told)
                return body
            # The portal changed between the two: the file may be gone, or be one of before.

    def _is(self, state: int) -> bool:
        return state == self._state

    @staticmethod
    def _response(server: LiveReloadServer, environ: WSGIEnvironment) -> _Response:
        told: tuple[Any, ...] = ()

        def start_response(*given: Any) -> None:
            nonlocal told
            told = given

        body = server.serve_request(environ, start_response)
        return told, body

    def _put(self, root: Path, path: str, mount: str) -> int:
        """Put what is asked for where the server will look; returns the state of the portal that it belongs to."""
        with self._lock:
            if self._shown is not None and path.startswith(mount):
                typed = path.removeprefix(mount)
                address = posixpath.normpath(f"/{typed}").lstrip("/")
                if typed.endswith("/") and address:
                    address += "/"
                if not self._write(root, address) and not address.endswith("/"):
                    self._write(root, f"{address}/")  # the server leads there
            return self._state

    def _write(self, root: Path, address: str) -> bool:
        assert self._shown is not None
        file = root / destination(address)
        if file in self._current:
            return True
        found = self._shown.answer(address)
        if file in self._stale:
            file.unlink(missing_ok=True)
            self._stale.discard(file)
        if found is None:
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(found, Path):
            shutil.copyfile(found, file)
        else:
            file.write_bytes(data_of(found))
        self._current.add(file)
        return True
