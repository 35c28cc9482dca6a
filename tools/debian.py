"""Installing Debian packages, where that can be done without asking anybody anything."""

from __future__ import annotations

import os
import shutil
import subprocess


def root_prefix() -> list[str] | None:
    """The words to put before a command so that it runs as root, or None where that needs a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def install(*packages: str) -> None:
    """Installs those of the packages that are to be had, in one step; nothing where this is no Debian or we may not."""
    prefix = root_prefix()
    if not packages or prefix is None or shutil.which("apt-get") is None:
        return
    # The lock option waits for another apt (a fresh machine often runs its own) instead of failing at once.
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    _quietly([*apt, "update"])
    # One name that this release does not know would keep apt from installing all others.
    known = [package for package in packages if _quietly(["apt-cache", "show", package])]
    if not _quietly([*apt, "install", "-y", "--no-install-recommends", *known]):
        for package in known:
            _quietly([*apt, "install", "-y", "--no-install-recommends", package])


def _quietly(command: list[str]) -> bool:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0
