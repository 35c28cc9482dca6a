"""The test PKI, its stores and its samples: made once for a run."""

from __future__ import annotations

import os

import pytest
from cryptography.x509 import ReasonFlags

from tests.signing.papers import Pens
from tests.signing.pki import Pki
from tests.signing.samples import Sample
from tests.signing.workshop import Workshop, open_workshop
from trangtin.signing.validation.trust import TrustStore


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    base = tmp_path_factory.getbasetemp()
    # The folder above is the one that all workers of pytest-xdist share.
    return open_workshop(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)


@pytest.fixture(scope="session")
def pki(workshop: Workshop) -> Pki:
    return workshop.pki


@pytest.fixture(scope="session")
def pens(pki: Pki) -> Pens:
    return Pens(pki)


@pytest.fixture(scope="session")
def samples(workshop: Workshop) -> dict[str, Sample]:
    return workshop.samples


@pytest.fixture(scope="session")
def stores(pki: Pki) -> dict[str, TrustStore]:
    """Trust folders of several portals."""
    root, sub = (pki["root"].der,), (pki["sub"].der,)

    def with_lists(
        made: str, until: str, revoked: dict[str, str], why: ReasonFlags | None = None, **above: str
    ) -> TrustStore:
        return TrustStore(root, sub, (pki.crl("root", made, until, above), pki.crl("sub", made, until, revoked, why)))

    gone = {"revoked": "2021-04-01"}
    clock = {"tsa": "2021-12-01"}
    return {
        "none": TrustStore(),
        "roots": TrustStore(root),
        "full": TrustStore(root, sub),
        "sha1": TrustStore(root, sub, allow_sha1=True),
        "lists": with_lists("2021-06-01", "2022-06-01", gone),
        "stale": with_lists("2021-01-01", "2021-02-01", {}),
        "later": with_lists("2022-06-01", "2023-06-01", gone | {"person": "2022-01-10"}),
        "clock-before": with_lists("2022-06-01", "2023-06-01", {"tsa": "2021-01-01"}),
        "clock-later": with_lists("2022-06-01", "2023-06-01", clock),
        "clock-retired": with_lists("2022-06-01", "2023-06-01", clock, ReasonFlags.superseded),
        "clock-and-signer": with_lists("2022-06-01", "2023-06-01", clock | {"person": "2021-05-01"}),
        "authority-later": with_lists("2022-06-01", "2023-06-01", {}, sub="2021-12-01"),
        "future": with_lists("2030-06-01", "2031-06-01", {}),
        "late": with_lists("2026-01-01", "2027-01-01", {}),
    }
