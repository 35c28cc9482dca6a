"""The commit of the content that a build publishes, as `manifest.json` tells it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from trangtin.disk.real_path import real_path
from trangtin.signing.manifest import Origin
from trangtin.standing.left_site import name_of_new

_VARIABLES = ("CI_COMMIT_SHA", "GITHUB_SHA", "TRANGTIN_COMMIT")
"""Variables in which GitLab, then GitHub and Gitea, give the commit; the last is for setting by hand."""
_SHA = re.compile(r"[0-9a-f]{7,64}")
_PATIENCE = 30


def commit_of(root: Path, site: Path, environment: Mapping[str, str]) -> Origin | None:
    """The commit that the portal's folder `root` is at; None where nobody knows.

    Git is asked first: it alone knows of changes. `site` is the folder that is built into, which is no content. Without
    a repository, as in a container that was given the files only, an environment variable is read.
    """
    sha = _git(root, "rev-parse", "HEAD")
    if sha is not None and _SHA.fullmatch(sha.strip()):
        # Only what may be published counts; the caches and the site itself are not.
        made = real_path(site)
        built = (made, made.with_name(f"{name_of_new(made)}*"))  # what a build that runs or was killed has made
        inside = [f":(exclude){place}" for each in built if (place := _inside(each, root))]
        places = [".", ":(exclude).cache", *inside]
        changes = _git(root, "status", "--porcelain", "--", *places)
        return Origin(sha.strip(), changes is None or bool(changes.strip()))
    named = next((environment[name].strip() for name in _VARIABLES if environment.get(name)), "")
    return Origin(named, False) if _SHA.fullmatch(named) else None


def _git(root: Path, *words: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "--no-optional-locks", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):  # no git on this machine
        return None
    return done.stdout if done.returncode == 0 else None


def _inside(folder: Path, root: Path) -> str | None:
    try:
        return folder.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return None
