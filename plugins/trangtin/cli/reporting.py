"""The command `report`: the draft of a campaign's report, as Markdown and as a Word file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from trangtin.cli.config_file import CONFIG_OPTION
from trangtin.cli.project import Day, find_project, shown_path
from trangtin.content.nearest import did_you_mean, nearest
from trangtin.content.problem import errors
from trangtin.content.values.dates import day_text
from trangtin.content.values.quantity import number_text
from trangtin.disk.whole_file import write_together
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.reporting.scope import Scope

_PATH = re.compile(r"(?:/|/index\.md)(?::\d+)?$")
"""What a path has behind the folder's name: `plans/2026/tet-trong-cay/index.md:3`."""


@click.command("report")
@CONFIG_OPTION
@click.argument("campaign", metavar="PHONG-TRÀO")
@click.option("--docx", "with_word", is_flag=True, help="Ghi thêm tệp Word trình bày theo Nghị định 30/2020/NĐ-CP.")
@click.option("--from", "first", type=Day(), metavar="NGÀY", help="Ngày đầu của kỳ báo cáo sơ kết, ví dụ 01/9/2026.")
@click.option("--to", "last", type=Day(), metavar="NGÀY", help="Ngày cuối của kỳ báo cáo sơ kết.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Thư mục ghi, thay cho của phong trào.")
def report(
    config_file: Path | None,
    campaign: str,
    with_word: bool,
    first: date | None,
    last: date | None,
    out: Path | None,
) -> None:
    """Soạn dự thảo báo cáo của một phong trào từ những gì trang đang có.

    PHONG-TRÀO là tên thư mục trong plans/<năm>/, hoặc đường dẫn của nó. Đang diễn ra, hoặc có --from, --to: báo cáo sơ
    kết; đã kết thúc: báo cáo tổng kết. Không ghi đè tệp nào. Mã thoát: 0 đã ghi, 1 không ghi được, 2 dùng sai lệnh.
    """
    # Imported late: python-docx would slow the start of every other command down.
    from trangtin.reporting.delivery import report_files

    project = find_project(config_file)
    portal = project.repository().portal
    found = _campaign(portal, campaign)
    _check_days(portal, found, first, last)
    scope = Scope(portal, found, first, last)
    wrong = errors(portal.problems)
    if wrong:
        click.echo(
            f"lưu ý: nội dung đang có {number_text(len(wrong))} lỗi, báo cáo có thể thiếu; xem và sửa bằng: "
            "trangtin check",
            err=True,
        )
    if scope.is_final and found.final_report is not None:
        click.echo(f"lưu ý: phong trào đã có báo cáo tổng kết: {found.final_report.path}", err=True)
    try:
        files = report_files(scope, project.root, out, with_word=with_word)
        write_together(files)
    except FileExistsError as error:
        message = f"đã có {shown_path(Path(error.filename))}, không ghi đè → đổi tên hoặc xóa tệp cũ"
        raise click.ClickException(message) from None
    for path in files:
        click.echo(f"đã ghi {shown_path(path)}")
    click.echo("Tìm '[Cần viết:' trong bài để viết nốt; mục 'review' giữ cho bài chưa lên trang đến khi làm xong.")


def _campaign(portal: Portal, typed: str) -> LinkedCampaign:
    """A campaign by its folder's name, or by the path of the folder or its file, as other commands print it."""
    slug = _PATH.sub("", typed.replace("\\", "/")).rpartition("/")[2]
    found = portal.campaign_named.get(slug)
    if found is None:
        known = f"các phong trào đang đăng: {', '.join(portal.campaign_named) or 'chưa có'}"
        hint = did_you_mean(nearest(slug, portal.campaign_named), known)
        raise click.UsageError(f"không có phong trào '{slug}' trên trang; {hint}")
    if found.head.is_withdrawn:
        raise click.UsageError(f"phong trào '{slug}' đã được gỡ")
    if found.state is CampaignState.UPCOMING:
        raise click.UsageError(f"phong trào '{slug}' chưa bắt đầu (từ ngày {day_text(found.head.start)})")
    return found


def _check_days(portal: Portal, campaign: LinkedCampaign, first: date | None, last: date | None) -> None:
    if first and last and last < first:
        raise click.UsageError(f"--to ({day_text(last)}) trước --from ({day_text(first)})")
    if first and first > portal.today:
        raise click.UsageError(f"--from ({day_text(first)}) sau hôm nay ({day_text(portal.today)})")
    if last and last < campaign.head.start:
        raise click.UsageError(
            f"--to ({day_text(last)}) trước ngày bắt đầu phong trào ({day_text(campaign.head.start)})"
        )
