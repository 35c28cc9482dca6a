"""A built site as described by its manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from trangtin.content.problem import Code
from trangtin.content.values.quantity import number_text
from trangtin.publishing.refusal import refused
from trangtin.signing.manifest import NAME, check_site, former_hashes, is_preview, published_hashes, published_sizes
from trangtin.signing.site_roles import SiteRoles, roles_in

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class ShownSite:
    """A site on show elsewhere, as far as its manifest describes it."""

    files: Mapping[str, str]
    """SHA-256 by path; empty where somebody removed the manifest."""
    sizes: Mapping[str, int]
    """Bytes by path; measured on disk where somebody removed the manifest."""
    roles: SiteRoles
    """What the files are to those who have cited them."""


@dataclass(frozen=True)
class BuiltSite:
    """A folder with a manifest."""

    folder: Path

    @cached_property
    def files(self) -> Mapping[str, str]:
        """SHA-256 by path of every file that is published, the manifest itself aside; empty where there is none."""
        return published_hashes(self.folder)

    @cached_property
    def former(self) -> frozenset[str]:
        """SHA-256 of the files that the manifest names as no longer published."""
        return former_hashes(self.folder)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the manifest: two sites with the same digest are the same site."""
        return hashlib.sha256((self.folder / NAME).read_bytes()).hexdigest()

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """Bytes of every file by path, from the manifest; measured on disk where somebody removed it."""
        return published_sizes(self.folder)

    @cached_property
    def roles(self) -> SiteRoles:
        """What the files are to those who have cited them; nothing in a site of an older version."""
        return roles_in(self.folder)

    def verify(self) -> None:
        """Hold every file against the manifest.

        Raises Refusal with the first few that are not as they were built, and for a preview: it has drafts in it.
        """
        if is_preview(self.folder):
            raise refused(
                Code.PUBLISH_PREVIEW,
                f"'{self.folder}' là bản xem thử, có cả bài chưa được duyệt",
                "bỏ --from để lệnh tự dựng bản chính thức, hoặc dựng bằng trangtin build (không có --preview)",
            )
        faults = [f"{path}: {fault}" for path, fault in self.faults().items()]
        if not self.files or faults:
            more = f"; và {number_text(len(faults) - _MOST_NAMED)} tệp khác" if len(faults) > _MOST_NAMED else ""
            raise refused(
                Code.PUBLISH_NOT_WHOLE,
                f"'{self.folder}' không khớp danh sách tệp của chính nó: {'; '.join(faults[:_MOST_NAMED])}{more}"
                if faults and (self.folder / NAME).is_file()
                else f"'{self.folder}' không phải là trang do trangtin dựng: không có manifest.json liệt kê tệp",
                "dựng lại trang (bỏ --from để lệnh tự dựng); không có tùy chọn bỏ qua",
            )

    def faults(self) -> Mapping[str, str]:
        """What of the folder is not as the manifest says, in Vietnamese, by path. Reads every file."""
        return {each.path: each.finding.message for each in check_site(self.folder) if each.finding is not None}
