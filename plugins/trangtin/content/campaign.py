"""An emulation campaign (phong trào thi đua), as its `index.md` declares it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Annotated

from pydantic import BeforeValidator

from trangtin.content.page import PageHead
from trangtin.content.record import Contradiction, Record, labelled
from trangtin.content.values.dates import day_text
from trangtin.content.values.field import Day, Identifier, Integer, Line, OneOrMore, Prose, choice
from trangtin.content.values.place import PathOrWeb, RepositoryPath
from trangtin.content.values.vocabulary import CampaignForm, WorkStatus

Status = Annotated[WorkStatus, BeforeValidator(choice(WorkStatus))]

MOST_FEATURED = 6


class Anchor(Record):
    """The day from which `offset` counts, such as election day."""

    name: Line = labelled("Tên mốc", "Ngày bầu cử", "Việc diễn ra ngày ấy.")
    """What happens on that day."""
    date: Day = labelled("Ngày", "23/5/2021")
    """That day."""


class Milestone(Record):
    """A dated step, given as a day or as days from the campaign's anchor; with a last day it is a phase."""

    title: Line = labelled("Nội dung", "Niêm yết danh sách cử tri")
    """What is to happen."""
    date: Day | None = labelled("Ngày", "13/4/2021", "Hoặc `offset`.", default=None)
    """The day, or None where `offset` is given."""
    offset: Integer | None = labelled(
        "Số ngày tính từ mốc", "-10", "Số âm là trước ngày mốc (`anchor`); hoặc ghi `date`.", default=None
    )
    """Days from the anchor, negative before it; or None where `date` is given."""

    until: Day | None = labelled(
        "Đến hết ngày (giai đoạn)",
        "10/5/2021",
        "Các giai đoạn được chồng lên nhau; bỏ trống: chỉ một ngày.",
        default=None,
    )
    """Last day of a phase, itself included; phases may overlap. None: it is one day."""

    def contradictions(self) -> Iterator[Contradiction]:
        """One of `date` and `offset`, not both; a phase does not end before it begins."""
        if self.date is not None and self.until is not None and self.until < self.date:
            yield Contradiction(
                "until",
                f"'until' ({day_text(self.until)}) trước 'date' ({day_text(self.date)})",
                "sửa một trong hai ngày",
                "until: 10/5/2021",
            )
        if (self.date is None) == (self.offset is None):
            yield Contradiction(
                "offset",
                "mốc thời gian cần đúng một trong hai khóa 'date' và 'offset'",
                "giữ một khóa" if self.date else "thêm một khóa",
                "date: 13/4/2021",
            )

    def day(self, anchor: Anchor | None) -> Day | None:
        """The day it falls on; None where it counts from an anchor that is not given."""
        if self.date is not None:
            return self.date
        return anchor.date + timedelta(days=self.offset or 0) if anchor else None


class Undertaking(Record):
    """What tasks and registered works have in common. How one stands is computed from days and evidence."""

    due: Day | None = labelled("Hạn", "15/5/2021", "Bỏ trống nếu không giao hạn.", default=None)
    """By when; None where no day was set."""
    done: Day | None = labelled(
        "Ngày làm xong", "14/5/2021", "Ghi khi minh chứng không có ngày, hoặc mang ngày khác.", default=None
    )
    """The day it was done, where its evidence has no date or another one."""
    status: Status | None = labelled(
        "Tình trạng",
        "xong",
        "Chỉ ghi điều máy không tính được: xong mà không có minh chứng, đang làm, đã hủy.",
        default=None,
    )
    """Only what cannot be computed: done without evidence, begun, given up. Evidence alone means that it is done."""
    evidence: OneOrMore[PathOrWeb] = labelled(
        "Minh chứng",
        "site_src/tin-tuc/2021/tu-sach.md",
        "Tin, văn bản, tệp hoặc trang web cho thấy việc đã xong.",
        default=(),
    )
    """News, documents, files or web pages that show it."""
    id: Identifier | None = labelled(
        "Mã việc", "tu-sach", "Để `evidence_for` gọi; không có thì gọi theo thứ tự, từ 1.", default=None
    )
    """What `evidence_for` may call it; without one it goes by its place in the list, from 1."""

    def contradictions(self) -> Iterator[Contradiction]:
        """An id that is no number; a day of doing only for what was done."""
        if self.id is not None and self.id.isdigit():
            yield Contradiction(
                "id", f"mã '{self.id}' chỉ có chữ số, lẫn với số thứ tự của việc", "thêm chữ", f"id: viec-{self.id}"
            )
        if self.done is not None and self.status not in {None, WorkStatus.DONE}:
            yield Contradiction(
                "status",
                f"có ngày làm xong ({day_text(self.done)}) mà 'status' là '{self.status}'",
                "bỏ 'status' hoặc bỏ 'done'",
                f"done: {day_text(self.done)}",
            )


def repeated_ids(key: str, items: Iterable[Undertaking]) -> Iterator[Contradiction]:
    """Ids that two tasks, or two works, of one file share."""
    seen: set[str] = set()
    for item in items:
        if item.id is not None and item.id in seen:
            yield Contradiction(key, f"hai việc cùng mã '{item.id}'", "đổi một mã", f"id: {item.id}-2")
        seen.add(item.id or "")


class Work(Undertaking):
    """A registered piece of work (công trình, phần việc) of a sub-unit."""

    unit: Identifier = labelled("Đơn vị", "khoa-llcs", "Đơn vị đăng ký.")
    """Id of the sub-unit that registered it."""
    title: Line = labelled("Tên công trình, phần việc", "Tủ sách bầu cử")
    """What is to be made or done."""


class Campaign(PageHead):
    """A campaign. Its state is computed from its dates and documents, never typed."""

    title: Line = labelled("Tên phong trào", "Thi đua chào mừng bầu cử")
    """Name of the campaign."""
    start: Day = labelled("Bắt đầu", "20/4/2021", "Được trước ngày ký kế hoạch.")
    """First day; may lie before the plan's date."""
    end: Day = labelled("Kết thúc", "31/5/2021", "Kể cả ngày ấy.")
    """Last day, itself included."""
    slogan: Line | None = labelled("Khẩu hiệu, chủ đề", "Đoàn kết, kỷ cương, sáng tạo", default=None)
    """Slogan or theme."""
    form: Annotated[CampaignForm, BeforeValidator(choice(CampaignForm))] | None = labelled(
        "Hình thức thi đua", "chuyen-de", '"Theo đợt" ở văn bản cũ là theo chuyên đề.', default=None
    )
    """Regular or for one theme; what older papers call "theo đợt" is the second."""
    block: Line | None = labelled(
        "Khối, cụm thi đua", "Khối thi đua số 4", "Nhóm đơn vị cùng thi đua, bình xét.", default=None
    )
    """The group of units (khối, cụm) within which it is run and judged."""
    report_due: Day | None = labelled("Hạn báo cáo tổng kết", "15/6/2021", default=None)
    """When the final report is due."""
    anchor: Anchor | None = labelled("Ngày mốc", None, "Ngày để `offset` của các mốc đếm từ đó.", default=None)
    """The day from which offsets count."""
    lead: Identifier | None = labelled(
        "Đơn vị thường trực", "phong-tchc", "Đơn vị theo dõi, tổng hợp, báo cáo.", default=None
    )
    """Id of the sub-unit that watches, sums up and reports."""
    units: OneOrMore[Identifier] = labelled(
        "Đơn vị tham gia", "khoa-llcs", "Đơn vị có việc trong phong trào thì khỏi ghi.", default=()
    )
    """Ids of the sub-units taking part; whoever has a task or work in it takes part without being named."""
    criteria: OneOrMore[Line] = labelled("Tiêu chí thi đua", "100% cán bộ đi bầu", default=())
    """What is judged."""
    milestones: tuple[Milestone, ...] = labelled("Mốc thời gian", default=())
    """Dated steps."""
    works: tuple[Work, ...] = labelled("Công trình, phần việc", None, "Do các đơn vị đăng ký.", default=())
    """Registered works."""
    featured: OneOrMore[RepositoryPath] = labelled(
        "Tin nổi bật", "site_src/tin-tuc/2021/le-phat-dong.md", "Nhiều nhất sáu trang, hiện trước.", default=()
    )
    """At most six pages to show first."""
    summary: Prose | None = labelled(
        "Tóm tắt", "Đợt thi đua cao điểm chào mừng bầu cử", "Một, hai câu, hiện trong danh sách.", default=None
    )
    """One or two sentences for lists."""

    def contradictions(self) -> Iterator[Contradiction]:
        """Dates in order, at most so many featured pages, an anchor for offsets."""
        if self.end < self.start:
            yield Contradiction(
                "end",
                f"'end' ({day_text(self.end)}) trước 'start' ({day_text(self.start)})",
                "sửa một trong hai ngày",
                "end: 31/5/2021",
                ("start", "end"),
            )
        if self.report_due and self.report_due < self.start:
            yield Contradiction(
                "report_due",
                f"'report_due' ({day_text(self.report_due)}) trước 'start' ({day_text(self.start)})",
                "sửa một trong hai ngày",
                "report_due: 15/6/2021",
                ("start", "report_due"),
            )
        if len(self.featured) > MOST_FEATURED:
            yield Contradiction(
                "featured", f"'featured' có {len(self.featured)} mục", f"giữ nhiều nhất {MOST_FEATURED} mục"
            )
        if self.anchor is None and any(milestone.offset is not None for milestone in self.milestones):
            yield Contradiction(
                "milestones",
                "'offset' cần biết đếm từ ngày nào nhưng chưa có 'anchor'",
                "thêm ngày mốc",
                "anchor: {name: Ngày bầu cử, date: 23/5/2021}",
            )
        yield from repeated_ids("works", self.works)
