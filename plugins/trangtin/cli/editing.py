"""The command `cms`: the program and the configuration of the form for editors."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import click

from trangtin.cli.config_file import CONFIG_OPTION
from trangtin.cli.project import Project, find_project, refuse_other_files, shown_path
from trangtin.content.options.editing_form import ADDRESS, EditingForm
from trangtin.content.reading.messages import build
from trangtin.content.values.vocabulary import FormBackend
from trangtin.disk.whole_file import write_whole
from trangtin.editing.bundle import BundleError, find_bundle, make_bundle
from trangtin.editing.configuration import CONFIG_FILE, configuration_text, edited_portal


@click.command()
@CONFIG_OPTION
@click.option("--backend", type=click.Choice([each.value for each in FormBackend]), help="Nơi giữ kho.")
@click.option("--repo", help="Nhóm và tên kho, ví dụ tct/trang-tin.")
@click.option("--branch", help="Nhánh (mặc định: main).")
@click.option("--base-url", help="Địa chỉ GitLab, Gitea, Forgejo riêng, ví dụ https://git.mau.example.")
@click.option("--app-id", help="Mã ứng dụng đăng nhập (OAuth, PKCE) đã đăng ký ở nơi giữ kho.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Ghi cả biểu mẫu ra thư mục này.")
def cms(config_file: Path | None, out: Path | None, **typed: str | None) -> None:
    """Chuẩn bị biểu mẫu soạn bài tại /admin/: tải chương trình đã khóa phiên bản, đóng gói, viết cấu hình.

    Tùy chọn bỏ trống lấy theo khóa 'cms' trong mkdocs.yml. Không có --out thì chỉ chuẩn bị; lệnh build, serve, publish
    đưa biểu mẫu vào trang. Mã thoát: 0 xong, 1 không tải hoặc không đóng gói được, 2 dùng sai lệnh.
    """
    project = find_project(config_file)
    form = _form(project, {key: value for key, value in typed.items() if value is not None})
    if find_bundle(project.root) is None:
        click.echo("Đang tải và đóng gói biểu mẫu, khoảng nửa phút …")
    try:
        bundle = make_bundle(project.root)
        if out is not None:
            portal = edited_portal(project.repository().portal, project.config.site_url)
            _write(bundle, configuration_text(form, portal), out)
    except BundleError as error:
        raise click.ClickException(str(error)) from None
    if out is not None:
        folder = shown_path(out)
        click.echo(f"Đã ghi biểu mẫu vào {folder}. Mở thử: python -m http.server -b 127.0.0.1 -d {folder}")
    elif project.config.settings is not None and project.config.settings.cms is not None:
        click.echo(f"Biểu mẫu đã sẵn sàng: build, serve và publish đưa nó vào trang, ở địa chỉ /{ADDRESS}")
    else:
        keys = ", ".join(f"{key}: {value}" for key, value in _said(form).items())
        click.echo(f"Biểu mẫu đã sẵn sàng. Để đưa vào trang, ghi vào mkdocs.yml dưới 'trangtin':\n  cms: {{{keys}}}")


def _form(project: Project, typed: dict[str, str]) -> EditingForm:
    """The form by the options given, completed from `mkdocs.yml` where that names the same back end."""
    declared = project.config.settings.cms if project.config.settings else None
    keep = declared is not None and typed.get("backend", declared.backend) == declared.backend
    said: dict[str, Any] = {**(_said(declared) if declared is not None and keep else {}), **typed}
    if "backend" not in said:
        raise click.UsageError(
            "chưa biết kho ở đâu; ghi khóa 'cms' trong mkdocs.yml, hoặc dùng --backend "
            "(thử trên máy này: --backend local --out bieu-mau)"
        )
    built = build(EditingForm, said, "trangtin cms", {})
    if isinstance(built, list):
        raise click.UsageError("\n".join(f"{each.message} → {each.remedy}" for each in built))
    return built


def _said(form: EditingForm) -> dict[str, str]:
    return {key: str(value) for key in form.model_fields_set if (value := getattr(form, key)) is not None}


def _write(bundle: Path, configuration: str, out: Path) -> None:
    """Write over an older form, never over anything else."""
    refuse_other_files(out, CONFIG_FILE)
    if out.is_dir():
        shutil.rmtree(out)
    shutil.copytree(bundle, out)
    write_whole(out / CONFIG_FILE, configuration.encode())
