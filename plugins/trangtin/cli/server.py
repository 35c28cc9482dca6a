"""The command `server`: the configuration of a web server for this portal."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from trangtin.cli.config_file import CONFIG_OPTION
from trangtin.cli.project import find_project
from trangtin.serving.configuration import Server, configuration
from trangtin.serving.facts import ServerFacts


@click.command()
@CONFIG_OPTION
@click.argument("name", metavar="nginx|apache|caddy", type=click.Choice([each.value for each in Server]))
@click.option("--root", required=True, help="Thư mục các bản đăng trên máy chủ (như publish --to), viết đầy đủ từ '/'.")
@click.option("--port", type=click.IntRange(1, 65535), default=80, show_default=True, help="Cổng HTTP.")
@click.option("--certificate", help="Tệp chứng thư TLS, khi máy chủ này tự làm HTTPS.")
@click.option("--key", help="Tệp khóa của chứng thư.")
@click.option("--hsts", is_flag=True, help="Bắt trình duyệt chỉ dùng HTTPS, một năm; bật khi HTTPS đã chạy tốt.")
def server(
    config_file: Path | None, name: str, root: str, port: int, certificate: str | None, key: str | None, hsts: bool
) -> None:
    """In ra cấu hình máy chủ web cho trang này; lưu lại bằng dấu '>'."""
    if (certificate is None) != (key is None):
        raise click.UsageError("--certificate và --key đi cùng nhau")
    config = find_project(config_file).config
    if not config.site_url:
        raise click.UsageError(
            "mkdocs.yml chưa có site_url nên không biết tên miền (ví dụ: site_url: https://truong.example/)"
        )
    settings = config.settings
    portals = [each.address for each in settings.search.portals] if settings else []
    feedback = settings.feedback if settings else None
    try:
        facts = ServerFacts(
            site_url=config.site_url,
            root=PurePosixPath(root),
            port=port,
            certificate=PurePosixPath(certificate) if certificate else None,
            key=PurePosixPath(key) if key else None,
            hsts=hsts,
            portals=portals,
            form_services=[feedback.endpoint] if feedback and feedback.endpoint else [],
            editing_form=settings.cms if settings else None,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if hsts and not facts.is_secure:
        raise click.UsageError(
            "--hsts chỉ dùng khi người đọc vào bằng HTTPS: cho --certificate, hoặc site_url là https://"
        )
    click.echo(configuration(Server(name), facts), nl=False)
