"""Real web servers on loopback, with the configuration that `trangtin server` writes."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from tests.ports import free_port
from tools.system_parts import APACHE, CADDY, NGINX, Part
from trangtin.content.options.editing_form import EditingForm
from trangtin.serving.configuration import Server, configuration
from trangtin.serving.facts import ServerFacts

PATIENCE = 120
"""Seconds for a server to start on a busy machine."""
PARTS: Mapping[Server, Part] = {Server.NGINX: NGINX, Server.APACHE: APACHE, Server.CADDY: CADDY}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


# The certificate of a test is nobody's.
_TRUSTING = ssl.create_default_context()
_TRUSTING.check_hostname = False
_TRUSTING.verify_mode = ssl.CERT_NONE
_OPENER = urllib.request.build_opener(_Stay(), urllib.request.HTTPSHandler(context=_TRUSTING))


@dataclass(frozen=True)
class WebServer:
    home: str
    """Its address, without the last slash."""
    plain: str
    """The same for plain HTTP."""
    kind: Server
    process: subprocess.Popen[bytes]

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """The answer to a program that waits when it is asked to."""
        while (answer := self.ask(path, method, **headers)).status == 429:
            time.sleep(0.2)
        return answer

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        asked = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.home + path, method=method, headers=asked)
        try:
            with _OPENER.open(request, timeout=PATIENCE) as answer:
                return Answer(answer.status, dict(answer.headers), answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, dict(error.headers), error.read())


@contextmanager
def running(
    server: Server,
    root: Path,
    work: Path,
    site_url: str,
    *,
    hsts: bool = False,
    limits: bool = True,
    secure: tuple[PurePosixPath, PurePosixPath] | None = None,
    form: EditingForm | None = None,
) -> Iterator[WebServer]:
    """A server that shows the folder of releases `root`; what it writes goes to `work`.

    With `secure`, a certificate and its key, it speaks HTTPS at a free port instead of 443; without `limits` one
    reader may ask as often as it can; with `form` it allows the form for editors at `/admin/` what that needs.
    """
    port, secure_port = free_port(), free_port()
    certificate, key = secure or (None, None)
    facts = ServerFacts(site_url, PurePosixPath(root), port, certificate, key, hsts=hsts, editing_form=form)
    text = configuration(server, facts)
    text = text.replace("443 ssl", f"{secure_port} ssl").replace("*:443>", f"*:{secure_port}>")
    if not limits:
        text = re.sub(r"(?m)^ *limit_(?:req|conn) .*$", "", text)
    with serving(server, text, work, port) as started:
        yield replace(started, home=f"https://127.0.0.1:{secure_port}") if secure else started


@contextmanager
def serving(server: Server, text: str, work: Path, port: int) -> Iterator[WebServer]:
    """A server with this configuration, which listens at `port`."""
    program = PARTS[server].require()
    work.mkdir(parents=True, exist_ok=True)
    command = _COMMANDS[server](program, work, text, port)
    log = work / "log"
    with log.open("wb") as output:
        env = {**os.environ, "HOME": str(work)}
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, env=env)
    try:
        _await(process, port, log)
        plain = f"http://127.0.0.1:{port}"
        yield WebServer(plain, plain, server, process)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _await(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"the server did not start:\n{log.read_text('utf-8')}")


def _nginx(program: str, work: Path, text: str, port: int) -> list[str]:
    (work / "trangtin.conf").write_text(text, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""  # the folders of tests are closed to others
    temporary = "\n".join(
        f"{name}_temp_path {work}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (work / "nginx.conf").write_text(
        f"daemon off; {user} pid {work}/pid; error_log stderr warn; worker_processes 2;\n"
        f"events {{ worker_connections 1024; }}\n"
        f"http {{ access_log off; {temporary}\n sendfile on; tcp_nopush on; include {work}/trangtin.conf; }}\n",
        encoding="utf-8",
    )
    return [program, "-e", "stderr", "-p", str(work), "-c", str(work / "nginx.conf")]


_MODULES = "mpm_event authz_core dir mime headers rewrite alias setenvif unixd socache_shmcb ssl autoindex"


def _apache(program: str, work: Path, text: str, port: int) -> list[str]:
    (work / "trangtin.conf").write_text(text, encoding="utf-8")
    folder = next(path for path in map(Path, ("/usr/lib/apache2/modules", "/usr/libexec/apache2")) if path.is_dir())
    built_in = subprocess.run([program, "-l"], capture_output=True, text=True, check=True).stdout
    modules = [f"LoadModule {name}_module {folder}/mod_{name}.so" for name in _MODULES.split() if name not in built_in]
    mime = work / "mime.types"
    shutil.copyfile("/etc/mime.types", mime) if Path("/etc/mime.types").exists() else mime.write_text(
        "text/html html\ntext/css css\ntext/xml xml\napplication/json json\napplication/pdf pdf\nimage/svg+xml svg\n"
        "text/javascript js\n",
        encoding="utf-8",
    )
    ports = {str(port), *re.findall(r"<VirtualHost \*:(\d+)>", text)}
    (work / "httpd.conf").write_text(
        "\n".join(
            [
                f"ServerRoot {work}",
                *(f"Listen 127.0.0.1:{each}" for each in sorted(ports)),
                "ServerName 127.0.0.1",
                f"PidFile {work}/pid",
                "ErrorLog /dev/stderr",
                *modules,
                f"TypesConfig {mime}",
                f"Include {work}/trangtin.conf",
                # Another site of the machine, as Debian's package brings one along.
                f"<VirtualHost *:{port}>",
                "ServerName khac.example",
                f"DocumentRoot {work}/khac",
                "</VirtualHost>",
            ]
        ),
        encoding="utf-8",
    )
    return [program, "-DFOREGROUND", "-f", str(work / "httpd.conf")]


def _caddy(program: str, work: Path, text: str, port: int) -> list[str]:
    # No administration port: two servers at once would quarrel about it.
    (work / "Caddyfile").write_text(text.replace("{\n", "{\n\tadmin off\n", 1), encoding="utf-8")
    return [program, "run", "--adapter", "caddyfile", "--config", str(work / "Caddyfile")]


_COMMANDS = {Server.NGINX: _nginx, Server.APACHE: _apache, Server.CADDY: _caddy}
