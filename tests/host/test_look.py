"""Another unit's portal looks like its own by configuration alone, and may replace one component."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from tests.host.conftest import REPOSITORY, Builder
from tests.portal.drawing import draw
from trangtin.content.options.configuration import read_config
from trangtin.host.pages.stylesheet import Styles

SITE = REPOSITORY / "tests/sites/so-xay-dung"


def css(site: Path) -> str:
    (sheet,) = (site / "assets").glob("trangtin.*.css")
    return sheet.read_text(encoding="utf-8")


def test_two_portals_differ_by_configuration_alone(sample: Path, department: Path) -> None:
    assert css(department).count("--tt-accent:#0b5d4f") == 1
    assert "#0b5d4f" not in css(sample)
    (strong,) = (department / "assets").glob("contrast*.css")
    sheet = strong.read_text(encoding="utf-8")
    assert sheet.rindex("--tt-accent:#0") > sheet.rindex("--tt-accent:#6b0000")  # green for them too
    one, other = ((site / "index.html").read_text(encoding="utf-8") for site in (sample, department))
    assert 'class="tt-mark"' in one
    assert 'class="tt-mark"' not in other
    assert re.search(r'src="assets/huy-hieu\.[0-9a-f]{8}\.svg"', other)
    assert (department / "assets/huy-hieu.svg").is_file()
    assert 'alt="Công trường bên sông lúc sáng sớm"' in other
    assert "Giờ tiếp công dân" in other
    assert 'content="#0b5d4f" media="(prefers-color-scheme: light)"' in other
    inner = (department / "van-ban/index.html").read_text(encoding="utf-8")
    assert re.search(r'src="\.\./assets/huy-hieu\.[0-9a-f]{8}\.svg"', inner)
    assert "tt-banner" not in inner


def test_the_units_own_colour_comes_after_the_themes(department: Path) -> None:
    text = css(department)
    assert text.rindex("--tt-accent:#97181c") < text.index("--tt-accent:#0b5d4f")


@pytest.mark.parametrize(
    ("slip", "line"),
    [
        ("{% block content %}\n{{ view.title }\n{% endblock %}", 3),
        ("{% block content %}\n\n{{ view.khong.co }}{% endblock %}", 4),
        ("{% block content %}{% include 'khong-co.html' %}{% endblock %}", 2),
    ],
)
def test_a_slip_in_a_template_of_the_unit_is_told_with_its_line(
    tmp_path: Path, session_builder: Builder, slip: str, line: int
) -> None:
    draw(
        tmp_path,
        """
        == mkdocs.yml
        site_name: Trường Mẫu
        docs_dir: site_src
        theme: {name: trangtin, custom_dir: giao-dien}
        plugins: [{trangtin: {unit: {name: Trường Mẫu}}}]
        == site_src/gioi-thieu.md
        title: Giới thiệu
        ---
        """,
    )
    (tmp_path / "giao-dien/pages").mkdir(parents=True)
    (tmp_path / "giao-dien/pages/page.html").write_text(f"{{% extends 'main.html' %}}\n{slip}\n", encoding="utf-8")
    with pytest.raises(PluginError, match=rf"^giao-dien/pages/page\.html:{line}: mẫu giao diện có lỗi: "):
        session_builder(tmp_path)


def test_custom_dir_replaces_one_component_with_its_style(tmp_path: Path, session_builder: Builder) -> None:
    root = tmp_path / "portal"
    shutil.copytree(SITE, root, ignore=shutil.ignore_patterns(".cache"))
    folder = root / "giao-dien/components/footer"
    folder.mkdir(parents=True)
    (folder / "template.html").write_text(
        "{% macro footer(site) %}<footer class='rieng'>Chân trang riêng của {{ site.name }}</footer>{% endmacro %}",
        encoding="utf-8",
    )
    (folder / "style.css").write_text(".rieng { color: #123456; }", encoding="utf-8")
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("name: trangtin\n", "name: trangtin\n  custom_dir: giao-dien\n"), encoding="utf-8")

    site = session_builder(root)

    page = (site / "index.html").read_text(encoding="utf-8")
    assert "Chân trang riêng của Sở Xây dựng tỉnh Mẫu" in page
    assert 'class="tt-menu' in page
    assert ".rieng{color:#123456}" in css(site)
    assert ".tt-footer{" not in css(site)
    assert not (site / "components").exists()


@pytest.mark.parametrize(
    ("look", "told"),
    [
        (
            "{accent: xanh}",
            "mkdocs.yml:4: TT220 'look.accent' = 'xanh' không phải là mã màu → viết # và sáu chữ số thập lục phân, "
            'đặt trong dấu nháy kép (ví dụ: accent: "#0b5d3b")',
        ),
        (
            '{accent: "#f5a623"}',
            "mkdocs.yml:4: TT221 'look.accent' = '#f5a623' quá nhạt: chữ màu này trên nền trang chỉ tương phản 1,8:1, "
            "cần ít nhất 4,5:1 → dùng màu đậm hơn; màu cùng sắc gần nhất đạt yêu cầu ở ví dụ "
            '(ví dụ: accent: "#976616")',
        ),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused(look: str, told: str) -> None:
    text = f"docs_dir: site_src\nplugins:\n  - trangtin:\n      look: {look}\n      unit: {{name: Trường Mẫu}}\n"
    assert [str(problem) for problem in read_config(text).problems] == [told]


def test_a_page_loads_what_its_components_need_and_no_more() -> None:
    theme = REPOSITORY / "theme/trangtin_theme"
    styles = Styles([theme])
    assert ".tt-paper{" in styles.by_page()["document.html"]
    assert ".tt-paper{" not in styles.shared()
    assert all(".tt-menu{" not in css for css in styles.by_page().values())
