"""The command `publish`: build, verify, show; look at what is kept; go back."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from trangtin.cli.config_file import CONFIG_OPTION
from trangtin.cli.project import find_project
from trangtin.compressed import Packing
from trangtin.content.options.configuration import CONFIG
from trangtin.content.problem import Code, Severity
from trangtin.content.values.dates import VIETNAM, day_text
from trangtin.content.values.quantity import number_text
from trangtin.publishing.archive import write_archive
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.local_folder import LocalFolder
from trangtin.publishing.losses import LossRules
from trangtin.publishing.place import Place, Published, Rules, tampering
from trangtin.publishing.refusal import Refusal, refused
from trangtin.publishing.remote_folder import RemoteFolder

_PREVIOUS = "(bản trước)"
_FOLDER = click.Path(path_type=Path)


@click.command()
@CONFIG_OPTION
@click.option(
    "--to", "root", type=_FOLDER, help="Thư mục các bản đăng trên máy này; máy chủ web trỏ vào THƯ-MỤC/current."
)
@click.option("--rsync", "remote", metavar="ĐÍCH", help="Thư mục ấy ở máy khác, qua rsync (web@may-chu:/srv/trang).")
@click.option("--zip", "archive", type=_FOLDER, help="Ghi trang ra một tệp .zip để tải lên bằng tay.")
@click.option(
    "--from", "built", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Trang đã dựng sẵn."
)
@click.option("--keep", type=click.IntRange(min=2), default=5, show_default=True, help="Số bản giữ lại.")
@click.option(
    "--max-shrink",
    type=click.IntRange(0, 100),
    default=20,
    show_default=True,
    help="Không đăng khi trang mới nhỏ đi quá chừng này phần trăm.",
)
@click.option("--compress", is_flag=True, help="Ghi thêm bản nén brotli (.br) cạnh bản .gz của từng tệp chữ; lâu hơn.")
@click.option("--allow-lost", is_flag=True, help="Đăng dù có địa chỉ đang đăng sẽ không còn.")
@click.option("--wait", type=click.FloatRange(min=0), default=60, show_default=True, help="Chờ lệnh khác, giây.")
@click.option("--list", "listed", is_flag=True, help="Liệt kê các bản đang giữ.")
@click.option(
    "--rollback",
    metavar="[BẢN]",
    is_flag=False,
    flag_value=_PREVIOUS,
    help="Đăng lại bản trước, hoặc bản có tên ấy.",
)
@click.option("--hold", metavar="LÝ-DO", help="Không đăng gì nữa, kể cả theo lịch, đến khi --resume.")
@click.option("--resume", is_flag=True, help="Thôi giữ, cho đăng tiếp.")
def publish(
    config_file: Path | None,
    root: Path | None,
    remote: str | None,
    archive: Path | None,
    built: Path | None,
    keep: int,
    max_shrink: int,
    compress: bool,
    allow_lost: bool,
    wait: float,
    listed: bool,
    rollback: str | None,
    hold: str | None,
    resume: bool,
) -> None:
    """Dựng trang rồi đăng, trọn vẹn hoặc không đổi gì; quay lại được các bản trước.

    Mã thoát: 0 xong, 1 bị từ chối (trang đang đăng giữ nguyên), 2 dùng sai lệnh.
    """
    if sum(place is not None for place in (root, remote, archive)) != 1:
        raise click.UsageError("nêu một nơi đăng: --to THƯ-MỤC, --rsync ĐÍCH hoặc --zip TỆP")
    if sum((listed, resume, rollback is not None or hold is not None)) > 1:
        raise click.UsageError("mỗi lần chỉ một việc: --list, --resume, hoặc --rollback và --hold")
    if archive is not None and (listed or resume or rollback is not None or hold is not None):
        raise click.UsageError("một tệp .zip không giữ bản nào: các việc ấy dùng cùng --to hoặc --rsync")
    if archive is not None and compress:
        raise click.UsageError("--compress dùng cùng --to hoặc --rsync: chỗ thuê nhận tệp .zip không gửi bản nén sẵn")
    name, place = remote or str(root), RemoteFolder(remote) if remote is not None else LocalFolder(root or Path(), wait)
    try:
        if archive is not None:
            _pack(archive, built, config_file)
        elif listed:
            _list(place)
        elif resume:
            _resume(place, name)
        elif hold is not None or rollback is not None:
            _go_back(place, rollback, hold)
        else:
            packings = tuple(Packing) if compress else (Packing.GZIP,)
            _publish(place, name, Rules(keep, LossRules(max_shrink, allow_lost), packings), built, config_file)
    except Refusal as refusal:
        for objection in refusal.objections:
            click.echo(str(objection), err=True)
        sys.exit(1)


def _pack(archive: Path, built: Path | None, config_file: Path | None) -> None:
    with _site(built, config_file) as site:
        write_archive(site, archive)
        click.echo(f"Đã ghi {number_text(len(site.files) + 1)} tệp vào '{archive}'.")


def _publish(place: Place, name: str, rules: Rules, built: Path | None, config_file: Path | None) -> None:
    start = place.start(datetime.now(UTC))  # before the content is read: who begins later has what is newer
    with _site(built, config_file) as site:
        done = place.publish(site, rules, start)
        count = len(site.files) + 1
    if done.altered:
        click.echo(str(tampering(done.altered, is_undone=True)), err=True)
    _tell_replaced(done)
    if done.is_same:
        click.echo(f"Trang không đổi gì so với bản {done.release.name}; không đăng thêm.")
        return
    new = "" if done.new_files is None else f", {number_text(done.new_files)} tệp mới hoặc thay đổi"
    click.echo(f"Đã đăng bản {done.release.name} tới '{name}': {number_text(count)} tệp{new}.")
    click.echo("Cần quay lại bản trước: chạy lại lệnh này với --rollback.")


def _tell_replaced(done: Published) -> None:
    """Name the papers that took the place of others, with what to write for whoever has kept one of those."""
    today = datetime.now(VIETNAM).date()
    for path, digest in done.replaced.items():
        message = f"tệp '/{path}' khác bản đăng lần trước cùng tên"
        remedy = "thay nhầm thì chép lại đúng tệp gốc rồi đăng lại; thay có chủ ý thì ghi dưới tệp ấy ở 'files'"
        click.echo(f"{Severity.NOTICE.label}: {Code.FILE_CHANGED} {message} → {remedy}:", err=True)
        click.echo(f"    former:\n      - sha256: {digest}\n        until: {day_text(today)}", err=True)


def _list(place: Place) -> None:
    releases, current, held = place.releases(), place.current(), place.held()
    if not releases:
        click.echo("Chưa có bản nào.")
    for each in releases:
        click.echo(f"{each.name}  đăng lúc {each.moment_text}{'  ← đang đăng' if each == current else ''}")
    if held is not None:
        click.echo(f"Đang giữ, không đăng thêm, từ {held}. Cho đăng tiếp: --resume")


def _resume(place: Place, name: str) -> None:
    if place.resume():
        click.echo(f"Từ nay lại đăng được vào '{name}'.")
    else:
        click.echo(f"Ở '{name}' không có gì đang giữ; vẫn đăng được như thường.")


def _go_back(place: Place, rollback: str | None, hold: str | None) -> None:
    """The hold comes first, and stands also where there is no way back: else the next build brings it all again."""
    if hold is not None:
        place.hold(hold)
        click.echo("Từ giờ mọi lệnh publish vào nơi này đều bị từ chối cho đến khi chạy lại lệnh với --resume.")
    if rollback is not None:
        release = place.roll_back(None if rollback == _PREVIOUS else rollback)
        click.echo(f"Đang đăng lại bản {release.name} (đăng lần đầu lúc {release.moment_text}).")
        if hold is None:
            message = (
                "Lần publish sau, kể cả theo lịch, sẽ đăng nội dung trong kho: sửa kho ngay, hoặc dùng --hold LÝ-DO."
            )
            click.echo(message)


@contextmanager
def _site(built: Path | None, config_file: Path | None) -> Iterator[BuiltSite]:
    """The site built before, else one built now and thrown away afterwards. Raises Refusal."""
    if built is not None:
        yield BuiltSite(built)
        return
    config = find_project(config_file).root / (config_file.name if config_file else CONFIG)
    with tempfile.TemporaryDirectory(prefix="trangtin-") as place:
        # A process of its own: what a build keeps in memory and how it ends are no concern of publishing.
        command = [sys.executable, "-m", "trangtin", "build", "-f", str(config), "-d", place]
        if subprocess.run(command, check=False).returncode:
            raise refused(
                Code.PUBLISH_NOT_BUILT,
                "trang không dựng được, lỗi ở các dòng trên",
                "sửa từng lỗi rồi chạy lại; không có tùy chọn bỏ qua, trang đang đăng vẫn nguyên",
            )
        yield BuiltSite(Path(place))
