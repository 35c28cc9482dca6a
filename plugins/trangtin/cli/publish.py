"""The command `publish`: build, verify, show; look at what is kept; go back."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from trangtin.cli.config_file import CONFIG_OPTION
from trangtin.cli.project import find_project
from trangtin.compressed import Packing
from trangtin.content.options.configuration import CONFIG
from trangtin.content.problem import Code, Severity
from trangtin.content.values.dates import VIETNAM
from trangtin.publishing.archive import write_archive
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.losses import LossRules
from trangtin.publishing.publication import Rules, roll_back
from trangtin.publishing.publication import publish as publish_site
from trangtin.publishing.refusal import Refusal, listing, refused
from trangtin.publishing.release import Release
from trangtin.publishing.release_folder import ReleaseFolder
from trangtin.publishing.rsync import RemoteFolder

_PREVIOUS = "(bản trước)"
FOLDER = click.Path(path_type=Path)


@click.command()
@CONFIG_OPTION
@click.option(
    "--to", "root", type=FOLDER, help="Thư mục các bản đăng trên máy này; máy chủ web trỏ vào THƯ-MỤC/current."
)
@click.option("--rsync", "remote", metavar="ĐÍCH", help="Thư mục ấy ở máy khác, qua rsync (web@may-chu:/srv/trang).")
@click.option("--zip", "archive", type=FOLDER, help="Ghi trang ra một tệp .zip để tải lên bằng tay.")
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
@click.option("--hold", metavar="LÝ-DO", help="Kèm --rollback: không đăng gì nữa, kể cả theo lịch, đến khi --resume.")
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
    if sum((listed, resume, rollback is not None)) > 1:
        raise click.UsageError("mỗi lần chỉ một việc: --list, --rollback hoặc --resume")
    if hold is not None and rollback is None:
        raise click.UsageError("--hold chỉ dùng kèm --rollback")
    if archive is not None and (listed or resume or rollback is not None):
        raise click.UsageError("một tệp .zip không giữ bản nào: các việc ấy dùng cùng --to hoặc --rsync")
    if archive is not None and compress:
        raise click.UsageError("--compress dùng cùng --to hoặc --rsync: chỗ thuê nhận tệp .zip không gửi bản nén sẵn")
    name = None if rollback in (None, _PREVIOUS) else rollback
    packings = tuple(Packing) if compress else (Packing.GZIP,)
    rules = Rules(keep, wait, LossRules(max_shrink, allow_lost), packings)
    try:
        if archive is not None:
            with _site(built, config_file) as site:
                write_archive(site, archive)
                click.echo(f"Đã ghi {len(site.files) + 1} tệp vào '{archive}'.")
            return
        place = RemoteFolder(remote) if remote is not None else ReleaseFolder(root or Path())
        if listed:
            _list(place.releases(), place.current(), place.held())
        elif resume:
            place.resume()
            click.echo(f"Từ nay lại đăng được vào '{remote or root}'.")
        elif rollback is not None:
            if isinstance(place, RemoteFolder):
                _tell_back(place.roll_back(name, hold), hold)
            else:
                _tell_back(roll_back(place.root, name, wait, hold), hold)
        else:
            with _site(built, config_file) as site:
                if isinstance(place, RemoteFolder):
                    _to_remote(site, place, rules)
                else:
                    _to_folder(site, place.root, rules)
    except Refusal as refusal:
        for objection in refusal.objections:
            click.echo(str(objection), err=True)
        sys.exit(1)


def _to_folder(site: BuiltSite, root: Path, rules: Rules) -> None:
    done = publish_site(site, root, rules, lambda: datetime.now(UTC))
    if done.altered:
        told = f"tệp trên máy chủ đã bị ai đó sửa ngoài lệnh publish: {listing(done.altered, 5)}"
        remedy = "bản mới đã thay chúng bằng tệp đúng; tìm ai đã vào được máy chủ"
        click.echo(f"{Code.PUBLISH_ALTERED} {told} → {remedy}", err=True)
    _tell_replaced(done.replaced)
    if done.is_same:
        click.echo(f"Trang không đổi gì so với bản {done.release.name}; không đăng thêm.")
        return
    click.echo(f"Đã đăng bản {done.release.name}: {len(site.files) + 1} tệp, {done.new_files} tệp mới hoặc thay đổi.")
    click.echo("Cần quay lại bản trước: chạy lại lệnh này với --rollback.")


def _to_remote(site: BuiltSite, folder: RemoteFolder, rules: Rules) -> None:
    replaced = folder.replaced_by(site)
    release = folder.publish(site, rules.keep, rules.losses, datetime.now(UTC), rules.packings)
    click.echo(f"Đã đăng bản {release.name} tới '{folder.address}': {len(site.files) + 1} tệp.")
    _tell_replaced(replaced)


def _tell_replaced(replaced: Mapping[str, str]) -> None:
    """Name the papers that took the place of others, with what to write for whoever has kept one of those."""
    today = datetime.now(VIETNAM).date()
    for path, digest in replaced.items():
        told = f"tệp '/{path}' khác bản đăng lần trước cùng tên"
        remedy = "thay nhầm thì chép lại đúng tệp gốc rồi đăng lại; thay có chủ ý thì ghi dưới tệp ấy ở 'files'"
        click.echo(f"{Severity.NOTICE.label}: {Code.FILE_CHANGED} {told} → {remedy}:", err=True)
        click.echo(f"    former:\n      - sha256: {digest}\n        until: {today:%d/%m/%Y}", err=True)


def _list(releases: tuple[Release, ...], current: Release | None, held: str | None) -> None:
    if not releases:
        click.echo("Chưa có bản nào.")
    for each in releases:
        click.echo(f"{each.name}  đăng lúc {each.told}{'  ← đang đăng' if each == current else ''}")
    if held is not None:
        click.echo(f"Đang giữ, không đăng thêm, từ {held}. Cho đăng tiếp: --resume")


def _tell_back(release: Release, hold: str | None) -> None:
    click.echo(f"Đang đăng lại bản {release.name} (đăng lần đầu lúc {release.told}).")
    if hold is None:
        click.echo(
            "Lần publish sau, kể cả theo lịch, sẽ đăng nội dung trong kho: sửa kho ngay, hoặc dùng --hold LÝ-DO."
        )
    else:
        click.echo("Từ giờ mọi lệnh publish vào nơi này đều bị từ chối cho đến khi chạy lại lệnh với --resume.")


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
