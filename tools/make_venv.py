"""Makes a virtual environment with pip in it: `python3 -m tools.make_venv .venv`.

Standard library only, because it runs before anything is installed. Debian ships `python3` without `ensurepip`, where
`python3 -m venv` leaves half an environment and an English hint; here root gets the package, anyone else its name.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

from tools import debian

OLDEST = (3, 11)


def complain(message: str) -> int:
    print(f"make setup: {message}", file=sys.stderr)
    return 1


def has_ensurepip() -> bool:
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def main(target: Path) -> int:
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        return complain(
            f"cần Python 3.11 trở lên, máy này đang dùng {found} → cài bản mới hơn rồi chỉ rõ "
            "(ví dụ: make setup PYTHON=python3.12)"
        )
    if not has_ensurepip():
        debian.install("python3-venv")
    if not has_ensurepip():
        return complain(
            "Python trên máy này thiếu mô-đun venv (ensurepip) → cài gói python3-venv rồi chạy lại "
            "(ví dụ trên Debian, Ubuntu: sudo apt-get install python3-venv)"
        )
    # --clear: make asks only when the python there is missing, so whatever else stands there is unusable.
    return subprocess.run([sys.executable, "-m", "venv", "--clear", str(target)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
