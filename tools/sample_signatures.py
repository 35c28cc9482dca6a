"""Sign the PDFs of the sample documents with test certificates made for the occasion, and write down whom to trust.

    python -m tools.sample_pdfs --root . && python -m tools.sample_signatures --root .

What to sign stands in the documents: a file with `role: ban-ky-so` is signed by the person of `signer` and, with
`signers: 2`, by the body of `issuer`; an annex with `signers: 1` by the body alone. All other files stay as they are.
Keys are made anew and thrown away, so each run makes other bytes; it also replaces `trust/` and each recorded `sha256`
of what it signed. Nothing is written before everything is signed.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from io import BytesIO
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tools.paper_fonts import use_fonts
from tools.sample_pdfs import Paper, papers
from tools.sample_pki import SamplePki, write_trust
from tools.sample_stamps import Stamp, corner_stamp, person_stamp, seal_stamp
from trangtin.content.values.dates import VIETNAM
from trangtin.content.values.vocabulary import FileRole

WITHOUT_TIMESTAMP = frozenset({"03-kh-llcs.pdf"})
"""Signed without asking a timestamp authority: a reader has only the signer's word for the time."""
STAMPED_AFTER = timedelta(minutes=47)
"""The clerk's signature after the signer's."""
ANSWERED_AFTER = timedelta(seconds=2)
"""The timestamp after the signing."""


@dataclass(frozen=True)
class Act:
    """One signature to be made."""

    party: str
    field: str
    moment: datetime
    stamp: Stamp
    trusted_time: bool
    first: bool


class PunctualSigner(signers.PdfSigner):
    """pyHanko's signer at a time of our choosing."""

    moment: datetime

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.moment
        return session


class SilentWriter(IncrementalPdfFileWriter):
    """Leaves the metadata alone: today's date has no place in a document of 2021."""

    def _update_meta(self) -> None:
        pass


class Office:
    """Signs papers, and keeps the certificates made for it."""

    def __init__(self) -> None:
        self.people = SamplePki()

    def sign_all(self, paper: Paper) -> Iterator[tuple[Path, bytes]]:
        """The paper's files that are to be signed, with their new bytes."""
        for file in paper.head.files:
            path = paper.path.parent / file.path
            is_annex = file.role is FileRole.ANNEX
            if file.role is FileRole.SIGNED or (is_annex and file.signers):
                data = path.read_bytes()
                if b"/ByteRange" in data:
                    raise ValueError(f"{path} đã ký: vẽ lại trước bằng python -m tools.sample_pdfs")
                yield path, self._annex(paper, data) if is_annex else self._main(paper, path, data, file.signers or 1)

    def _main(self, paper: Paper, path: Path, data: bytes, count: int) -> bytes:
        signer, issuer, moment = paper.head.signer, paper.issuer, moment_of(paper)
        if signer is None:
            raise ValueError(f"{paper.path}: thiếu signer")
        trusted = path.name not in WITHOUT_TIMESTAMP
        person = self.people.signer(moment.date(), signer.name, paper.unit.name, title_of(signer.position))
        act = Act(person, "NguoiKy", moment, person_stamp(data, signer.name, moment), trusted, first=True)
        signed = self._sign(data, act)
        if count > 1:
            moment += STAMPED_AFTER
            body = self.people.signer(moment.date(), issuer, paper.above)
            stamp = seal_stamp(data, signer.name, issuer, moment)
            signed = self._sign(signed, Act(body, "CoQuan", moment, stamp, trusted, first=False))
        return signed

    def _annex(self, paper: Paper, data: bytes) -> bytes:
        issuer, moment = paper.issuer, moment_of(paper) + STAMPED_AFTER + timedelta(seconds=40)
        body = self.people.signer(moment.date(), issuer, paper.above)
        return self._sign(data, Act(body, "CoQuan", moment, corner_stamp(paper.number, moment), True, True))

    def _sign(self, data: bytes, act: Act) -> bytes:
        """Sign as the state's plug-in does.

        The first signature certifies and lets others sign; each embeds its own certificate alone.
        """
        party = self.people.pki[act.party]
        metadata = signers.PdfSignatureMetadata(
            field_name=act.field,
            md_algorithm="sha256",
            location="Mẫu",
            reason="Chữ ký thử nghiệm, không có giá trị pháp lý",
            certify=act.first,
            docmdp_permissions=MDPPerm.FILL_FORMS,
            subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED,
        )
        with tempfile.TemporaryDirectory() as folder:
            picture = Path(folder) / "stamp.pdf"
            picture.write_bytes(act.stamp.pdf)
            signer = PunctualSigner(
                metadata,
                signers.SimpleSigner(party.asn1_certificate, party.asn1_key, SimpleCertificateStore()),
                timestamper=self._clock(act.moment + ANSWERED_AFTER) if act.trusted_time else None,
                stamp_style=StaticStampStyle.from_pdf_file(str(picture), border_width=0, background_layout=WHOLE_BOX),
                new_field_spec=SigFieldSpec(act.field, on_page=act.stamp.page, box=act.stamp.box),
            )
            signer.moment = act.moment
            out: BytesIO = signer.sign_pdf(SilentWriter(BytesIO(data)))
        return out.getvalue()

    def _clock(self, moment: datetime) -> DummyTimeStamper:
        party = self.people.pki[self.people.timestamps(moment.date())]
        return DummyTimeStamper(party.asn1_certificate, party.asn1_key, fixed_dt=moment)


WHOLE_BOX = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins.uniform(0))


def moment_of(paper: Paper) -> datetime:
    """A time within office hours of the document's day, with other minutes for each number."""
    ordinal = int(re.split(r"\D", paper.number)[0])
    start = datetime.combine(paper.day, time(8 + ordinal % 7, 5), VIETNAM)
    return start + timedelta(minutes=7 * ordinal % 40, seconds=37 * ordinal % 60)


def title_of(position: str) -> str:
    """`HIỆU TRƯỞNG / TRƯỞNG PHÒNG …`: one's own office is the last."""
    return position.rpartition("/")[2].strip().capitalize()


def record(paper: Path, name: str, data: bytes) -> None:
    """Write the new hash where the document records one."""
    text = paper.read_text(encoding="utf-8")
    item = rf"(- path: {re.escape(name)}\n(?:    .+\n)*?    sha256: )[0-9a-f]{{64}}"
    new = re.sub(item, rf"\g<1>{hashlib.sha256(data).hexdigest()}", text)
    if new != text:
        paper.write_text(new, encoding="utf-8", newline="\n")


def main() -> int:
    parser = argparse.ArgumentParser(description="Ký các tệp PDF mẫu bằng chứng thư thử nghiệm mới tạo.")
    parser.add_argument("--root", type=Path, required=True, help="thư mục có mkdocs.yml và plans/")
    parser.add_argument("--fonts", type=Path, help="thư mục có phông chữ TTF")
    options = parser.parse_args()
    if missing := use_fonts(options.fonts):
        print(missing, file=sys.stderr)
        return 2
    all_papers = list(papers(options.root))
    office = Office()
    try:
        signed = [(paper.path, *each) for paper in all_papers for each in office.sign_all(paper)]
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    for paper, path, data in signed:
        path.write_bytes(data)
        record(paper, path.name, data)
        print(path)
    write_trust(options.root / "trust", office.people.trust_files())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
