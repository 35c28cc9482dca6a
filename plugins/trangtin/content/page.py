"""What any page of the portal may say about itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict

from trangtin.content.record import Record, labelled
from trangtin.content.values.field import Day, Language, Line, OneOrMore, Prose, YesNo, choice
from trangtin.content.values.place import OldAddress, RepositoryPath
from trangtin.content.values.vocabulary import PersonalData


class Withdrawal(Record):
    """A page taken back: it stays at its address, marked, without its former content."""

    date: Day = labelled("Ngày gỡ", "15/6/2021")
    """The day it was taken back."""
    reason: Prose = labelled("Lý do gỡ", "Đăng nhầm bản chưa ký", "Cho người đọc biết.")
    """Why, for the public."""
    by: Line | None = labelled("Người quyết định gỡ", "Trưởng Ban Biên tập", default=None)
    """Who decided."""


class Exemption(Record):
    """Personal data that may be published here, and why: an exception somebody answers for."""

    what: Annotated[PersonalData, BeforeValidator(choice(PersonalData))] = labelled("Loại thông tin", "dien-thoai")
    """Which kind of data."""
    reason: Prose = labelled(
        "Lý do được công bố", "Số trực đăng ký, người trực đồng ý công bố", "Người ấy đồng ý, hoặc quy định bắt buộc."
    )
    """Why it may be published: consent, or the rule that demands it."""
    text: Line | None = labelled(
        "Đúng chỗ",
        "0912 000 000",
        "Đúng dữ liệu được phép; bỏ trống: mọi dữ liệu loại này trong bài (hoặc tệp).",
        default=None,
    )
    """The data as it stands, for that one alone; None means all of this kind in the text (or file)."""
    file: RepositoryPath | None = labelled(
        "Trong tệp đính kèm", "12-kh-tct.pdf", "Như ở `files`; bỏ trống: trong bài.", default=None
    )
    """The attached file it stands in, as in `files`; None means the text itself."""


class PageHead(Record):
    """Keys that every kind of content shares."""

    redirect_from: OneOrMore[OldAddress] = labelled(
        "Địa chỉ cũ", "/news/123.html", "Phần sau tên miền; ai vào đó được dẫn tới đây.", default=()
    )
    """Old addresses under the site's root that must lead here."""
    withdrawn: Withdrawal | None = labelled(
        "Đã gỡ", None, "Ghi khi gỡ nội dung; trang còn, có dấu đã gỡ.", default=None
    )
    """Set when the content is taken back."""
    updated: Day | None = labelled(
        "Ngày cập nhật", "22/4/2021", "Lần sửa gần nhất mà người đọc cần biết.", default=None
    )
    """The day of the last change that matters to readers."""
    lang: Language = labelled("Ngôn ngữ", "vi", "Mã ngôn ngữ của bài.", default="vi")
    """BCP 47 tag of the content."""
    allow: tuple[Exemption, ...] = labelled(
        "Được phép công bố", None, "Thông tin cá nhân được để trong bài, kèm lý do; không hiện ở đâu.", default=()
    )
    """Personal data that may stand here all the same, each with its reason; shown nowhere."""
    draft: YesNo = labelled("Bản nháp", "true", "Bản nháp không hiện ở đâu.", default=False)
    """A draft is published nowhere."""

    def is_public(self, today: Day) -> bool:
        """Whether it may be published on `today`: false for a draft. Kinds of content with more to wait for say so."""
        return not self.draft

    @property
    def is_withdrawn(self) -> bool:
        """True if the page only says that it was taken back."""
        return self.withdrawn is not None


class Page(PageHead):
    """A plain MkDocs page: keys of other tools are left alone."""

    model_config = ConfigDict(extra="allow")

    title: Line | None = labelled("Tiêu đề", "Giới thiệu", "Bỏ trống: đề mục đầu tiên của bài.", default=None)
    """Shown as the heading; else the first heading of the text."""
    summary: Prose | None = labelled(
        "Tóm tắt", "Chức năng, nhiệm vụ của Trường", "Một, hai câu cho danh sách và máy tìm kiếm.", default=None
    )
    """One or two sentences for lists and search engines."""
