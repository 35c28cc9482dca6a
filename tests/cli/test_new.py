"""The command `new`: the right place, a valid file, never over another; asked or told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from tests.cli.portal_folder import TODAY, new_portal, trangtin, tree
from trangtin.cli.project import find_project
from trangtin.content.problem import errors
from trangtin.starter.new_entry import SAMPLES


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRANGTIN_TODAY", TODAY)
        return new_portal(tmp_path_factory.mktemp("empty") / "trang")


@pytest.fixture(autouse=True)
def portal(empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRANGTIN_TODAY", TODAY)
    folder = shutil.copytree(empty, tmp_path / "trang")
    monkeypatch.chdir(folder)
    return folder


def head_of(path: str) -> dict[str, object]:
    found: dict[str, object] = yaml.load(Path(path).read_text("utf-8").split("---\n")[1], yaml.BaseLoader)
    return found


CAMPAIGN = ("new", "campaign", "--yes", "--title", "Tết trồng cây", "--start", "1/12/2026", "--end", "31-1-2027")
PLAN = ("new", "plan", "--yes", "--title", "Phát động: Tết trồng cây", "--date", "20/11/2026")


def test_options_alone_make_each_kind() -> None:
    for words in (
        CAMPAIGN,
        (*PLAN, "--number", "5/KH-TM", "--campaign", "tet-trong-cay"),
        (*PLAN, "--type", "Công văn"),
        ("new", "news", "--yes", "--title", "Đề án đổi mới", "--campaign", "tet-trong-cay", "--date", "2/1/2027"),
        ("new", "unit", "--yes", "--name", "Phòng Tổ chức - Hành chính", "--kind", "phòng", "--phone", "0200 3000 001"),
    ):
        done = trangtin(*words)
        assert done.exit_code == 0, done.output
    assert head_of("plans/2026/tet-trong-cay/index.md") == {
        "title": "Tết trồng cây",
        "start": "01/12/2026",
        "end": "31/01/2027",
        "draft": "true",
    }
    plan = head_of("plans/2026/tet-trong-cay/5-kh-tm.md")
    assert (plan["type"], plan["number"], plan["title"]) == ("KH", "5/KH-TM", "Phát động: Tết trồng cây")
    assert "ghi published (ngày đăng)" in str(plan["review"])  # asked for, never filled in
    assert "published" not in plan
    assert head_of("plans/2026/cong-van-phat-dong-tet-trong-cay.md")["type"] == "Công văn"
    assert head_of("site_src/tin-tuc/2027/de-an-doi-moi.md")["campaign"] == "tet-trong-cay"
    unit = {"name": "Phòng Tổ chức - Hành chính", "kind": "phong", "phone": "0200 3000 001"}
    assert head_of("site_src/don-vi/phong-to-chuc-hanh-chinh.md") == {"unit": unit}
    assert errors(find_project(None).problems()) == ()


def test_what_comes_next_is_told_with_commands_that_work() -> None:
    said = trangtin(*CAMPAIGN).output
    assert "Đã ghi plans/2026/tet-trong-cay/index.md\nViệc tiếp theo:\n  1. mở tệp ấy" in said
    assert "trangtin check plans/2026/tet-trong-cay/index.md" in said
    assert trangtin("check", "plans/2026/tet-trong-cay/index.md").exit_code == 0


@pytest.mark.parametrize(("more", "title"), [("", '"thử" #1'), ("\n      proofreading: {skip: [TT612]}", None)])
def test_a_title_is_written_as_check_wants_it(portal: Path, more: str, title: str | None) -> None:
    typed = 'Kế hoạch: "thử" #1'
    config = portal / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("  - trangtin:", f"  - trangtin:{more}", 1), "utf-8")
    done = trangtin("new", "plan", "--yes", "--title", typed, "--number", "5/KH-TM")
    assert done.exit_code == 0, done.output
    assert ("Trích yếu ghi là" in done.output) is (title is not None)
    assert head_of("plans/2026/5-kh-tm.md")["title"] == (title or typed)
    assert "TT612" not in trangtin("check", "plans/2026/5-kh-tm.md").output


def test_nothing_is_overwritten(portal: Path) -> None:
    trangtin(*CAMPAIGN, "--slug", "mua-xuan")
    before = tree(portal)
    done = trangtin(*CAMPAIGN, "--slug", "mua-xuan")
    assert done.exit_code == 1
    assert "đã có plans/2026/mua-xuan/index.md, không ghi đè → đặt tên khác bằng --slug" in done.output
    assert tree(portal) == before


def test_a_name_used_in_another_year_gets_the_year() -> None:
    trangtin(*CAMPAIGN)
    assert trangtin(*CAMPAIGN[:5], "--start", "1/2/2027", "--end", "1/3/2027").exit_code == 0
    assert Path("plans/2027/tet-trong-cay-2027/index.md").is_file()


def test_the_next_number_is_offered_and_a_used_one_refused() -> None:
    trangtin(*PLAN, "--number", "05/KH-TM")
    trangtin(*PLAN, "--number", "07/QĐ-TM", "--type", "QĐ")
    said = trangtin("new", "plan", typed="KH\nViệc khác\n21/11/2026\n5/KH-TM\n06/KH-TM\n\n").output
    assert "số kế tiếp trên trang: 06/KH-TM" in said
    assert "số này đã có ở plans/2026/05-kh-tm.md → xem lại sổ văn thư" in said
    assert head_of("plans/2026/06-kh-tm.md")["title"] == "Việc khác"
    assert "số kế tiếp trên trang: 01/TB-TM" in trangtin("new", "plan", typed="TB\nA\n\n\n").output
    refused = trangtin(*PLAN, "--number", "05/KH-TM")
    assert (refused.exit_code, "--number: số này đã có ở" in refused.output) == (2, True)


def test_questions_offer_what_there_is_and_take_number_id_or_name() -> None:
    trangtin(*CAMPAIGN)
    trangtin("new", "unit", "--yes", "--name", "Khoa Xây dựng Đảng")
    for count, answer in enumerate(("1", "tet-trong-cay", "tết TRỒNG cây")):
        done = trangtin("new", "news", typed=f"Tin {count}\n\n{answer}\nkhông có\nkhoa-xay-dung-dang\n")
        assert done.exit_code == 0, done.output
        assert "Không có 'không có' trong danh sách trên." in done.output
    heads = [head_of(str(file)) for file in Path("site_src/tin-tuc/2026").glob("tin-*.md") if file.stem != "tin-mau"]
    assert {(head["campaign"], head["unit"], head["date"]) for head in heads} == {
        ("tet-trong-cay", "khoa-xay-dung-dang", "21/11/2026")
    }


def test_sub_units_that_are_no_more_are_offered_last_and_say_so() -> None:
    days = {"a-cu": ", until: 20/11/2026", "a-hom-nay": ", until: 21/11/2026", "z": ""}
    for name, until in days.items():
        Path(f"site_src/don-vi/{name}.md").write_text(f"---\nunit: {{name: Ban {name}{until}}}\n---\n", "utf-8")
    said = trangtin("new", "news", typed="Tin\n\n3\n").output
    assert "1  Ban a-hom-nay  (a-hom-nay)\n   2  Ban z  (z)\n   3  Ban a-cu (đã thôi hoạt động)  (a-cu)" in said
    assert head_of("site_src/tin-tuc/2026/tin.md")["unit"] == "a-cu"
    done = trangtin("new", "news", "--yes", "--title", "Tin cũ", "--unit", "Ban a-cu")
    assert (done.exit_code, head_of("site_src/tin-tuc/2026/tin-cu.md")["unit"]) == (0, "a-cu")


def test_a_name_that_several_bear_is_asked_about_and_a_code_goes_before_a_name() -> None:
    for year in (2025, 2026):
        head = f"---\ntitle: Tết trồng cây\nstart: 1/1/{year}\nend: 1/3/{year}\n---\n"
        place = Path(f"plans/{year}/tet-{year}/index.md")
        place.parent.mkdir(parents=True)
        place.write_text(head, encoding="utf-8")
    refused = trangtin("new", "news", "--yes", "--title", "Ra quân", "--campaign", "Tết trồng cây")
    assert refused.exit_code == 2
    assert "'Tết trồng cây' là tên của nhiều mục; dùng mã: tet-202" in refused.output
    done = trangtin("new", "news", typed="Tin\n\nTết trồng cây\n²\ntet-2025\n\n")
    assert "'Tết trồng cây' là tên của nhiều mục, hãy gõ số thứ tự hoặc mã." in done.output
    assert "Không có '²' trong danh sách trên." in done.output
    [item] = [file for file in Path("site_src/tin-tuc/2026").glob("tin*.md") if file.stem != "tin-mau"]
    assert head_of(str(item))["campaign"] == "tet-2025"


def test_samples_are_not_offered_beside_what_is_real() -> None:
    samples = {file.stem for file in Path("site_src/don-vi").glob("*.md")} | {
        file.name for file in Path("plans").glob("*/*")
    }
    assert samples >= SAMPLES
    trangtin(*CAMPAIGN)
    said = trangtin("new", "news", typed="Tin\n\n\n").output
    assert "Tết trồng cây" in said
    assert "Phong trào mẫu" not in said
    assert "Tin của đơn vị nào" not in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("campaign", "--title", "A"), "thiếu --start"),
        (("campaign", "--title", "A", "--start", "1/1/2026", "--end", "35/1/2026"), "--end: '35/1/2026'"),
        (
            ("campaign", "--title", "A", "--start", "2/1/2026", "--end", "1/1/2026"),
            "--end: trước ngày bắt đầu 02/01/2026",
        ),
        (("plan", "--title", "A", "--type", "Kế hoạhc"), "có phải ý bạn là 'Kế hoạch'?"),
        (("plan", "--title", "A", "--campaign", "phong-trao-mao"), "có phải ý bạn là 'phong-trao-mau'?"),
        (("news", "--title", "???"), "không có chữ nào để đặt tên tệp → đặt tên bằng --slug"),
        (("news", "--title", "A", "--slug", "../A"), "chỉ dùng chữ thường không dấu"),
        (("unit", "--name", " "), "--name: để trống"),
        (("unit", "--name", "A", "--slug", "index"), "tên này dành cho trang đứng đầu thư mục"),
        (
            ("campaign", "--title", "A", "--start", "1/3/2026", "--end", "2/3/2026", "--slug", "nam"),
            "'nam' đã dùng cho",
        ),
        (
            ("campaign", "--title", "A", "--start", "1/3/2028", "--end", "2/3/2028", "--slug", "phong-trao-mau"),
            "tên 'phong-trao-mau' đã dùng cho plans/2026/phong-trao-mau/index.md → đặt tên khác bằng --slug",
        ),
    ],
)
def test_misuse_is_told_and_writes_nothing(portal: Path, words: tuple[str, ...], told: str) -> None:
    before = tree(portal)
    done = trangtin("new", *words, "--yes")
    assert (done.exit_code, told in done.output) == (2, True), done.output
    assert tree(portal) == before


def test_guidance_cannot_go_out() -> None:
    trangtin("new", "news", "--yes", "--title", "Tin mới")
    file = Path("site_src/tin-tuc/2026/tin-moi.md")
    file.write_text(file.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
    done = trangtin("check", "--format", "text", file)
    assert done.exit_code == 1
    assert f"{file.as_posix()}:6: TT217 còn lời nhắc của bản mẫu (dấu ✎)" in done.output


def test_outside_a_portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = trangtin("new", "news", "--title", "A")
    assert (done.exit_code, "không thấy mkdocs.yml" in done.output) == (2, True)


def test_a_campaign_that_was_taken_back_is_not_offered(portal: Path) -> None:
    trangtin(*CAMPAIGN)
    file = portal / "plans/2026/tet-trong-cay/index.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("---\n", "---\nwithdrawn: {date: 1/11/2026, reason: Nhầm}\n", 1), encoding="utf-8")
    for kind, typed in (("news", "Tin\n\n\n"), ("plan", "TB\nA\n\n\n")):
        assert "Tết trồng cây" not in trangtin("new", kind, typed=typed).output
    refused = trangtin("new", "news", "--yes", "--title", "A", "--campaign", "tet-trong-cay")
    assert (refused.exit_code, "phong trào 'tet-trong-cay' đã được gỡ" in refused.output) == (2, True)
