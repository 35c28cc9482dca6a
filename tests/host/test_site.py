"""The built sample portal, as its readers find it."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from tests.host.conftest import REPOSITORY, Builder, visible_text
from tests.portal.drawing import draw

PLAN = "van-ban/2021/12-kh-tct/index.html"


def page(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def text(site: Path, path: str) -> str:
    return visible_text(page(site, path))


def test_addresses_of_the_contract(sample: Path) -> None:
    for address in (
        "",
        "phong-trao/",
        "phong-trao/nam/2021/",
        "phong-trao/bau-cu-2021/",
        "van-ban/",
        "van-ban/2021/",
        "van-ban/2021/12-kh-tct/",
        "van-ban/2020/45-ct-tw/",
        "van-ban/2026/145-tct-tchc/",
        "van-ban/2026/36-kh-tu/",
        "van-ban/loai/ke-hoach/",
        "van-ban/cap/tinh/",
        "van-ban/co-quan/truong-chinh-tri-tinh-mau/",
        "van-ban/phong-trao/bau-cu-2021/",
        "tin-tuc/",
        "tin-tuc/2021/",
        "tin-tuc/chu-de/bau-cu/",
        "don-vi/",
        "don-vi/khoa-llcs/",
        "so-do-trang/",
        "gioi-thieu/",
        "lien-he/",
    ):
        assert (sample / address / "index.html").is_file(), address
    assert (sample / "404.html").is_file()
    assert (sample / "sitemap.xml").is_file()


def test_the_plan_page_tells_the_facts_of_decree_30(sample: Path) -> None:
    shown = text(sample, PLAN)
    for fact in (
        "12/KH-TCT",
        "20/04/2021",
        "Kế hoạch",
        "Trường Chính trị tỉnh Mẫu",
        "95/KH-UBND",
        "Mẫu, ngày 20 tháng 4 năm 2021",
        "Nơi nhận",
        "Trang thông tin điện tử Trường",
        "HIỆU TRƯỞNG",
        "Được thực hiện bởi",
    ):
        assert fact in shown, fact
    card = re.search(r'<a class="tt-file-link" href="([^"]+)" download="([^"]+)"', page(sample, PLAN))
    assert card is not None
    assert card[2] == "12-kh-tct.pdf"
    assert re.search(r"PDF, \d+\sKB, \d trang", shown)


def test_signed_files_are_copied_byte_for_byte(sample: Path) -> None:
    source = REPOSITORY / "plans/2021/bau-cu-2021/12-kh-tct.pdf"
    assert (sample / "van-ban/2021/12-kh-tct/12-kh-tct.pdf").read_bytes() == source.read_bytes()


def test_relations_show_from_both_ends(sample: Path) -> None:
    assert "van-ban/2026/145-tct-tchc" in links_of(sample, "van-ban/2026/128-kh-tct/index.html")
    assert "van-ban/2026/128-kh-tct" in links_of(sample, "van-ban/2026/145-tct-tchc/index.html")
    assert "Còn hiệu lực" in text(sample, "van-ban/2026/17-qc-tct/index.html")
    assert "Còn hiệu lực" not in text(sample, PLAN)  # a plan carried out years ago is no rule in force
    assert "Đã bị thay thế" in text(sample, "van-ban/2022/08-qc-tct/index.html")
    assert "Văn bản này có đính chính" in text(sample, "van-ban/2026/128-kh-tct/index.html")


def test_states_of_campaigns_on_the_day(sample: Path) -> None:
    shown = text(sample, "phong-trao/index.html")
    order = [shown.index(state) for state in ("Đang diễn ra", "Sắp diễn ra", "Chờ tổng kết", "Đã tổng kết")]
    assert order == sorted(order)


def test_the_chain_goes_from_the_top_down(sample: Path) -> None:
    shown = text(sample, "phong-trao/bau-cu-2021/index.html")
    at = shown.index("Trung ương")
    for level, number in (("Cấp tỉnh", "95/KH-UBND"), ("Đơn vị", "12/KH-TCT"), ("Phòng, khoa", "03/KH-LLCS")):
        assert at < shown.index(level, at) < shown.index(number, at)
        at = shown.index(level, at)


def test_the_timeline_runs_in_order(sample: Path) -> None:
    source = page(sample, "phong-trao/bau-cu-2021/index.html")
    line = source[source.index("tt-timeline") :]
    line = line[: line.index("</ol>")]
    days = re.findall(r'datetime="([\d-]+)"', line)
    assert len(days) > 20
    assert days == sorted(days)
    assert "2021-05-13" in days  # ten days before election day, given as an offset


def test_nothing_hidden_leaks(sample: Path) -> None:
    for file in sample.rglob("*"):
        if file.is_file():
            assert b"KHONGDUOCLO" not in file.read_bytes(), file
            assert "166-bc-tct" not in file.name
            assert "du-thao" not in file.as_posix().removeprefix(str(sample))
    for file in sample.rglob("*.html"):
        assert "166/BC-TCT" not in file.read_text(encoding="utf-8"), file


def test_no_machine_path_is_published(sample: Path) -> None:
    for file in sample.rglob("*"):
        if file.is_file():
            assert str(REPOSITORY).encode() not in file.read_bytes(), file


def test_a_withdrawn_page_stays_without_its_content(sample: Path) -> None:
    shown = text(sample, "tin-tuc/2026/lich-thi-tot-nghiep-k40/index.html")
    body = (REPOSITORY / "site_src/tin-tuc/2026/lich-thi-tot-nghiep-k40.md").read_text(encoding="utf-8")
    words = " ".join(body.split("---", 2)[2].split()[:8])
    assert "đã được gỡ" in shown
    assert words not in shown


def test_old_addresses_lead_to_the_new(sample: Path) -> None:
    old = page(sample, "thong-tin-lien-he/index.html")
    assert 'content="0; url=../lien-he/"' in old
    assert 'href="https://truongchinhtri.mau.example/lien-he/"' in old


def test_every_page_says_it_is_a_sample_and_keeps_engines_away(sample: Path) -> None:
    for file in sample.rglob("*.html"):
        source = file.read_text(encoding="utf-8")
        assert 'name="robots" content="noindex"' in source, file
        if "http-equiv" not in source:
            assert "không phải trang chính thức" in source, file


def test_descriptions_titles_and_canonical_addresses_differ(sample: Path) -> None:
    seen: dict[str, Path] = {}
    for file in sample.rglob("index.html"):
        source = file.read_text(encoding="utf-8")
        if "http-equiv" in source:
            continue
        description = re.search(r'<meta name="description" content="([^"]+)"', source)
        canonical = re.search(r'<link rel="canonical" href="([^"]+)"', source)
        assert description is not None, file
        assert len(html.unescape(description[1])) > 15, file
        assert canonical is not None, file
        assert canonical[1] not in seen, (file, seen[canonical[1]])
        seen[canonical[1]] = file


def test_edit_links_point_at_the_file_in_the_repository(sample: Path) -> None:
    base = "https://git.mau.example/tct/trang-tin/_edit/main/"
    for path, source in (
        (PLAN, "plans/2021/bau-cu-2021/12-kh-tct.md"),
        ("gioi-thieu/index.html", "site_src/gioi-thieu.md"),
        ("index.html", "site_src/index.md"),
        ("don-vi/khoa-llcs/index.html", "site_src/don-vi/khoa-llcs.md"),
        ("phong-trao/bau-cu-2021/index.html", "plans/2021/bau-cu-2021/index.md"),
    ):
        assert f'href="{base}{source}"' in page(sample, path), path
    assert base not in page(sample, "van-ban/index.html")  # nobody wrote that page


def test_the_machine_site_map_dates_pages_by_their_content(sample: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    tree = ElementTree.parse(sample / "sitemap.xml")
    days = {
        item.findtext("s:loc", namespaces=names): item.findtext("s:lastmod", namespaces=names)
        for item in tree.iterfind("s:url", names)
    }
    assert days["https://truongchinhtri.mau.example/van-ban/2021/12-kh-tct/"] == "2021-04-21"


@pytest.mark.parametrize("base", ["https://truongchinhtri.mau.example/", "https://mau.example/truong/tct", ""])
def test_open_data_leads_to_pages_and_files_that_are_there(base: str, session_builder: Builder) -> None:
    site = session_builder(REPOSITORY, site_url=base)
    records = json.loads(page(site, "van-ban.json"))
    home = f"{base.rstrip('/')}/" if base else ""

    assert records["count"] == len(records["documents"]) == 23
    assert "KHONGDUOCLO" not in page(site, "van-ban.json") + page(site, "van-ban/loc.json")
    urls = [record["url"] for record in records["documents"]]
    urls += [file["url"] for record in records["documents"] for file in record["files"]]
    urls += [each["url"] for record in records["documents"] for each in record["relations"] if each["url"]]
    for url in (records["url"], *urls):
        assert url.startswith(home)
        target = site / unquote(url.removeprefix(home))
        assert target.is_file() or (target / "index.html").is_file(), url


def links_of(site: Path, path: str) -> set[str]:
    """Site-relative targets of a page's links, without their final slash."""
    base = f"https://x.example/{path.removesuffix('index.html')}"
    found = re.findall(r'(?:href|src)="([^"]+)"', page(site, path))
    absolute = (urlsplit(urljoin(base, html.unescape(link))) for link in found)
    return {unquote(link.path).strip("/") for link in absolute if link.netloc == "x.example"}


@pytest.mark.parametrize("name", ["sample", "department"])
@pytest.mark.slow
def test_no_dead_links(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        if path == "404.html":
            continue
        for link in links_of(site, path):
            target = site / link
            assert target.is_file() or (target / "index.html").is_file(), f"{path} -> {link}"


def test_the_department_keeps_its_printed_order(department: Path) -> None:
    shown = text(department, "van-ban/2021/26-kh-sxd/index.html")
    body = shown[shown.index("Thực hiện Chỉ thị số 07/CT-UBND") :]
    places = [
        body.index(part) for part in ("I. MỤC", "1.1.", "2. Yêu cầu", "II. NỘI DUNG", "V. TỔ CHỨC", "2. Văn phòng")
    ]
    assert places == sorted(places)
    assert "Ghi chú của Ban Biên tập" in shown


def test_under_a_sub_path(session_builder: Builder) -> None:
    site = session_builder(REPOSITORY, site_url="https://mau.example/truong/tct/")
    assert '<link rel="canonical" href="https://mau.example/truong/tct/van-ban/2021/12-kh-tct/">' in page(site, PLAN)
    missing = page(site, "404.html")
    assert re.search(r'href="/truong/tct/assets/trangtin\.[0-9a-f]{8}\.css"', missing)
    elsewhere = ("#", "tel:", "mailto:", "https://")
    shown = re.findall(r'(?:href|src|action)="([^"]+)"', missing)
    assert [link for link in shown if not link.startswith(("/truong/tct/", *elsewhere))] == []
    # Everywhere else an address holds wherever the site lies: it is computed for each page, not once for all.
    for file in site.rglob("index.html"):
        assert not re.search(r'(?:href|src|action)="/', file.read_text(encoding="utf-8")), file


@pytest.mark.parametrize("path", [PLAN, "phong-trao/bau-cu-2021/index.html"])
def test_every_fact_is_there_under_stock_material(path: str, sample: Path, session_builder: Builder) -> None:
    site = session_builder(REPOSITORY, theme={"name": "material", "font": False, "language": "vi"})
    ours, theirs = main_words(page(sample, path)), main_words(page(site, path))
    missing = [word for word in ours if word not in theirs]
    assert not missing
    sheet = re.search(r'href="[./]*(assets/trangtin-components\.[0-9a-f]{8}\.css)"', page(site, path))
    assert sheet is not None
    assert (site / sheet[1]).is_file()


def main_words(source: str) -> list[str]:
    """The words of a page between its breadcrumbs and its end."""
    start = source.index("tt-crumbs")
    end = re.search(r"</main>|</article>", source[start:])
    assert end is not None
    return visible_text(f'<p class="{source[start : start + end.start()]}').split()


def test_what_stands_on_every_page_is_linked_from_where_the_page_is(sample: Path) -> None:
    for path, contact in (("index.html", "lien-he/"), ("don-vi/khoa-llcs/index.html", "../../lien-he/")):
        assert f'<li><a href="{contact}">Liên hệ</a></li>' in page(sample, path), path
    assert '<li><a href="/lien-he/">Liên hệ</a></li>' in page(sample, "404.html")  # shown at any depth


def test_the_menu_opens_group_after_group(tmp_path: Path, session_builder: Builder) -> None:
    draw(
        tmp_path,
        """
        == mkdocs.yml
        site_name: Trường Mẫu
        docs_dir: site_src
        theme: {name: trangtin}
        plugins: [{trangtin: {unit: {name: Trường Mẫu}}}]
        nav:
          - Trang chủ: index.md
          - Giới thiệu: [{Lịch sử: lich-su.md}, {Bộ máy: [{Cơ cấu: ./co-cau.md}, {Lãnh đạo: lanh-dao.md}]}]
          - Viết dở: ./viet-do.md
          - plans/2026/bau-cu/index.md
          - Sắp tới: plans/2026/sap-toi/index.md
        == site_src/lich-su.md
        == site_src/co-cau.md
        == site_src/lanh-dao.md
        == site_src/viet-do.md
        draft: true
        == plans/2026/bau-cu/index.md
        == plans/2026/sap-toi/index.md
        draft: true
        """,
    )
    site = session_builder(tmp_path)

    def menu(page: str) -> list[str]:
        source = (site / page / "index.html").read_text(encoding="utf-8")
        entries = re.findall(r"<ul|<a ([^>]*)>([^<]*)</a>", source[source.index("tt-menu") : source.index("</nav>")])
        return [text + ("*" if "aria-current" in attributes else "") or "|" for attributes, text in entries]

    bar = ["|", "Trang chủ", "Giới thiệu*", "Thi đua"]
    assert menu("phong-trao/bau-cu") == ["|", "Trang chủ", "Giới thiệu", "Thi đua*"]
    assert menu("lanh-dao") == [*bar, "|", "Lịch sử", "Bộ máy*", "|", "Cơ cấu", "Lãnh đạo*"]
    assert menu("lich-su") == [*bar, "|", "Lịch sử*", "Bộ máy"]
    crumbs = visible_text((site / "lanh-dao/index.html").read_text("utf-8"))
    assert "Trang chủ Giới thiệu Bộ máy" in crumbs
