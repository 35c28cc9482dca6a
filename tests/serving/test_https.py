"""Servers speaking HTTPS themselves, and sending plain HTTP on to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.serving.web_server import running
from tests.signing.pki import Pki, subject
from trangtin.serving import headers
from trangtin.serving.configuration import Server


@pytest.mark.parametrize("kind", [Server.NGINX, Server.APACHE], ids=str)
def test_https_with_its_own_certificate(kind: Server, root: Path, tmp_path: Path) -> None:
    pki = Pki()
    pki.add("web", subject("mau.example", "Trường Mẫu"), None, "2026-01-01", "2036-01-01")
    (tmp_path / "a.crt").write_bytes(pki["web"].pem)
    key = pki["web"].key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "a.key").write_bytes(key)
    secure = (PurePosixPath(tmp_path, "a.crt"), PurePosixPath(tmp_path, "a.key"))
    with running(kind, root, tmp_path / "work", "https://mau.example/", hsts=True, secure=secure) as server:
        answer = server.get("/")
        assert answer.status == 200
        assert answer.headers["Strict-Transport-Security"] == headers.HSTS
        assert "Không tìm thấy trang" in server.get("/khong-co/").body.decode()
        plain = replace(server, home=server.plain).get("/van-ban/?x=1")
        assert (plain.status, plain.headers["Location"]) == (301, "https://mau.example/van-ban/?x=1")
