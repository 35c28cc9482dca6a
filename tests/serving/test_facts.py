"""What a configuration is made of, and what none is made of."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner

from trangtin.cli.main import main
from trangtin.content.options.editing_form import EditingForm
from trangtin.content.values.vocabulary import FormBackend
from trangtin.serving import headers
from trangtin.serving.configuration import Server, configuration
from trangtin.serving.facts import ServerFacts

ROOT = PurePosixPath("/srv/trang")


@pytest.mark.parametrize(
    ("site_url", "root"),
    [
        ("https://mau.example/;return 301 x", ROOT),
        ("https://mau.example/a b/", ROOT),
        ("https://mau.example/{a}/", ROOT),
        ("khong-phai-dia-chi", ROOT),
        ("https://[abc/", ROOT),
        ("https://mau.example:99999/", ROOT),
        ("http://mau.example:8080/", ROOT),
        ("https://mau.example/", PurePosixPath("/srv/tr;ang")),
        ("https://mau.example/", PurePosixPath('/srv/"x"')),
        ("https://mau.example/", PurePosixPath("srv")),
        ("https://mau.example/", PurePosixPath("/srv/$uri")),
    ],
)
def test_what_would_mean_something_to_a_server_is_refused(site_url: str, root: PurePosixPath) -> None:
    with pytest.raises(ValueError, match=r"site_url|đường dẫn"):
        ServerFacts(site_url, root)


def test_a_port_is_told_that_the_server_would_not_listen_at() -> None:
    key = PurePosixPath("/etc/khoa.pem")
    with pytest.raises(ValueError, match="có cổng 8443 mà máy chủ nghe ở cổng 443 → bỏ cổng"):
        ServerFacts("https://mau.example:8443/", ROOT, certificate=key, key=key)
    assert ServerFacts("https://mau.example:8443/", ROOT).host == "mau.example"  # of the proxy before it
    assert ServerFacts("http://mau.example:8080/", ROOT, port=8080).host == "mau.example"


@pytest.mark.parametrize("server", list(Server))
@pytest.mark.parametrize("site_url", ["https://mau.example/", "http://mau.example/truong/"])
@pytest.mark.parametrize("form", [None, EditingForm(backend=FormBackend.GITHUB, repo="tct/trang-tin")])
@pytest.mark.parametrize("files", [(None, None), (PurePosixPath("/etc/a.crt"), PurePosixPath("/etc/a.key"))])
def test_no_place_is_left_to_fill(
    server: Server, site_url: str, files: tuple[PurePosixPath | None, PurePosixPath | None], form: EditingForm | None
) -> None:
    text = configuration(server, ServerFacts(site_url, ROOT, 80, *files, editing_form=form))
    known = {
        "@paper",
        "@drawing",
        "@page",
        "@named",
        "@settled",
        "@revalidated",
        "@shared",
        "@office",
        "@calendar",
        "@writing",
    }
    left = set(re.findall(r"@[a-z_]+", text)) - {*known, "@hidden", "@outside", "@missing", "@public", "@form"}
    assert left == set()
    assert "#[" not in text
    assert "Strict-Transport-Security" not in text


def test_other_portals_may_be_asked_and_nobody_else() -> None:
    portals = ["https://sxd.mau.example/trang/", "https://sxd.mau.example/khac/", "http://tinh.mau.example:8080/"]
    text = configuration(Server.NGINX, ServerFacts("https://mau.example/", ROOT, portals=portals))
    assert "connect-src 'self' https://sxd.mau.example http://tinh.mau.example:8080;" in text


@pytest.mark.parametrize("kind", [each.value for each in Server])
@pytest.mark.parametrize(
    ("feedback", "allowed"),
    [
        ("", "form-action 'self';"),
        (", feedback: {email: gopy@mau.example}", "form-action 'self';"),
        (
            ", feedback: {endpoint: 'https://gopy.mau.example:8443/nhan?x=1', consent: Lưu 12 tháng}",
            "form-action 'self' https://gopy.mau.example:8443;",
        ),
    ],
    ids=["none", "mail", "form"],
)
def test_the_form_goes_where_the_unit_says_and_nowhere_else(
    kind: str, feedback: str, allowed: str, tmp_path: Path
) -> None:
    text = MKDOCS.replace("Mẫu}}}", f"Mẫu}}{feedback}}}}}") + "site_url: https://mau.example/\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["server", kind, "-f", str(tmp_path / "mkdocs.yml"), "--root", "/srv/trang"])
    assert done.exit_code == 0, done.output
    assert allowed in done.output


def test_only_the_form_may_ask_its_repository_and_make_styles() -> None:
    form = EditingForm(backend=FormBackend.GITLAB, repo="tct/trang-tin", base_url="https://git.mau.example:8443/x")
    facts = ServerFacts("https://mau.example/truong/", ROOT, editing_form=form)
    policy = headers.form_policy(facts)
    assert "connect-src 'self' blob: data: https://git.mau.example:8443;" in policy
    assert "style-src 'self' 'unsafe-inline'" in policy
    assert "unsafe" not in headers.page_policy(facts)
    assert "git.mau.example" not in headers.page_policy(facts)
    assert f'~^/truong/admin/   "{policy}";' in configuration(Server.NGINX, facts)
    assert "admin/" not in configuration(Server.NGINX, ServerFacts("https://mau.example/truong/", ROOT))


MKDOCS = "site_name: Mẫu\ndocs_dir: site_src\nplugins: [{trangtin: {unit: {name: Trường Mẫu}}}]\n"


@pytest.mark.parametrize(
    ("more", "options", "told"),
    [
        ("", [], "chưa có site_url"),
        ("site_url: http://mau.example/\n", ["--hsts"], "--hsts chỉ dùng khi người đọc vào bằng HTTPS"),
        ("site_url: http://mau.example/\n", ["--key", "/a"], "đi cùng nhau"),
        ("site_url: http://mau.example/\n", ["--root", "tương/đối"], "phải là đường dẫn đầy đủ"),
    ],
)
def test_misuse_is_told(more: str, options: list[str], told: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(MKDOCS + more, encoding="utf-8")
    words = ["server", "nginx", "-f", str(tmp_path / "mkdocs.yml"), "--root", "/srv/trang", *options]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2
    assert told in done.output
