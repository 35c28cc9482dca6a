"""The program of the form, fetched by its lock and bundled once; kept beside the portal, never in its repository."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from importlib.resources import files
from pathlib import Path, PurePosixPath

from trangtin.content.problem import Code
from trangtin.editing.npm import Npm, find_npm

KEPT = Path(".cache", "trangtin", "form")
"""Where bundles are kept, under the portal's folder: a folder for each state of our files and of the lock."""
_SCHEMA = PurePosixPath("node_modules/@sveltia/cms/schema/sveltia-cms.json")
_OURS = files("trangtin.editing").joinpath("files")


class BundleError(Exception):
    """The bundle could not be made; nothing was changed. The text is one Vietnamese line with code and remedy."""

    def __init__(self, code: Code, message: str, remedy: str) -> None:
        """`message` says what failed, `remedy` what to do; both are Vietnamese."""
        super().__init__(f"{code} {message} → {remedy}")


def find_bundle(root: Path) -> Path | None:
    """The folder of the bundle for the portal at `root`; None where `make_bundle` was not run since it changed."""
    folder = root / KEPT / _state()
    return folder if folder.is_dir() else None


def schema_of(bundle: Path) -> Path:
    """JSON Schema of the program's configuration, as its makers ship it: kept beside the bundle, never published."""
    return bundle.with_suffix(".schema.json")


def make_bundle(root: Path) -> Path:
    """Fetch and bundle, unless that was done: it takes some 10 seconds. Raises BundleError, OSError."""
    if (found := find_bundle(root)) is not None:
        return found
    npm = find_npm()
    if npm is None:
        raise BundleError(
            Code.FORM_NO_NPM,
            "máy không có Node.js và npm để đóng gói biểu mẫu",
            'chạy pip install "trangtin[cms]", hoặc cài Node.js 22 trở lên',
        )
    kept = root / KEPT
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept, prefix=".") as temporary:
        work = Path(temporary)
        for each in _OURS.iterdir():
            (work / each.name).write_bytes(each.read_bytes())
        _bundle(npm, work)
        target = kept / _state()
        (work / _SCHEMA).replace(schema_of(target))
        if not target.exists():  # another run may have been quicker; both made the same
            (work / "dist").rename(target)
    for old in kept.iterdir():
        if old.is_dir() and old != target and not old.name.startswith("."):
            shutil.rmtree(old)
            schema_of(old).unlink(missing_ok=True)
    return target


def _bundle(npm: Npm, work: Path) -> None:
    if said := npm.install(work):
        message = f"npm không tải được các gói của biểu mẫu: {said}"
        raise BundleError(Code.FORM_NOT_BUNDLED, message, "kiểm tra đường mạng tới kho gói npm rồi chạy lại")
    if said := npm.bundle(work):
        message = f"không đóng gói được biểu mẫu: {said}"
        raise BundleError(Code.FORM_NOT_BUNDLED, message, "cài Node.js 22 trở lên rồi chạy lại")


def _state() -> str:
    """Changes with every byte of our files and of the lock."""
    digest = hashlib.sha256()
    for each in sorted(_OURS.iterdir(), key=lambda item: item.name):
        digest.update(f"{each.name}\0".encode() + each.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
