"""What a site says of its own pages to whoever publishes the next one: which come and go, which were taken back."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from tests.host.conftest import Builder
from tests.host.test_attachments import PDF, lay, put
from tests.portal.drawing import portal_on
from trangtin.host.addresses import addresses_of, destination
from trangtin.host.files.redirects import kept_addresses, old_addresses
from trangtin.host.files.roles import roles_of
from trangtin.host.pages.contents import runs_of
from trangtin.publishing.built_site import BuiltSite, ShownSite
from trangtin.publishing.losses import lost_addresses

TASKS = "".join(
    f"  - {{unit: {unit}, do: Việc {number} của {unit}, due: {1 + number % 28}/{1 + number % 12}/2026}}\n"
    for unit in ("khoa-a", "khoa-b")
    for number in range(45)
)
YEAR = f"""
== mkdocs.yml
site_name: Trường
== site_src/don-vi/khoa-a.md
unit: {{name: Khoa A}}
== site_src/don-vi/khoa-b.md
unit: {{name: Khoa B}}
== plans/2026/thi-dua/index.md
title: Thi đua
start: 1/1/2026
end: 30/11/2026
report_due: 15/12/2026
== plans/2026/thi-dua/1.md
number: 1/KH-TCT
date: 5/1/2026
effective: 1/3/2026
expires: 31/10/2026
tasks:
{TASKS}
== plans/2026/thi-dua/2.md
type: QĐ
number: 2/QĐ-TCT
date: 20/6/2026
recalls: [1/KH-TCT]
awards:
  - {{form: Giấy khen, to: Khoa A, kind: tap-the}}
== plans/2026/thi-dua/3.md
type: QĐ
number: 2/QĐ-TCT
date: 1/7/2026
issuer: UBND xã Mẫu
== plans/2027/3.md
type: TB
number: 3/TB-TCT
date: 4/1/2027
"""
DAYS = ("2/1", "5/1", "10/1", "1/3", "25/4", "19/6", "21/6", "1/7", "1/9", "1/11", "1/12", "16/12", "31/12")


def site_on(root: Path, day: str, drawing: str) -> ShownSite:
    """What is published on a day, without the bytes."""
    portal = portal_on(root, day, drawing)
    addresses, runs = addresses_of(portal), tuple(runs_of(portal))
    pages = [destination(addresses.sure(content.target)) for run in runs for content in run.make()]
    pages += [old.destination for old in (*old_addresses(portal, addresses), *kept_addresses(portal, addresses))]
    roles = roles_of(portal, addresses, runs, (), pages)
    return ShownSite(dict.fromkeys(pages, ""), dict.fromkeys(pages, 1), roles)


def test_the_passing_of_days_alone_loses_nothing(tmp_path: Path) -> None:
    days = [*(f"{day}/2026" for day in DAYS), "2/1/2027", "5/1/2027"]
    sites = [site_on(tmp_path, day, YEAR) for day in days]
    lost = {
        f"{day} → {after}": list(lost_addresses(*pair))
        for (day, after), pair in zip(pairwise(days), pairwise(sites), strict=True)
    }
    assert not any(lost.values()), lost
    gone = [sorted(before.files.keys() - after.files.keys()) for before, after in pairwise(sites)]
    assert any("/viec/tinh-trang/" in page for pages in gone for page in pages), "nothing came and went"


def test_a_list_of_tasks_that_became_short_loses_nothing(tmp_path: Path) -> None:
    less = YEAR.replace(TASKS, "\n".join(TASKS.splitlines()[:60]) + "\n")
    before, after = (site_on(tmp_path, "25/4/2026", drawing) for drawing in (YEAR, less))
    assert "phong-trao/thi-dua/viec/index.html" in before.files.keys() - after.files.keys()
    assert list(lost_addresses(before, after)) == []


def test_what_somebody_wrote_is_no_list_wherever_it_lies(tmp_path: Path) -> None:
    more = """
    == site_src/van-ban/2019.md
    title: Văn bản năm 2019
    == site_src/tin-tuc/2026/a.md
    redirect_from: [/tin-tuc/2018/, /van-ban/loai/cu/]
    """
    roles = site_on(tmp_path, "25/4/2026", f"{YEAR}\n" + "\n".join(map(str.strip, more.splitlines()))).roles
    written = {
        "van-ban/2019/",
        "tin-tuc/2018/",
        "van-ban/loai/cu/",
        "van-ban/",
        "phong-trao/thi-dua/",
        "tin-tuc/2026/a/",
    }
    assert not {f"{address}index.html" for address in written} & roles.lists
    lists = {"van-ban/2026/", "phong-trao/thi-dua/viec/", "so/1-kh-tct-2026/"}
    assert {f"{address}index.html" for address in lists} <= roles.lists


def test_papers_go_with_the_page_that_was_taken_back(tmp_path: Path, session_builder: Builder) -> None:
    root = lay(tmp_path / "portal")
    written = {
        "site_src/tin-tuc/2026/lich.md": "title: Lịch\ndate: 1/4/2026\n",
        "site_src/ngan-sach.md": "title: Ngân sách\n",
        "site_src/don-vi/khoa.md": "unit: {name: Khoa}\n",
    }
    for path, head in written.items():
        put(root, path, f"---\n{head}---\n[Tệp]({Path(path).stem}.pdf)\n")
        put(root, path.replace(".md", ".pdf"), PDF)
    before = BuiltSite(session_builder(root, site_dir=root / "truoc"))
    for path, head in written.items():
        put(root, path, f"---\n{head}withdrawn: {{date: 2/6/2026, reason: nhầm}}\n---\n[Tệp]({Path(path).stem}.pdf)\n")
    after = BuiltSite(session_builder(root, site_dir=root / "sau"))
    assert {"tin-tuc/2026/lich.pdf", "ngan-sach.pdf", "don-vi/khoa.pdf"} <= before.files.keys() - after.files.keys()
    assert list(lost_addresses(before, after)) == []
    assert len(after.roles.withdrawn) == len(written)
