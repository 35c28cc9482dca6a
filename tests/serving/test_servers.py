"""What readers, browsers and other programs get from each server."""

from __future__ import annotations

import gzip
import re
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from shutil import copytree
from urllib.parse import urlsplit

import brotli
import pytest

from tests.ports import free_port
from tests.publishing.small_site import LOOSE, make_site, put
from tests.serving.web_server import WebServer, running, serving
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.local_folder import LocalFolder
from trangtin.serving import headers
from trangtin.serving.configuration import Server, configuration
from trangtin.serving.facts import ServerFacts

DOCUMENT = "/van-ban/2021/12-kh-tct/"
PAPER = f"{DOCUMENT}12-kh-tct.pdf"
STYLE = "/assets/trangtin.*.css"


def named(pattern: str, site: BuiltSite) -> str:
    """The address of the file that a pattern means: the names of some tell their content."""
    found = [path for path in site.files if fnmatchcase(f"/{path}", pattern)]
    return f"/{found[0]}" if found else pattern


def test_every_published_file_is_answered_byte_for_byte(server: WebServer, sample: BuiltSite) -> None:
    for path in sample.files:
        address = f"/{path.removesuffix('index.html') if path.split('/')[-1] == 'index.html' else path}"
        answer = server.get(address)
        if address == "/404.html":
            continue
        if answer.status == 301 and b'http-equiv="refresh"' in (sample.folder / path).read_bytes():
            address = urlsplit(answer.headers["Location"]).path
            path = f"{address[1:]}index.html"
            answer = server.get(address)
        assert answer.status == 200, address
        assert answer.body == (sample.folder / path).read_bytes(), address


@pytest.mark.parametrize("path", ["/", DOCUMENT, PAPER, STYLE, "/khong-co/", "/van-ban.json"])
def test_security_headers_stand_on_every_answer(path: str, server: WebServer, sample: BuiltSite) -> None:
    answer = server.get(named(path, sample))
    for name, value in headers.FIXED.items():
        assert answer.headers.get(name) == value, name
    assert answer.headers["Cross-Origin-Opener-Policy"] == headers.OPENER
    assert answer.headers["Strict-Transport-Security"] == headers.HSTS
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r"\d", answer.headers.get("Server", ""))


def test_policies_by_kind_of_file(server: WebServer) -> None:
    pages = server.get(DOCUMENT).headers["Content-Security-Policy"]
    assert "script-src 'self'" in pages
    assert "unsafe" not in pages
    assert server.get(PAPER).headers["Content-Security-Policy"] == headers.PAPER_POLICY
    assert server.get("/hinh/toa-dam.svg").headers["Content-Security-Policy"] == headers.DRAWING_POLICY


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        (STYLE, "text/css; charset=utf-8"),
        ("/van-ban.csv", "text/csv; charset=utf-8"),
        ("/lich.ics", "text/calendar; charset=utf-8"),
        (PAPER, "application/pdf"),
        ("/hinh/toa-dam.svg", "image/svg+xml"),
        ("/hinh/hoi-thao/tu-sach.360.*.avif", "image/avif"),
        ("/hinh/hoi-thao/tu-sach.360.*.webp", "image/webp"),
    ],
)
def test_kinds(path: str, kind: str, server: WebServer, sample: BuiltSite) -> None:
    for wish in ("identity", "gzip", "br"):
        assert server.get(named(path, sample), Accept_Encoding=wish).headers["Content-Type"] == kind


def test_texts_are_sent_compressed(server: WebServer, sample: BuiltSite) -> None:
    if server.kind is not Server.CADDY:
        assert "Accept-Encoding" in server.get(DOCUMENT, Accept_Encoding="identity").headers["Vary"]
    answer = server.get(DOCUMENT, Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert gzip.decompress(answer.body) == (sample.folder / DOCUMENT[1:] / "index.html").read_bytes()


def test_texts_are_sent_as_they_lie_compressed(server: WebServer, sample: BuiltSite, root: Path) -> None:
    """What is sent is the copy beside the file, byte for byte: no server packs it again."""
    beside = root / "current" / DOCUMENT[1:]
    answer = server.get(DOCUMENT, Accept_Encoding="gzip")
    assert answer.body == (beside / "index.html.gz").read_bytes()
    if server.kind is not Server.NGINX:  # which needs a module for it
        answer = server.get(DOCUMENT, Accept_Encoding="gzip, deflate, br")
        assert answer.headers["Content-Encoding"] == "br"
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert answer.body == (beside / "index.html.br").read_bytes()
        assert brotli.decompress(answer.body) == (sample.folder / DOCUMENT[1:] / "index.html").read_bytes()


def test_what_is_named_after_its_content_is_kept_for_a_year(server: WebServer, sample: BuiltSite) -> None:
    for pattern in (STYLE, "/assets/search/page.*.js", "/hinh/hoi-thao/tu-sach.720.*.avif"):
        for wish in ("identity", "gzip", "br"):
            assert server.get(named(pattern, sample), Accept_Encoding=wish).headers["Cache-Control"] == headers.LASTING
    # An original may be replaced, and what is not there may come.
    assert server.get("/hinh/hoi-thao/tu-sach.jpg").headers["Cache-Control"] == headers.REVALIDATED
    gone = server.get("/assets/trangtin.abcdef12.css")
    assert gone.status == 404
    assert gone.headers.get("Cache-Control") in (None, headers.REVALIDATED)


def test_a_part_of_a_paper_can_be_asked_for(server: WebServer, sample: BuiltSite) -> None:
    whole = (sample.folder / PAPER[1:]).read_bytes()
    answer = server.get(PAPER, Range="bytes=100-199")
    assert answer.status == 206
    assert answer.body == whole[100:200]
    assert answer.headers["Content-Range"] == f"bytes 100-199/{len(whole)}"


def test_browsers_ask_again_and_are_told_that_nothing_changed(server: WebServer) -> None:
    first = server.get(PAPER)
    assert first.headers["Cache-Control"] == headers.REVALIDATED
    assert server.get(PAPER, If_None_Match=first.headers["Etag" if "Etag" in first.headers else "ETag"]).status == 304
    assert server.get("/tim-kiem/chi-muc/loc.json?v=abc").headers["Cache-Control"] == headers.SETTLED


@pytest.mark.parametrize(
    "path",
    "/.env /.lock /../.lock /%2e%2e/.lock /etc/passwd /.git/config /khong-co/ /van-ban/../../etc/".split(),
)
def test_what_is_not_published_is_not_found(path: str, server: WebServer) -> None:
    if path == "/etc/passwd" and server.kind is not Server.NGINX:
        return  # the others follow links, and their configurations say so; `trangtin verify` tells of them
    answer = server.get(path)
    assert answer.status in (400, 403, 404)
    assert b"root:" not in answer.body
    assert b"MAT_KHAU" not in answer.body


@pytest.mark.parametrize("path", ["/khong-co/", "/hinh/", "/khong-co.pdf?x=1"])
def test_the_page_for_missing_addresses_is_the_sites_own(path: str, server: WebServer) -> None:
    answer = server.get(path)
    assert answer.status in ((403, 404) if path == "/hinh/" else (404,))
    assert "Không tìm thấy trang" in answer.body.decode()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_sent(method: str, server: WebServer) -> None:
    assert server.get("/", method).status == 405


def test_other_portals_may_read_data_but_not_pages(server: WebServer) -> None:
    assert server.get("/van-ban.json").headers["Access-Control-Allow-Origin"] == "*"
    assert server.get("/tim-kiem/chi-muc.json", Accept_Encoding="gzip").headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in server.get("/").headers


def test_an_address_without_its_last_slash_leads_on(server: WebServer) -> None:
    answer = server.get(DOCUMENT.rstrip("/"))
    assert answer.status in (301, 308)
    # Behind a proxy that speaks HTTPS, never to plain HTTP.
    assert answer.headers["Location"] in (DOCUMENT, f"https://mau.example{DOCUMENT}")


@pytest.mark.parametrize("kind", list(Server), ids=str)
def test_a_portal_in_a_folder_of_a_host(kind: Server, root: Path, tmp_path: Path) -> None:
    with running(kind, root, tmp_path, "https://mau.example/truong/") as server:
        assert server.get(f"/truong{PAPER}").status == 200
        assert server.get("/truong/").status == 200
        assert server.get("/").status == 404
        assert "Không tìm thấy trang" in server.get("/truong/khong-co/").body.decode()
        assert server.get(f"/truong{DOCUMENT.rstrip('/')}").headers["Location"].endswith(f"/truong{DOCUMENT}")


@pytest.mark.parametrize("kind", [Server.NGINX, Server.APACHE], ids=str)
def test_two_portals_on_one_server(kind: Server, tmp_path: Path) -> None:
    port, texts = free_port(), []
    hosts = ("mot", "trangthongtin.xa-so-hai.tinh-mau")  # too long for the name of a variable
    for host in hosts:
        put(make_site(tmp_path / host, host), tmp_path / f"srv-{host}", LOOSE)
        portals = [f"https://{host}.khac.example/"]
        root = PurePosixPath(tmp_path, f"srv-{host}")
        texts.append(configuration(kind, ServerFacts(f"https://{host}.example/", root, port, portals=portals)))
    both = texts[0] + re.sub(r"(?m)^map_hash_.*\n", "", texts[1])
    with serving(kind, both, tmp_path / "work", port) as server:
        for host in hosts:
            answer = server.get("/", Host=f"{host}.example")
            assert host in answer.body.decode()
            assert f"connect-src 'self' https://{host}.khac.example;" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("kind", list(Server), ids=str)
def test_a_new_release_shows_at_once_and_so_does_the_way_back(kind: Server, tmp_path: Path) -> None:
    root = tmp_path / "srv"
    sites = [make_site(tmp_path / word, word) for word in ("một", "hai")]
    put(sites[0], root, LOOSE)
    with running(kind, root, tmp_path / "work", "https://mau.example/") as server:
        assert "một" in server.get("/").body.decode()
        before = {key.lower(): value for key, value in server.get("/").headers.items()}
        put(sites[1], root, LOOSE)
        changed = server.get("/", If_None_Match=before["etag"])
        assert changed.status == 200
        assert "hai" in changed.body.decode()
        LocalFolder(root).roll_back(None)
        assert "một" in server.get("/").body.decode()
        assert server.get("/", If_None_Match=before["etag"]).status == 304


@pytest.mark.parametrize("kind", [Server.NGINX, Server.APACHE], ids=str)
def test_old_addresses_lead_on_by_the_server_itself(kind: Server, tmp_path: Path) -> None:
    moves = {
        "chuyen-huong/nginx.map": '"/cu bài.html" "/van-ban/";\n',
        "chuyen-huong/nginx-hoi.map": '"/cu.aspx?id=5" "/van-ban/";\n',
        "chuyen-huong/apache.conf": 'RedirectMatch 301 "^/cu\\ bài\\.html$" "/van-ban/"\n'
        "<If \"%{REQUEST_URI} == '/cu.aspx' && %{QUERY_STRING} == 'id=5'\">\nRedirect 301 \"/van-ban/?\"\n</If>\n",
    }
    root = tmp_path / "srv"
    put(make_site(tmp_path / "a", files=moves), root, LOOSE)
    with running(kind, root, tmp_path / "work", "https://mau.example/") as server:
        for old in ("/cu%20b%C3%A0i.html", "/cu.aspx?id=5"):
            answer = server.get(old)
            assert answer.status == 301
            assert answer.headers["Location"].removesuffix("?").endswith("/van-ban/")
        assert server.get("/cu.aspx?id=6").status == 404


def test_apache_as_a_host_that_takes_files_alone(root: Path, tmp_path: Path) -> None:
    """What the configuration says may be copied to `.htaccess` does the same there."""
    text = configuration(Server.APACHE, ServerFacts("https://mau.example/", PurePosixPath(root)))
    rules = text.rpartition("<Directory ")[2].partition(">\n")[2].partition("</Directory>")[0]
    site = tmp_path / "site"
    copytree(root / "current", site, symlinks=True)
    (site / ".htaccess").write_text(rules, encoding="utf-8")
    port = free_port()
    host = f"<VirtualHost *:{port}>\nDocumentRoot {site}\n</VirtualHost>\n"
    host += f"<Directory {site}>\nAllowOverride All\nOptions FollowSymLinks\n</Directory>\n"
    with serving(Server.APACHE, host, tmp_path / "work", port) as server:
        page = server.get(DOCUMENT, Accept_Encoding="gzip")
        assert page.headers["Content-Encoding"] == "gzip"
        assert "script-src 'self'" in page.headers["Content-Security-Policy"]
        assert server.get(PAPER).headers["Content-Security-Policy"] == headers.PAPER_POLICY
        missing = server.get("/khong-co/")
        assert (missing.status, "Không tìm thấy trang" in missing.body.decode()) == (404, True)
        assert server.get("/.env").status == 404
        assert server.get("/", "POST").status == 405


def test_who_asks_too_often_is_told_so(root: Path, tmp_path: Path) -> None:
    with running(Server.NGINX, root, tmp_path, "https://mau.example/") as server:
        answers = [server.ask("/robots.txt").status for _ in range(1200)]
    assert set(answers) <= {200, 429}
    assert answers[:300] == [200] * 300
