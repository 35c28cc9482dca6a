"""Whether `/.well-known/security.txt` still says whom to tell of a weakness."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from trangtin.content.options.configuration import CONFIG
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.dates import day_text
from trangtin.portal.catalogue import Catalogue

_AT_MOST = timedelta(days=366)
_SOON = timedelta(days=30)


def check_security(catalogue: Catalogue) -> Iterator[Problem]:
    """A day of expiry that is past, near, or further off than RFC 9116 (2.5.5) recommends."""
    security = catalogue.settings.security
    if security is None:
        return
    today, expires = catalogue.today, security.expires
    day = f"'security.expires' ({day_text(expires)})"
    remedy = "xem nơi nhận còn đúng không rồi ghi một ngày trong vòng một năm tới"
    example = f"expires: {day_text(today + timedelta(days=350))}"
    if expires < today:
        message = f"{day} đã qua: không ai còn nên tin nơi nhận báo lỗ hổng ghi trong security.txt"
        yield Problem(CONFIG, 1, Code.SECURITY_CONTACT, message, remedy, example, Severity.WARNING)
    elif expires - today < _SOON:
        message = f"{day} sắp đến"
        yield Problem(CONFIG, 1, Code.SECURITY_CONTACT, message, remedy, example, Severity.NOTICE)
    elif expires - today > _AT_MOST:
        message = f"{day} cách hôm nay hơn một năm"
        yield Problem(CONFIG, 1, Code.SECURITY_CONTACT, message, remedy, example, Severity.NOTICE)
