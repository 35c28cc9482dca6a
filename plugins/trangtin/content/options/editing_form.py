"""The form at `/admin/` for editors who never saw Git: option `cms` of the plugin in `mkdocs.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator

from trangtin.content.record import Contradiction, Record, labelled
from trangtin.content.values.field import Line, choice
from trangtin.content.values.place import WebAddress
from trangtin.content.values.vocabulary import FormBackend

ADDRESS = "admin/"
"""Where the form stands on the site."""
_PUBLIC = {FormBackend.GITHUB: "https://github.com", FormBackend.GITLAB: "https://gitlab.com"}
"""Where a repository is when nothing else is said."""


class EditingForm(Record):
    """Where the form reads and writes. Who may write is decided there, by the accounts of that place."""

    backend: Annotated[FormBackend, BeforeValidator(choice(FormBackend))] = labelled(
        "Nơi giữ kho", "gitlab", "Phần mềm giữ kho; `local` ghi vào thư mục trên máy người viết."
    )
    """The program that keeps the repository; `local` writes into a folder of the editor's own machine."""
    repo: Line | None = labelled("Kho", "tct/trang-tin", "Nhóm và tên kho, như trong địa chỉ.", default=None)
    """Group and name of the repository, as in its address."""
    branch: Line = labelled("Nhánh", "main", "Nhánh để đọc và ghi.", default="main")
    """The branch that is read and written."""
    base_url: WebAddress | None = labelled(
        "Địa chỉ nơi giữ kho",
        "https://git.mau.example",
        "Máy chủ riêng của đơn vị; bỏ trống: gitlab.com hoặc github.com.",
        default=None,
    )
    """Where the unit's own GitLab, Gitea or Forgejo is; None: gitlab.com or github.com."""
    app_id: Line | None = labelled(
        "Mã ứng dụng đăng nhập",
        "0a1b2c3d",
        "Ứng dụng OAuth (PKCE) đã đăng ký ở đó; bỏ trống: đăng nhập bằng mã truy cập.",
        default=None,
    )
    """Id of the OAuth application registered there (PKCE, no secret); None: editors sign in with an access token."""

    def contradictions(self) -> Iterator[Contradiction]:
        """A repository is named, and found."""
        if self.backend is FormBackend.LOCAL:
            return
        if self.repo is None or "/" not in self.repo.strip("/"):
            message = "chưa ghi kho ('repo')" if self.repo is None else f"'{self.repo}' thiếu tên nhóm hoặc tên kho"
            yield Contradiction("repo", message, "ghi nhóm và tên kho như trong địa chỉ của kho", "repo: tct/trang-tin")
        if self.backend is FormBackend.GITEA and self.base_url is None:
            message = "chưa ghi địa chỉ của Gitea, Forgejo ('base_url')"
            yield Contradiction("base_url", message, "ghi địa chỉ máy chủ giữ kho", "base_url: https://git.mau.example")
        if self.backend is FormBackend.GITHUB and (self.base_url or self.app_id):
            yield Contradiction(
                "backend",
                "GitHub không dùng 'base_url', 'app_id': biểu mẫu đăng nhập GitHub bằng mã truy cập",
                "bỏ hai khóa ấy",
                "cms: {backend: github, repo: tct/trang-tin}",
            )

    @property
    def origin(self) -> str | None:
        """Scheme and host of the place that keeps the repository; None for a folder."""
        address = self.base_url or _PUBLIC.get(self.backend)
        return None if address is None else "{0.scheme}://{0.netloc}".format(urlsplit(address))

    @property
    def asked_origins(self) -> tuple[str, ...]:
        """Where a browser with the form has to send requests, beside the site itself."""
        if self.backend is FormBackend.GITHUB:
            return ("https://api.github.com",)
        return () if self.origin is None else (self.origin,)
