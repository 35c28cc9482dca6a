"""What readers would no longer find: addresses of the site on show that the new one does not answer."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trangtin.content.options.editing_form import ADDRESS
from trangtin.content.problem import Code
from trangtin.content.values.quantity import listing, number_text
from trangtin.publishing.built_site import BuiltSite, ShownSite
from trangtin.publishing.refusal import Objection
from trangtin.signing.site_roles import is_paper

_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class LossRules:
    """How much less a new site may have."""

    most_shrink: int = 20
    """Per cent of files, and of bytes, that may be missing against the site on show."""
    may_lose: bool = False
    """True: addresses may vanish."""


def objections(old: BuiltSite | ShownSite, new: BuiltSite, rules: LossRules) -> Iterator[Objection]:
    """Why the new site should not take the place of the old one."""
    lost = [] if rules.may_lose else list(lost_addresses(old, new))
    if lost:
        yield Objection(
            Code.PUBLISH_LOST_ADDRESS,
            f"{number_text(len(lost))} địa chỉ đang đăng sẽ không còn: {listing(lost, 10, 'địa chỉ')}",
            "bài xóa nhầm thì khôi phục; đổi tên thì ghi redirect_from; gỡ thì không xóa tệp mà ghi withdrawn; "
            "đã làm đúng như vậy, mất các địa chỉ này là có chủ ý: chạy lại kèm --allow-lost",
        )
    before_sizes, after_sizes = _for_readers(old.sizes), _for_readers(new.sizes)
    of_bytes = sum(before_sizes.values()), sum(after_sizes.values())
    for what, before, after in (("số tệp", len(before_sizes), len(after_sizes)), ("dung lượng", *of_bytes)):
        share = (before - after) * 100 / before if before else 0
        if share > rules.most_shrink:
            yield Objection(
                Code.PUBLISH_SHRUNK,
                f"trang mới nhỏ hơn trang đang đăng {share:.0f} % về {what} ({number_text(before)} → "
                f"{number_text(after)}), quá mức {rules.most_shrink} %",
                f"xem có thư mục nào bị thiếu khi dựng; nếu đúng ý: --max-shrink {min(100, int(share) + 1)}",
            )


def _for_readers(sizes: Mapping[str, int]) -> Mapping[str, int]:
    """Without the form for editors, which comes and goes."""
    return {path: size for path, size in sizes.items() if not path.startswith(ADDRESS)}


def lost_addresses(old: BuiltSite | ShownSite, new: BuiltSite | ShownSite) -> Iterator[str]:
    """Addresses of pages and papers of the old site that the new one does not have, from the root (`/van-ban/2021/a/`).

    Lists come and go with what is in them. A page that sends readers on, or says that it was withdrawn, is still an
    answer; so papers may go with the page that offered them: that of their folder, unless the old site says more.
    """
    for path in sorted(old.sizes.keys() - new.files.keys()):
        is_page = path.endswith(".html")
        if not (is_page or is_paper(path)) or path in old.roles.lists or path.startswith(ADDRESS):
            continue
        pages = old.roles.offered.get(path) or (posixpath.join(posixpath.dirname(path), _INDEX),)
        is_answered = f"{path}/{_INDEX}" in new.files or (not is_page and not new.roles.withdrawn.isdisjoint(pages))
        if not is_answered:
            yield f"/{path.removesuffix(_INDEX) if posixpath.basename(path) == _INDEX else path}"


def replaced_papers(old: Mapping[str, str], new: BuiltSite) -> Mapping[str, str]:
    """Papers of documents that differ from those on show under the same name, with the SHA-256 of those on show.

    `old` are the hashes of the site on show. What the new site still has, or names as replaced, is not lost.
    """
    known = new.former | set(new.files.values())
    return {
        path: digest
        for path, digest in sorted(old.items())
        if path in new.roles.papers and path in new.files and digest not in known
    }
