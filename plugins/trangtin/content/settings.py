"""The plugin's options: who answers for the portal, and how it behaves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator

from trangtin.content.award import AwardRules
from trangtin.content.editing_form import EditingForm
from trangtin.content.entry import KeyPath, Layout, line_of
from trangtin.content.field import Count, Day, Identifier, Line, OneOrMore, YesNo, choice
from trangtin.content.front_matter import parse_yaml
from trangtin.content.look import Look
from trangtin.content.messages import build
from trangtin.content.outreach import Announcement, Channel, Feedback, Spokesperson
from trangtin.content.place import Email, ExecutorName, WebAddress
from trangtin.content.problem import Code, Problem
from trangtin.content.record import Contradiction, Record, labelled
from trangtin.content.term import Term
from trangtin.content.vocabulary import DutyProfile, SharePictures

DRAFTS = "TRANGTIN_DRAFTS"
"""Set in the environment by `trangtin serve --drafts`; without effect in a build."""
PREVIEW = "TRANGTIN_PREVIEW"
"""Set in the environment by `trangtin build --preview`: the address of the preview, empty where that is not known."""


class PortalUnit(Record):
    """The unit that answers for the portal: option `unit` of the plugin in `mkdocs.yml`."""

    name: Line = labelled("Tên đơn vị", "Trường Chính trị tỉnh Mẫu")
    """Full name."""
    short_name: Line | None = labelled("Tên ngắn", "Trường Chính trị", default=None)
    """For narrow places."""
    parent: Line | None = labelled("Cơ quan chủ quản", "Tỉnh ủy Mẫu", default=None)
    """The body above."""
    address: Line | None = labelled("Địa chỉ", "Số 1 đường Mẫu, phường Mẫu, tỉnh Mẫu", default=None)
    """Postal address."""
    phone: Line | None = labelled("Điện thoại", "0200 3000 000", default=None)
    """Telephone."""
    email: Email | None = labelled("Thư điện tử", "vanphong@truong.example", default=None)
    """Mail."""
    responsible: Line | None = labelled("Chịu trách nhiệm", "Nguyễn Văn A, Hiệu trưởng", default=None)
    """Who answers for the content."""
    symbol: Line | None = labelled("Ký hiệu", "TCT", default=None)
    """The unit's symbol in document numbers."""


class SignatureRules(Record):
    """How attached files are judged: option `signatures` of the plugin in `mkdocs.yml`."""

    allow_sha1: YesNo = labelled("Chấp nhận cơ quan chứng thực dùng SHA-1", "true", default=False)
    """Accepts authorities whose certificates are signed with SHA-1; it is said beside each signature."""
    late_days: Count = labelled("Số ngày ký lệch ngày ban hành", "30", default=30)
    """A signature made more days than this after or before the day of issue is told of."""
    largest_mb: Count = labelled("Cỡ tệp lớn nhất (MB)", "50", default=50)
    """A larger file is an error."""


class Abbreviation(Record):
    """A short form of the unit's own: option `search.abbreviations`."""

    short: Line = labelled("Viết tắt", "TCT")
    """As written in texts and typed by readers."""
    full: Line = labelled("Viết đủ", "Trường Chính trị tỉnh")
    """What it stands for; a search for one finds the other."""


class OtherPortal(Record):
    """Another portal to search in: option `search.portals`."""

    name: Line = labelled("Tên trang", "Sở Xây dựng tỉnh Mẫu")
    """What its answers are told by."""
    address: WebAddress = labelled("Địa chỉ trang chủ", "https://soxaydung.mau.example/")
    """Its home page; it must be made by the same version of this program."""


class SearchRules(Record):
    """The search page: option `search` of the plugin in `mkdocs.yml`."""

    abbreviations: tuple[Abbreviation, ...] = labelled("Chữ viết tắt riêng", default=())
    """Beside those that everybody uses (HĐND, UBND …)."""
    portals: tuple[OtherPortal, ...] = labelled("Tìm trong cả các trang khác", default=())
    """Portals whose pages are searched together with this one's."""


class Spelling(Record):
    """A spelling that is wrong in this portal's texts, and the right one."""

    wrong: Line = labelled("Viết sai", "Sở Xây dưng")
    """As typed by mistake; case does not matter."""
    right: Line = labelled("Viết đúng", "Sở Xây dựng")
    """What is meant."""


class ProofreadingRules(Record):
    """How texts are proofread: option `proofreading` of the plugin in `mkdocs.yml`."""

    terms: tuple[Spelling, ...] = labelled("Từ hay gõ sai", default=())
    """Spellings to add to the list that comes with the program."""
    accept: OneOrMore[Line] = labelled("Cụm từ đúng, không nhắc", "đua thuyền thuyền thúng", default=())
    """Words that no rule speaks of where they stand."""
    skip: OneOrMore[Line] = labelled("Mã không dùng", "TT611", default=())
    """Codes from TT601 to TT629 that are not told."""

    def contradictions(self) -> Iterator[Contradiction]:
        """Only rules of proofreading may be switched off."""
        for code in self.skip:
            if not re.fullmatch(r"TT6[012]\d", code):
                told = f"'{code}' không phải là mã soát chữ"
                yield Contradiction("skip", told, "dùng mã từ TT601 đến TT629", "skip: [TT611]")


class PromptRule(Record):
    """The unit's own term for publishing documents of other bodies: option `duties.prompt`."""

    days: Count = labelled("Số ngày làm việc", "5")
    """Working days after the day of receipt."""
    since: Day = labelled("Áp dụng cho văn bản nhận từ", "1/4/2026")
    """Documents received before are judged by the program's rules."""
    source: Line = labelled("Theo quy định nào", "Quy chế số 17/QC-TCT")
    """Where it is laid down; readers are told."""


class DutyRules(Record):
    """Which duties of a public body's portal are watched: option `duties` of the plugin in `mkdocs.yml`."""

    profile: Annotated[DutyProfile, BeforeValidator(choice(DutyProfile))] | None = labelled(
        "Bộ quy định", "nd224-2026", default=None
    )
    """The rules to go by; None: nobody is reminded of anything but overdue reports."""
    skip: OneOrMore[Identifier] = labelled("Mục không áp dụng", "nguoi-phat-ngon", default=())
    """Duties of the profile that do not fall on this unit, by their id."""
    holidays: OneOrMore[Day] = labelled("Ngày nghỉ thêm", "24/11/2026", default=())
    """Days off that the program's list does not have, for counting working days."""
    worked: OneOrMore[Day] = labelled("Ngày làm bù thêm", "28/11/2026", default=())
    """Saturdays or Sundays worked in exchange for a day off, beside those of the program's list."""
    prompt: PromptRule | None = labelled("Mức đăng kịp thời của đơn vị", default=None)
    """The unit's own term for publishing documents of other bodies; None: as the program's rules say."""


class SecurityContact(Record):
    """Whom to tell of a weakness of the site: option `security` of the plugin in `mkdocs.yml` (RFC 9116)."""

    contact: Email = labelled("Nơi nhận báo lỗ hổng", "antoan@truong.example")
    """A mail address that somebody reads."""
    expires: Day = labelled("Có giá trị đến", "30/9/2027")
    """After this day nobody should rely on it; at most a year ahead is good practice."""
    policy: WebAddress | None = labelled("Quy định tiếp nhận", "https://truong.example/bao-loi/", default=None)
    """Where it is written how reports are handled."""


class Settings(Record):
    """The plugin's options in `mkdocs.yml`."""

    unit: PortalUnit = labelled("Đơn vị chủ quản trang")
    """The unit that answers for the portal."""
    look: Look = labelled("Diện mạo", default=Look())
    """Colour, emblem, banner and further lines of the footer."""
    notice: Line | None = labelled("Thông báo trên mọi trang", "Trang đang chạy thử", default=None)
    """Shown on top of every page."""
    announcements: tuple[Announcement, ...] = labelled("Thông báo theo ngày", default=())
    """Shown on top of every page from one day to another."""
    spokesperson: Spokesperson | None = labelled("Người phát ngôn", default=None)
    """Named on the contact page."""
    channels: tuple[Channel, ...] = labelled("Kênh chính thức", default=())
    """Listed on the contact page: what is not there is not the unit's."""
    feedback: Feedback | None = labelled("Góp ý, đánh giá", default=None)
    """How readers answer; None: the unit's mail address stands at the foot of every page, nothing more."""
    noindex: YesNo = labelled("Không cho máy tìm kiếm lập chỉ mục", "true", default=False)
    """Asks search engines to stay away (samples, rehearsals)."""
    signatures: SignatureRules = labelled("Kiểm tra tệp đính kèm", default=SignatureRules())
    """How attached files are judged."""
    search: SearchRules = labelled("Tìm kiếm", default=SearchRules())
    """What the search page knows beside the portal's own pages."""
    proofreading: ProofreadingRules = labelled("Soát chữ", default=ProofreadingRules())
    """How texts are proofread."""
    duties: DutyRules = labelled("Nhắc nghĩa vụ công bố", default=DutyRules())
    """Which duties of a public body's portal are watched."""
    awards: AwardRules = labelled("Khen thưởng", default=AwardRules())
    """Which forms of commendation there are."""
    terms: tuple[Term, ...] = labelled("Nhiệm kỳ, năm học", default=())
    """By which the archive is ordered, beside years; they may overlap."""
    licence: Line = labelled(
        "Điều kiện sử dụng lại dữ liệu",
        "https://creativecommons.org/licenses/by/4.0/",
        default="Ghi rõ nguồn khi đăng lại nội dung của trang này",
    )
    """Under which conditions others may use the open data: a sentence or the address of a licence."""
    approval: YesNo = labelled("Bắt buộc ghi người duyệt đăng", "true", default=False)
    """A public document without `approved_by` is an error."""
    security: SecurityContact | None = labelled("Báo lỗ hổng bảo mật", default=None)
    """Makes `/.well-known/security.txt`; None: there is none."""
    cms: EditingForm | None = labelled("Biểu mẫu soạn bài", default=None)
    """Publishes a form for editors at `/admin/`; None: there is none. `trangtin cms` fetches its program."""
    share_pictures: Annotated[SharePictures, BeforeValidator(choice(SharePictures))] = labelled(
        "Ảnh kèm liên kết khi chia sẻ", "phong-trao", default=SharePictures.NEWEST
    )
    """Which pages get a picture that other sites show beside a link to them; needs `site_url`."""
    due_soon_days: Count = labelled("Số ngày báo sắp đến hạn", "7", default=7)
    """A task due within so many days from today, and not done, is told to be due soon; 0: only on its last day."""
    executor: ExecutorName | None = labelled("Nơi dựng chữ thay máy này", "tcp://may-chu.example:8786", default=None)
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
        """The same for a rehearsal: said on top of every page, and nothing for search engines."""
        told = "Bản xem thử, không phải trang chính thức: có cả bản nháp chưa được duyệt đăng"
        return self.model_copy(update={"notice": told, "noindex": True})


@dataclass(frozen=True, slots=True)
class PortalConfig:
    """What `mkdocs.yml` says that matters without MkDocs."""

    settings: Settings | None
    """None where the options cannot be read."""
    layout: Layout
    problems: tuple[Problem, ...]
    excluded: tuple[str, ...] = ()
    """Patterns of `exclude_docs` and `draft_docs`, as in `.gitignore`."""
    linked: frozenset[str] = frozenset()
    """Files of `docs_dir` that `nav`, `extra_css` or `extra_javascript` names, by repository path."""
    site_url: str = ""
    """Where the portal stands in public; empty where that is not said."""


def menu_labels(nav: Any) -> dict[str, str]:
    """The menu's name for each file (`van-ban/index.md` -> `Văn bản`), as `nav` gives them."""
    if isinstance(nav, dict):
        nested = [{value: str(label)} if isinstance(value, str) else menu_labels(value) for label, value in nav.items()]
    else:
        nested = [menu_labels(item) for item in nav] if isinstance(nav, list) else []
    return {path: label for found in nested for path, label in found.items()}


def files_in_config(config: Mapping[str, Any]) -> Iterator[str]:
    """Files of `docs_dir` that `mkdocs.yml` names: in the menu, as styles, as scripts."""
    yield from menu_labels(config.get("nav"))
    for part in (*_items(config.get("extra_css")), *_items(config.get("extra_javascript"))):
        yield str(part.get("path")) if isinstance(part, dict) else str(part)


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def read_config(text: str, path: str = "mkdocs.yml") -> PortalConfig:
    """Read `docs_dir` and the plugin's options from the text of `mkdocs.yml`; tags such as `!ENV` stay unread."""
    data, lines, problems = parse_yaml(text, path, aliases=True)
    if data is None:
        return PortalConfig(None, Layout(), tuple(problems))
    docs = data.get("docs_dir")
    layout = Layout(docs=docs.strip("/").removeprefix("./") if isinstance(docs, str) else "docs")
    options, key = _options(data.get("plugins"))
    if options is None:
        return PortalConfig(
            None,
            layout,
            (
                Problem(
                    path,
                    line_of(lines, ("plugins",)),
                    Code.MISSING_KEY,
                    "chưa bật plugin 'trangtin'",
                    "thêm plugin vào mục 'plugins'",
                    "- trangtin: {unit: {name: Trường Chính trị tỉnh Mẫu}}",
                ),
            ),
        )
    if not isinstance(options, dict):
        told = Problem(
            path,
            line_of(lines, key),
            Code.WRONG_SHAPE,
            "'trangtin' cần một nhóm khóa con",
            "viết khóa unit bên dưới",
            "trangtin: {unit: {name: Trường Chính trị tỉnh Mẫu}}",
        )
        return PortalConfig(None, layout, (*problems, told))
    settings, found = build_settings(
        options, path, {k[len(key) :]: v for k, v in lines.items() if k[: len(key)] == key}
    )
    patterns = "\n".join(str(data[key]) for key in ("exclude_docs", "draft_docs") if data.get(key))
    linked = frozenset(f"{layout.docs}/{path}" for path in files_in_config(data))
    url = data.get("site_url")
    url = url if isinstance(url, str) else ""
    return PortalConfig(settings, layout, (*problems, *found), tuple(patterns.splitlines()), linked, url)


def build_settings(
    options: Mapping[str, Any], path: str, lines: Mapping[KeyPath, int]
) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The frozen settings of the plugin's options, or None and every problem in them."""
    built = build(Settings, options, path, lines)
    return (None, tuple(built)) if isinstance(built, list) else (built, ())


def _options(plugins: Any) -> tuple[Any, KeyPath]:
    """The options of the plugin, whatever they are, and where they stand; plugins may be a list or a mapping."""
    if isinstance(plugins, dict):
        return (plugins["trangtin"] or {}, ("plugins", "trangtin")) if "trangtin" in plugins else (None, ())
    for index, item in enumerate(plugins if isinstance(plugins, list) else ()):
        if item == "trangtin":
            return {}, ("plugins", index)
        if isinstance(item, dict) and "trangtin" in item:
            return item["trangtin"] or {}, ("plugins", index, "trangtin")
    return None, ()
