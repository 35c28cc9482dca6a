"""What never stops a build, although other problems of the same code do: their section in the docs names both."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.portal.drawing import portal_on

PLAN = "== plans/2021/12.md\nnumber: 12/KH-TCT\ndate: 20/4/2021\n"
CASES = {
    "TT214: news in the folder of another year": "== site_src/tin-tuc/2020/a.md\n",
    "TT214: on behalf of a body, with a person's title alone": (
        PLAN + "signer: {authority: TM., position: CHỦ TỊCH, name: Nguyễn Văn A}\n"
    ),
    "TT313: one old address twice in a page": PLAN + "redirect_from: [/cu/, /Cu]\n",
    "TT316: a picture that cannot be made smaller": "== site_src/gioi-thieu.md\n---\n![Lễ phát động](le.jfif)\n",
    "TT503: a signed copy without a signature": (
        PLAN + "files: [{path: 12.pdf, role: ban-ky-so}]\n== plans/2021/12.pdf\n%PDF-1.7\n"
    ),
    "TT320: a table close to the text above it": PLAN + "---\nDanh sách:\n| A | B |\n|---|---|\n| 1 | 2 |\n",
    "TT323: the task of a paper that was replaced": (
        PLAN.replace("date", "tasks: [{id: a, unit: khoa, do: Một}]\ndate")
        + "== plans/2021/13.md\nnumber: 13/KH-TCT\ndate: 21/4/2021\nreplaces: 12/KH-TCT\n"
        "== site_src/don-vi/khoa.md\n== site_src/tin-tuc/2021/a.md\ndate: 1/5/2021\nevidence_for: 12/KH-TCT#a\n"
    ),
    "TT336: a word for a language": "== site_src/gioi-thieu.md\n== site_src/gioi-thieu.thai.md\ntitle: A\n",
}


@pytest.mark.parametrize("case", CASES)
def test_it_does_not_stop_a_build(tmp_path: Path, case: str) -> None:
    (tmp_path / "site_src").mkdir()
    Image.new("RGB", (4, 3), "white").save(tmp_path / "site_src/le.jfif", "JPEG")
    portal = portal_on(tmp_path, "1/6/2021", CASES[case])
    assert case[:5] in {str(problem.code) for problem in portal.problems}, list(map(str, portal.problems))
    assert [str(problem) for problem in portal.problems if problem.stops_build] == []
