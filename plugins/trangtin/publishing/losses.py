"""What readers would no longer find: addresses of the site on show that the new one does not answer."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from trangtin.content.options.editing_form import ADDRESS
from trangtin.content.problem import Code
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.refusal import Objection, listing
from trangtin.views.targets import WORDS

# Lists come and go with what is in them (no document "not yet in force" any more): nobody cites them.
_LIST = re.compile(
    rf"(?:van-ban|tin-tuc|phong-trao|khen-thuong)/(?:{'|'.join(WORDS.values())})/[^/]+/"
    r"|(?:van-ban|tin-tuc|khen-thuong|luu-tru)/\d{4}/|so/[^/]+-\d{4}/|(?:.*/)?trang/\d+/"
)
_PAPER = re.compile(r"(?i).*\.(?:pdf|p7s|p7m|docx?|docm|xlsx?|xlsm|pptx?|pptm|od[tsp]|rtf|zip|7z|rar|csv)")
_PAPER_OF_DOCUMENT = re.compile(r"(?i)van-ban/\d{4}/.*\.(?:pdf|docx?|xlsx?)")


@dataclass(frozen=True, slots=True)
class LossRules:
    """How much less a new site may have."""

    most_shrink: int = 20
    """Per cent of files, and of bytes, that may be missing against the site on show."""
    may_lose: bool = False
    """True: addresses may vanish."""


def objections(old: Mapping[str, int], new: BuiltSite, rules: LossRules) -> Iterator[Objection]:
    """Why the new site should not take the place of the old one, of which the bytes of each file are known by path."""
    lost = [] if rules.may_lose else list(lost_addresses(old, new))
    if lost:
        yield Objection(
            Code.PUBLISH_LOST_ADDRESS,
            f"{len(lost)} địa chỉ đang đăng sẽ không còn: {listing(lost)}",
            "bài xóa nhầm thì khôi phục; đổi tên thì ghi redirect_from; gỡ thì không xóa tệp mà ghi withdrawn; "
            "đã làm đúng như vậy, mất các địa chỉ này là có chủ ý: chạy lại kèm --allow-lost",
        )
    before_sizes, after_sizes = _for_readers(old), _for_readers(new.sizes)
    of_bytes = sum(before_sizes.values()), sum(after_sizes.values())
    for what, before, after in (("số tệp", len(before_sizes), len(after_sizes)), ("dung lượng", *of_bytes)):
        share = (before - after) * 100 / before if before else 0
        if share > rules.most_shrink:
            yield Objection(
                Code.PUBLISH_SHRUNK,
                f"trang mới nhỏ hơn trang đang đăng {share:.0f} % về {what} ({before} → {after}), quá mức "
                f"{rules.most_shrink} %",
                f"xem có thư mục nào bị thiếu khi dựng; nếu đúng ý: --max-shrink {min(100, int(share) + 1)}",
            )


def _for_readers(sizes: Mapping[str, int]) -> Mapping[str, int]:
    """Without the form for editors, which comes and goes."""
    return {path: size for path, size in sizes.items() if not path.startswith(ADDRESS)}


def lost_addresses(old: Iterable[str], new: BuiltSite) -> Iterator[str]:
    """Addresses of pages and papers among `old` files that the new site has not, from the root (`/van-ban/2021/a/`).

    A page that sends readers on, or says that it was withdrawn, is still an answer; so files of withdrawn pages may go.
    """
    withdrawn = new.withdrawn()
    for path in sorted(set(old) - new.files.keys()):
        address = path.removesuffix("index.html") if posixpath.basename(path) == "index.html" else path
        is_cited = path.endswith(".html") or _PAPER.fullmatch(path)
        is_list = _LIST.fullmatch(address) or address.startswith(ADDRESS)
        if not is_cited or is_list or f"{path}/index.html" in new.files:
            continue
        folder = posixpath.dirname(path) + "/"
        if path.endswith(".html") or not any(page.endswith(f"/{folder}") or page == folder for page in withdrawn):
            yield f"/{address}"


def replaced_papers(old: Mapping[str, str], new: BuiltSite) -> Mapping[str, str]:
    """Papers of documents that are others than on show under the same name, with the SHA-256 of those on show.

    `old` are the hashes of the site on show. What the new site still has, or tells of as replaced, is not lost.
    """
    known = new.former | set(new.files.values())
    return {
        path: digest
        for path, digest in sorted(old.items())
        if _PAPER_OF_DOCUMENT.fullmatch(path) and path in new.files and digest not in known
    }
