"""What one small machine carries: pages and a paper through nginx, while new releases are published.

`python -m benchmarks.serving --seconds 10` builds the sample portal, serves it with the written
configuration (rate limits off, since the load comes from one address) and lets wrk read it; every second another
release is shown. Needs nginx and wrk.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.serving.web_server import running
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.losses import LossRules
from trangtin.publishing.publication import Rules, publish
from trangtin.serving.configuration import Server
from trangtin.signing.manifest import hash_site, write_manifest

ROOT = Path(__file__).resolve().parent.parent
READ = {"trang văn bản": "/van-ban/2021/12-kh-tct/", "tệp PDF": "/van-ban/2021/12-kh-tct/12-kh-tct.pdf"}
RULES = Rules(losses=LossRules(100, may_lose=True))


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--seconds", type=int, default=10)
    options.add_argument("--connections", type=int, default=50)
    asked = options.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("needs wrk (Debian: apt-get install wrk)")
    with tempfile.TemporaryDirectory(prefix="trangtin-") as place:
        home = Path(place)
        sites = [build(home / name) for name in ("a", "b")]
        (sites[1] / "robots.txt").write_text("User-agent: *\n", encoding="utf-8")  # so that the two differ
        write_manifest(sites[1], (), hash_site(sites[1], {}))
        publish(BuiltSite(sites[0]), home / "srv", RULES, lambda: datetime.now(UTC))
        with running(Server.NGINX, home / "srv", home / "work", "https://mau.example/", limits=False) as server:
            for name, path in READ.items():
                load = ["wrk", "-t1", f"-c{asked.connections}", f"-d{asked.seconds}s", "-H", "Accept-Encoding: gzip"]
                with subprocess.Popen([*load, server.home + path], stdout=subprocess.PIPE, text=True) as wrk:
                    count = 0
                    while wrk.poll() is None:
                        count += 1
                        publish(BuiltSite(sites[count % 2]), home / "srv", RULES, lambda: datetime.now(UTC))
                        time.sleep(1)
                    told = wrk.communicate()[0]
                print(f"{name}: {figures(told)}, {count} lần đăng trong lúc ấy")


def build(folder: Path) -> Path:
    command = [sys.executable, "-m", "trangtin", "build", "-d", str(folder)]
    subprocess.run(
        command, cwd=ROOT, env={**os.environ, "TRANGTIN_TODAY": "2026-11-21"}, check=True, capture_output=True
    )
    return folder


def figures(told: str) -> str:
    """Requests a second, and every fault that wrk counted."""
    speed = re.search(r"Requests/sec: *([\d.]+)", told)
    faults = re.findall(r"(?:Socket errors|Non-2xx).*", told)
    return f"{speed[1] if speed else '?'} yêu cầu mỗi giây, lỗi: {'; '.join(faults) or 'không'}"


if __name__ == "__main__":
    main()
