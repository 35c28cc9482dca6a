"""Commendations (khen thưởng): what a decision says of each, and the forms that a unit may use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import BeforeValidator

from trangtin.content.record import Contradiction, Record, labelled
from trangtin.content.text import compared, one_line
from trangtin.content.values.field import Day, Identifier, Line, OneOrMore, choice
from trangtin.content.values.vocabulary import AwardKind


class Revocation(Record):
    """An award taken back."""

    date: Day = labelled("Ngày thu hồi", "1/9/2021")
    """When."""
    by: Line = labelled("Theo quyết định", "45/QĐ-TCT")
    """By which decision."""


class Award(Record):
    """A commendation: name, position and unit of a person, nothing more personal."""

    form: Line = labelled("Hình thức", "Giấy khen", "Một trong các hình thức ở tùy chọn `awards`.")
    """Giấy khen, Bằng khen, a title …: one of those that the option `awards` lists."""
    to: Line = labelled(
        "Trao cho", "Khoa Lý luận cơ sở", "Tập thể hoặc cá nhân; sau tên, cách dấu phẩy, được ghi chức vụ, đơn vị."
    )
    """The group, or the person; position and unit may follow the name after a comma."""
    kind: Annotated[AwardKind, BeforeValidator(choice(AwardKind))] = labelled("Đối tượng", "tap-the")
    """Group or person."""
    position: Line | None = labelled("Chức vụ", "Giảng viên", "Của cá nhân, khi `to` chỉ có họ tên.", default=None)
    """Position of a person, where `to` is the name alone."""
    unit: Identifier | None = labelled(
        "Đơn vị", "khoa-llcs", "Bỏ trống: đơn vị có tên trong `to`, nếu có.", default=None
    )
    """Id of the sub-unit that the group is or the person belongs to; None: the one that `to` names, if it names one."""
    reason: Line | None = labelled("Thành tích", "Hoàn thành xuất sắc đợt thi đua", default=None)
    """For what."""
    revoked: Revocation | None = labelled("Đã thu hồi", None, "Ghi khi quyết định bị hủy.", default=None)
    """Set when it was annulled."""

    @property
    def name(self) -> str:
        """The group, or the person's name alone."""
        return self.to if self.kind is AwardKind.GROUP else self.to.partition(",")[0].strip()

    @property
    def duty(self) -> str | None:
        """A person's position, as its own key or the words after the name say it."""
        if self.kind is AwardKind.GROUP:
            return None
        return self.position or self.to.partition(",")[2].strip() or None

    def contradictions(self) -> Iterator[Contradiction]:
        """A position is a person's, and said once."""
        if self.position is None:
            return
        if self.kind is AwardKind.GROUP:
            yield Contradiction(
                "position",
                "tập thể không có chức vụ",
                "bỏ 'position', hoặc sửa 'kind' nếu đây là cá nhân",
                "kind: ca-nhan",
            )
        elif "," in self.to:
            yield Contradiction(
                "to",
                "chức vụ được ghi cả ở 'to' và ở 'position'",
                "chỉ để họ tên ở 'to'",
                f"to: {self.name}",
            )


USUAL_FORMS = (
    "Giấy khen",
    "Bằng khen",
    "Bằng khen của Thủ tướng Chính phủ",
    "Thư khen",
    "Lao động tiên tiến",
    "Chiến sĩ tiên tiến",
    "Chiến sĩ thi đua cơ sở",
    "Chiến sĩ thi đua cấp tỉnh",
    "Chiến sĩ thi đua cấp bộ",
    "Chiến sĩ thi đua toàn quốc",
    "Chiến sĩ thi đua …",
    "Tập thể lao động tiên tiến",
    "Tập thể lao động xuất sắc",
    "Đơn vị tiên tiến",
    "Đơn vị quyết thắng",
    "Cờ thi đua …",
    "Kỷ niệm chương …",
    "Huy chương …",
    "Huân chương …",
    "Nhà giáo nhân dân",
    "Nhà giáo ưu tú",
    "Thầy thuốc nhân dân",
    "Thầy thuốc ưu tú",
    "Anh hùng …",
    "Giải thưởng …",
)
"""Titles and forms of Luật Thi đua, khen thưởng 06/2022/QH15 that offices use; `…` stands for any words or none."""
_OPEN = re.compile(r"\s*(?:…|\.\.\.)$")
_ADDED = re.compile(r"(?:của|do|cấp|hạng|về|vì|năm|năm học)\s")
_BEFORE = re.compile(r"(?i)^(?:tặng\s+)?(?:danh\s+hiệu\s+)?")
_Y = re.compile(r"(?<=[hklmst])[yỳỷỹýỵ]\b")  # chiến sỹ and chiến sĩ, kỷ niệm and kỉ niệm: both are written
_Y_AS_I = str.maketrans("yỳỷỹýỵ", "iìỉĩíị")
_QUOTES = str.maketrans("", "", "\"'“”‘’«»")


class AwardRules(Record):
    """Forms of commendation: option `awards` of the plugin in `mkdocs.yml`."""

    forms: OneOrMore[Line] = labelled(
        "Các hình thức thường dùng",
        "Giấy khen",
        "Chỉ ghi khi thay hẳn danh sách có sẵn; `…` ở cuối là chữ bất kỳ.",
        default=USUAL_FORMS,
    )
    """The usual forms; give this list only to replace the program's own. `…` at the end stands for any words."""
    more: OneOrMore[Line] = labelled(
        "Hình thức riêng của đơn vị", "Gương sáng giảng đường", "Ngoài `forms`.", default=()
    )
    """Forms beside `forms`."""

    @property
    def all(self) -> tuple[str, ...]:
        """Every form as it is listed."""
        return (*self.forms, *self.more)

    @cached_property
    def _known(self) -> tuple[tuple[str, str, bool], ...]:
        """(compared, shown, may go on) of each form, the longest first: of two that fit the closer one counts."""
        found = [(_compared(_OPEN.sub("", form)), _OPEN.sub("", form), bool(_OPEN.search(form))) for form in self.all]
        return tuple(sorted(found, key=lambda each: -len(each[0])))

    def listed(self, form: str) -> str | None:
        """The listed form that a typed one is, without its `…`; None if it is none.

        `Giấy khen của Hiệu trưởng` is a Giấy khen, `danh hiệu "Lao động tiên tiến"` is that title, and where words may
        follow `Huân chương Lao động hạng Ba` is a Huân chương. Tone placement and case do not matter, accents do.
        """
        typed = _compared(form)
        for known, shown, is_open in self._known:
            rest = typed.removeprefix(known) if typed.startswith(known) else None
            if rest == "" or (rest is not None and rest[:1] == " " and (is_open or _ADDED.match(rest[1:]))):
                return shown
        return None


def _compared(form: str) -> str:
    words = compared(_BEFORE.sub("", one_line(form.translate(_QUOTES))))
    return _Y.sub(lambda match: match[0].translate(_Y_AS_I), words)
