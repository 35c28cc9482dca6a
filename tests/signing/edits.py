"""What people and attackers do to PDF files, signed or not."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.generic import pdf_name as name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints

Dict = generic.DictionaryObject


def appended(data: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """The file with one more revision."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _page(writer: IncrementalPdfFileWriter, index: int = 0) -> Dict:
    page: Dict = writer.find_page_for_modification(index)[0].get_object()
    return page


def text_edited(data: bytes) -> bytes:
    """The words of page 1 replaced."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _page(writer)
        page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT /F1 12 Tf 72 700 Td (Khac) Tj ET"))
        writer.update_container(page)

    return appended(data, change)


def note_added(data: bytes, kind: str = "/Text") -> bytes:
    """A comment or a text box on page 1."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _page(writer)
        note = Dict({name("/Type"): name("/Annot"), name("/Subtype"): name(kind)})
        note["/Rect"] = generic.ArrayObject(generic.FloatObject(x) for x in (100, 600, 300, 640))
        note["/Contents"] = generic.TextStringObject("Sua lai so")
        note["/DA"] = generic.TextStringObject("/Helv 12 Tf")
        annotations = page["/Annots"] if "/Annots" in page else generic.ArrayObject()
        annotations.append(writer.add_object(note))
        page["/Annots"] = annotations
        writer.update_container(page)

    return appended(data, change)


def field_added(
    data: bytes,
    box: tuple[float, float, float, float],
    *,
    kind: str = "/Sig",
    value: str | None = None,
    claimed_page: tuple[int, int] | None = None,
) -> bytes:
    """A visible field with a drawing of its own, signed by nobody; `claimed_page` is the size it says its page has."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _page(writer)
        page_ref = writer.find_page_for_modification(0)[0]
        width, height = box[2] - box[0], box[3] - box[1]
        drawing = RawContent(b"1 1 1 rg 0 0 600 800 re f", box=BoxConstraints(width=width, height=height))
        field = Dict({name("/Type"): name("/Annot"), name("/Subtype"): name("/Widget"), name("/FT"): name(kind)})
        field["/T"] = generic.TextStringObject("them")
        field["/Rect"] = generic.ArrayObject(generic.FloatObject(x) for x in box)
        field["/F"] = generic.NumberObject(4)
        field["/P"] = page_ref
        if claimed_page is not None:
            paper = generic.ArrayObject(generic.NumberObject(x) for x in (0, 0, *claimed_page))
            field["/P"] = Dict({name("/Type"): name("/Page"), name("/MediaBox"): paper})
        field["/AP"] = Dict({name("/N"): writer.add_object(drawing.as_form_xobject())})
        if value is not None:
            field["/V"] = generic.TextStringObject(value)
        ref = writer.add_object(field)
        root = writer.root
        form = root["/AcroForm"] if "/AcroForm" in root else Dict({name("/Fields"): generic.ArrayObject()})
        form["/Fields"].append(ref)
        root["/AcroForm"] = form
        writer.update_root()
        writer.update_container(form["/Fields"])
        annotations = page["/Annots"] if "/Annots" in page else generic.ArrayObject()
        annotations.append(ref)
        page["/Annots"] = annotations
        writer.update_container(page)

    return appended(data, change)


def field_filled(data: bytes, value: str) -> bytes:
    """The text field `them` filled with other words."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        for ref in writer.root["/AcroForm"]["/Fields"]:
            field = ref.get_object() if hasattr(ref, "get_object") else ref
            if field["/T"] == "them":
                field["/V"] = generic.TextStringObject(value)
                writer.mark_update(field.container_ref)

    return appended(data, change)


def form_removed(data: bytes) -> bytes:
    """The form taken off, so that no field is left to find."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        del writer.root["/AcroForm"]
        writer.update_root()

    return appended(data, change)


def nothing_changed(data: bytes) -> bytes:
    """Only the title in the metadata."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        writer.set_info(Dict({name("/Title"): generic.TextStringObject("Ke hoach")}))

    return appended(data, change)


def with_active_content(data: bytes) -> bytes:
    """A script on opening, a program behind a link, a file inside."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe"))
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 50, 50], A=launch)
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(link)]))
        pdf.attachments["bang.txt"] = b"du lieu"
        return _saved(pdf)


def opening_on_page_one(data: bytes) -> bytes:
    """What LibreOffice writes in every file: no action at all."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.Root.OpenAction = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])
        return _saved(pdf)


def resaved(data: bytes) -> bytes:
    """Opened and saved by a program that knows nothing of signatures."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def flipped(data: bytes, at: int, bit: int = 0) -> bytes:
    """One bit the other way."""
    return data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :]


def ranges(data: bytes) -> list[tuple[int, int, int, int]]:
    """Every /ByteRange in the file."""
    found = re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", data)
    return [tuple(int(part) for part in each) for each in found]  # type: ignore[misc]


def first_revision(data: bytes) -> bytes:
    """Rolled back to what the first signature covers."""
    _, _, start, length = ranges(data)[0]
    return data[: start + length]


def contents_zeroed(data: bytes) -> bytes:
    _, first, second, _ = ranges(data)[0]
    return data[: first + 1] + b"0" * (second - first - 2) + data[second - 1 :]


def renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    """One word for another of the same length, everywhere."""
    assert len(old) == len(new) and old in data
    return data.replace(old, new)
