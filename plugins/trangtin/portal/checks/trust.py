"""What lies in the folder of trusted certificates and is none."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.problem import Code, Problem, Severity
from trangtin.signing.validation.trust import TrustStore


def check_trust(trust: TrustStore, folder: str) -> Iterator[Problem]:
    """Every file of `folder` from which nothing could be read."""
    for name in trust.unreadable:
        yield Problem(
            f"{folder}/{name}",
            1,
            Code.TRUST_UNREADABLE,
            "tệp không phải chứng thư số hay danh sách thu hồi nên không được dùng",
            "lưu chứng thư dạng PEM hoặc DER (.crt, .cer, .pem), danh sách thu hồi dạng .crl",
            severity=Severity.NOTICE,
        )
