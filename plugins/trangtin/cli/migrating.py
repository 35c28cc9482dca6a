"""The command `import-nukeviet`: an old site of NukeViet into drafts and published pages with their old addresses."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from trangtin.cli.config_file import CONFIG_OPTION
from trangtin.cli.project import asked_today, find_project
from trangtin.content.news import News
from trangtin.content.values.quantity import number_text
from trangtin.importer.refusal import Refusal

_MISSING = "lệnh này cần thêm hai thư viện đọc SQL và HTML; cài bằng: pip install 'trangtin[nukeviet]'"


@click.command("import-nukeviet")
@CONFIG_OPTION
@click.option(
    "--uploads",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Thư mục uploads chép từ máy chủ cũ, để lấy ảnh và tệp đính kèm.",
)
@click.option("--old-address", metavar="URL", default="", help="Địa chỉ trang cũ, ví dụ https://truong.example/.")
@click.option("--dry-run", is_flag=True, help="Chỉ cho xem sẽ ghi gì, không ghi.")
@click.argument("dump", metavar="SAO-LƯU.sql", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_nukeviet(
    config_file: Path | None, uploads: Path | None, old_address: str, dry_run: bool, dump: Path
) -> None:
    """Chuyển tin (module news) và văn bản (module laws) từ bản sao lưu NukeViet 4 vào trang này.

    Nhận tệp .sql hoặc .sql.gz. Không ghi đè tệp nào; chạy lại thì chỉ ghi phần còn thiếu. Địa chỉ cũ được giữ bằng
    'redirect_from'. Bài đang ẩn ở trang cũ thành bản nháp; chỗ chưa chắc ghi trong 'review' hoặc giữ ở bản nháp.
    Mã thoát: 0 chuyển hết, 1 có bài không chuyển được, 2 dùng sai lệnh.
    """
    try:
        from trangtin.importer.nukeviet.migration import Migration
        from trangtin.importer.nukeviet.old_site import read_site
        from trangtin.importer.nukeviet.uploads import Uploads
    except ModuleNotFoundError as error:
        raise click.ClickException(_MISSING) from error
    project = find_project(config_file)
    host = (urlsplit(old_address).hostname or "").removeprefix("www.")
    if old_address and not host:
        raise click.UsageError(f"'{old_address}' không phải là địa chỉ trang; viết đủ https://…")
    try:
        site = read_site(dump)
    except Refusal as refusal:
        raise click.ClickException(str(refusal)) from None
    settings = project.config.settings
    migration = Migration(
        site,
        Uploads(uploads, host),
        project.root,
        project.config.layout,
        settings.unit.name if settings else None,
        asked_today(),
    )
    arrivals = migration.arrivals()
    count = dict.fromkeys(("tin", "văn bản", "cần rà", "đã có từ trước", "không chuyển"), 0)
    verb = "sẽ ghi" if dry_run else "đã ghi"
    with click.progressbar(arrivals, label="Đang chuyển", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        for arrival in bar:
            result = migration.result(arrival, writes=not dry_run)
            if result.failure:
                count["không chuyển"] += 1
                click.echo(f"{arrival.told}: {result.failure}")
            elif result.is_old:
                count["đã có từ trước"] += 1
            else:
                count["tin" if arrival.kind is News else "văn bản"] += 1
                count["cần rà"] += bool(result.review)
            if result.review:
                click.echo(f"{arrival.path}: {verb}, cần rà {len(result.review)} việc ({arrival.told})")
                for text in result.review:
                    click.echo(f"  - {text}")
    told = {what: number_text(many) for what, many in count.items()}
    done = f"{verb.capitalize()} {told['tin']} tin, {told['văn bản']} văn bản, trong đó {told['cần rà']} bài cần rà"
    click.echo(f"{done}; {told['đã có từ trước']} bài đã có từ trước; {told['không chuyển']} bài không chuyển được.")
    if uploads is None:
        click.echo("Chưa có --uploads nên ảnh và tệp đính kèm chưa được lấy.")
    click.echo("Việc tiếp theo: trangtin check, rồi xem lại các bài cần rà.")
    sys.exit(1 if count["không chuyển"] else 0)
