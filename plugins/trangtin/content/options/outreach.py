"""How the unit speaks to readers outside its pages, and how they reach it: options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.record import Contradiction, Record, labelled
from trangtin.content.values.dates import day_text
from trangtin.content.values.field import Day, Line, Prose
from trangtin.content.values.place import Email, WebAddress


class PlannedStop(Record):
    """A time at which the site will not be there (Nghị định 224/2026/NĐ-CP, Điều 13)."""

    start: Day = labelled("Ngày bắt đầu dừng", "5/12/2026")
    """First day of the stop."""
    back: Day = labelled("Ngày hoạt động lại", "6/12/2026", "Ngày dự kiến hoạt động lại.")
    """The day on which the site is expected back."""

    def contradictions(self) -> Iterator[Contradiction]:
        """It ends after it began."""
        if self.back < self.start:
            message = f"'back' ({day_text(self.back)}) trước ngày bắt đầu dừng ({day_text(self.start)})"
            yield Contradiction("back", message, "sửa một trong hai ngày", "back: 6/12/2026")


class Announcement(Record):
    """A notice on top of every page for some days: option `announcements`."""

    title: Line = labelled("Tiêu đề", "Trang tạm dừng để nâng cấp máy chủ")
    """What it is about."""
    text: Prose | None = labelled(
        "Nội dung", "Từ 22 giờ ngày 5/12 đến 6 giờ ngày 6/12/2026", "Thêm một, hai câu.", default=None
    )
    """One or two sentences more."""
    since: Day = labelled("Hiện từ ngày", "24/11/2026")
    """First day on which it is shown."""
    until: Day = labelled("Hiện đến hết ngày", "6/12/2026")
    """Last day on which it is shown."""
    stop: PlannedStop | None = labelled("Dừng trang", None, "Ghi khi báo trước việc dừng trang.", default=None)
    """Where it announces that the site will stop."""

    def contradictions(self) -> Iterator[Contradiction]:
        """It is shown at least one day, and till the stop begins."""
        if self.until < self.since:
            message = f"'until' ({day_text(self.until)}) trước 'since' ({day_text(self.since)})"
            yield Contradiction("until", message, "sửa một trong hai ngày", "until: 6/12/2026")
        elif self.stop and self.until < self.stop.start:
            message = f"thông báo tắt ngày {day_text(self.until)}, trước khi trang dừng ({day_text(self.stop.start)})"
            yield Contradiction(
                "until", message, "để thông báo đến hết ngày dừng", f"until: {day_text(self.stop.back)}"
            )


class Channel(Record):
    """A channel on which the unit speaks officially beside this site: option `channels`."""

    name: Line = labelled("Tên kênh", "Zalo OA Trường Chính trị tỉnh Mẫu")
    """As readers know it."""
    address: WebAddress | None = labelled("Địa chỉ", "https://zalo.example/truongmau", default=None)
    """Where it is on the web."""
    phone: Line | None = labelled("Điện thoại", "1900 0000", "Của tổng đài.", default=None)
    """Of a call centre."""

    def contradictions(self) -> Iterator[Contradiction]:
        """It can be reached."""
        if self.address is None and self.phone is None:
            message = f"kênh '{self.name}' không có cả 'address' lẫn 'phone'"
            yield Contradiction("", message, "ghi ít nhất một trong hai", "address: https://zalo.example/truongmau")


class Spokesperson(Record):
    """Who speaks for the unit to the press (Nghị định 244/2026/NĐ-CP): option `spokesperson`."""

    name: Line = labelled("Họ và tên", "Nguyễn Văn A")
    """Name."""
    position: Line = labelled("Chức vụ", "Phó Hiệu trưởng")
    """Office held."""
    position_en: Line | None = labelled("Chức vụ bằng tiếng Anh", "Vice Rector", default=None)
    """The same in English."""
    phone: Line | None = labelled("Điện thoại", "0200 3000 002", "Số của cơ quan, không phải số riêng.", default=None)
    """Office telephone, not a private one."""
    email: Email | None = labelled("Thư điện tử", "phatngon@truong.example", "Hộp thư của cơ quan.", default=None)
    """Office mail."""


class Feedback(Record):
    """Where readers tell what they think of a page, ask, and rate: option `feedback`."""

    email: Email | None = labelled(
        "Thư nhận góp ý", "gopy@truong.example", "Mọi trang mời gửi thư tới địa chỉ này.", default=None
    )
    """Every page then offers a letter to this address."""
    endpoint: WebAddress | None = labelled(
        "Nơi nhận biểu mẫu",
        "https://gopy.mau.example/nhan",
        "Dịch vụ của đơn vị hoặc của tỉnh nhận biểu mẫu ở `/gop-y/` (POST, urlencoded).",
        default=None,
    )
    """A service of the unit or its province that takes the form of `/gop-y/` (POST, urlencoded)."""
    consent: Prose | None = labelled(
        "Lời xin đồng ý",
        "Nội dung góp ý được Trường lưu 12 tháng để trả lời, không chia sẻ cho ai khác",
        "Thu gì, để làm gì, giữ bao lâu; hiện cạnh biểu mẫu.",
        default=None,
    )
    """What is collected, what for, how long it is kept: shown beside the form; whoever sends it agrees to it."""
    questions: WebAddress | None = labelled(
        "Trang hỏi đáp", "https://phananh.mau.example/", "Trang hỏi đáp ở hệ thống khác.", default=None
    )
    """The page of another system on which questions are asked and answered."""
    statistics: WebAddress | None = labelled(
        "Trang thống kê truy cập",
        "https://thongke.mau.example/",
        "Chỉ là liên kết: trang không tải gì từ nơi khác.",
        default=None,
    )
    """Where visits are counted; linked, never embedded: no page of ours asks another host."""

    def contradictions(self) -> Iterator[Contradiction]:
        """No form without the words that the law wants beside it (Luật 91/2025/QH15)."""
        if self.endpoint and not self.consent:
            yield Contradiction(
                "endpoint",
                "biểu mẫu góp ý thu thông tin của người gửi mà chưa có lời xin đồng ý",
                "ghi ở 'consent': thu thông tin gì, để làm gì, giữ bao lâu",
                "consent: Nội dung góp ý được lưu 12 tháng để trả lời, không chia sẻ cho ai khác",
            )
