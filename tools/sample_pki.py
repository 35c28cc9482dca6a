"""The test authorities and signers of the sample portal. Every certificate says that it is worth nothing.

Authorities last long, signers five years, as the state's service issues them, so that a document of any year was
signed with a certificate that ran then. A revocation list is made at the end of each generation: later ones need not
name certificates that have run out. Keys live as long as the program that made them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from tests.signing.pki import Pki, subject

WORTHLESS = "Chứng thư thử nghiệm, không có giá trị pháp lý"
AUTHORITY = "Cơ quan chứng thực (thử nghiệm)"
ROOT, SUB, TSA = "goc", "trung-gian", "dau-thoi-gian"


@dataclass(frozen=True)
class Generation:
    """Certificates issued together, and the list that vouches for them."""

    begins: str
    ends: str
    list_made: str
    list_ends: str

    def covers(self, day: date) -> bool:
        return self.begins <= day.isoformat() < self.list_made


GENERATIONS = (
    Generation("2020-12-01", "2025-12-31", "2025-12-26", "2026-01-02"),
    Generation("2025-12-15", "2030-12-31", "2026-11-20", "2026-11-27"),
)


def named_as_test(name: str) -> str:
    return f"{name} (thử nghiệm)"


def generation_of(day: date) -> int:
    """Which generation signs on a day; of two the older, whose list is later than the day."""
    for index, generation in enumerate(GENERATIONS):
        if generation.covers(day):
            return index
    raise ValueError(f"không có chứng thư thử nghiệm cho ngày {day:%d/%m/%Y}: thêm vào GENERATIONS của sample_pki")


class SamplePki:
    """Root, authority, timestamp authority; people and bodies as they are asked for."""

    def __init__(self) -> None:
        self.pki = Pki()
        self._authority(ROOT, "CA gốc thử nghiệm, không có giá trị pháp lý", None, "2020-01-01", "2040-01-01")
        self._authority(SUB, "CA cấp 2 thử nghiệm, không có giá trị pháp lý", ROOT, "2020-06-01", "2035-01-01")
        for index, generation in enumerate(GENERATIONS):
            name = subject("Dấu thời gian thử nghiệm, không có giá trị", AUTHORITY, WORTHLESS)
            purposes = (ExtendedKeyUsageOID.TIME_STAMPING,)
            self.pki.add(f"{TSA}-{index}", name, SUB, generation.begins, generation.ends, purposes=purposes)

    def _authority(self, key: str, name: str, above: str | None, begins: str, ends: str) -> None:
        self.pki.add(key, subject(name, AUTHORITY, WORTHLESS), above, begins, ends, authority=True)

    def timestamps(self, day: date) -> str:
        """The party that stamps times on a day."""
        return f"{TSA}-{generation_of(day)}"

    def signer(self, day: date, name: str, organisation: str, title: str | None = None) -> str:
        """The party of a person (`title` is the office held) or, without title, of a body; made when first needed."""
        index = generation_of(day)
        key = f"{name}, {title}, {organisation}, {index}"
        if key not in self.pki.parties:
            whole = subject(named_as_test(name), named_as_test(organisation), WORTHLESS, title=title)
            generation = GENERATIONS[index]
            self.pki.add(key, whole, SUB, generation.begins, generation.ends)
        return key

    def trust_files(self) -> Iterator[tuple[str, bytes]]:
        """What goes below `trust/`: certificates of authorities, revocation lists, and what they are."""
        certificates = {f"roots/{ROOT}-thu-nghiem.pem": ROOT, f"intermediates/{SUB}-thu-nghiem.pem": SUB}
        for path, key in certificates.items():
            yield path, self.pki[key].pem
        newest = GENERATIONS[-1]
        yield f"crls/{ROOT}-{newest.list_made}.pem", self._list(ROOT, newest)
        for generation in GENERATIONS:
            yield f"crls/{SUB}-{generation.list_made}.pem", self._list(SUB, generation)

    def _list(self, key: str, generation: Generation) -> bytes:
        der = self.pki.crl(key, generation.list_made, generation.list_ends)
        return x509.load_der_x509_crl(der).public_bytes(Encoding.PEM)


def write_trust(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Replace the certificates and lists of the last run; what else lies in the folder stays."""
    for old in sorted(folder.glob("*/*.pem")):
        if re.fullmatch(rf"({ROOT}|{SUB})-(thu-nghiem|[\d-]+)\.pem", old.name):
            old.unlink()
    for path, data in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
