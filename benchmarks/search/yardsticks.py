"""Other engines, installed on demand into a folder of their own that may be thrown away: never part of our locks."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ZENSICAL, PAGEFIND, PAGEFIND_NPM = "zensical==0.0.73", "pagefind[bin]==1.5.2", "pagefind@1.6.0"


@dataclass(frozen=True)
class Yardsticks:
    """Where the programs are."""

    folder: Path

    @cached_property
    def _environment(self) -> Path:
        place = self.folder / "venv"
        python = place / "bin/python"
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        installed = place / f"{ZENSICAL} {PAGEFIND}.done".replace("/", "-")
        if not installed.exists():
            pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            subprocess.run([*pip, ZENSICAL, PAGEFIND], check=True)
            installed.touch()
        return place

    @property
    def zensical(self) -> Path:
        """Zensical's command."""
        return self._environment / "bin/zensical"

    def pagefind(self, version: str) -> list[str]:
        """The command of Pagefind 1.5 (newest on PyPI) or 1.6 (on npm only)."""
        if version == "1.5":
            return [str(self._environment / "bin/python"), "-m", "pagefind"]
        return [str(self._node / "node_modules/.bin/pagefind")]

    @cached_property
    def _node(self) -> Path:
        place = self.folder / "node"
        if not (place / "node_modules/.bin/pagefind").exists():
            npm = shutil.which("npm")
            if npm is None:
                sys.exit("Pagefind 1.6 is on npm only, and there is no npm: leave it out with --engines")
            place.mkdir(parents=True, exist_ok=True)
            quiet = ["--no-audit", "--no-fund", "--no-save", "--loglevel=error"]
            subprocess.run([npm, "install", *quiet, PAGEFIND_NPM], cwd=place, check=True)
        return place
