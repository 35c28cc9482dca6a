"""Makes PKI and samples once for a whole run: keys and signatures take seconds, and every worker wants them."""

from __future__ import annotations

import os
import pickle
import time
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from tests.signing.pki import Party, Pki, make_pki
from tests.signing.samples import Sample, make_samples

_PATIENCE = 300.0


@dataclass(frozen=True)
class Workshop:
    """What was made."""

    pki: Pki
    samples: dict[str, Sample]


def open_workshop(folder: Path) -> Workshop:
    """The workshop kept in `folder`; the first who asks makes it, the others wait."""
    kept = folder / "signing.pickle"
    try:
        os.close(os.open(folder / "signing.lock", os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return _waited_for(kept)
    pki = make_pki()
    workshop = Workshop(pki, make_samples(pki))
    parties = {name: (party.der, _key(party)) for name, party in pki.parties.items()}
    being_written = kept.with_suffix(".new")
    being_written.write_bytes(pickle.dumps((parties, workshop.samples)))
    being_written.replace(kept)
    return workshop


def _waited_for(kept: Path) -> Workshop:
    until = time.monotonic() + _PATIENCE
    while not kept.exists():
        assert time.monotonic() < until, "the worker that makes the samples died"
        time.sleep(0.1)
    parties, samples = pickle.loads(kept.read_bytes())
    return Workshop(Pki({name: _party(*each) for name, each in parties.items()}), samples)


def _key(party: Party) -> bytes:
    return party.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def _party(certificate: bytes, key: bytes) -> Party:
    secret = load_der_private_key(key, None)
    assert isinstance(secret, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey)
    return Party(x509.load_der_x509_certificate(certificate), secret)
