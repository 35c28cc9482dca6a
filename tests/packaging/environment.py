"""A Python environment of its own, with a lock and our wheel in it, as a unit's server would have."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-21"


def build_wheel(folder: Path) -> Path:
    # Without isolation: hatchling is locked in this environment, and nothing is fetched.
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    run(command, ROOT)
    (wheel,) = folder.glob("trangtin-*.whl")
    return wheel


def run(command: list[str], folder: Path, **extra: str) -> subprocess.CompletedProcess[str]:
    """Runs to success, in an environment that knows nothing of ours; else fails with all that was said."""
    hidden = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    env = {name: value for name, value in os.environ.items() if name not in hidden} | extra
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, f"{' '.join(command)} → {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


@dataclass(frozen=True)
class Environment:
    folder: Path

    @classmethod
    def make(cls, folder: Path, lock: Path, wheel: Path) -> Environment:
        """Makes the environment, or takes one that stands there already if it was made from the same lock."""
        made = cls(folder)
        used = folder / "used-lock.txt"
        if not used.exists() or used.read_bytes() != lock.read_bytes():
            venv.create(folder, clear=True, with_pip=True)
            made.pip("--require-hashes", "-r", str(lock))
            used.write_bytes(lock.read_bytes())
        # --no-deps: the lock alone must be enough for the wheel.
        made.pip("--no-deps", "--force-reinstall", str(wheel))
        return made

    def pip(self, *words: str) -> None:
        install = [self.program("python"), "-m", "pip", "install", "--quiet", "--no-input"]
        run([*install, "--disable-pip-version-check", *words], self.folder)

    def program(self, name: str) -> str:
        return str(self.folder / "bin" / name)

    def run(self, name: str, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
        return run([self.program(name), *words], folder, TRANGTIN_TODAY=TODAY)
