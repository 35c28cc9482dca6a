"""Invented portals with many kinds of papers: the same seed gives the same files, byte for byte.

Each paper is about one object at one place, named in its title and again in its text, in about 750 words of everyday
text; other objects and places are named in passing, so that single words of a query stand in many papers.
"""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

from benchmarks.portals import PlainDumper
from benchmarks.search.words import (
    ACTIONS,
    AREAS,
    BACKGROUND,
    FAMILY_NAMES,
    ISSUERS,
    KINDS_OF_PLACE,
    OBJECTS,
    PLACE_FIRST,
    PLACE_SECOND,
    RARE,
    SHORT_FORMS,
    SUB_UNITS,
    syllable,
)

FIRST_YEAR, YEARS = 2016, 10
DOCUMENTS_PER_CAMPAIGN, DOCUMENTS_PER_NEWS = 100, 10
KINDS = {"KH": 30, "BC": 20, "TB": 15, "QĐ": 15, "HD": 6, "CT": 4, "TTr": 4, "NQ": 3, "QC": 2, "CTr": 1}
NAMES = {
    "KH": "Kế hoạch", "BC": "Báo cáo", "TB": "Thông báo", "QĐ": "Quyết định", "HD": "Hướng dẫn", "CT": "Chỉ thị",
    "TTr": "Tờ trình", "NQ": "Nghị quyết", "QC": "Quy chế", "CTr": "Chương trình",
}  # fmt: skip
SETTINGS = f"""\
site_name: {ISSUERS[0][0]}
site_url: https://do.mau.example/
docs_dir: site_src
theme:
  name: trangtin
  language: vi
plugins:
  - trangtin:
      unit: {{name: {ISSUERS[0][0]}, short_name: Trường Chính trị, parent: Tỉnh ủy Mẫu, symbol: TCT}}
"""


@dataclass(frozen=True)
class Paper:
    """A document or a news item."""

    path: str
    """Its file in the portal."""
    title: str
    object: str
    place: str
    """With its kind: `xã Đồng Tâm`."""
    day: date
    body: str
    number: str = ""
    """`12/KH-TCT`; empty for news."""
    kind: str = ""
    issuer: int = 0
    area: str = ""
    campaign: str = ""
    signer: str = ""
    phrase: str = ""
    """Words that stand next to each other in the text of this paper alone."""
    short_form: str = ""
    """The abbreviation that the title uses in place of its meaning, or the meaning in place of the abbreviation."""
    rare: str = ""
    is_decomposed: bool = False
    """True for files that a Mac wrote: their text is in NFD."""
    ended: date | None = None

    @property
    def is_news(self) -> bool:
        return not self.number

    @property
    def facts(self) -> str:
        """What a page says of itself beside title and text."""
        if self.is_news:
            return f"Tin tức, {self.day:%d/%m/%Y}"
        kind = NAMES[self.kind]
        return f"{kind} số {self.number}. {ISSUERS[self.issuer][0]}, {self.day:%d/%m/%Y}. Người ký: {self.signer}"

    @property
    def text(self) -> str:
        """All that a reader may look for."""
        return f"{self.title}\n{self.facts}\n{self.body}"


class Invention:
    """Makes the papers of one portal."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        places = [f"{first} {second}" for first in PLACE_FIRST for second in PLACE_SECOND if first != second]
        self.places = [f"{self.chance.choice(KINDS_OF_PLACE)} {name}" for name in self.chance.sample(places, k=240)]
        self.objects = self.chance.sample(OBJECTS, k=140)
        self.subjects = [(thing, place) for thing in self.objects for place in self.places]
        self.chance.shuffle(self.subjects)
        weights = [1 / (rank + 8) for rank in range(len(BACKGROUND))]
        self.pool = [self.chance.choices(BACKGROUND, weights, k=self.chance.randint(2, 5)) for _ in range(2500)]
        self.pool_weights = [1 / (rank + 60) for rank in range(len(self.pool))]
        self.rare = [pair.split("=") for pair in RARE]
        self.numbers: Counter[tuple[int, int, str]] = Counter()

    def sentence(self) -> str:
        parts = self.chance.choices(self.pool, self.pool_weights, k=self.chance.randint(3, 5))
        return self._capital(", ".join(" ".join(part) for part in parts)) + "."

    def _capital(self, text: str) -> str:
        return text[:1].upper() + text[1:]

    def passing(self) -> str:
        """A sentence that names something this paper is not about."""
        chance = self.chance
        forms, meanings = list(SHORT_FORMS), list(SHORT_FORMS.values())
        said = chance.choice(
            [
                f"đã {chance.choice(ACTIONS)} {chance.choice(self.objects)}",
                f"trao đổi kinh nghiệm với {chance.choice(self.places)}",
                f"như {chance.choice(self.rare)[1]} đã nêu",
                f"theo đề nghị của {chance.choice(ISSUERS)[0]}",
                f"khảo sát tại thôn {syllable(chance).capitalize()} {syllable(chance).capitalize()}",
                f"tham dự có đại diện {chance.choice(forms)} và {chance.choice(meanings)}",
            ]
        )
        part = " ".join(chance.choices(self.pool, self.pool_weights, k=1)[0])
        return self._capital(f"{part}, {said}.")

    def body(self, subject: str, planted: list[str]) -> str:
        """Sections numbered as in print, the subject named in two of them, `planted` texts once each."""
        chance = self.chance
        points = [self.sentence() for _ in range(chance.randint(17, 23))]
        points += [self.passing() for _ in range(chance.randint(5, 8))]
        chance.shuffle(points)
        said = [subject, subject, *planted]
        for place, text in zip(chance.sample(range(len(points)), k=len(said)), said, strict=True):
            points[place] = f"{points[place]} {self._capital(' '.join(chance.choice(self.pool)))} {text} kèm theo."
        lines, step = [], (len(points) + 3) // 4
        for number, numeral in enumerate(("I", "II", "III", "IV")):
            lines.append(f"## {numeral}. {' '.join(chance.choice(self.pool)[:3]).upper()}")
            lines += [f"{n}. {text}" for n, text in enumerate(points[number * step : (number + 1) * step], start=1)]
        return "\n\n".join(lines)

    def phrase(self) -> str:
        """Four everyday words that nothing else puts side by side in this order (the oracle makes sure)."""
        return " ".join(self.chance.sample([word for word in BACKGROUND[:160] if " " in word], k=4))

    def scattered(self, phrase: str) -> str:
        """The same words in another order: what a search that only counts words takes for the phrase."""
        words = phrase.split()
        shuffled = words[::2] + words[1::2]
        return f"{' '.join(shuffled[:2])} của {' '.join(shuffled[2:4])} và {' '.join(shuffled[4:])}"

    def paper(self, index: int, decoy: str, cited: str) -> Paper:
        """Paper `index`.

        `decoy` is the phrase of an earlier paper, whose words this one holds in another order; `cited` the number of
        an earlier document.
        """
        chance = self.chance
        thing, place = self.subjects[index % len(self.subjects)]
        year = FIRST_YEAR + chance.randrange(YEARS)
        day = date(year, 1, 5) + timedelta(days=chance.randint(0, 355))
        campaign = f"phong-trao-{index // DOCUMENTS_PER_CAMPAIGN + 1}" if index % 3 == 0 else ""
        short = rare = ""
        title = f"{chance.choice(ACTIONS)} {thing} tại {place}"
        if index % 8 == 1:
            short = chance.choice([form for pair in SHORT_FORMS.items() for form in pair])
            title = f"{chance.choice(ACTIONS)} {thing} của {short} {place}"
        elif index % 25 == 2:
            rare = chance.choice(self.rare)[0]
            title = f"{title} gắn với {rare}"
        phrase = self.phrase() if index % 6 == 3 else ""
        basis = f"căn cứ văn bản số {cited}" if cited else ""
        planted = [text for text in (phrase, self.scattered(decoy) if decoy else "", rare, basis) if text]
        body = self.body(f"{thing} tại {place}", planted)
        common = {"object": thing, "place": place, "day": day, "phrase": phrase, "short_form": short, "rare": rare}
        if index % DOCUMENTS_PER_NEWS == 9:
            path = f"site_src/tin-tuc/{year}/tin-{index:05}.md"
            return Paper(path, self._capital(f"{title} năm {year}"), body=body, **common)  # type: ignore[arg-type]
        kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
        issuer = min(int(chance.expovariate(0.18)), len(ISSUERS) - 1)
        self.numbers[issuer, year, kind] += 1
        ordinal = self.numbers[issuer, year, kind] if index % 5 else 1000 + index
        return Paper(
            f"plans/{year}/vb-{index:05}.md",
            self._capital(f"{title} năm {year}"),
            body=body,
            number=f"{ordinal:02}/{kind}-{ISSUERS[issuer][1]}",
            kind=kind,
            issuer=issuer,
            area=chance.choices(AREAS, [1 / (n + 2) for n in range(len(AREAS))])[0],
            campaign=campaign,
            signer=f"{chance.choice(FAMILY_NAMES)} {chance.choice(['Văn', 'Thị'])} {chance.choice('ABCDEGHIK')}",
            is_decomposed=index % 10 == 4,
            ended=date(year, 12, 31) if kind in {"QĐ", "QC", "NQ", "CT"} and chance.random() < 0.4 else None,
            **common,  # type: ignore[arg-type]
        )

    def papers(self, count: int) -> list[Paper]:
        made: list[Paper] = []
        waiting: list[str] = []
        numbers = [""]
        for index in range(count):
            decoy = waiting.pop(0) if waiting and index % 2 else ""
            made.append(self.paper(index, decoy, self.chance.choice(numbers[-40:])))
            numbers += [made[-1].number] if made[-1].number else []
            waiting += [made[-1].phrase] * 2 if made[-1].phrase else []
        return made


def invent(count: int, seed: int) -> list[Paper]:
    """`count` papers, one in ten of them news."""
    return Invention(seed).papers(count)


def write(folder: Path, papers: list[Paper]) -> None:
    """Write a portal with these papers into a new folder."""
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    _put(folder, "site_src/index.md", {"title": "Trang chủ"}, "Trang thông tin điện tử.")
    for unit, place in SUB_UNITS.items():
        _put(
            folder, f"site_src/don-vi/{unit}.md", {"unit": {"name": ISSUERS[place][0], "kind": "phong"}}, "Giới thiệu."
        )
    for slug in sorted({paper.campaign for paper in papers if paper.campaign}):
        number = int(slug.rpartition("-")[2])
        year = FIRST_YEAR + number % YEARS
        head = {"title": f"Phong trào thi đua số {number}", "start": date(year, 1, 5), "end": date(year, 12, 20)}
        _put(folder, f"plans/{year}/{slug}/index.md", head, "Nội dung phong trào.")
    for paper in papers:
        _put(folder, paper.path, _head(paper), paper.body, decompose=paper.is_decomposed)


def _head(paper: Paper) -> dict[str, object]:
    if paper.is_news:
        return {"title": paper.title, "date": paper.day}
    name, _, level = ISSUERS[paper.issuer]
    head: dict[str, object] = {
        "type": paper.kind,
        "number": paper.number,
        "date": paper.day,
        "title": paper.title,
        "signer": {"position": "THỦ TRƯỞNG", "name": paper.signer},
        "areas": [paper.area],
    }
    if paper.issuer:
        head["issuer"] = name
    if level:
        head |= {"level": level, "source": "https://cap-tren.mau.example/"}
    if paper.campaign:
        head["campaign"] = paper.campaign
    if paper.ended:
        head["expires"] = paper.ended
    return head


def _put(folder: Path, path: str, head: dict[str, object], body: str, *, decompose: bool = False) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(head, Dumper=PlainDumper, allow_unicode=True, sort_keys=False, width=1000)
    whole = f"---\n{text}---\n\n{body}\n"
    file.write_text(unicodedata.normalize("NFD", whole) if decompose else whole, "utf-8")
