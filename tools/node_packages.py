"""Programs from npm that tests need, installed from `tests/browser/package-lock.json` into `.cache/node`."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE_DIR = ROOT / ".cache" / "node"
NODE_FILES = ROOT / "tests" / "browser"


def package_dir(name: str) -> Path | None:
    """The folder of a Python package that carries a program, without importing it."""
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def node_file(path: str) -> Callable[[], str | None]:
    """Looks for a file of an npm package, and that it was installed from today's lock."""

    def find() -> str | None:
        lock, used = NODE_FILES / "package-lock.json", NODE_DIR / "package-lock.json"
        current = used.exists() and used.read_bytes() == lock.read_bytes()
        found = NODE_DIR / "node_modules" / path
        return str(found) if current and found.exists() else None

    return find


def install_node_packages() -> None:
    from trangtin.editing.npm import find_npm  # not before setup

    npm = find_npm()
    if npm is None:
        return
    NODE_DIR.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(NODE_FILES / name, NODE_DIR / name)
    # No scripts run: vnu-jar's would download a Java runtime from a host that a closed machine does not reach.
    if failed := npm.install(NODE_DIR):
        print(f"  npm: {failed}", file=sys.stderr)


def lock_node_packages() -> int:
    """Makes package-lock.json again after a change of package.json: hashes, no addresses."""
    from trangtin.editing.npm import find_npm  # not before setup

    npm = find_npm()
    words = ["install", "--package-lock-only", "--ignore-scripts", "--omit-lockfile-registry-resolved"]
    failed = npm.run(words, NODE_FILES) if npm else "không có npm"
    if failed:
        print(f"npm: {failed}", file=sys.stderr)
    return 1 if failed else 0
