"""An issued document (văn bản): fields after Nghị định 30/2020/NĐ-CP, Phụ lục I and VI."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator

from trangtin.content.award import Award
from trangtin.content.campaign import Milestone, Undertaking, repeated_ids
from trangtin.content.evidence import EvidenceHead
from trangtin.content.record import Contradiction, Record, labelled
from trangtin.content.values.dates import day_text
from trangtin.content.values.field import (
    Count,
    Day,
    Identifier,
    Line,
    Number,
    OneOrMore,
    Prose,
    Sha256,
    TypeOfDocument,
    choice,
)
from trangtin.content.values.number import parse_number
from trangtin.content.values.place import FileName, RepositoryPath, WebAddress
from trangtin.content.values.vocabulary import Authority, FileRole, Level


class Signer(Record):
    """Who signed, and on whose behalf."""

    name: Line = labelled("Họ và tên", "Nguyễn Văn A", "Như bản in.")
    """Name as printed."""
    position: Line = labelled(
        "Chức vụ",
        "HIỆU TRƯỞNG",
        "Như bản in; mỗi dòng in cách nhau bằng ` / `: `ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`.",
    )
    """Title as printed, each printed line after ` / `: `ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`."""
    authority: Annotated[Authority, BeforeValidator(choice(Authority))] | None = labelled(
        "Quyền hạn", "KT.", "Bỏ trống khi người đứng đầu ký.", default=None
    )
    """TM., KT., TL., TUQ., Q. before the title; None where the head signs."""


class Basis(Record):
    """A document this one rests on (căn cứ)."""

    title: Line | None = labelled("Trích yếu", "về việc tổ chức đợt thi đua", default=None)
    """What it is about."""
    number: Line | None = labelled(
        "Số, ký hiệu", "95/KH-UBND", "Như trong phần căn cứ; số kiểu cũ giữ nguyên.", default=None
    )
    """As cited; old shapes are kept."""
    date: Day | None = labelled("Ngày ban hành", "14/4/2021", default=None)
    """Day of issue."""
    issuer: Line | None = labelled("Cơ quan ban hành", "Ủy ban nhân dân tỉnh Mẫu", default=None)
    """Body that issued it."""
    type: TypeOfDocument | None = labelled("Loại văn bản", "KH", "Chỉ ghi khi số không cho biết loại.", default=None)
    """Its type, where the number does not say it."""
    url: WebAddress | None = labelled(
        "Địa chỉ", "https://vanban.chinhphu.example/", "Nơi đọc văn bản ấy, nếu không có trên trang này.", default=None
    )
    """Where to read it, if it is not in this portal."""

    @property
    def type_name(self) -> str | None:
        """Its type as printed: the one given, else the one its number tells; None where neither does."""
        if self.type is not None:
            return self.type.name
        try:
            found = parse_number(self.number or "").type
        except ValueError:
            return None
        return found.name if found else None

    def contradictions(self) -> Iterator[Contradiction]:
        """It has a number or a title."""
        if self.number is None and self.title is None:
            yield Contradiction(
                "",
                "căn cứ không có cả 'number' lẫn 'title'",
                "ghi ít nhất một trong hai",
                "number: 95/KH-UBND",
            )


class FormerFile(Record):
    """A file that was published in place of this one: whoever kept a copy can still find out what it is."""

    sha256: Sha256 = labelled("Mã SHA-256 của bản cũ", None, "Của tệp đã đăng hồi ấy.")
    """Hash of the bytes that were published then."""
    name: FileName | None = labelled(
        "Tên tệp cũ", "12-kh-tct-ban-dau.pdf", "Ghi khi tên khác nay: địa chỉ cũ dẫn tới tệp mới.", default=None
    )
    """Its file name where that was another: the old address leads to the new file."""
    until: Day | None = labelled("Ngày thay", "3/5/2021", default=None)
    """Day on which it was replaced."""
    reason: Line | None = labelled(
        "Lý do thay", "bản đăng lần đầu thiếu phụ lục", "Cho người đang giữ bản cũ biết.", default=None
    )
    """Why, for those who hold the old copy."""


class AttachedFile(Record):
    """A file offered with the document; its bytes are the authority and are never changed."""

    path: RepositoryPath = labelled("Tệp", "12-kh-tct.pdf", "Tính từ tệp Markdown này.")
    """Path, relative to the Markdown file."""
    role: Annotated[FileRole, BeforeValidator(choice(FileRole))] = labelled(
        "Vai trò", "ban-ky-so", default=FileRole.FULL_TEXT
    )
    """What it is to the document."""
    title: Line | None = labelled(
        "Tên hiển thị", "Phụ lục I: Mẫu đăng ký", "Người đọc thấy tên này thay cho tên tệp.", default=None
    )
    """What readers see instead of the file name."""
    signers: Count | None = labelled("Số chữ ký", "2", "Tệp có ít hơn là lỗi.", default=None)
    """How many signatures it should carry."""
    sha256: Sha256 | None = labelled("Mã SHA-256", None, "Tệp khác mã này thì không dựng được trang.", default=None)
    """Recorded hash; a file that differs stops the build."""
    former: tuple[FormerFile, ...] = labelled(
        "Bản đã thay", None, "Ai còn giữ bản cũ thì trang Kiểm tra tệp nhận ra.", default=()
    )
    """Files published before in its place; a copy of one is recognised by its hash."""


class Task(Undertaking):
    """Something the document gives a sub-unit to do."""

    unit: Identifier = labelled("Đơn vị", "khoa-llcs")
    """Id of the sub-unit."""
    do: Line = labelled("Việc", "Xây dựng kế hoạch của khoa")
    """What it has to do."""


class Document(EvidenceHead):
    """A document of the unit, of a sub-unit or of another body."""

    type: TypeOfDocument = labelled("Loại văn bản", "KH")
    """Its kind."""
    title: Line = labelled("Trích yếu", "Phát động đợt thi đua chào mừng bầu cử", "Không ghi lại loại văn bản ở đầu.")
    """What it is about, without the type."""
    number: Number | None = labelled("Số, ký hiệu", "12/KH-TCT", "Bỏ trống khi chưa có số.", default=None)
    """None while it has no number."""
    date: Day | None = labelled("Ngày ban hành", "20/4/2021", "Bỏ trống khi chưa ban hành.", default=None)
    """Day of issue; None while it has none."""
    place: Line | None = labelled("Nơi ban hành", "Mẫu", "Tên đứng trước ngày tháng.", default=None)
    """Place named before the date."""
    issuer: Line | None = labelled(
        "Cơ quan ban hành", "Trường Chính trị tỉnh Mẫu", "Bỏ trống nếu là chính đơn vị.", default=None
    )
    """Body that issued it; None means the portal's own unit."""
    parent: Line | None = labelled("Cơ quan chủ quản", "Tỉnh ủy Mẫu", "Ghi khi đầu văn bản có in.", default=None)
    """Body above the issuer, where the head of the paper names one."""
    level: Annotated[Level, BeforeValidator(choice(Level))] | None = labelled(
        "Cấp ban hành", "don-vi", "Chỉ ghi cho văn bản của cơ quan khác.", default=None
    )
    """Level of that body; None means a sub-unit's where the issuer is one, else the unit's own."""
    signer: Signer | None = labelled("Người ký", default=None)
    """Who signed."""
    cosigners: tuple[Signer, ...] = labelled("Người cùng ký", None, "Ở văn bản liên tịch.", default=())
    """Who signed beside the signer, on a paper of several bodies."""
    basis: tuple[Basis, ...] = labelled("Căn cứ", default=())
    """What it rests on."""
    implements: OneOrMore[Line] = labelled(
        "Thực hiện văn bản", "95/KH-UBND", "Số hoặc đường dẫn của văn bản kia.", default=()
    )
    """Documents it carries out: number or path."""
    replaces: OneOrMore[Line] = labelled("Thay thế văn bản", "08/QC-TCT", "Số hoặc đường dẫn.", default=())
    """Documents it replaces."""
    amends: OneOrMore[Line] = labelled(
        "Sửa đổi, bổ sung văn bản",
        "17/QC-TCT",
        "Số hoặc đường dẫn; phải cùng hình thức (Nghị định 30/2020/NĐ-CP, Điều 18).",
        default=(),
    )
    """Documents it amends (same form only, Điều 18)."""
    corrects: OneOrMore[Line] = labelled(
        "Đính chính văn bản", "12/KH-TCT", "Số hoặc đường dẫn; chỉ sửa thể thức.", default=()
    )
    """Documents whose form it corrects."""
    recalls: OneOrMore[Line] = labelled("Thu hồi văn bản", "12/KH-TCT", "Số hoặc đường dẫn.", default=())
    """Documents it recalls."""
    areas: OneOrMore[Line] = labelled(
        "Lĩnh vực", "Thi đua, khen thưởng", "Theo cách gọi của đơn vị; sổ văn bản lọc theo lĩnh vực.", default=()
    )
    """Areas of work it concerns, in the unit's own words, for the register's cut by area."""
    recipients: OneOrMore[Line] = labelled("Nơi nhận", "Như trên;", "Như bản in, dòng lưu ở cuối.", default=())
    """As printed, the archive line last."""
    effective: Day | None = labelled("Ngày có hiệu lực", "1/5/2021", "Bỏ trống: từ ngày ban hành.", default=None)
    """First day in force; None means the day of issue."""
    expires: Day | None = labelled("Ngày hết hiệu lực", "31/12/2021", "Ngày cuối cùng còn hiệu lực.", default=None)
    """Last day in force."""
    files: tuple[AttachedFile, ...] = labelled("Tệp đính kèm", None, "Bản ký số, toàn văn, phụ lục.", default=())
    """Signed copy, full text, annexes."""
    tasks: tuple[Task, ...] = labelled("Nhiệm vụ giao", None, "Việc văn bản này giao cho các đơn vị.", default=())
    """What it gives sub-units to do."""
    milestones: tuple[Milestone, ...] = labelled("Mốc thời gian", default=())
    """Dated steps it sets."""
    awards: tuple[Award, ...] = labelled("Khen thưởng", default=())
    """Commendations it grants."""
    source: WebAddress | None = labelled(
        "Nguồn", "https://ubnd.mau.example/van-ban/95", "Nơi cơ quan khác đăng văn bản này.", default=None
    )
    """Where another body published it."""
    received: Day | None = labelled(
        "Ngày nhận", "16/4/2021", "Đăng văn bản của cơ quan khác có kịp thời không thì tính từ ngày này.", default=None
    )
    """The day it reached the unit; how promptly documents of other bodies go out is counted from it."""
    published: Day | None = labelled("Ngày đăng", "17/4/2021", "Ngày chưa tới thì đến ngày ấy mới đăng.", default=None)
    """The day it went on the site; a day to come keeps it back till then."""
    approved_by: Line | None = labelled("Người duyệt đăng", "Trần Thị B", default=None)
    """Who approved publishing."""
    campaign: Identifier | None = labelled(
        "Phong trào", "bau-cu-2021", "Bỏ trống: phong trào của thư mục chứa tệp.", default=None
    )
    """Slug of the campaign; None means that of its folder."""
    summary: Prose | None = labelled(
        "Tóm tắt", "Kế hoạch phát động đợt thi đua", "Một, hai câu, hiện trong danh sách.", default=None
    )
    """One or two sentences for lists."""
    notes: OneOrMore[Prose] = labelled(
        "Ghi chú của Ban Biên tập",
        "Mục V in sau mục II, giữ như bản in",
        "Về lỗi in trong văn bản, vốn không được sửa.",
        default=(),
    )
    """On errors in the printed text, which is never edited."""
    review: OneOrMore[Line] = labelled(
        "Việc cần rà lại", "Xác nhận ngày ban hành", "Còn dòng nào thì văn bản chưa đăng.", default=()
    )
    """While anything stands here the document is not published."""

    def contradictions(self) -> Iterator[Contradiction]:
        """Dates in order, no id given to two tasks."""
        yield from super().contradictions()
        yield from repeated_ids("tasks", self.tasks)
        start = self.effective or self.date
        if self.expires and start and self.expires < start:
            begins = "có hiệu lực" if self.effective else "ban hành"
            yield Contradiction(
                "expires",
                f"'expires' ({day_text(self.expires)}) trước ngày {begins} ({day_text(start)})",
                "sửa một trong hai ngày",
                "expires: 31/12/2021",
                ("expires", "effective" if self.effective else "date"),
            )
        for key, what, day in (("received", "nhận", self.received), ("published", "đăng", self.published)):
            if day and self.date and day < self.date:
                yield Contradiction(
                    key,
                    f"'{key}' ({day_text(day)}) trước ngày ban hành ({day_text(self.date)})",
                    f"sửa ngày {what} hoặc ngày ban hành",
                    f"{key}: 22/4/2021",
                    (key, "date"),
                )

    @property
    def is_outcome(self) -> bool:
        """Whether it tells what came of others (a report, minutes, a commendation) and directs nothing itself."""
        return self.type.code in {"BC", "BB"} or bool(self.awards)

    @property
    def said_on(self) -> Day | None:
        """The day of issue, which stands on its page."""
        return self.date

    def is_public(self, today: Day) -> bool:
        """True if nothing holds it back: no draft, nothing left to review, its day of publishing has come."""
        day = self.published or self.date
        return not self.draft and not self.review and (day is None or day <= today)
