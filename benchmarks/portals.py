"""Invented portals of any size: the same seed gives the same files, byte for byte.

Made to weigh what real plans weigh (two real ones have 950 and 1,340 words): sections numbered by hand, lists in lists,
a table in every document, tasks, bases, relations between documents, one attached PDF.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

FIRST_YEAR, YEARS = 2020, 6
DOCUMENTS_PER_CAMPAIGN, DOCUMENTS_PER_NEWS = 50, 5

UNITS = {
    "phong-tchc": "Phòng Tổ chức - Hành chính",
    "phong-dtkh": "Phòng Đào tạo và Khoa học",
    "khoa-llcs": "Khoa Lý luận cơ sở",
    "khoa-xdd": "Khoa Xây dựng Đảng",
    "khoa-nnpl": "Khoa Nhà nước và Pháp luật",
    "cong-doan": "Công đoàn Trường",
    "doan-thanh-nien": "Đoàn Thanh niên",
    "phong-khtc": "Phòng Kế hoạch - Tài chính",
}
TYPES = {"KH": "Kế hoạch", "BC": "Báo cáo", "TB": "Thông báo", "QĐ": "Quyết định"}
ISSUER = "Trường Chính trị tỉnh Mẫu"
TEXT = (
    "đơn vị thi đua kế hoạch công tác giảng dạy học viên viên chức người lao động tổ chức thực hiện nhiệm vụ trọng tâm "
    "nâng cao chất lượng đổi mới phương pháp chuyển đổi số cải cách hành chính xây dựng nếp sống văn hóa tuyên truyền "
    "vận động phối hợp kiểm tra đánh giá tổng kết khen thưởng bảo đảm tiến độ hiệu quả thiết thực đúng quy định "
    "phân công trách nhiệm đăng ký công trình phần việc hoàn thành trước hạn báo cáo lãnh đạo hằng tháng"
)
WORDS = TEXT.split()

SETTINGS = f"""\
site_name: {ISSUER}
site_url: https://do.mau.example/
docs_dir: site_src
theme:
  name: trangtin
  language: vi
plugins:
  - trangtin:
      unit:
        name: {ISSUER}
        short_name: Trường Chính trị
        parent: Tỉnh ủy Mẫu
        address: Số 1 đường Trường Học, tỉnh Mẫu
        phone: 0200 3000 000
        email: vanthu@do.mau.example
        responsible: Trần Thị B, Phó Hiệu trưởng
        symbol: TCT
nav:
  - Trang chủ: index.md
  - Phong trào thi đua: phong-trao/index.md
  - Văn bản: van-ban/index.md
  - Tin tức: tin-tuc/index.md
  - Đơn vị: don-vi/index.md
"""


def pdf(title: str) -> bytes:
    """One valid page whose bytes differ from file to file, as heavy as a scan of two pages at least."""
    ink = b"% " + title.encode().hex().encode() + b"\n" + b"0 0 m\n" * 10_000 + b"n\n"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        b"<< /Length %d >>\nstream\n%sendstream" % (len(ink), ink),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(data),
    )


class PlainDumper(yaml.SafeDumper):
    """Writes a value out again where it comes twice: editors know no `&` and `*`, and the reader refuses them."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@dataclass
class Writer:
    """Writes the files of one portal into `folder`."""

    folder: Path
    chance: random.Random

    def put(self, path: str, head: dict[str, Any], body: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(head, Dumper=PlainDumper, allow_unicode=True, sort_keys=False, width=1000)
        file.write_text(f"---\n{text}---\n\n{body}\n", "utf-8")

    def phrase(self, least: int, most: int) -> str:
        words = self.chance.choices(WORDS, k=self.chance.randint(least, most))
        # No word twice in a row: each would be told as a typing error, and real papers have few.
        words = [word for word, before in zip(words, ["", *words], strict=False) if word != before]
        return " ".join(words).capitalize()

    def day(self, start: date, end: date) -> date:
        return start + timedelta(days=self.chance.randint(0, (end - start).days))

    def some_units(self) -> list[str]:
        return self.chance.sample(list(UNITS), k=self.chance.randint(2, 5))

    def table(self) -> str:
        rows = [["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"], ["---"] * 4]
        for number in range(1, self.chance.randint(4, 9)):
            due = f"Trước ngày {self.chance.randint(1, 28)}/{self.chance.randint(1, 12)}"
            rows.append([str(number), self.phrase(6, 14), UNITS[self.chance.choice(list(UNITS))], due])
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def sections(self) -> Iterator[str]:
        """The text, numbered as in print: I. → 1. → a) → -."""
        for numeral in ("I", "II", "III", "IV"):
            yield f"## {numeral}. {self.phrase(3, 6).upper()}"
            for number in range(1, self.chance.randint(3, 5)):
                yield f"{number}. {self.phrase(15, 35)}."
                for letter in "abc"[: self.chance.randint(0, 2)]:
                    yield f"{letter}) {self.phrase(12, 25)}:"
                    yield "\n".join(f"- {self.phrase(8, 18)};" for _ in range(self.chance.randint(2, 3)))
            if numeral == "III":
                yield self.table()

    def document(self, year: int, slug: str, number: int, kind: str, start: date, main: str) -> str:
        """Writes one document and its file; gives its name. `main` is the plan it carries out, if it is not that."""
        name = f"{number:03}-{kind.lower().replace('đ', 'd')}-tct"
        issued = self.day(start, start + timedelta(days=60)) if main else start
        head: dict[str, Any] = {
            "type": kind,
            "number": f"{number:02}/{kind}-TCT",
            "date": issued,
            "place": "Mẫu",
            "title": self.phrase(10, 22),
            "signer": {"authority": "KT.", "position": "PHÓ HIỆU TRƯỞNG", "name": "Trần Thị B"},
            "basis": [
                {"number": f"{each}/KH-UBND", "date": start - timedelta(days=30 + each), "title": self.phrase(8, 15)}
                for each in range(1, self.chance.randint(2, 4))
            ],
            "recipients": ["Như trên", "Ban Giám hiệu (b/c)", "Các khoa, phòng", "Lưu: VT, TCHC."],
            "files": [{"path": f"{name}.pdf", "role": "toan-van", "title": f"{TYPES[kind]} số {number}"}],
            "tasks": [
                {
                    "unit": unit,
                    "do": self.phrase(8, 20),
                    "due": issued + timedelta(days=self.chance.randint(5, 90)),
                    "status": self.chance.choice(["chua", "dang", "xong"]),
                }
                for unit in self.some_units()
            ],
            "published": issued + timedelta(days=1),
            "approved_by": "Trần Thị B",
            "summary": f"{self.phrase(15, 25)}.",
        }
        if main:
            head["implements"] = [main]
        self.put(f"plans/{year}/{slug}/{name}.md", head, "\n\n".join(self.sections()))
        (self.folder / f"plans/{year}/{slug}/{name}.pdf").write_bytes(pdf(f"{year} {name}"))
        return f"{name}.md"

    def campaign(self, year: int, slug: str, start: date) -> None:
        end = start + timedelta(days=90)
        head = {
            "title": self.phrase(10, 18),
            "slogan": self.phrase(5, 8),
            "start": start,
            "end": end,
            "report_due": end + timedelta(days=15),
            "lead": "phong-tchc",
            "units": list(UNITS),
            "criteria": [self.phrase(10, 18) for _ in range(4)],
            "milestones": [{"date": start + timedelta(days=15 * n), "title": self.phrase(5, 10)} for n in range(6)],
            "works": [
                {"unit": unit, "title": self.phrase(8, 14), "due": end, "status": "dang"} for unit in self.some_units()
            ],
            "summary": f"{self.phrase(15, 25)}.",
        }
        self.put(f"plans/{year}/{slug}/index.md", head, "\n\n".join(f"{self.phrase(30, 60)}." for _ in range(3)))

    def news(self, number: int, year: int, slug: str, start: date) -> None:
        head = {
            "title": self.phrase(8, 16),
            "date": self.day(start, start + timedelta(days=90)),
            "summary": f"{self.phrase(15, 30)}.",
            "author": "Ban Biên tập",
            "campaign": slug,
            "unit": self.chance.choice(list(UNITS)),
        }
        text = "\n\n".join(f"{self.phrase(40, 80)}." for _ in range(4))
        self.put(f"site_src/tin-tuc/{year}/tin-{number:04}.md", head, text)


def write(folder: Path, documents: int, seed: int = 30) -> None:
    """Writes a portal of that many documents, one campaign for every 50 of them and one news item for every 5."""
    writer = Writer(folder, random.Random(seed))
    campaigns = max(1, documents // DOCUMENTS_PER_CAMPAIGN)
    last_number: dict[tuple[int, str], int] = {}
    (folder / "site_src").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    writer.put("site_src/index.md", {"title": "Trang chủ"}, f"{writer.phrase(40, 60)}.")
    for unit, name in UNITS.items():
        writer.put(f"site_src/don-vi/{unit}.md", {"unit": {"name": name, "kind": "phong"}}, f"{writer.phrase(40, 60)}.")
    for index in range(campaigns):
        year, slug = FIRST_YEAR + index % YEARS, f"phong-trao-{index + 1}"
        start = writer.day(date(year, 1, 10), date(year, 8, 1))
        writer.campaign(year, slug, start)
        main = ""
        for position in range(documents * index // campaigns, documents * (index + 1) // campaigns):
            kind = writer.chance.choice(list(TYPES)) if main else "KH"
            last_number[year, kind] = number = last_number.get((year, kind), 0) + 1
            name = writer.document(year, slug, number, kind, start, main)
            main = main or name
            if position % DOCUMENTS_PER_NEWS == 0:
                writer.news(position, year, slug, start)
