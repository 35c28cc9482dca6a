"""The maps of old addresses, in the servers they are for."""

from __future__ import annotations

import http.client
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from tests.host.conftest import Builder
from tests.portal.drawing import draw
from tests.ports import free_port
from tools.system_parts import APACHE, NGINX

pytestmark = pytest.mark.server

LONG = "tin-tuc/" + "-".join(["chao-mung-dai-hoi"] * 12)
PORTAL = f"""
== mkdocs.yml
site_name: Trường
site_url: https://mau.example/truong/
docs_dir: site_src
theme: trangtin
plugins: [{{trangtin: {{unit: {{name: Trường}}}}}}]
== site_src/index.md
title: Trang chủ
== site_src/moi.md
title: Mới
redirect_from: [/cu/1.html, /tin%20cũ/, /tin cũ/Bài Một.html, "/a+b%20(2021)/", /{LONG}/, "/ty-le-100%25/", "/$gia/",
  /Cu, /cu/, /cu/index.html, /Moi/, /Van-Ban/, "/index.php?nv=news&id=5", "/?p=12", "/tin cũ/xem.aspx?ten=Bài%201",
  "/'la'%25%7Ba%7D$1$%7Bb%7D.aspx?id=1"]
== site_src/quy-chế & quy định.md
title: Quy chế
redirect_from: [/quy-che/, "/index.php?nv=news&id=6"]
== plans/2021/a.md
number: 01/KH-TCT
date: 1/1/2021
"""
ASKED = {
    "/truong/cu/1.html": "/truong/moi/",
    "/truong/tin%20c%C5%A9/": "/truong/moi/",
    "/truong/tin%20c%C5%A9": "/truong/moi/",
    "/truong/tin%20c%C5%A9/B%C3%A0i%20M%E1%BB%99t.html": "/truong/moi/",
    "/truong/a+b%20(2021)/": "/truong/moi/",
    f"/truong/{LONG}/": "/truong/moi/",
    "/truong/ty-le-100%25/": "/truong/moi/",
    "/truong/$gia/": "/truong/moi/",
    "/truong/cu": "/truong/moi/",
    "/truong/quy-che/": "/truong/quy-ch%E1%BA%BF%20&%20quy%20%C4%91%E1%BB%8Bnh/",
    "/truong/so/01-kh-tct-2021/": "/truong/van-ban/2021/01-kh-tct/",
    "/truong/index.php?nv=news&id=5": "/truong/moi/",
    "/truong/index.php?nv=news&id=6": "/truong/quy-ch%E1%BA%BF%20&%20quy%20%C4%91%E1%BB%8Bnh/",
    "/truong/index.php?nv=news&id=56": None,
    "/truong/index.php": None,
    "/truong/?p=12": "/truong/moi/",
    "/truong/tin%20c%C5%A9/xem.aspx?ten=B%C3%A0i%201": "/truong/moi/",
    "/truong/cu/1xhtml": None,
    "/truong/moi/": None,
    "/truong/van-ban/": None,
}
"""Addresses as browsers ask for them, and where they lead."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, session_builder: Builder) -> Path:
    root = tmp_path_factory.mktemp("portal")
    draw(root, PORTAL)
    return session_builder(root)


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


PATIENCE = 120
"""Seconds for a server on a busy machine."""


@contextmanager
def running(command: list[str], port: int) -> Iterator[int]:
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        until = time.monotonic() + PATIENCE
        while not listens(port):
            if server.poll() is not None:
                pytest.fail(server.stdout.read() if server.stdout else "")
            assert time.monotonic() < until, "the server did not start"
            time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.communicate(timeout=PATIENCE)


def answers(port: int) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for address in ASKED:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", address)
        answer = connection.getresponse()
        place = answer.getheader("Location")
        way = (
            place.removeprefix(f"http://127.0.0.1:{port}").removesuffix("?") if place and answer.status == 301 else None
        )
        found[address] = way and quote(unquote(way), safe="/&")  # servers choose what they encode
        connection.close()
    return found


def test_nginx(site: Path, tmp_path: Path) -> None:
    port = free_port()
    temporary = "".join(
        f"{name}_temp_path {tmp_path / name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (tmp_path / "nginx.conf").write_text(
        f"""
daemon off; worker_processes 1; pid {tmp_path / "pid"}; error_log stderr;
events {{}}
http {{
  access_log off; {temporary}
  map_hash_bucket_size 1024; map_hash_max_size 65536;
  map $uri $noi_moi {{ include {site}/chuyen-huong/nginx.map; }}
  map $request_uri $noi_moi_hoi {{ include {site}/chuyen-huong/nginx-hoi.map; }}
  server {{
    listen 127.0.0.1:{port};
    absolute_redirect off;
    location /truong/ {{
      if ($noi_moi) {{ return 301 $noi_moi; }}
      if ($noi_moi_hoi) {{ return 301 $noi_moi_hoi; }}
      alias {site}/;
    }}
  }}
}}
""",
        encoding="utf-8",
    )
    with running([NGINX.require(), "-c", str(tmp_path / "nginx.conf"), "-e", "stderr"], port):
        assert answers(port) == ASKED


def test_apache(site: Path, tmp_path: Path) -> None:
    port = free_port()
    modules = "/usr/lib/apache2/modules"
    loaded = "".join(
        f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in ("mpm_event", "authz_core", "alias", "dir")
    )
    (tmp_path / "httpd.conf").write_text(
        f"""
{loaded}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {tmp_path / "pid"}
ErrorLog /dev/stderr
DocumentRoot {site}
Alias /truong/ {site}/
<Directory {site}>
  Require all granted
</Directory>
DirectoryIndex index.html
Include {site}/chuyen-huong/apache.conf
""",
        encoding="utf-8",
    )
    with running([APACHE.require(), "-X", "-f", str(tmp_path / "httpd.conf")], port):
        assert answers(port) == ASKED
