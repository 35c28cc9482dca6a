"""Whether `/.well-known/security.txt` still says whom to tell of a weakness."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from trangtin.content.options.configuration import CONFIG
from trangtin.content.problem import Code, Problem, Severity
from trangtin.portal.catalogue import Catalogue

_AT_MOST = timedelta(days=366)
_SOON = timedelta(days=30)


def check_security(catalogue: Catalogue) -> Iterator[Problem]:
    """A day of expiry that is past, near, or further off than RFC 9116 (2.5.5) recommends."""
    security = catalogue.settings.security
    if security is None:
        return
    today, expires = catalogue.today, security.expires
    day = f"'security.expires' ({expires:%d/%m/%Y})"
    remedy = "xem nơi nhận còn đúng không rồi ghi một ngày trong vòng một năm tới"
    example = f"expires: {today + timedelta(days=350):%d/%m/%Y}"
    if expires < today:
        told = f"{day} đã qua: không ai còn nên tin nơi nhận báo lỗ hổng ghi trong security.txt"
        yield Problem(CONFIG, 1, Code.SECURITY_CONTACT, told, remedy, example, Severity.WARNING)
    elif expires - today < _SOON:
        told = f"{day} sắp đến"
        yield Problem(CONFIG, 1, Code.SECURITY_CONTACT, told, remedy, example, Severity.NOTICE)
    elif expires - today > _AT_MOST:
        told = f"{day} cách hôm nay hơn một năm"
        yield Problem(CONFIG, 1, Code.SECURITY_CONTACT, told, remedy, example, Severity.NOTICE)
