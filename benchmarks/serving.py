"""What one small machine carries: pages and a paper through nginx, while new releases are published.

`python -m benchmarks.serving --seconds 10` builds the sample portal, serves it with the written
configuration (rate limits off, since the load comes from one address) and lets wrk read it; every second another
release is shown, and a reader beside wrk holds every answer against both releases, byte for byte. Needs nginx and wrk;
ends with 1 where an answer failed or was a mixture.
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
from collections.abc import Mapping
from datetime import UTC, datetime
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

from tests.serving.web_server import running
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.local_folder import LocalFolder
from trangtin.publishing.losses import LossRules
from trangtin.publishing.place import Rules
from trangtin.serving.configuration import Server
from trangtin.signing.manifest import NAME, hash_site, manifest_of

ROOT = Path(__file__).resolve().parent.parent
READ = {"trang văn bản": "/van-ban/2021/12-kh-tct/", "tệp PDF": "/van-ban/2021/12-kh-tct/12-kh-tct.pdf"}
COMPARED = (*READ.values(), "/", "/van-ban/", "/van-ban.json", "/phong-trao/bau-cu-2021/", "/404.html")
"""What the reader beside wrk asks for, in turn."""
FAULTS = re.compile(r"(?:Socket errors|Non-2xx).*")
RULES = Rules(losses=LossRules(100, may_lose=True))


def publish(site: BuiltSite, root: Path) -> None:
    place = LocalFolder(root)
    place.publish(site, RULES, place.start(datetime.now(UTC)))


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
        for each in (file_of(sites[1], path) for path in COMPARED):
            each.write_bytes(each.read_bytes() + b"\n")  # so that the two differ in all that is compared
        (sites[1] / NAME).write_bytes(manifest_of((), hash_site(sites[1])))
        whole = {path: {file_of(site, path).read_bytes() for site in sites} for path in COMPARED}
        faulty = False
        publish(BuiltSite(sites[0]), home / "srv")
        with running(Server.NGINX, home / "srv", home / "work", "https://mau.example/", limits=False) as server:
            for name, path in READ.items():
                load = ["wrk", "-t1", f"-c{asked.connections}", f"-d{asked.seconds}s", "-H", "Accept-Encoding: gzip"]
                with (
                    Comparing(urlsplit(server.home).port or 80, whole) as reader,
                    subprocess.Popen([*load, server.home + path], stdout=subprocess.PIPE, text=True) as wrk,
                ):
                    count = 0
                    while wrk.poll() is None:
                        count += 1
                        publish(BuiltSite(sites[count % 2]), home / "srv")
                        time.sleep(1)
                    told = wrk.communicate()[0]
                faulty = faulty or bool(FAULTS.search(told) or reader.faults)
                print(
                    f"{name}: {figures(told)}; {count} lần đăng trong lúc ấy; "
                    f"{reader.compared} câu trả lời được đối chiếu, {len(reader.faults)} sai {reader.faults[:3] or ''}"
                )
        sys.exit(1 if faulty else 0)


class Comparing:
    """A reader that asks for one thing after the other and holds each answer against both sites."""

    def __init__(self, port: int, whole: Mapping[str, set[bytes]]) -> None:
        self.compared = 0
        self.faults: list[str] = []
        self._whole = whole
        self._port = port
        self._stopped = Event()
        self._thread = Thread(target=self._read)

    def __enter__(self) -> Comparing:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _read(self) -> None:
        for path in cycle(self._whole):
            if self._stopped.is_set():
                return
            connection = HTTPConnection("127.0.0.1", self._port, timeout=30)
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
                body = answer.read()
            except OSError as error:
                self.faults.append(f"{path}: {error}")
                continue
            finally:
                connection.close()
            self.compared += 1
            if body not in self._whole[path]:
                self.faults.append(f"{path}: {answer.status}, {len(body)} byte không của bản nào")


def file_of(site: Path, path: str) -> Path:
    return site / f"{path[1:]}index.html" if path.endswith("/") else site / path[1:]


def build(folder: Path) -> Path:
    command = [sys.executable, "-m", "trangtin", "build", "-d", str(folder)]
    subprocess.run(
        command, cwd=ROOT, env={**os.environ, "TRANGTIN_TODAY": "2026-11-21"}, check=True, capture_output=True
    )
    return folder


def figures(told: str) -> str:
    """Requests a second, and every fault that wrk counted."""
    speed = re.search(r"Requests/sec: *([\d.]+)", told)
    faults = FAULTS.findall(told)
    return f"{speed[1] if speed else '?'} yêu cầu mỗi giây, lỗi: {'; '.join(faults) or 'không'}"


if __name__ == "__main__":
    main()
