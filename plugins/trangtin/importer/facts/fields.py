"""From the parts of a paper to the keys of the front matter; what is not on the paper stays empty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from trangtin.content.abbreviated import name_meant, same_body
from trangtin.content.printed.recipients import ADDRESSED
from trangtin.content.printed.type_and_subject import SHORT, type_at_start
from trangtin.content.text import large, one_line
from trangtin.content.values.doctype import DocumentType, find_type
from trangtin.importer import grammar
from trangtin.importer.facts.bases import opening, read_bases
from trangtin.importer.facts.citation import Citation
from trangtin.importer.facts.foot import Foot, SignedBy
from trangtin.importer.facts.force import read_force
from trangtin.importer.facts.found import Found
from trangtin.importer.facts.head import Head
from trangtin.importer.facts.issuer import as_spelt, joint_issuers, read_issuer, spoken_issuer
from trangtin.importer.facts.levels import read_level, untold
from trangtin.importer.letters import without_notes
from trangtin.importer.sheet import Sheet
from trangtin.importer.surroundings import Surroundings
from trangtin.importer.zones import Zones


def fill(
    sheet: Sheet, zones: Zones, head: Head, foot: Foot, units: Sequence[str], source: str, around: Surroundings
) -> None:
    """Set every key that the paper gives, in the order of the front matter, but its tasks."""
    kind = _type(zones, head, units, source, sheet)
    sheet.put("type", kind.code if kind.code and find_type(kind.code) == kind else kind.name)
    _number_and_day(head, sheet)
    _issuer(head, foot, units, around, sheet)
    _title(zones, head, kind, units, source, sheet)
    _signers(foot, sheet)
    _bases(units, sheet)
    _force(units, head, around, sheet)
    sheet.take("recipients", Found(list(foot.recipients) or None), "văn bản không có phần Nơi nhận")


def _type(zones: Zones, head: Head, units: Sequence[str], source: str, sheet: Sheet) -> DocumentType:
    upper, number = zones.upper, head.number.value
    coded = number.type if number else None
    letter = find_type("Công văn")
    assert letter is not None
    if upper.type is not None:
        if upper.joint:
            sheet.doubt(
                "type",
                f"trên văn bản ghi “{upper.type.name} {upper.joint.lower()}”, đã ghi “{upper.type.name}”",
            )
        agrees = coded is not None and coded.name == upper.type.name
        if number and not agrees and (number.type_code or number.year is None):
            sheet.doubt("type", f"trên văn bản là “{upper.type.name}”, nhưng ký hiệu là “{number.symbol}”")
        return upper.type
    addressed = any(ADDRESSED.match(text) for text in units[:3])
    if head.subject or addressed:
        if coded is not None:
            sheet.doubt("type", f"trình bày như công văn, nhưng ký hiệu là “{number.symbol if number else ''}”")
        elif not head.subject:
            sheet.doubt("type", "không có dòng tên loại; có “Kính gửi” nên coi là công văn")
        return letter
    if coded is not None:
        sheet.doubt("type", "không có dòng tên loại, suy từ ký hiệu")
        return coded
    begun = type_at_start(_joined([line.text for line in upper.title]))
    if begun is not None:
        sheet.doubt("type", "không có dòng tên loại riêng, suy từ chữ đầu của tên văn bản")
        return begun
    named = next((kind for part in re.split(r"[\W_]+", PurePosixPath(source).stem) if (kind := _coded(part))), None)
    sheet.doubt("type", "không nhận ra loại văn bản, " + ("suy từ tên tệp" if named else "tạm ghi công văn"))
    return named or letter


def _coded(part: str) -> DocumentType | None:
    return find_type(part) if len(part) in {2, 3} and not part.isdigit() else None


def _number_and_day(head: Head, sheet: Sheet) -> None:
    number = head.number.value
    sheet.take(
        "number",
        Found(number.text if number else None, head.number.doubts),
        "văn bản không ghi số của chính nó (số ở phần căn cứ là của văn bản khác)",
    )
    sheet.take("date", head.date, "văn bản không ghi ngày ban hành")
    sheet.take("place", head.place, "văn bản không ghi nơi ban hành")


def _issuer(head: Head, foot: Foot, units: Sequence[str], around: Surroundings, sheet: Sheet) -> None:
    issuer, parent = read_issuer(head.issuers)
    if issuer.value is None:
        issuer = spoken_issuer(opening(units))
    if len(foot.signers) > 1 and (together := joint_issuers(head.issuers)):
        issuer, parent = Found(together, ("văn bản liên tịch: xem lại tên các cơ quan",)), Found(None)
    texts = [*around.own_names, *around.units.values(), *units, *foot.recipients]
    names = [Found(as_spelt(each.value, texts) if each.value else None, each.doubts) for each in (issuer, parent)]
    sheet.take("issuer", names[0], "không nhận ra cơ quan ban hành")
    sheet.take("parent", names[1])
    name = names[0].value
    if name is None or any(same_body(name, own) for own in around.own_names):
        return
    level = read_level(name, head.date.value)
    meant = name_meant(name, around.own_names)
    is_other = bool(around.own_names) and meant is None and name not in around.units.values()
    sheet.take(
        "level", Found(level.value.value if level.value else None, level.doubts), untold(name) if is_other else ""
    )
    if meant is not None:
        # Taken as the unit's own unasked, another school's paper could close its campaigns.
        sheet.doubt(
            "issuer",
            f"“{name}” có phải chính đơn vị (“{meant}”) không? Phải thì bỏ 'issuer' (và 'level' nếu có); để lần sau"
            " không hỏi nữa thì ghi tên ấy vào 'short_name' hoặc 'former' của 'unit' trong mkdocs.yml. Không phải thì"
            " giữ nguyên",
        )


def _title(zones: Zones, head: Head, kind: DocumentType, units: Sequence[str], source: str, sheet: Sheet) -> None:
    upper = zones.upper
    title = _joined([line.text for line in upper.title])
    if zones.is_annex:
        title = _annex_title(units)
    subject = SHORT.sub("", title, count=1) or head.subject
    title = one_line(without_notes(subject)).strip(" ;:*")
    title = large(title)  # below its type a title may go on in small letters
    title = title if title.endswith(("./.", "...", "v.v.")) else title.rstrip(".")
    if not title:
        title = f"{kind.name} ({PurePosixPath(source).stem})"
        sheet.doubt("title", "không thấy trích yếu, tạm ghi tên tệp")
    elif upper.type is None and upper.title:
        sheet.doubt("title", "không có dòng tên loại, đã lấy các dòng dưới phần đầu làm tên, đối chiếu với bản in")
    elif upper.speaker:
        sheet.doubt("title", f"dòng “{upper.speaker}” dưới tên loại nói ai ban hành nên không ghi vào trích yếu")
    elif not upper.is_title_certain:
        sheet.doubt("title", "chỗ kết thúc trích yếu chỉ đoán theo chữ, đối chiếu với bản in")
    sheet.put("title", title)


def _annex_title(units: Sequence[str]) -> str:
    """`Phụ lục I: Danh mục …` from the first lines of an annex."""
    first, about = (*units[:2], "", "")[:2]
    about = "" if about.startswith("(") else about
    return f"{first}: {about}" if about else first


def _joined(lines: Sequence[str]) -> str:
    out = ""
    for line in lines:
        out += f"{grammar.joint(out, line)}{line}" if out else line
    return out


def _signers(foot: Foot, sheet: Sheet) -> None:
    named = [each for each in foot.signers if each.name]
    complete = [each for each in named if each.position]
    if not complete:
        reason = "không thấy người ký"
        if named:
            reason = f"thấy tên {named[0].name} mà không thấy chức vụ"
        elif foot.signers:
            reason = f"có chức vụ {foot.signers[0].position} mà không thấy họ tên"
        sheet.doubt("signer", reason)
        return
    sheet.put("signer", _signer(complete[0]))
    if len(complete) > 1:
        sheet.put("cosigners", [_signer(each) for each in complete[1:]])
        sheet.doubt("signer", f"có {len(complete)} người ký, xem lại thứ tự và chức vụ")
    if len(complete) < len(foot.signers):
        sheet.doubt("signer", "phần ký còn tên hoặc chức vụ chưa ghép được")


def _signer(signed: SignedBy) -> dict[str, object]:
    authority = {"authority": signed.authority.value} if signed.authority else {}
    return {**authority, "position": signed.position, "name": signed.name}


def _bases(units: Sequence[str], sheet: Sheet) -> None:
    found = read_bases(units)
    rows = [row for each in found.value if (row := _basis(each))]
    sheet.take("basis", Found(rows or None, found.doubts))


def _force(units: Sequence[str], head: Head, around: Surroundings, sheet: Sheet) -> None:
    found = read_force(str(sheet.values["title"]), units, head.date.value, around.holds)
    sheet.take("effective", found.effective)
    for key, each in (("replaces", found.replaces), ("amends", found.amends), ("corrects", found.corrects)):
        sheet.take(key, Found(list(each.value) or None, each.doubts))


def _basis(cited: Citation) -> dict[str, object]:
    told = {
        "type": cited.type,
        "number": cited.number,
        "date": cited.date,
        "issuer": cited.issuer,
        "title": cited.title,
    }
    return {key: value for key, value in told.items() if value is not None}
