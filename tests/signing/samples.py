"""Every kind of signed, broken and doctored file that we know of; `verdicts.yml` has the verdicts."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PIL import Image
from pyhanko.sign.fields import MDPPerm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.signing import edits
from tests.signing.papers import SIGNED, Pens, paper
from tests.signing.pki import Pki

BOX = (350, 700, 520, 760)
Sample = bytes | tuple[bytes, bytes]
"""The file, or a `.p7s` and the file beside it."""


def scan(pages: int = 1, size: tuple[int, int] = (1240, 1754)) -> bytes:
    """Pages that are pictures."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(pages):
        picture = io.BytesIO()
        Image.frombytes("RGB", (size[0] // 8, size[1] // 8), os.urandom(size[0] // 8 * (size[1] // 8) * 3)).resize(
            size
        ).save(picture, "JPEG", quality=85)
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def make_samples(pki: Pki) -> dict[str, Sample]:
    """All of them, by name."""
    pens = Pens(pki)
    sign = pens.sign
    base = paper()
    hour = timedelta(hours=1)
    one = sign(base, certify=True)
    two = sign(one, "organisation", box=BOX, page=0)
    stamped = sign(sign(base, certify=True, tsa="tsa"), "organisation", tsa="tsa", box=BOX)
    lists = [pki.crl("root", "2021-04-01", "2021-07-01"), pki.crl("sub", "2021-04-19", "2021-04-26")]
    revoking = [lists[0], pki.crl("sub", "2021-04-19", "2021-04-26", {"revoked": "2021-04-01"})]
    long_term = pens.add_store(sign(base, tsa="tsa", pades=True), crls=lists)
    form = edits.field_added(base, (100, 500, 300, 520), kind="/Tx", value="12")
    _, first, second, last = edits.ranges(one)[0]
    gap = one.find(b">", first)
    fake = edits.ranges(two)[-1]

    def answered(answer: bytes) -> bytes:
        clock = pki.answer("tsa", "sub", "responder", "2021-04-20", "2021-04-27")
        return pens.add_store(sign(base, tsa="tsa", pades=True), crls=[lists[0]], ocsps=(answer, clock))

    made: dict[str, Callable[[], Sample]] = {
        "s01-unsigned": lambda: base,
        "s02-one": lambda: one,
        "s03-person-organisation": lambda: two,
        "s04-timestamps": lambda: stamped,
        "s05-timestamp-sha1": lambda: sign(base, tsa="tsa", tsa_md="sha1"),
        "s06-text-edited": lambda: edits.text_edited(one),
        "s06b-text-edited-after-two": lambda: edits.text_edited(two),
        "s07-content-flipped": lambda: edits.flipped(one, 400),
        "s07b-content-flipped-after-two": lambda: edits.flipped(two, 400),
        "s08-cms-flipped": lambda: edits.flipped(one, first + 1200, 0),
        "s09-note-added": lambda: edits.note_added(one),
        "s10-text-box-added": lambda: edits.note_added(two, "/FreeText"),
        "s11-edited-no-docmdp": lambda: edits.text_edited(sign(base)),
        "s12-owner-password": lambda: paper(owner="chu"),
        "s13-owner-password-signed": lambda: sign(paper(owner="chu"), password=""),
        "s14-user-password": lambda: paper(user="bi mat"),
        "s15-active": lambda: edits.with_active_content(base),
        "s16-active-signed": lambda: sign(edits.with_active_content(base)),
        "s17-truncated": lambda: one[: len(one) // 2],
        "s17b-truncated-little": lambda: one[:-40],
        "s17c-truncated-unsigned": lambda: base[:-200],
        "s18-expired": lambda: sign(base, "expired"),
        "s18b-not-yet": lambda: sign(base, "early"),
        "s19-revoked": lambda: sign(base, "revoked"),
        "s19b-revoked-timestamp": lambda: sign(base, "revoked", tsa="tsa"),
        "s20-impostor": lambda: sign(base, "impostor", embed=("false-sub", "false-root")),
        "s20b-impostor-timestamp": lambda: sign(base, tsa="false-tsa"),
        "s21-self-signed": lambda: sign(base, "self-signed", embed=()),
        "s22-digital-signature-only": lambda: sign(base, "plain"),
        "s23-pades-lt": lambda: long_term,
        "s24-pades-lta": lambda: pens.stamp(long_term, SIGNED + hour),
        "s24b-only-document-timestamp": lambda: pens.stamp(sign(base), SIGNED + hour),
        "s25-revoked-in-file": lambda: pens.add_store(sign(base, "revoked", tsa="tsa", pades=True), crls=revoking),
        "s26-old-subfilter": lambda: edits.renamed(one, b"/adbe.pkcs7.detached", b"/adbe.pkcs7.sha1    "),
        "s26b-unknown-subfilter": lambda: edits.renamed(one, b"/adbe.pkcs7.detached", b"/vnca.pkcs7.detached"),
        "s27-empty-field": lambda: edits.field_added(base, BOX),
        "s28-contents-zeroed": lambda: edits.contents_zeroed(one),
        "s29-no-byte-range": lambda: edits.renamed(one, b"/ByteRange", b"/ByteRonge"),
        "s30-resaved": lambda: edits.resaved(two),
        "s31-line-appended": lambda: two + b"% dang tren cong thong tin dien tu\n",
        "s31b-revision-faked-behind": lambda: two + b"5 0 obj <</Length 0>> stream\nendstream endobj\n",
        "s32-prefix": lambda: b"HTTP/1.1 200 OK\r\n\r\n" + one,
        "s33-html": lambda: b"<html><body>404 Not Found</body></html>",
        "s34-empty": lambda: b"",
        "s35-rolled-back": lambda: edits.first_revision(two),
        "s36-later-store": lambda: pens.add_store(stamped, crls=lists),
        "s37-no-intermediate": lambda: sign(base, embed=()),
        "s38-sha1-authority": lambda: sign(base, "old-person", embed=("old-sub",)),
        "s39-sha1-document": lambda: sign(base, md="sha1"),
        "s40-unsigned-stamp": lambda: edits.field_added(one, (50, 500, 400, 560)),
        "s41-stamp-over-page": lambda: sign(one, "self-signed", embed=(), box=(0, 200, 595, 842), page=0),
        "s41b-stamp-that-lies-about-its-page": lambda: sign(
            edits.field_added(one, (0, 0, 595, 842), claimed_page=(5000, 5000)), "organisation", field="them", box=None
        ),
        "s41c-stamps-that-cover-a-page-together": lambda: sign(
            sign(one, "organisation", box=(0, 0, 595, 200), page=0), "curve", box=(0, 205, 595, 400), page=0
        ),
        "s42-form-filled": lambda: edits.field_filled(sign(form, field="Ky"), "99"),
        "s43-form-removed": lambda: edits.form_removed(one),
        "s44-title-changed": lambda: edits.nothing_changed(one),
        "s45-no-changes-allowed": lambda: sign(
            sign(base, certify=True, permissions=MDPPerm.NO_CHANGES), "organisation"
        ),
        "s46-padding-written": lambda: one[: gap - 8] + b"deadbeef" + one[gap:],
        "s47-letter-case": lambda: edits.flipped(
            one, next(i for i in range(first + 50, gap) if one[i : i + 1].isalpha()), 5
        ),
        "s48-range-shortened": lambda: edits.renamed(
            one, f" {second} {last}".encode(), f" {second} {last - 100:<{len(str(last))}}".encode()
        ),
        "s49-signature-copied": lambda: _copied(one, two, fake),
        "s50-detached": lambda: (pens.detached(base), base),
        "s51-detached-other-file": lambda: (pens.detached(base), base + b" "),
        "s52-detached-alone": lambda: (pens.detached(base), b""),
        "s53-scan": lambda: sign(scan()),
        "s55-ocsp": lambda: answered(pki.answer("person", "sub", "responder", "2021-04-20", "2021-04-27")),
        "s55b-ocsp-by-issuer": lambda: answered(pki.answer("person", "sub", "sub", "2021-04-20", "2021-04-27")),
        "s55c-ocsp-revoked": lambda: answered(
            pki.answer("person", "sub", "responder", "2021-04-20", "2021-04-27", "2021-04-02")
        ),
        "s55d-ocsp-by-anybody": lambda: answered(pki.answer("person", "sub", "tsa", "2021-04-20", "2021-04-27")),
        "s55e-ocsp-stale": lambda: answered(pki.answer("person", "sub", "responder", "2021-03-01", "2021-03-08")),
        "s56-adobe-lists": lambda: sign(base, tsa="tsa", lists=tuple(lists)),
        "s57-elliptic-curve": lambda: sign(base, "curve"),
        "s58-web-server": lambda: sign(base, "web", tsa="tsa"),
        "s58b-clock-as-person": lambda: sign(base, "tsa", tsa="tsa"),
        "s58c-responder-as-person": lambda: sign(base, "responder", tsa="tsa"),
        "s58d-purposes-of-a-token": lambda: sign(base, "token", tsa="tsa"),
        "s59-time-to-come": lambda: sign(base, "lasting", tsa="tsa", at=datetime(2030, 5, 1, tzinfo=UTC)),
        "s59b-claimed-time-to-come": lambda: sign(base, "lasting", at=datetime(2030, 5, 1, tzinfo=UTC)),
        "s60-only-timestamp": lambda: pens.stamp(base, SIGNED),
        "s61-no-time": lambda: (pens.detached(base, at=None), base),
        "s61b-revoked-no-time": lambda: (pens.detached(base, "revoked", at=None), base),
        "s63-detached-by-two": lambda: (pens.detached_by(("person", base), ("organisation", base)), base),
        "s63b-detached-by-two-one-of-another-file": lambda: (
            pens.detached_by(("person", base), ("organisation", base + b" ")),
            base,
        ),
        "s63c-detached-by-many": lambda: (pens.detached_by(*[("curve", base)] * 21), base),
        "s64-carried-paper": lambda: (pens.detached(base, carries=True), b""),
        "s64b-carried-paper-beside-another": lambda: (pens.detached(base, carries=True), base + b" "),
        "s62-timestamp-md5": lambda: sign(base, tsa="tsa", tsa_md="md5"),
        "s54-opens-on-page-one": lambda: edits.opening_on_page_one(base),
    }
    return {name: make() for name, make in made.items()}


def _copied(one: bytes, two: bytes, last: tuple[int, int, int, int]) -> bytes:
    """The second signature's value taken out, the first one's put in its place."""
    _, first, second, _ = edits.ranges(one)[0]
    value = one[first:second]
    return two[: last[1]] + value.ljust(last[2] - last[1], b" ")[: last[2] - last[1]] + two[last[2] :]
