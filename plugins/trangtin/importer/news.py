"""A file without anything of an administrative paper, as a draft of a news item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from trangtin.content.open_points import GUIDANCE
from trangtin.content.printed.annex import ATTACHED
from trangtin.content.printed.recipients import ADDRESSED
from trangtin.content.printed.signature import is_title
from trangtin.content.printed.state import is_motto
from trangtin.content.text import is_capitals, slug
from trangtin.importer import grammar
from trangtin.importer.body import as_markdown, units_of
from trangtin.importer.draft import Draft, personal_doubts
from trangtin.importer.facts.foot import read_foot
from trangtin.importer.facts.head import read_head
from trangtin.importer.paper import Paper
from trangtin.importer.refusal import Refusal
from trangtin.importer.secrecy import refuse_secret
from trangtin.importer.story import SHORTEST, Story
from trangtin.importer.zones import divide


def is_news(paper: Paper) -> bool:
    """Whether there is no sign of an administrative paper: no motto, number, day, type, bases, recipients, signer."""
    if paper.is_guessed:
        return False
    zones = divide(paper)
    if zones.upper.type or zones.is_annex or zones.annexes:
        return False
    head, foot = read_head(zones.upper.head), read_foot(zones.foot)
    if any((head.subject, head.number.value, head.number.doubts, head.date.value, head.date.doubts, foot.recipients)):
        return False
    units = units_of(paper.blocks)
    if any(each.position for each in foot.signers) or any(map(_is_of_a_paper, units)):
        return False
    if any(map(is_title, units[1:])):  # one may head a headline
        return False
    return any(len(text) > SHORTEST and not is_capitals(text) for text in units[1:])


def _is_of_a_paper(text: str) -> bool:
    roman = grammar.section(text)
    return bool(
        is_motto(text)
        or ADDRESSED.match(text)
        or ATTACHED.match(text)
        or grammar.ARTICLE.match(text)
        or grammar.CHAPTER.fullmatch(text)
        or text.startswith("Căn cứ ")
        or (roman is not None and is_capitals(roman["rest"]))
    )


def make_news(paper: Paper, source: str, today: date, campaign: str | None) -> Draft:
    """A draft of a news item, dated today; `source` is the name of the file. Raises Refusal for what must not go on."""
    refuse_secret(paper)
    story = Story(paper)
    if not units_of(paper.blocks) and not paper.pictures:
        raise Refusal("không tìm thấy chữ nào của tin", "kiểm tra tệp")
    story.read()
    title = story.title or PurePosixPath(source).stem
    stem = slug(title, 60) or "tin"
    rows = story.rows(stem)
    said: dict[str, object] = {
        "title": title,
        "date": today,
        "summary": story.summary,
        "author": story.author,
        "source": story.source,
        "campaign": campaign,
        "image": rows[0] if rows else None,
        "album": rows[1:],
    }
    head = {key: value for key, value in said.items() if value}
    body = "\n\n".join(part for part in (as_markdown(story.left), as_markdown(paper.footnotes)) if part)
    review = (*_doubts(story, paper, head), *(text for _, text in personal_doubts(body, head)))
    return Draft(
        head,
        "\n\n".join((_guidance(review), body)),
        review,
        (),
        stem,
        is_news=True,
        pictures={str(row["src"]): picture.data for row, picture in zip(rows, story.shown, strict=True)},
    )


def _doubts(story: Story, paper: Paper, head: dict[str, object]) -> Iterator[str]:
    if not story.title:
        yield "title (Tiêu đề): không thấy tiêu đề, tạm ghi tên tệp"
    elif is_capitals(story.title):
        yield "title (Tiêu đề): trong tệp viết hoa cả, gõ lại bằng chữ thường"
    if story.headlines > 1:
        yield f"title (Tiêu đề): ghép từ {story.headlines} dòng đầu của tệp, xem lại"
    yield "date (Ngày đăng): tạm ghi ngày nhập; sửa thành ngày đăng tin"
    if "summary" not in head:
        yield "summary (Tóm tắt): chưa có, viết một, hai câu"
    if story.shown:
        yield f"image, album (Ảnh): viết 'alt' của {len(story.shown)} ảnh (ảnh chụp gì), xem lại chú thích từng ảnh"
    if lost := sum(not each.suffix for each in paper.pictures):
        yield f"Nội dung: có {lost} sơ đồ, biểu đồ, hình vẽ không lấy được; cần thì lưu thành ảnh rồi thêm vào 'album'"
    yield from (f"Nội dung: {each.text}" for each in paper.remarks if each.to_review and not each.is_of_pictures)


def _guidance(review: Sequence[str]) -> str:
    lines = [f"- {GUIDANCE} {text}" for text in review]
    return "\n".join([f'{GUIDANCE} Làm xong các việc dưới đây thì xóa cả đoạn này và dòng "draft: true":', "", *lines])
