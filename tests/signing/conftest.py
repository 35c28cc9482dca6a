"""The test PKI, its stores and its samples: made once for each process of a run."""

from __future__ import annotations

import pytest

from tests.signing.papers import Pens
from tests.signing.pki import Pki, make_pki
from tests.signing.samples import Sample, make_samples
from trangtin.signing.trust import TrustStore


@pytest.fixture(scope="session")
def pki() -> Pki:
    return make_pki()


@pytest.fixture(scope="session")
def pens(pki: Pki) -> Pens:
    return Pens(pki)


@pytest.fixture(scope="session")
def samples(pki: Pki) -> dict[str, Sample]:
    return make_samples(pki)


@pytest.fixture(scope="session")
def stores(pki: Pki) -> dict[str, TrustStore]:
    """Trust folders of several portals."""
    root, sub = (pki["root"].der,), (pki["sub"].der,)

    def with_lists(made: str, until: str, revoked: dict[str, str]) -> TrustStore:
        return TrustStore(root, sub, (pki.crl("root", made, until), pki.crl("sub", made, until, revoked)))

    gone = {"revoked": "2021-04-01"}
    return {
        "none": TrustStore(),
        "roots": TrustStore(root),
        "full": TrustStore(root, sub),
        "sha1": TrustStore(root, sub, allow_sha1=True),
        "lists": with_lists("2021-06-01", "2022-06-01", gone),
        "stale": with_lists("2021-01-01", "2021-02-01", {}),
        "later": with_lists("2022-06-01", "2023-06-01", gone | {"person": "2022-01-10"}),
        "late": with_lists("2026-01-01", "2027-01-01", {}),
    }
