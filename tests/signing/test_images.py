"""Pictures to publish: what they tell of who took them and where, what goes, what cannot go and stops a build."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.signing.test_facts import report
from trangtin.content.problem import Code, Severity
from trangtin.signing.findings import findings_of
from trangtin.signing.inside.images import read_image, without_exif


def photograph(form: str, *, turn: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x013B] = "Nguyễn Văn Chụp"
    exif[0x0112] = turn
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (10.0, 46.0, 0.0)
    written = Image.Exif()
    written.load(exif.tobytes())  # Pillow writes the place into a TIFF only where it was read
    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, form, exif=written)
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("turn", [1, 6])
def test_a_picture_without_its_notes_is_the_same_picture(form: str, turn: int) -> None:
    data = photograph(form, turn=turn)
    assert read_image(data).has_place and report(data).has_exif
    clean = without_exif(data)
    facts = read_image(clean)
    assert not facts.has_place and facts.artist is None and facts.has_exif == (turn != 1)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(clean)) as after:
        assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
        assert after.getexif().get(0x0112, 1) == turn


@pytest.mark.parametrize("form", ["JPEG", "TIFF", "AVIF"])
def test_the_place_in_a_picture_that_cannot_be_cleaned_stops_a_build(form: str) -> None:
    told = [each for each in findings_of(report(photograph(form)), f"a.{form.lower()}") if "GPS" in each.message]
    assert [each.severity for each in told] == [Severity.NOTICE if form == "JPEG" else Severity.ERROR]
    assert ("được gỡ khi đăng" in told[0].remedy) == (form == "JPEG")
    assert report(photograph(form)).cannot_go_out == (form != "JPEG")  # in a preview either


XMP = b"<dc:creator><rdf:Seq><rdf:li>Nguy\xe1\xbb\x85n V\xc4\x83n Ch\xe1\xbb\xa5p</rdf:li></rdf:Seq></dc:creator>"


@pytest.mark.parametrize(("form", "options"), [("TIFF", {"tiffinfo": {700: XMP}}), ("AVIF", {"xmp": XMP})])
def test_the_author_of_a_picture_that_cannot_be_cleaned_stops_a_build(form: str, options: dict[str, object]) -> None:
    out = io.BytesIO()
    Image.new("L", (20, 20)).save(out, form, **options)
    told = findings_of(report(out.getvalue()), f"a.{form.lower()}")
    assert [(each.code, each.severity) for each in told] == [(Code.METADATA_LEAK, Severity.ERROR)]
    assert "'Nguyễn Văn Chụp'" in told[0].message


def test_a_gif_loses_its_packets_and_keeps_its_pictures() -> None:
    frames = [Image.linear_gradient("L").resize((40, 30)).rotate(turn).convert("P") for turn in (0, 90, 180)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], loop=3, duration=80)
    plain = out.getvalue()
    assert without_exif(plain) == plain
    packet = b"!\xff\x0bXMP DataXMP" + XMP + b"\1" + bytes(range(255, -1, -1)) + b"\0"
    comment = b"!\xfe\x0fNguy\xe1\xbb\x85n V\xc4\x83n A\0"
    at = plain.index(b"!\xf9")
    talking = plain[:at] + packet + comment + plain[at:-1] + packet + b";" + b"more"
    assert without_exif(talking) == plain


def test_the_photograph_of_a_telephone_that_browsers_cannot_show_is_refused() -> None:
    data = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40)
    assert [str(each.code) for each in findings_of(report(data), "a.HEIC")] == ["TT506"]
    assert [str(each.code) for each in findings_of(report(data), "a.jpg")] == ["TT506"]


def test_a_cut_off_avif_is_told() -> None:
    data = photograph("AVIF")
    assert [str(each.code) for each in findings_of(report(data[: len(data) // 2]), "a.avif")] == ["TT506"]


def test_a_plain_tiff_has_no_notes() -> None:
    out = io.BytesIO()
    Image.new("L", (20, 20)).save(out, "TIFF")
    assert findings_of(report(out.getvalue()), "a.tif") == ()
    assert not report(out.getvalue()).cannot_go_out


def test_other_formats_come_back_as_given_and_broken_ones_are_refused() -> None:
    assert without_exif(b"II*\0") == b"II*\0"
    for data in (b"\xff\xd8\xff\xe1\0\x02", b"\x89PNG\r\n\x1a\n\0\0\0\x09IHDR", b"GIF89a", b"GIF89a" + bytes(7) + b"!"):
        with pytest.raises(ValueError):
            without_exif(data)
