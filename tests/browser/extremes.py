"""Two portals at the ends of what a theme has to bear: one that has nothing yet, one whose titles know no measure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.portal.drawing import draw
from tools.sample_site import ENVIRONMENT

WORD = "Nghiêncứuứngdụngchuyểnđổisốtrongquảnlýđàotạobồidưỡngcánbộchủchốt"
"""Sixty letters and more without a space, as a name typed in haste has."""
LONG = (
    "Về việc phát động đợt thi đua cao điểm lập thành tích chào mừng cuộc bầu cử đại biểu Quốc hội khóa XV và đại biểu "
    "Hội đồng nhân dân các cấp nhiệm kỳ 2021 - 2026 gắn với phòng, chống dịch bệnh và hoàn thành chương trình năm học"
)
"""Forty words and more, as an official title has."""
NUMBER = "1245/TB-ĐU-BTGDV-UBKT"
EMPTY = "== site_src/index.md\ntitle: Trang chủ\n"
EXTREME = f"""
== site_src/index.md
title: Trang chủ
---
{LONG}.
== site_src/don-vi/phong.md
unit: {{name: 'Phòng Quản lý đào tạo, Nghiên cứu khoa học, Thông tin - Tư liệu và Bồi dưỡng cán bộ cơ sở'}}
== plans/2026/thi-dua/index.md
title: {LONG}
start: 1/1/2026
end: 31/12/2026
units: [phong]
lead: phong
milestones: [{{date: 25/11/2026, title: '{LONG}'}}, {{date: 1/12/2026, title: {WORD}}}]
works:
  - {{unit: phong, id: dai, title: '{LONG}', due: 30/11/2026}}
  - {{unit: phong, id: tu, title: {WORD}, due: 1/2/2026}}
== plans/2026/chu/index.md
title: {WORD}
start: 1/1/2026
end: 31/12/2026
== plans/2026/thi-dua/so.md
number: {NUMBER}
type: TB
date: 20/11/2026
title: {LONG}
place: Mẫu
signer: {{position: PHÓ HIỆU TRƯỞNG PHỤ TRÁCH, name: Nguyễn Văn A}}
recipients: ['{LONG}', {WORD}, Lưu VT]
---
Căn cứ {LONG};

1. {WORD}

{LONG}.
== plans/2026/thi-dua/chu.md
number: 12/KH-TCT
date: 19/11/2026
title: {WORD}
== site_src/tin-tuc/2026/dai.md
title: {LONG}
date: 20/11/2026
summary: {LONG}. {LONG}
author: Ban Biên tập
campaign: thi-dua
---
{LONG}.
== site_src/tin-tuc/2026/chu.md
title: {WORD}
date: 19/11/2026
summary: {WORD}
campaign: thi-dua
---
{WORD}
"""
PAGES = {
    "empty": (EMPTY, ("/", "/van-ban/")),
    "extreme": (
        EXTREME,
        (
            "/",
            "/van-ban/2026/1245-tb-du-btgdv-ubkt/",
            "/tin-tuc/",
            "/tin-tuc/2026/dai/",
            "/phong-trao/thi-dua/",
            "/don-vi/phong/",
        ),
    ),
}
"""What each holds, and its pages worth looking at."""


def build(name: str, folder: Path) -> Path:
    """One of the portals, written and built below `folder`; gives the folder of the site."""
    root = folder / name
    draw(root, PAGES[name][0])
    unit = "{name: Trường Chính trị tỉnh Mẫu, parent: Tỉnh ủy Mẫu, symbol: TCT}"
    (root / "mkdocs.yml").write_text(
        f"site_name: Trường Chính trị tỉnh Mẫu\nsite_url: https://{name}.mau.example/\ntheme: trangtin\n"
        f"docs_dir: site_src\nplugins: [{{trangtin: {{unit: {unit}, share_pictures: khong}}}}]\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"
