"""Publishes two sites in turn, and is killed at every step: `python stopped_publisher.py ROOT KILLS SITE SITE`.

A process of its own, without threads, so that it can fork: each attempt is a child that shares what was imported. The
child counts its own file operations and ends itself with SIGKILL before the n-th, for n from 1 until it gets through.
After that attempts are killed from outside at odd moments, which lie within operations. After each kill the site on
show must be one of the two, whole. Prints a line of JSON: how often it was killed, and how often it got through.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.local_folder import LocalFolder
from trangtin.publishing.losses import LossRules
from trangtin.publishing.place import Rules

_WRITES = ("open", "os.", "shutil.", "fcntl.")
_RULES = Rules(keep=3, losses=LossRules(100, may_lose=True))


def attempt(site: Path, root: Path, step: int | None, delay: float = 0.0) -> bool:
    """One publisher, killed at a step or after a delay; True if it got through."""
    child = os.fork()
    if child == 0:
        count = 0

        def count_down(event: str, _: object) -> None:
            nonlocal count
            if event.startswith(_WRITES):
                count += 1
                if count == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count_down)
        try:
            place = LocalFolder(root, wait=120)
            place.publish(BuiltSite(site), _RULES, place.start(datetime.now(UTC)))
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    if step is None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return False
    if os.waitstatus_to_exitcode(status):
        sys.exit("a publisher failed that nobody stopped")
    return True


def is_whole(root: Path, digests: set[str]) -> bool:
    shown = BuiltSite(root / "current")
    return not shown.faults() and shown.digest in digests


def main(root: Path, kills: int, sites: list[Path]) -> None:
    digests = {BuiltSite(site).digest for site in sites}
    attempt(sites[0], root, step=0)
    killed = through = step = 0
    while killed < kills:
        step += 1
        site = sites[(through + 1) % 2]
        if killed * 4 < kills * 3:
            done = attempt(site, root, step)
        else:
            done = attempt(site, root, None, random.uniform(0, 0.05))
        killed, through, step = killed + (not done), through + done, 0 if done else step
        if not is_whole(root, digests):
            sys.exit(f"not whole after kill {killed} at step {step}")
    print(json.dumps({"killed": killed, "through": through}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
