"""What a server has to know of a portal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from trangtin.content.options.editing_form import EditingForm

_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)
_PATH = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*")
_FILE = re.compile(r"/[^\s\"'{};$\\#]+")


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """The facts in a server's configuration. Raises ValueError, with the reason in Vietnamese, for unusable ones."""

    site_url: str
    """Where the portal stands in public."""
    root: PurePosixPath
    """The folder of releases on the server, as given to `publish --to`."""
    port: int = 80
    """Port for plain HTTP."""
    certificate: PurePosixPath | None = None
    """With `key`: HTTPS on port 443 by the server itself; None where something before it speaks HTTPS, or nothing."""
    key: PurePosixPath | None = None
    hsts: bool = False
    """Tells browsers to use nothing but HTTPS for a year. Cannot be taken back quickly."""
    portals: Sequence[str] = ()
    """Addresses of other portals that the search page asks."""
    form_services: Sequence[str] = ()
    """Addresses of other services that take a form of the site."""
    editing_form: EditingForm | None = None
    """The form for editors at `/admin/`, where there is one."""

    def __post_init__(self) -> None:
        """Raise ValueError for values that a server would not take as they are meant."""
        try:
            port = urlsplit(self.site_url).port
        except ValueError:  # half a bracket, a port beyond all ports
            raise ValueError(f"site_url '{self.site_url}' không phải là địa chỉ trang") from None
        if not _HOST.fullmatch(self.host):
            raise ValueError(f"site_url '{self.site_url}' không có tên miền dùng được")
        # What speaks HTTPS in front of the server has a port of its own.
        own = 443 if self.certificate else None if self.is_secure else self.port
        if None not in {port, own} and port != own:
            remedy = "bỏ cổng khỏi site_url" if self.certificate else f"bỏ cổng khỏi site_url, hoặc thêm --port {port}"
            raise ValueError(f"site_url '{self.site_url}' có cổng {port} mà máy chủ nghe ở cổng {own} → {remedy}")
        if not _PATH.fullmatch(self.path):
            raise ValueError(f"đường dẫn '{self.path}' trong site_url có ký tự không dùng được cho máy chủ")
        for file in (self.root, self.certificate, self.key):
            if file is not None and not _FILE.fullmatch(str(file)):
                raise ValueError(f"'{file}' phải là đường dẫn đầy đủ, không có dấu cách, dấu nháy, ngoặc, chấm phẩy")

    @property
    def host(self) -> str:
        """The domain name in `site_url`."""
        return urlsplit(self.site_url).hostname or ""

    @property
    def path(self) -> str:
        """The path at which the portal stands on its host, with `/` at both ends."""
        return urlsplit(self.site_url).path.rstrip("/") + "/"

    @property
    def is_secure(self) -> bool:
        """True if readers come by HTTPS, whichever program speaks it."""
        return self.certificate is not None or self.site_url.startswith("https:")

    @property
    def is_proxied(self) -> bool:
        """True if something in front of the server speaks HTTPS for it."""
        return self.is_secure and self.certificate is None

    @property
    def server_name(self) -> str:
        """What the server calls itself: with scheme and port where it does not see by itself how readers come."""
        return _origins([self.site_url])[0] if self.is_proxied else self.host

    @property
    def other_hosts(self) -> tuple[str, ...]:
        """Origins of the other portals (`https://sxd.mau.example`)."""
        return _origins(self.portals)

    @property
    def form_hosts(self) -> tuple[str, ...]:
        """Origins of the services that take forms."""
        return _origins(self.form_services)

    @property
    def repository_hosts(self) -> tuple[str, ...]:
        """Origins that the form for editors asks."""
        return _origins(self.editing_form.asked_origins) if self.editing_form else ()


def _origins(addresses: Iterable[str]) -> tuple[str, ...]:
    """Scheme, host and port of each address, each once; an address without a usable host is left out."""
    parts = [urlsplit(address) for address in addresses]
    named = [part for part in parts if part.scheme in {"http", "https"} and _HOST.fullmatch(part.hostname or "")]
    origins = (f"{part.scheme}://{part.hostname}{f':{part.port}' if part.port else ''}" for part in named)
    return tuple(dict.fromkeys(origins))
