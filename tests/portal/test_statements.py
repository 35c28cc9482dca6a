"""What pages say of tasks against what plans say: each contradiction is told where it can be mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on, told

PLANS = """
== plans/2021/bau-cu/index.md
start: 10/4/2021
end: 31/5/2021
works:
  - {unit: khoa, title: Tủ sách, id: tu-sach}
== plans/2021/bau-cu/12.md
number: 12/KH-TCT
date: 12/4/2021
tasks:
  - {unit: khoa, do: Một, id: mot}
  - {unit: khoa, do: Hai, status: huy}
  - {unit: khoa, do: Ba, status: chua}
  - {unit: khoa, do: Bốn, done: 20/4/2021}
== plans/2021/bau-cu/13.md
number: 13/KH-TCT
date: 15/4/2021
tasks: [{unit: khoa, do: Bỏ}]
== plans/2021/bau-cu/14.md
number: 14/QĐ-TCT
type: QĐ
date: 20/4/2021
recalls: 13/KH-TCT
== plans/2021/bau-cu/15.md
number: 15/TB-TCT
type: TB
date: 20/4/2021
== site_src/don-vi/khoa.md
"""
NEWS = "site_src/tin-tuc/2021/a.md"


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            "evidence_for: [13/KH-TCT#1, 12/KH-TC#1]",
            f"{NEWS}:2: TT322 không có văn bản hay phong trào '12/KH-TC' → có phải ý bạn là '12/KH-TCT'?"
            " Không thì ghi số văn bản, tên thư mục phong trào hoặc đường dẫn tệp"
            " (ví dụ: 12/KH-TCT#1)",
        ),
        (
            "evidence_for: bau-cu-2021#1",
            f"{NEWS}:2: TT322 không có văn bản hay phong trào 'bau-cu-2021' → "
            "ghi số văn bản, tên thư mục phong trào hoặc đường dẫn tệp (ví dụ: 12/KH-TCT#1)",
        ),
        (
            "evidence_for: 12/KH-TCT#5",
            f"{NEWS}:2: TT322 plans/2021/bau-cu/12.md không có nhiệm vụ '5' → "
            "ghi số thứ tự từ 1 đến 4, hoặc mã 'id' của việc (ví dụ: 12/KH-TCT#1)",
        ),
        (
            "evidence_for: 12/KH-TCT#0",
            f"{NEWS}:2: TT322 plans/2021/bau-cu/12.md không có nhiệm vụ '0' → "
            "ghi số thứ tự từ 1 đến 4, hoặc mã 'id' của việc (ví dụ: 12/KH-TCT#1)",
        ),
        (
            "evidence_for: bau-cu#tu-sac",
            f"{NEWS}:2: TT322 plans/2021/bau-cu/index.md không có công trình, phần việc 'tu-sac' → "
            "có phải ý bạn là 'tu-sach'? (ví dụ: bau-cu#tu-sach)",
        ),
        (
            "evidence_for: 15/TB-TCT#1",
            f"{NEWS}:2: TT322 plans/2021/bau-cu/15.md không có nhiệm vụ '1' → "
            "thêm nhiệm vụ vào tệp ấy, hoặc sửa số văn bản (ví dụ: 15/TB-TCT#1)",
        ),
        (
            "evidence_for: 12/KH-TCT#2",
            f"{NEWS}:2: TT323 '12/KH-TCT#2' đã hủy (plans/2021/bau-cu/12.md:6) → "
            "bỏ mục này, hoặc bỏ 'status: huy' nếu việc vẫn được làm",
        ),
        (
            "date: 21/4/2021\nevidence_for: 13/KH-TCT#1",
            f"{NEWS}:3: TT323 '13/KH-TCT#1' là việc của văn bản đã bị thu hồi hoặc thay thế bởi "
            "plans/2021/bau-cu/14.md → kiểm tra lại số văn bản; giữ nguyên nếu việc vẫn được làm xong theo văn bản cũ",
        ),
        (
            "date: 9/4/2021\nevidence_for: 12/KH-TCT#1",
            f"{NEWS}:3: TT325 việc '12/KH-TCT#1' được coi là xong ngày 09/04/2021, trước khi được giao ngày 10/04/2021 "
            "(plans/2021/bau-cu/12.md) → sửa ngày, hoặc sửa số văn bản trong 'evidence_for'",
        ),
        (
            "evidence_for: 12/KH-TCT#4\ndone: 19/4/2021",
            f"{NEWS}:3: TT326 ghi việc '12/KH-TCT#4' xong ngày 19/04/2021, nhưng plans/2021/bau-cu/12.md:8 ghi ngày "
            "20/04/2021 → giữ một ngày đúng ở cả hai chỗ, hoặc bỏ 'done' ở một chỗ (ví dụ: done: 20/04/2021)",
        ),
        (
            "evidence_for: 12/KH-TCT#3",
            f"plans/2021/bau-cu/12.md:7: TT409 'status: chua' nhưng {NEWS} cho biết việc này đã xong → "
            "bỏ 'status': tình trạng được tính từ minh chứng",
        ),
    ],
)
def test_evidence_against_plans(tmp_path: Path, keys: str, message: str) -> None:
    day = "" if keys.startswith("date") else "date: 19/4/2021"
    portal = portal_on(tmp_path, "30/4/2021", f"{PLANS}== {NEWS}\n{keys}\n{day}\n")
    assert told(portal) == [message]


@pytest.mark.parametrize(
    ("task", "message"),
    [
        (
            "{unit: khoa, do: Một, status: chua, evidence: 15.md}",
            "plans/2021/bau-cu/12.md:4: TT324 'status: chua' mà việc này đã có minh chứng → bỏ 'status' (có minh chứng "
            "là đã xong), ghi 'dang' nếu mới xong một phần, hoặc bỏ 'evidence' (ví dụ: status: dang)",
        ),
        (
            "{unit: khoa, do: Một, status: huy, evidence: 15.md}",
            "plans/2021/bau-cu/12.md:4: TT323 việc này đã hủy ('status: huy') mà có minh chứng → "
            "bỏ 'evidence', hoặc bỏ 'status: huy' nếu việc vẫn được làm",
        ),
        (
            "{unit: khoa, do: Một, done: 9/4/2021}",
            "plans/2021/bau-cu/12.md:4: TT325 việc xong ngày 09/04/2021, trước khi được giao ngày 10/04/2021 → "
            "sửa một trong hai ngày (ví dụ: done: 10/04/2021)",
        ),
        (
            "{unit: khoa, do: Một, done: 1/5/2021}",
            "plans/2021/bau-cu/12.md:4: TT410 ngày làm xong 01/05/2021 chưa tới (hôm nay 30/04/2021) → "
            "sửa ngày; đến ngày ấy việc mới được tính là xong (ví dụ: done: 30/04/2021)",
        ),
        (
            "{unit: khoa, do: Một, evidence: [15.md, 09.md]}",
            "plans/2021/bau-cu/12.md:4: TT411 minh chứng '09.md' đề ngày 01/04/2021, trước khi việc được giao ngày "
            "10/04/2021 → kiểm tra lại đường dẫn; nếu đúng thì ghi thêm ngày làm xong vào 'done' "
            "(ví dụ: done: 10/04/2021)",
        ),
    ],
)
def test_a_plan_against_itself(tmp_path: Path, task: str, message: str) -> None:
    portal = portal_on(
        tmp_path,
        "30/4/2021",
        f"""
        == plans/2021/bau-cu/index.md
        start: 10/4/2021
        end: 31/5/2021
        == plans/2021/bau-cu/12.md
        date: 12/4/2021
        number: 12/KH-TCT
        tasks: [{task}]
        == plans/2021/bau-cu/15.md
        number: 15/TB-TCT
        type: TB
        date: 20/4/2021
        == plans/2021/bau-cu/09.md
        number: 09/TB-UBND
        type: TB
        level: tinh
        issuer: UBND tỉnh
        date: 1/4/2021
        == site_src/don-vi/khoa.md
        """,
    )
    assert told(portal) == [message]


def test_two_pages_that_name_different_days(tmp_path: Path) -> None:
    said = "evidence_for: 12/KH-TCT#1\ndate: 25/4/2021\ndone:"
    portal = portal_on(
        tmp_path, "30/4/2021", f"{PLANS}== {NEWS}\n{said} 20/4/2021\n== site_src/tin-tuc/2021/b.md\n{said} 21/4/2021\n"
    )
    assert told(portal) == [
        "site_src/tin-tuc/2021/b.md:4: TT326 ghi việc '12/KH-TCT#1' xong ngày 21/04/2021, nhưng "
        f"{NEWS} ghi ngày 20/04/2021 → giữ một ngày đúng ở cả hai chỗ, hoặc bỏ 'done' ở một chỗ "
        "(ví dụ: done: 20/04/2021)"
    ]


def test_a_number_of_two_documents_needs_a_date(tmp_path: Path) -> None:
    same = "number: 16/KH-TCT\ntasks: [{unit: khoa, do: Một}]\n"
    plans = f"== plans/2019/1.md\n{same}date: 1/2/2019\n== plans/2020/2.md\n{same}date: 1/2/2020\n"
    unit = "== site_src/don-vi/khoa.md\n"
    portal = portal_on(tmp_path, "30/4/2021", f"{plans}{unit}== {NEWS}\ndate: 3/4/2021\nevidence_for: 16/KH-TCT#1\n")
    assert told(portal) == [
        f"{NEWS}:3: TT322 '16/KH-TCT' ứng với nhiều văn bản → ghi thêm ngày ban hành hoặc dùng đường dẫn tệp "
        "(ví dụ: 16/KH-TCT ngày 20/4/2021#1)"
    ]


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("evidence_for: 12/KH-TCT#1\ndate: 10/4/2021", []),  # on the day it was given
        ("evidence_for: 13/KH-TCT#1\ndate: 19/4/2021", []),  # the plan still stood
        ("evidence_for: 13/KH-TCT#1\ndate: 20/4/2021", ["TT323"]),  # the day of its recall
    ],
)
def test_the_day_itself(tmp_path: Path, keys: str, codes: list[str]) -> None:
    found = told(portal_on(tmp_path, "30/4/2021", f"{PLANS}== {NEWS}\n{keys}\n"), "TT323", "TT325")
    assert [line.split()[1] for line in found] == codes


GONE = "date: 20/4/2021\nwithdrawn: {date: 22/4/2021, reason: Nhầm ảnh}\n"


@pytest.mark.parametrize(
    ("task", "pages", "lines"),
    [
        ("", {"a": "evidence_for: 12/KH-TCT#1\n" + GONE}, [f"{NEWS}:4"]),
        ("status: chua, due: 1/4/2021", {"a": "evidence_for: 12/KH-TCT#1\n" + GONE}, [f"{NEWS}:4"]),
        ("status: dang", {"a": "evidence_for: 12/KH-TCT#1\n" + GONE}, [f"{NEWS}:4"]),
        ("evidence: site_src/tin-tuc/2021/a.md", {"a": GONE}, ["plans/2021/12.md:4"]),
        # Closed by something else, or never closed by it.
        ("done: 20/4/2021", {"a": "evidence_for: 12/KH-TCT#1\n" + GONE}, []),
        ("status: xong", {"a": "evidence_for: 12/KH-TCT#1\n" + GONE}, []),
        ("status: dang, evidence: site_src/tin-tuc/2021/a.md", {"a": GONE}, []),
        (
            "",
            {"a": "evidence_for: 12/KH-TCT#1\n" + GONE, "b": "evidence_for: 12/KH-TCT#1\ndate: 21/4/2021\n"},
            [],
        ),
        ("evidence: 'https://a.example/b'", {"a": "evidence_for: 12/KH-TCT#1\n" + GONE}, []),
        ("evidence: [site_src/tin-tuc/2021/a.md, site_src/tin-tuc/2021/b.md]", {"a": GONE, "b": ""}, []),
        # A draft never showed anything.
        ("", {"a": "draft: true\nevidence_for: 12/KH-TCT#1\n" + GONE}, []),
        (
            "",
            {
                "a": "evidence_for: 12/KH-TCT#1\n" + GONE,
                "b": "draft: true\nevidence_for: 12/KH-TCT#1\ndate: 21/4/2021\n",
            },
            [f"{NEWS}:4"],
        ),
    ],
)
def test_work_that_is_open_again_since_a_page_was_withdrawn(
    tmp_path: Path, task: str, pages: dict[str, str], lines: list[str]
) -> None:
    drawing = (
        "== site_src/don-vi/khoa.md\n== plans/2021/12.md\nnumber: 12/KH-TCT\ndate: 1/3/2021\n"
        f"tasks: [{{unit: khoa, do: Một{', ' if task else ''}{task}}}]\n"
    )
    drawing += "".join(f"== site_src/tin-tuc/2021/{name}.md\n{head}" for name, head in pages.items())
    found = told(portal_on(tmp_path, "30/4/2021", drawing), "TT422")
    assert [line.partition(": ")[0] for line in found] == lines


@pytest.mark.parametrize(
    ("later", "told_of"),
    [
        ("replaces: 12/KH-TCT", 0),
        ("recalls: 12/KH-TCT", 0),
        ("amends: 12/KH-TCT", 1),
        ("draft: true\nrecalls: 12.md", 1),
    ],
)
def test_what_is_off_is_not_open_again(tmp_path: Path, later: str, told_of: int) -> None:
    off = f"== plans/2021/13.md\nnumber: 13/KH-TCT\ndate: 2/4/2021\n{later}\n"
    drawing = (
        "== site_src/don-vi/khoa.md\n== plans/2021/12.md\nnumber: 12/KH-TCT\ndate: 1/3/2021\n"
        f"tasks: [{{unit: khoa, do: Một}}]\n== {NEWS}\nevidence_for: 12/KH-TCT#1\n{GONE}{off}"
    )
    assert len(told(portal_on(tmp_path, "30/4/2021", drawing), "TT422")) == told_of


def test_what_to_do_about_work_that_is_open_again(tmp_path: Path) -> None:
    drawing = f"{PLANS}== {NEWS}\nevidence_for: [bau-cu#tu-sach, 12/KH-TCT#1]\n{GONE}"
    again = "lại tính là chưa xong → ghi 'done', 'status: xong' hoặc minh chứng khác ở plans/2021/bau-cu"
    otherwise = "việc đúng là chưa xong thì bỏ mục này trong 'evidence_for' (ví dụ: done: 20/04/2021)"
    assert told(portal_on(tmp_path, "30/4/2021", drawing), "TT422") == [
        f"{NEWS}:4: TT422 bài đã gỡ, nên việc '12/KH-TCT#1' {again}/12.md:5; {otherwise}",
        f"{NEWS}:4: TT422 bài đã gỡ, nên việc 'bau-cu#tu-sach' {again}/index.md:5; {otherwise}",
    ]


OTHER = """
== plans/2021/he/index.md
start: 1/6/2021
end: 31/8/2021
== plans/2021/he/30.md
number: 30/KH-TCT
date: 1/6/2021
tasks: [{unit: khoa, do: Dọn vườn}]
== plans/2021/31.md
number: 31/KH-TCT
date: 1/6/2021
tasks: [{unit: khoa, do: Ngoài phong trào}]
"""


@pytest.mark.parametrize(
    ("keys", "campaign"),
    [
        ("evidence_for: bau-cu#tu-sach", "bau-cu"),
        ("evidence_for: [12/KH-TCT#1, bau-cu#1]", "bau-cu"),
        ("evidence_for: [12/KH-TCT#1, 30/KH-TCT#1]", None),  # two campaigns
        ("evidence_for: [12/KH-TCT#1, 31/KH-TCT#1]", None),  # and a paper of none
        ("evidence_for: [12/KH-TCT#1, 12/KH-LA#1]", None),  # and nobody knows what
        ("evidence_for: 31/KH-TCT#1", None),
        ("evidence_for: 12/KH-TCT#1\ncampaign: he", "he"),
    ],
)
def test_news_that_shows_what_one_campaign_asked_for_is_of_it(tmp_path: Path, keys: str, campaign: str | None) -> None:
    portal = portal_on(tmp_path, "1/9/2021", f"{PLANS}{OTHER}== {NEWS}\n{keys}\ndate: 1/6/2021\n")
    assert {each.slug for each in portal.campaigns if each.news} == ({campaign} if campaign else set())
    assert portal.news[0].head.campaign == campaign


def test_news_is_of_no_campaign_that_is_held_back(tmp_path: Path) -> None:
    plans = PLANS.replace("start: 10/4/2021", "draft: true\nstart: 10/4/2021")
    portal = portal_on(tmp_path, "1/9/2021", f"{plans}== {NEWS}\nevidence_for: 12/KH-TCT#1\ndate: 1/6/2021\n")
    assert portal.news[0].head.campaign is None
