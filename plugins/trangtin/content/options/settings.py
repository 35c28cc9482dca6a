"""The plugin's options: who answers for the portal, and how it behaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator

from trangtin.content.award import AwardRules
from trangtin.content.options.editing_form import EditingForm
from trangtin.content.options.look import Look
from trangtin.content.options.outreach import Announcement, Channel, Feedback, Spokesperson
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.record import Contradiction, Record, labelled
from trangtin.content.term import Term
from trangtin.content.values.field import Count, Day, Identifier, Line, OneOrMore, YesNo, choice
from trangtin.content.values.place import Email, ExecutorName, WebAddress
from trangtin.content.values.vocabulary import DutyProfile, SharePictures


class SignatureRules(Record):
    """How attached files are judged: option `signatures` of the plugin in `mkdocs.yml`."""

    allow_sha1: YesNo = labelled(
        "Chấp nhận cơ quan chứng thực dùng SHA-1", "true", "Cạnh mỗi chữ ký như vậy có ghi rõ.", default=False
    )
    """Accepts authorities whose certificates are signed with SHA-1; it is said beside each signature."""
    late_days: Count = labelled(
        "Số ngày ký lệch ngày ban hành",
        "30",
        "Ký sớm, muộn hơn ngần ấy ngày so với ngày ban hành thì bị nhắc.",
        default=30,
    )
    """A signature made more days than this before or after the day of issue is reported."""
    largest_mb: Count = labelled("Cỡ tệp lớn nhất (MB)", "50", "Tệp lớn hơn là lỗi.", default=50)
    """A larger file is an error."""


class Abbreviation(Record):
    """A short form of the unit's own: option `search.abbreviations`."""

    short: Line = labelled("Viết tắt", "TCT")
    """As written in texts and typed by readers."""
    full: Line = labelled("Viết đủ", "Trường Chính trị tỉnh", "Tìm chữ này thấy chữ kia.")
    """What it stands for; a search for one finds the other."""


class OtherPortal(Record):
    """Another portal to search in: option `search.portals`."""

    name: Line = labelled("Tên trang", "Sở Xây dựng tỉnh Mẫu", "Hiện cạnh kết quả của trang ấy.")
    """The name that stands beside its answers."""
    address: WebAddress = labelled(
        "Địa chỉ trang chủ", "https://soxaydung.mau.example/", "Phải dựng bằng cùng phiên bản phần mềm."
    )
    """Its home page; it must be made by the same version of this program."""


class SearchRules(Record):
    """The search page: option `search` of the plugin in `mkdocs.yml`."""

    abbreviations: tuple[Abbreviation, ...] = labelled(
        "Chữ viết tắt riêng", None, "Ngoài những chữ ai cũng dùng (HĐND, UBND …).", default=()
    )
    """Beside those that everybody uses (HĐND, UBND …)."""
    portals: tuple[OtherPortal, ...] = labelled(
        "Tìm trong cả các trang khác", None, "Tìm cùng lúc với trang này.", default=()
    )
    """Portals whose pages are searched together with this one's."""


class Spelling(Record):
    """A spelling that is wrong in this portal's texts, and the right one."""

    wrong: Line = labelled("Viết sai", "Sở Xây dưng", "Không phân biệt hoa thường.")
    """As typed by mistake; case does not matter."""
    right: Line = labelled("Viết đúng", "Sở Xây dựng")
    """What is meant."""


class ProofreadingRules(Record):
    """How texts are proofread: option `proofreading` of the plugin in `mkdocs.yml`."""

    terms: tuple[Spelling, ...] = labelled("Từ hay gõ sai", None, "Thêm vào danh sách có sẵn.", default=())
    """Spellings to add to the list that comes with the program."""
    accept: OneOrMore[Line] = labelled("Cụm từ đúng, không nhắc", "đua thuyền thuyền thúng", default=())
    """Words that no rule speaks of where they stand."""
    skip: OneOrMore[Line] = labelled("Mã không dùng", "TT611", "Từ TT601 đến TT629.", default=())
    """Codes from TT601 to TT629 that are not reported."""

    def contradictions(self) -> Iterator[Contradiction]:
        """Only rules of proofreading may be switched off."""
        for code in self.skip:
            if not re.fullmatch(r"TT6[012]\d", code):
                message = f"'{code}' không phải là mã soát chữ"
                yield Contradiction("skip", message, "dùng mã từ TT601 đến TT629", "skip: [TT611]")


class PromptRule(Record):
    """The unit's own term for publishing documents of other bodies: option `duties.prompt`."""

    days: Count = labelled("Số ngày làm việc", "5", "Sau ngày nhận.")
    """Working days after the day of receipt."""
    since: Day = labelled("Áp dụng cho văn bản nhận từ", "1/4/2026", "Nhận trước đó thì tính theo quy định chung.")
    """Documents received before are judged by the program's rules."""
    source: Line = labelled("Theo quy định nào", "Quy chế số 17/QC-TCT", "Hiện cho người đọc.")
    """Where it is laid down, as readers are to see it."""


class DutyRules(Record):
    """Which duties of a public body's portal are watched: option `duties` of the plugin in `mkdocs.yml`."""

    profile: Annotated[DutyProfile, BeforeValidator(choice(DutyProfile))] | None = labelled(
        "Bộ quy định", "nd224-2026", "Bỏ trống: chỉ nhắc báo cáo quá hạn.", default=None
    )
    """The rules to go by; None: nobody is reminded of anything but overdue reports."""
    skip: OneOrMore[Identifier] = labelled(
        "Mục không áp dụng", "nguoi-phat-ngon", "Mã các mục đơn vị không phải làm.", default=()
    )
    """Duties of the profile that do not fall on this unit, by their id."""
    holidays: OneOrMore[Day] = labelled(
        "Ngày nghỉ thêm", "24/11/2026", "Để đếm ngày làm việc; ngoài danh sách có sẵn.", default=()
    )
    """Days off that the program's list does not have, for counting working days."""
    worked: OneOrMore[Day] = labelled(
        "Ngày làm bù thêm", "28/11/2026", "Thứ Bảy, Chủ nhật làm bù; ngoài danh sách có sẵn.", default=()
    )
    """Saturdays or Sundays worked in exchange for a day off, beside those of the program's list."""
    prompt: PromptRule | None = labelled(
        "Mức đăng kịp thời của đơn vị", None, "Thời hạn riêng để đăng văn bản của cơ quan khác.", default=None
    )
    """The unit's own term for publishing documents of other bodies; None: as the program's rules say."""


class SecurityContact(Record):
    """Whom to tell of a weakness of the site: option `security` of the plugin in `mkdocs.yml` (RFC 9116)."""

    contact: Email = labelled("Nơi nhận báo lỗ hổng", "antoan@truong.example", "Hộp thư có người đọc.")
    """A mail address that somebody reads."""
    expires: Day = labelled("Có giá trị đến", "30/9/2027", "Nên không quá một năm.")
    """After this day nobody should rely on it; at most a year ahead is good practice."""
    policy: WebAddress | None = labelled(
        "Quy định tiếp nhận", "https://truong.example/bao-loi/", "Trang nói báo lỗi được xử lý thế nào.", default=None
    )
    """Where it is written how reports are handled."""


class Settings(Record):
    """The plugin's options in `mkdocs.yml`."""

    unit: PortalUnit = labelled("Đơn vị chủ quản trang", None, "Đơn vị chịu trách nhiệm về trang.")
    """The unit that answers for the portal."""
    look: Look = labelled("Diện mạo", None, "Màu, huy hiệu, biểu ngữ, dòng thêm ở chân trang.", default=Look())
    """Colour, emblem, banner and further lines of the footer."""
    notice: Line | None = labelled(
        "Thông báo trên mọi trang", "Trang đang chạy thử", "Hiện đầu mọi trang.", default=None
    )
    """Shown on top of every page."""
    announcements: tuple[Announcement, ...] = labelled(
        "Thông báo theo ngày", None, "Hiện đầu mọi trang từ ngày này đến ngày kia.", default=()
    )
    """Shown on top of every page from one day to another."""
    spokesperson: Spokesperson | None = labelled("Người phát ngôn", None, "Hiện ở trang Liên hệ.", default=None)
    """Named on the contact page."""
    channels: tuple[Channel, ...] = labelled(
        "Kênh chính thức", None, "Hiện ở trang Liên hệ; ngoài danh sách ấy không phải kênh của đơn vị.", default=()
    )
    """Listed on the contact page: what is not there is not the unit's."""
    feedback: Feedback | None = labelled(
        "Góp ý, đánh giá", None, "Bỏ trống: chân trang chỉ có thư điện tử của đơn vị.", default=None
    )
    """How readers answer; None: the unit's mail address stands at the foot of every page, nothing more."""
    noindex: YesNo = labelled(
        "Không cho máy tìm kiếm lập chỉ mục", "true", "Cho trang mẫu, trang chạy thử.", default=False
    )
    """Asks search engines to stay away (samples, rehearsals)."""
    signatures: SignatureRules = labelled("Kiểm tra tệp đính kèm", default=SignatureRules())
    """How attached files are judged."""
    search: SearchRules = labelled("Tìm kiếm", None, "Những gì trang tìm kiếm biết thêm.", default=SearchRules())
    """What the search page knows beside the portal's own pages."""
    proofreading: ProofreadingRules = labelled("Soát chữ", default=ProofreadingRules())
    """How texts are proofread."""
    duties: DutyRules = labelled(
        "Nhắc nghĩa vụ công bố", None, "Những nghĩa vụ công bố mà máy nhắc.", default=DutyRules()
    )
    """Which duties of a public body's portal are watched."""
    awards: AwardRules = labelled("Khen thưởng", None, "Các hình thức khen thưởng.", default=AwardRules())
    """Which forms of commendation there are."""
    terms: tuple[Term, ...] = labelled(
        "Nhiệm kỳ, năm học", None, "Trang Lưu trữ xếp theo đây, cùng với năm; được chồng lên nhau.", default=()
    )
    """By which the archive is ordered, beside years; they may overlap."""
    licence: Line = labelled(
        "Điều kiện sử dụng lại nội dung, dữ liệu",
        "https://creativecommons.org/licenses/by/4.0/",
        "Một câu, hoặc địa chỉ giấy phép; hiện ở chân mọi trang.",
        default="Ghi rõ nguồn khi đăng lại nội dung của trang này",
    )
    """Under which conditions others may use what the site says, and its open data: a sentence or the address of a
    licence, at the foot of every page."""
    approval: YesNo = labelled(
        "Bắt buộc ghi người duyệt đăng", "true", "Văn bản đăng mà thiếu `approved_by` là lỗi.", default=False
    )
    """A public document without `approved_by` is an error."""
    security: SecurityContact | None = labelled(
        "Báo lỗ hổng bảo mật", None, "Tạo tệp `/.well-known/security.txt`.", default=None
    )
    """Makes `/.well-known/security.txt`; None: there is none."""
    cms: EditingForm | None = labelled(
        "Biểu mẫu soạn bài", None, "Mở biểu mẫu ở `/admin/`; chương trình lấy bằng `trangtin cms`.", default=None
    )
    """Publishes a form for editors at `/admin/`; None: there is none. `trangtin cms` fetches its program."""
    share_pictures: Annotated[SharePictures, BeforeValidator(choice(SharePictures))] = labelled(
        "Ảnh kèm liên kết khi chia sẻ",
        "phong-trao",
        "Trang nào có ảnh kèm khi chia sẻ; cần `site_url`.",
        default=SharePictures.NEWEST,
    )
    """Which pages get a picture that other sites show beside a link to them; needs `site_url`."""
    due_soon_days: Count = labelled(
        "Số ngày báo sắp đến hạn",
        "7",
        "Việc chưa xong, hạn trong ngần ấy ngày là sắp đến hạn; 0: chỉ đúng ngày hạn.",
        default=7,
    )
    """A task due within so many days from today, and not done, counts as due soon; 0: only on its last day."""
    executor: ExecutorName | None = labelled(
        "Nơi dựng chữ thay máy này",
        "tcp://may-chu.example:8786",
        "Cụm máy Dask (cần `trangtin[dask]`), hoặc `gói.mô_đun:tên` của một `concurrent.futures.Executor`.",
        default=None,
    )
    """A cluster that renders texts instead of this machine's processors: `tcp://host:port` or `tls://host:port` of a
    Dask scheduler (needs `trangtin[dask]`), or `package.module:name` of what gives a `concurrent.futures.Executor`."""
    page_size: Count = labelled("Số mục mỗi trang danh sách", "30", default=30)
    """Entries on one page of a list."""

    def contradictions(self) -> Iterator[Contradiction]:
        """No two terms of one name."""
        names = [term.slug for term in self.terms]
        for term in self.terms:
            if names.count(term.slug) > 1:
                yield Contradiction("terms", f"có hai mục cùng tên '{term.name}'", "đổi tên một mục")
                return

    def as_preview(self) -> Settings:
        """The settings for a rehearsal: announced on top of every page, hidden from search engines."""
        message = "Bản xem thử, không phải trang chính thức: có cả bản nháp chưa được duyệt đăng"
        return self.model_copy(update={"notice": message, "noindex": True})
