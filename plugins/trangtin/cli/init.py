"""The command `init`: a unit's portal, ready to be built."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trangtin.cli.asking import Interview
from trangtin.cli.project import asked_today, find_project
from trangtin.content.entry import Layout
from trangtin.content.open_points import UNNAMED
from trangtin.content.options.configuration import CONFIG
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import Settings
from trangtin.content.text import one_line
from trangtin.content.values.place import is_web
from trangtin.content.writing.written import scalar
from trangtin.disk.reasons import reason_of
from trangtin.starter.forge import SOURCES, Forge
from trangtin.starter.placing import place

if TYPE_CHECKING:
    from trangtin.starter.new_portal import NewPortal

_DOCS = Layout().docs


@click.command()
@click.argument("folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path, file_okay=False))
@click.option("--yes", is_flag=True, help="Không hỏi gì; phải có --name, mục khác không có thì để sau.")
@click.option("--name", help="Tên đơn vị.")
@click.option("--short-name", help="Tên ngắn.")
@click.option("--parent", help="Cơ quan chủ quản.")
@click.option("--address", help="Địa chỉ đơn vị.")
@click.option("--phone", help="Điện thoại.")
@click.option("--email", help="Thư điện tử.")
@click.option("--responsible", help="Người chịu trách nhiệm nội dung, kèm chức vụ.")
@click.option("--symbol", help="Ký hiệu của đơn vị trong số văn bản, ví dụ TCT.")
@click.option("--site-url", help="Địa chỉ của trang, ví dụ https://truong.mau.example/.")
@click.option("--forge", help=f"Nơi giữ kho: {', '.join(each.value for each in Forge)}.")
@click.option("--reviewer", "reviewers", multiple=True, help="Tên người duyệt ở nơi giữ kho, ví dụ @tran-thi-b.")
def init(
    folder: Path,
    yes: bool,
    site_url: str | None,
    forge: str | None,
    reviewers: tuple[str, ...],
    **facts: str | None,
) -> None:
    """Tạo trang mới của đơn vị trong THƯ-MỤC, dựng được ngay.

    Trong thư mục đã có tệp thì chỉ thêm tệp còn thiếu, không sửa tệp nào đang có.
    """
    from trangtin.starter.new_portal import NewPortal  # needs Jinja, which no other command does

    is_new = not (folder / CONFIG).exists()
    interview = Interview(asks=is_new and not yes)
    docs, is_off = _DOCS, False
    unit: PortalUnit | None = None
    if is_new:
        unit = _ask_unit(interview, facts, yes)
        site_url = interview.text("Địa chỉ của trang", "--site-url", site_url, _not_an_address, hint="https://…")
    else:
        config = find_project(folder / CONFIG).config
        docs, unit = config.layout.docs, config.settings.unit if config.settings else None
        is_off = config.lacks_plugin
    portal = NewPortal(
        unit or PortalUnit(name=facts["name"] or UNNAMED),
        asked_today(),
        version("trangtin"),
        f"{site_url.rstrip('/')}/" if site_url else None,
        _forges(interview, folder, forge),
        " ".join(name if name.startswith("@") else f"@{name}" for name in reviewers),
    )
    # Samples that were deleted do not come back.
    files = {**portal.samples(), **portal.files()} if is_new else portal.files()
    _write(folder, {_in_docs(path, docs): data for path, data in files.items()}, portal, is_new)
    if is_off:
        _tell_off(portal.unit)


def _forges(interview: Interview, folder: Path, given: str | None) -> tuple[Forge, ...]:
    """The one that is named, else those whose files are there already, else the one that is asked for."""
    present = tuple(each for each in Forge.ALL.chosen if (folder / SOURCES[each][1]).is_dir())
    if given is None and present:
        return present
    kinds = {each.value: each.label for each in Forge}
    chosen = interview.choice("Kho của trang đặt ở đâu", "--forge", given, kinds, default=Forge.ALL.value)
    return next(each for each in Forge if each.value == chosen).chosen


def _ask_unit(interview: Interview, facts: Mapping[str, str | None], yes: bool) -> PortalUnit:
    if not yes:
        click.echo("Thông tin của đơn vị, sửa lại được trong mkdocs.yml. Mục nào chưa có thì bấm Enter để bỏ qua.\n")
    answers = {
        key: interview.value(
            Settings,
            ("unit", key),
            f"--{key.replace('_', '-')}",
            facts[key],
            is_needed=key == "name",
        )
        for key in PortalUnit.model_fields
        if key in facts  # English names are for later
    }
    return PortalUnit.model_validate({key: one_line(text) for key, text in answers.items() if text})


def _not_an_address(text: str) -> str | None:
    return None if is_web(text) else f"'{text}' không phải là địa chỉ trang → viết đủ https://…"


def _tell_off(unit: PortalUnit) -> None:
    click.echo(
        f"\n{CONFIG} đang có chưa bật trangtin, nên 'trangtin build' sẽ từ chối. Thêm các dòng này, vào mục 'theme', "
        f"'plugins' nếu đã có:\ntheme:\n  name: trangtin\nplugins:\n  - trangtin:\n      unit:\n"
        f"        name: {scalar(unit.name)}"
    )


def _in_docs(path: str, docs: str) -> str:
    """A page's path in a portal whose pages lie in a folder of another name."""
    return f"{docs}/{path.removeprefix(f'{_DOCS}/')}" if path.startswith(f"{_DOCS}/") else path


def _write(folder: Path, files: Mapping[str, bytes], portal: NewPortal, is_new: bool) -> None:
    try:
        placed = place(folder, files)
    except OSError as error:
        message = f"không ghi được '{error.filename}': {reason_of(error)}; chưa tạo gì"
        raise click.ClickException(f"{message} → xem chỗ trống trên đĩa và quyền ghi rồi chạy lại") from None
    where = str(folder) if folder != Path() else "thư mục này"
    if is_new:
        click.echo(f"\nĐã tạo trang của {portal.unit.name} trong {where}: {len(placed.written)} tệp.")
    elif placed.written:
        click.echo(f"Đã thêm vào {where} {len(placed.written)} tệp còn thiếu:")
        click.echo("\n".join(f"  {path}" for path in placed.written))
    else:
        click.echo(f"Trong {where} đã có đủ, không thêm gì.")
    if placed.kept:
        click.echo(f"Giữ nguyên {len(placed.kept)} tệp đã có" + (":" if is_new else "."))
    if placed.kept and is_new:
        click.echo("\n".join(f"  {path}" for path in placed.kept))
    if is_new:
        entering = f"  cd {folder}\n" if folder != Path() else ""
        click.echo(
            f"\nViệc tiếp theo:\n{entering}"
            "  trangtin serve --drafts   xem thử, cả những trang mẫu còn là bản nháp\n"
            "  trangtin check            kể những mục còn phải viết\n"
            "  trangtin new campaign     mở phong trào đầu tiên\n"
            "  trangtin guide            các hướng dẫn kèm phần mềm; giải thích mã lỗi: trangtin guide TT303\n"
            "README.md trong thư mục ấy kể từng bước từ đây đến khi đăng."
        )
