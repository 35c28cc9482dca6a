"""Generated campaigns, each fact a word that stands nowhere else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import strategies as st

START = date(2026, 3, 1)
END = date(2026, 6, 30)
UNITS = {"khoa-a": "Khoa A", "khoa-b": "Khoa B", "phong-c": "Phòng C"}
LEVELS = {"trung-uong": "Bộ Chính trị", "tinh": "Ủy ban nhân dân tỉnh Mẫu", "don-vi": None, "phong": "Khoa A"}
DAYS = st.integers(-20, 150).map(lambda days: START + timedelta(days))


@dataclass
class Facts:
    """What a drawn campaign says, told apart by whether a reader of the portal may see it."""

    drawing: str = ""
    told: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    days: set[date] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    today: date = END

    def word(self, is_told: bool) -> str:
        """A word of its own for one fact."""
        words = self.told if is_told else self.hidden
        words.append(f"Chữ{len(self.told) + len(self.hidden)}x")
        return words[-1]


def _line(key: str, day: date | None) -> str:
    return f", {key}: {day:%d/%m/%Y}" if day else ""


@st.composite
def campaigns(draw: st.DrawFn) -> Facts:
    """A campaign with documents, tasks, works, news and awards; some of it not public on its today."""
    facts = Facts(today=draw(st.integers(0, 200).map(lambda days: START + timedelta(days))))
    facts.days = {START, END, facts.today}
    news = [_news(draw, facts, place) for place in range(draw(st.integers(0, 4)))]
    parts = [f"== site_src/don-vi/{unit}.md\nunit: {{name: {name}}}\n" for unit, name in UNITS.items()]
    parts += [text for _, text in news]
    shown = [path for path, _ in news]
    parts += [_document(draw, facts, place, shown) for place in range(draw(st.integers(1, 5)))]
    works = [_assignment(draw, facts, "title", True, shown) for _ in range(draw(st.integers(0, 3)))]
    facts.counts["works"] = len(works)
    criterion, milestone, day = facts.word(True), facts.word(True), draw(DAYS)
    facts.days.add(day)
    parts.append(
        f"== plans/2026/mau/index.md\ntitle: Thi đua\nstart: {START}\nend: {END}\nunits: [khoa-b, khoa-a]\n"
        f"criteria: [{criterion}]\nmilestones: [{{title: {milestone}, date: {day}}}]\nworks:\n{''.join(works)}"
        if works
        else f"== plans/2026/mau/index.md\ntitle: Thi đua\nstart: {START}\nend: {END}\ncriteria: [{criterion}]\n"
        f"milestones: [{{title: {milestone}, date: {day}}}]\n"
    )
    facts.drawing = "".join(parts)
    return facts


def _news(draw: st.DrawFn, facts: Facts, place: int) -> tuple[str, str]:
    day, is_draft = draw(DAYS), draw(st.integers(0, 5)) == 0
    is_told = not is_draft and day <= facts.today
    facts.days |= {day} if is_told else set()
    facts.counts["news"] += is_told
    path = f"site_src/tin-tuc/2026/tin-{place}.md"
    draft = "draft: true\n" if is_draft else ""
    return path, f"== {path}\ntitle: {facts.word(is_told)}\ndate: {day}\ncampaign: mau\n{draft}"


def _document(draw: st.DrawFn, facts: Facts, place: int, news: list[str]) -> str:
    day, level = draw(DAYS), draw(st.sampled_from(list(LEVELS)))
    kind = draw(st.sampled_from(["KH", "QĐ", "BC", "TB"]))
    is_held = draw(st.integers(0, 5)) == 0
    is_told = not is_held and day <= facts.today
    number = f"{100 + place}/{kind}-T{place}"
    (facts.told if is_told else facts.hidden).append(number)
    facts.days |= {day} if is_told else set()
    facts.counts[f"documents {level}"] += is_told
    issuer = f"issuer: {LEVELS[level]}\n" if LEVELS[level] else ""
    lines = [
        f"== plans/2026/mau/{place}.md\ntype: {kind}\nnumber: {number}\ndate: {day}\nlevel: {level}\n{issuer}"
        f"title: {facts.word(is_told)}\n{'review: [Xem lại]' + chr(10) if is_held else ''}"
    ]
    tasks = [_assignment(draw, facts, "do", is_told, news) for _ in range(draw(st.integers(0, 3)))]
    facts.counts["tasks"] += len(tasks) * is_told
    if tasks:
        lines.append(f"tasks:\n{''.join(tasks)}")
    if kind == "QĐ" and (count := draw(st.integers(0, 3))):
        lines.append("awards:\n" + "".join(_award(draw, facts, is_told) for _ in range(count)))
    return "".join(lines)


def _assignment(draw: st.DrawFn, facts: Facts, key: str, is_told: bool, news: list[str]) -> str:
    due = draw(st.none() | DAYS)
    facts.days |= {due} if due and is_told else set()
    status = draw(st.sampled_from(["", ", status: dang", ", status: xong", ", status: huy"]))
    done = draw(st.none() | DAYS) if status in {"", ", status: xong"} else None
    facts.days |= {done} if done and is_told else set()
    shown = draw(st.sampled_from(["", *news]))
    evidence = f", evidence: [{shown}]" if shown else ""
    unit = draw(st.sampled_from(list(UNITS)))
    days = f"{_line('due', due)}{_line('done', done)}"
    return f"  - {{unit: {unit}, {key}: {facts.word(is_told)}{days}{status}{evidence}}}\n"


def _award(draw: st.DrawFn, facts: Facts, is_told: bool) -> str:
    kind = draw(st.sampled_from(["tap-the", "ca-nhan"]))
    facts.counts[kind] += is_told
    return f"  - {{form: Giấy khen, to: {facts.word(is_told)}, kind: {kind}, reason: {facts.word(is_told)}}}\n"
