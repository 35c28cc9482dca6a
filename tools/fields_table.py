"""Writes docs/fields.md from the declarations of the front matter: `python -m tools.fields_table`."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic.json_schema import WithJsonSchema

from trangtin.content.award import Award, AwardRules, Revocation
from trangtin.content.campaign import Anchor, Campaign, Milestone, Work
from trangtin.content.document import AttachedFile, Basis, Document, FormerFile, Signer, Task
from trangtin.content.news import Image, News
from trangtin.content.options.editing_form import EditingForm
from trangtin.content.options.look import Banner, FooterFact, Look
from trangtin.content.options.outreach import Announcement, Channel, Feedback, PlannedStop, Spokesperson
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import (
    Abbreviation,
    DutyRules,
    OtherPortal,
    PromptRule,
    ProofreadingRules,
    SearchRules,
    SecurityContact,
    Settings,
    SignatureRules,
    Spelling,
)
from trangtin.content.page import Exemption, Page, PageHead, Withdrawal
from trangtin.content.record import Record, own_first
from trangtin.content.term import Term
from trangtin.content.translation import Translation
from trangtin.content.unit import FormerName, Unit, UnitFacts
from trangtin.content.values.doctype import TYPES
from trangtin.content.values.vocabulary import (
    Authority,
    AwardKind,
    CampaignForm,
    Choice,
    DutyProfile,
    FileRole,
    FormBackend,
    Level,
    PersonalData,
    SharePictures,
    UnitKind,
    WorkStatus,
)

PAGE = Path(__file__).resolve().parent.parent / "docs" / "fields.md"

# The first of each group is the file itself; the others are the records it nests.
GROUPS: tuple[tuple[str, str, tuple[type[Record], ...]], ...] = (
    (
        "Văn bản",
        "mọi tệp `.md` khác trong `plans/`",
        (Document, Signer, Basis, AttachedFile, FormerFile, Task, Award, Revocation),
    ),
    ("Phong trào thi đua", "`plans/<năm>/<phong-trào>/index.md`", (Campaign, Anchor, Milestone, Work)),
    ("Tin tức", "`site_src/tin-tuc/<năm>/<tên>.md`", (News, Image)),
    ("Đơn vị trực thuộc", "`site_src/don-vi/<mã>.md`", (Unit, UnitFacts, FormerName)),
    ("Trang khác", "mọi tệp `.md` còn lại trong `site_src/`", (Page,)),
    ("Bản dịch", "`<tên bản gốc>.<mã ngôn ngữ>.md`, cạnh bản gốc", (Translation,)),
    ("Khóa dùng chung", "mọi loại tệp nói trên", (PageHead, Withdrawal, Exemption)),
    (
        "Tùy chọn của plugin",
        "`mkdocs.yml`, dưới `plugins: - trangtin:`",
        (
            Settings,
            PortalUnit,
            SignatureRules,
            SearchRules,
            Abbreviation,
            OtherPortal,
            ProofreadingRules,
            Spelling,
            DutyRules,
            Announcement,
            PlannedStop,
            Spokesperson,
            Channel,
            Feedback,
            PromptRule,
            AwardRules,
            Term,
            SecurityContact,
            Look,
            Banner,
            FooterFact,
            EditingForm,
        ),
    ),
)
RECORDS = {record: record.__name__ for _, _, records in GROUPS for record in records[1:]}
LISTS: dict[type[Choice], str] = {
    Level: "Cấp ban hành",
    FileRole: "Vai trò của tệp",
    WorkStatus: "Tình trạng",
    CampaignForm: "Hình thức thi đua",
    AwardKind: "Đối tượng khen thưởng",
    UnitKind: "Loại đơn vị",
    Authority: "Quyền hạn ký",
    PersonalData: "Loại thông tin cá nhân",
    DutyProfile: "Bộ quy định",
    FormBackend: "Nơi giữ kho của biểu mẫu soạn bài",
    SharePictures: "Ảnh kèm liên kết khi chia sẻ",
}
HEAD = """\
# Các khóa của phần đầu tệp

<!-- Made by `python -m tools.fields_table` of what `plugins/trangtin/content/` declares: change that, not the page. -->

Để tra cứu; mới làm quen thì đọc [Hướng dẫn biên tập](huong-dan-bien-tap.md).

Khóa có dấu ✔ là bắt buộc. Khóa không có trong bảng là lỗi [TT201](problems.md#tt201-khóa-không-có) (riêng ở
"Trang khác" thì được bỏ qua). "Danh sách" viết mỗi mục một dòng bắt đầu bằng `- `; danh sách chữ chỉ có một mục thì
viết thẳng giá trị cũng được. Ngày viết `20/4/2021`, `2021-04-20` hoặc `ngày 20 tháng 4 năm 2021`.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_groups(), *_lists()])


def _groups() -> Iterator[str]:
    for title, where, records in GROUPS:
        yield f"## {title}\n\nNơi đặt: {where}.\n"
        for record in records:
            if record is not records[0]:
                yield f"### {RECORDS[record]}\n"
            yield from _table(record)


def _table(record: type[Record]) -> Iterator[str]:
    yield "| Khóa | Nhãn | Kiểu | Bắt buộc | Ví dụ | Ghi chú |\n|---|---|---|:-:|---|---|"
    shared = PageHead.model_fields if issubclass(record, PageHead) and record is not PageHead else {}
    for key in own_first(record):
        declared = record.model_fields[key]
        if key not in shared:
            example = f"`{declared.examples[0]}`" if declared.examples else ""
            cells = (
                f"`{key}`",
                declared.title or "",
                _kind(declared),
                "✔" if declared.is_required() else "",
                example,
                declared.description or "",
            )
            yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
    yield ""


def _kind(declared: FieldInfo) -> str:
    annotation = declared.annotation
    for data in declared.metadata:
        annotation = Annotated[annotation, data]  # type: ignore[assignment]
    found = _name(annotation)
    assert found is not None, (
        f"{annotation}: a record is named in GROUPS, a closed list in LISTS, a new kind of value in its own declaration"
    )
    return found


def _name(annotation: Any) -> str | None:
    """The Vietnamese name of a kind of value, with a link where it has a table of its own."""
    if isinstance(annotation, type) and annotation in RECORDS:
        return f"nhóm [{RECORDS[annotation]}](#{RECORDS[annotation].lower()})"
    if isinstance(annotation, type) and annotation in LISTS:
        return f"[danh sách đóng](#{LISTS[annotation].lower().replace(' ', '-')})"
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return f"danh sách ({_name(arguments[0])})"
    if origin in {Union, types.UnionType}:
        return next(filter(None, map(_name, arguments)), None)
    if origin is Annotated:
        told = (data.json_schema for data in arguments[1:] if isinstance(data, WithJsonSchema))
        return next((str(schema["description"]) for schema in told if schema), None) or _name(arguments[0])
    return None


def _lists() -> Iterator[str]:
    yield "## Giá trị của danh sách đóng\n\nViết giá trị (cột trái) hoặc nhãn (cột phải).\n"
    for vocabulary, title in LISTS.items():
        yield f"### {title}\n\n| Giá trị | Nhãn |\n|---|---|"
        yield from (f"| `{member.value}` | {member.label} |" for member in vocabulary)
        yield ""
    yield "### Loại văn bản\n\nViết mã hoặc tên.\n\n| Mã | Tên |\n|---|---|"
    for kind in TYPES:
        code = f"`{kind.code}`" if kind.code else "(không có mã)"
        yield f"| {code} | {kind.name} |"
    yield ""


if __name__ == "__main__":
    sys.stdout.write(f"{PAGE.write_text(page(), encoding='utf-8')} ký tự: {PAGE.name}\n")
