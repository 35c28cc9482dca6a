"""A web server as strict as the ones units use: content policy, compression, the site's own error page."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'"
COMPRESSED = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    policy = POLICY

    def __init__(self, folder: Path, *arguments: object) -> None:
        self.folder = folder
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = (self.folder / path.lstrip("/")).resolve()
        if file.is_dir():
            if not path.endswith("/"):
                self.answer(301, b"", "text/plain", {"Location": path + "/"})
                return
            file /= "index.html"
        status = 200
        if not file.is_relative_to(self.folder) or not file.is_file():
            status, file = 404, self.folder / "404.html"
        body = file.read_bytes() if file.is_file() else b""
        self.answer(status, body, mimetypes.guess_type(file.name)[0] or "application/octet-stream", {})

    def answer(self, status: int, body: bytes, kind: str, headers: dict[str, str]) -> None:
        if kind.startswith(COMPRESSED):
            body = gzip.compress(body, compresslevel=6, mtime=0)
            headers = {**headers, "Content-Encoding": "gzip"}
        self.note(len(body))
        text = kind.startswith("text/")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def note(self, size: int) -> None:
        """Told of every answer and of its size as sent; benchmarks count them."""

    def log_message(self, format: str, *args: object) -> None:
        """Keeps test output free of requests."""


@contextmanager
def serve(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serves the folder on a free local port and gives its address, without the last slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, folder.resolve())) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
