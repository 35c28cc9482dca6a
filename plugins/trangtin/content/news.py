"""A news item."""

from __future__ import annotations

from trangtin.content.evidence import EvidenceHead
from trangtin.content.record import Record, labelled
from trangtin.content.values.field import Day, Identifier, Line, OneOrMore, Prose, YesNo
from trangtin.content.values.place import RepositoryPath


class Image(Record):
    """The picture of a news item."""

    src: RepositoryPath = labelled("Tệp ảnh", "le-phat-dong.jpg", "Tính từ tệp Markdown này.")
    """Path relative to the Markdown file."""
    alt: Line = labelled(
        "Mô tả ảnh", "Toàn cảnh lễ phát động tại hội trường", "Ảnh chụp gì, cho người không nhìn thấy."
    )
    """What the picture shows, for those who cannot see it."""
    caption: Line | None = labelled(
        "Chú thích ảnh", "Thủ trưởng đơn vị phát động thi đua", "Chữ dưới ảnh: ai, ở đâu, lúc nào.", default=None
    )
    """What stands under it: who, where, when."""
    credit: Line | None = labelled("Nguồn ảnh", "Ảnh: Ban Biên tập", default=None)
    """Who made it."""


class News(EvidenceHead):
    """News of something done."""

    title: Line = labelled("Tiêu đề", "Lễ phát động thi đua")
    """Headline."""
    date: Day = labelled("Ngày đăng", "21/4/2021", "Ngày chưa tới thì đến ngày ấy mới đăng.")
    """Day of publishing; a day to come keeps it back till then."""
    summary: Prose | None = labelled(
        "Tóm tắt", "Sáng 21/4, Trường phát động thi đua", "Sapo: một, hai câu.", default=None
    )
    """Sapo: one or two sentences."""
    author: Line | None = labelled("Tác giả", "Ban Biên tập", default=None)
    """Who wrote it."""
    source: Line | None = labelled("Nguồn tin", "Báo Mẫu", "Ghi khi tin lấy từ nơi khác.", default=None)
    """Where it came from, if not from the unit."""
    image: Image | None = labelled("Ảnh", default=None)
    """Its picture."""
    album: tuple[Image, ...] = labelled("Album ảnh", None, "Thêm ảnh, hiện dưới bài thành lưới.", default=())
    """More pictures, shown below the text as a grid; each can be looked at large."""
    campaign: Identifier | None = labelled("Phong trào", "bau-cu-2021", "Tên thư mục của phong trào.", default=None)
    """Slug of the campaign it belongs to."""
    unit: Identifier | None = labelled("Đơn vị", "khoa-llcs", "Đơn vị mà tin nói tới.", default=None)
    """Id of the sub-unit it is about."""
    tags: OneOrMore[Line] = labelled("Thẻ", "bầu cử", default=())
    """Subjects."""
    pinned: YesNo = labelled("Ghim", "true", "Hiện đầu trang chủ đến khi hết ghim.", default=False)
    """Shown first on the home page until it expires."""
    expires: Day | None = labelled("Hết ghim", "30/5/2021", "Tin vẫn còn, chỉ thôi ở trang chủ.", default=None)
    """Last day on the home page; the item itself stays."""

    @property
    def said_on(self) -> Day:
        """The day of publishing."""
        return self.date

    def is_public(self, today: Day) -> bool:
        """True if it is no draft and its day has come."""
        return not self.draft and self.date <= today
