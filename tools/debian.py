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


def install(*packages: str) -> bool:
    """Installs the packages; False where this is no Debian, we may not, or one of them is not to be had."""
    prefix = root_prefix()
    if prefix is None or shutil.which("apt-get") is None:
        return False
    # The lock option waits for another apt (a fresh machine often runs its own) instead of failing at once.
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run([*apt, *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0
