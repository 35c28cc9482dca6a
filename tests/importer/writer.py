"""A paper of the state being written as Word would keep it, together with its truth: what an import is to find."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.importer.corpus import ACTIONS, LAWS, PLACES, TOPICS, Chance, Truth, iso, printed_day
from tests.importer.word import Word, para, run, table

C = "center"
FIRST = 720


def center(text: str, *, b: bool = False, i: bool = False, size: int = 0) -> str:
    return para(run(text, b=b, i=i, size=size), align=C)


def quoc_hieu(dash: str = "-") -> list[str]:
    return [
        center("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", b=True, size=12),
        center(f"Độc lập {dash} Tự do {dash} Hạnh phúc", b=True, size=13),
    ]


class Writer:
    """One paper being written: its parts, its truth."""

    def __init__(
        self, seed: int, issuer: Sequence[str], parent: Sequence[str], symbol: str, kind: str, code: str
    ) -> None:
        self.chance = Chance(random.Random(seed))
        self.word = Word()
        self.truth = Truth()
        self.issuer, self.parent = issuer, parent
        self.place = self.chance.one(*PLACES)
        self.day = self.chance.day()
        self.kind, self.code = kind, code
        self.ordinal = f"{self.chance.number():02d}"
        self.number = f"{self.ordinal}/{symbol}" if not code else f"{self.ordinal}/{code}-{symbol}"
        action, topic = self.chance.one(*ACTIONS), self.chance.one(*TOPICS)
        self.title = f"{action} {topic}"
        self.truth.fields |= {
            "type": kind,
            "number": self.number,
            "date": iso(self.day),
            "place": self.place,
            "issuer": " ".join(issuer),
            "title": self.title,
        }
        if parent:
            self.truth.fields["parent"] = " ".join(parent)

    # --- head -----------------------------------------------------------------------------------------------

    def number_line(self) -> str:
        spaced = self.number if self.chance.yes(0.7) else self.number.replace("/", " /", 1)
        return f"Số:{self.chance.one(' ', '', '  ')}{spaced}"

    def day_line(self) -> str:
        return f"{self.place}, {printed_day(self.chance, self.day)}"

    def table_head(self, *, about: str = "", bold: bool = True) -> None:
        left = [center(line, size=12) for line in self.parent] + [center(line, b=bold, size=12) for line in self.issuer]
        right = quoc_hieu(self.chance.one("-", "–"))
        if self.chance.yes():
            left.append(center("_______", size=8))
            right.append(center("__________________", size=8))
        left2 = [center(self.number_line(), size=13)]
        if about:
            left2.append(para(run(about, size=12), align=C))
        right2 = [para(run(self.day_line(), i=True), align=self.chance.one("center", "right"))]
        if self.chance.yes():
            rows = [["".join(left), "".join(right)], ["".join(left2), "".join(right2)]]
        else:
            rows = [["".join(left + left2), "".join(right + right2)]]
        self.word.add(table(rows, [3700, 5600]))

    def type_and_title(self, title: str = "") -> None:
        text = title or self.title
        words = text.split()
        cuts = self.chance.random.choice([1, 1, 2, 3])
        size = -(-len(words) // cuts)
        lines = [" ".join(words[at : at + size]) for at in range(0, len(words), size)]
        self.word.add(para("", align=C), center(self.kind.upper(), b=True))
        if self.chance.yes(0.3):
            self.word.add(para(run("\n".join(lines), b=True), align=C))
        else:
            self.word.add(*[center(line, b=True) for line in lines])
        if self.chance.yes(0.4):
            self.word.add(center(self.chance.one("-------", "_________", "***")))

    # --- body -----------------------------------------------------------------------------------------------

    def text(self, text: str, *, b: bool = False, i: bool = False, lead: str = "", first: int = FIRST) -> None:
        """A paragraph of the body; `lead` is bold, what follows plain."""
        self.truth.body.append(f"{lead}{text}")
        runs = [run(lead, b=True)] if lead else []
        self.word.add(para(*runs, run(text, b=b, i=i), align="both", first=first, before=120))

    def bases(self) -> None:
        found: list[dict[str, str]] = []
        for text, truth in self.chance.random.sample(LAWS, self.chance.random.randint(1, 3)):
            self.text(text, i=self.chance.yes())
            found.append(truth)
        day = self.chance.day(2025)
        number = f"{self.chance.number()}/KH-UBND"
        self.text(
            f"Thực hiện Kế hoạch số {number} ngày {day[0]:02d} tháng {day[1]:02d} năm {day[2]} của Ủy ban nhân dân "
            f"tỉnh Mẫu về việc tổ chức các đợt thi đua trên địa bàn tỉnh{self.chance.one(';', ',')}"
        )
        found.append({"number": number, "date": iso(day), "issuer": "Ủy ban nhân dân tỉnh Mẫu"})
        self.truth.fields["basis"] = found

    def sections(self) -> None:
        self.text("I. MỤC ĐÍCH, YÊU CẦU", b=True)
        self.text("1. Mục đích", b=True)
        for letter in "ab":
            self.text(f"{letter}) {self.chance.paragraph()}")
        self.text("2. Yêu cầu", b=True)
        for _ in range(self.chance.random.randint(2, 4)):
            self.text(f"- {self.chance.paragraph()}")
        self.text("II. NỘI DUNG", b=True)
        for place in range(1, self.chance.random.randint(3, 6)):
            self.text(f"{place}. {self.chance.paragraph(1, 4)}")
            if self.chance.yes(0.4):
                self.text(f"{place}.1. {self.chance.paragraph()}")
                self.text(f"{place}.2. {self.chance.paragraph()}")
                self.text(f"+ {self.chance.sentence()}")

    def closing(self) -> None:
        self.text("III. TỔ CHỨC THỰC HIỆN", b=True)
        self.text("1. Văn phòng có trách nhiệm:")
        self.text("- Theo dõi, đôn đốc, tổng hợp kết quả thực hiện, báo cáo trước ngày 15/12/2026.")
        self.text(
            f"2. Các phòng, đơn vị trực thuộc căn cứ Kế hoạch này xây dựng kế hoạch cụ thể. {self.chance.paragraph()}"
        )
        self.text(f"Trên đây là {self.kind} {self.title[0].lower()}{self.title[1:]}, đề nghị các đơn vị thực hiện./.")

    # --- foot -----------------------------------------------------------------------------------------------

    def recipients(self) -> list[str]:
        items = [
            "Ủy ban nhân dân tỉnh (b/c)",
            "Lãnh đạo đơn vị",
            "Các phòng, đơn vị trực thuộc",
            "Trang thông tin điện tử",
        ]
        chosen = [*items[: self.chance.random.randint(2, 4)], f"Lưu: VT, {self.chance.one('TH', 'TCHC', 'VP')}"]
        self.truth.fields["recipients"] = chosen
        end = self.chance.one(";", ",")
        return [f"- {item}{'.' if item is chosen[-1] else end}" for item in chosen]

    def signature(self) -> list[str]:
        name = self.chance.person()
        self.truth.fields["signer"] = name
        how = self.chance.random.choice(["head", "deputy", "order", "board"])
        head = self.chance.one("GIÁM ĐỐC", "HIỆU TRƯỞNG", "CHỦ TỊCH", "CỤC TRƯỞNG")
        if how == "head":
            lines, position, authority = [head], head, None
        elif how == "deputy":
            lines, position, authority = [f"KT. {head}", f"PHÓ {head}"], f"PHÓ {head}", "KT."
        elif how == "order":
            lines = [f"TL. {head}", "TRƯỞNG PHÒNG TỔ CHỨC"]
            position, authority = f"{head} / TRƯỞNG PHÒNG TỔ CHỨC", "TL."
        else:
            lines = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
            position, authority = "ỦY BAN NHÂN DÂN / CHỦ TỊCH", "TM."
        self.truth.fields["position"] = position
        self.truth.fields["authority"] = authority
        return [*lines, "", "", "", name]

    def table_foot(self) -> None:
        left = [para(run(each, size=11)) for each in self.recipients()]
        left.insert(0, para(run("Nơi nhận:", b=True, i=True, size=12)))
        right = [center(line, b=True) for line in self.signature()]
        self.word.add(para(""), table([["".join(left), "".join(right)]], [4600, 4700]))

    def stacked_foot(self) -> None:
        signs = self.signature()
        if self.chance.yes():
            self.word.add(*[para(run(line, b=True), align="right") for line in signs])
            self.word.add(para(run("Nơi nhận:", b=True, i=True, size=12)))
            self.word.add(*[para(run(each, size=11)) for each in self.recipients()])
        else:
            items = ["Nơi nhận:", *self.recipients()]
            rows = max(len(items), len(signs))
            items += [""] * (rows - len(items))
            signs += [""] * (rows - len(signs))
            tab = '<w:tabs><w:tab w:val="center" w:pos="7000"/></w:tabs>'
            for item, sign in zip(items, signs, strict=True):
                self.word.add(para(run(item, size=11), run(f"\t{sign}" if sign else "", b=True), props=tab))
