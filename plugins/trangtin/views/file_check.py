"""The page on which a reader finds out whether a file is one that this portal published, and what it looks up."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.values.dates import day_text
from trangtin.portal.linked_document import LinkedDocument, document_name, document_title
from trangtin.portal.model import Portal
from trangtin.signing.kinds import is_picture
from trangtin.views import targets
from trangtin.views.legal_state import state_sentence
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.file_card import file_title, offered_state
from trangtin.views.parts.formats import without_stop


@dataclass(frozen=True, kw_only=True)
class FileCheckView(PageView):
    """What the page says before a reader drops a file on it."""

    count: int
    """How many published files can be recognised."""
    former: int
    """How many more can be recognised that were replaced or taken down."""
    template: str = "file-check.html"


@dataclass(frozen=True, slots=True)
class PublishedCopy:
    """A file that is published, or was once."""

    file: str
    """Target of the file as it is published now; of a former one, of the file that replaced it."""
    sha256: str | None
    """Hash of a former file; None for what is published now, which is hashed as it goes out."""
    title: str
    page: str
    """Target of the page that offers it."""
    page_title: str
    state: str
    """The verdict on its signatures; empty where they were not checked."""
    note: str
    """What to know before relying on it: that it is no longer published, what became of its document."""
    is_former: bool = False
    """Published once, and no more."""


def file_check_view(portal: Portal) -> FileCheckView:
    """The view of the page."""
    copies = tuple(published_copies(portal))
    return FileCheckView(
        title=targets.TITLES[targets.FILE_CHECK],
        description=(
            f"Một tệp tải về hoặc được gửi tới có đúng là tệp đã đăng trên trang {portal.settings.unit.name} không"
        ),
        crumbs=(home_link(),),
        count=sum(1 for copy in copies if not copy.is_former),
        former=sum(1 for copy in copies if copy.is_former),
    )


def published_copies(portal: Portal) -> Iterator[PublishedCopy]:
    """Every file on offer, then every file it replaced, those of withdrawn documents too.

    Pictures on pages and in news are left out: there are thousands, and readers only look at them.
    """
    declared: set[str] = set()
    for document in portal.documents:
        declared.update(file.path for file in document.files)
        yield from _copies(document, portal)
    for path, owner in portal.attachments.offered.items():
        if path not in declared:
            of, name = portal.document_at.get(owner), posixpath.basename(path)
            note = state_sentence(of, portal) if of else ""
            yield PublishedCopy(targets.file_target(path), None, name, owner, portal.titles[owner], "", note)
    for path, users in portal.attachments.published.items():
        if users and not is_picture(path):
            name, page = posixpath.basename(path), users[0]
            yield PublishedCopy(path, None, name, page, portal.titles[page], "", "")


def _copies(document: LinkedDocument, portal: Portal) -> Iterator[PublishedCopy]:
    head = document.head
    name = document_name(head)
    page_title, gone = document_title(head), ""
    if head.withdrawn is not None:
        gone = f"Văn bản này đã được gỡ khỏi trang ngày {day_text(head.withdrawn.date)}."
    # A file is checked in order to rely on it: that its bytes are right says nothing of whether the paper still holds.
    known = gone or state_sentence(document, portal)
    for file in document.files:
        title = file_title(file.declared, name)
        target = targets.file_target(file.path)
        # Of a withdrawn document nothing goes out that could be hashed.
        own = file.facts.published_sha256 if gone and file.facts else None
        if own or not gone:
            state = offered_state(file).text if not gone else ""
            yield PublishedCopy(
                file=target,
                sha256=own,
                title=title,
                page=document.path,
                page_title=page_title,
                state=state,
                note=known,
                is_former=bool(gone),
            )
        for former in file.declared.former:
            when = f" ngày {day_text(former.until)}" if former.until else ""
            why = f" (lý do: {without_stop(former.reason)})" if former.reason else ""
            replaced = "" if gone else f"Bản này đã được thay{when}{why}. Hãy dùng bản đang đăng."
            note = " ".join(filter(None, (replaced, known)))
            yield PublishedCopy(target, former.sha256, title, document.path, page_title, "", note, is_former=True)
