"""One file from bytes to draft and delivery: the order in which the parts of the importer run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from trangtin.content.document import Document
from trangtin.content.news import News
from trangtin.content.placement import NEWS_FOLDER
from trangtin.content.text import small
from trangtin.disk.reasons import reason_of
from trangtin.importer.delivery import Delivery, PlacedFile
from trangtin.importer.draft import Draft, make_draft
from trangtin.importer.intake import Source
from trangtin.importer.markdown_file import markdown_file
from trangtin.importer.news import is_news, make_news
from trangtin.importer.original import Original, examine
from trangtin.importer.paper import Paper
from trangtin.importer.reading import read_paper
from trangtin.importer.refusal import Refusal
from trangtin.importer.surroundings import Surroundings
from trangtin.signing.validation.trust import TrustStore, read_trust

_WHEN_PUBLISHED = "published (Ngày đăng): rà xong thì ghi ngày đưa lên trang, rồi xóa dòng này"
"""No paper says it, and the register of public information has to."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was read, and what is to be written for it."""

    draft: Draft
    delivery: Delivery
    review: tuple[str, ...]
    """All that a person must look at."""


@dataclass(slots=True)
class Session:
    """One call of the command; remembers what it has written, so that no two files get one name."""

    around: Surroundings
    today: date
    """Gives the year of what has no date."""
    out: Path | None = None
    """The folder to write to; None puts each file into the folder of its year."""
    plans: Path = Path("plans")
    news: Path = Path("site_src") / NEWS_FOLDER
    as_news: bool | None = None
    """Whether files are news items; None goes by what they look like."""
    campaign_folder: Path | None = None
    ocr: bool = False
    trust: TrustStore = field(default_factory=lambda: read_trust(None))
    _taken: dict[Path, str] = field(default_factory=dict)

    def take(self, source: Source) -> Imported:
        """Read a file and say what would be written. Raises Refusal."""
        try:
            data = source.read()
        except OSError as error:
            raise Refusal(f"không mở được tệp ({reason_of(error)})", "kiểm tra đường dẫn và quyền đọc") from error
        paper = read_paper(data, source.file_name, ocr=self.ocr)
        if self.as_news or (self.as_news is None and is_news(paper)):
            return self._news_item(paper, data, source)
        draft = make_draft(paper, source.file_name, self.around)
        original = examine(data, source.file_name, self.trust, is_annex=draft.is_annex)
        document = self._free(self._folder(draft) / f"{draft.stem}.md", source)
        beside = document.with_name(f"{draft.stem}{original.suffix}")
        if beside == document:  # a text file: its original is Markdown or would look like it
            beside = document.with_name(f"{draft.stem}-goc.txt")
        review = list(draft.review)
        files = [{"path": beside.name, "role": original.role.value, "sha256": original.sha256}]
        # Each signature of a file is judged by itself: several often have one fault.
        faults = tuple(dict.fromkeys((*original.faults, *_private(draft, beside.name, original))))
        if faults:
            review += [f"files: tệp gốc {beside.name} chưa đưa vào vì {fault}" for fault in faults]
            files = []
        if review:  # it waits for a person anyway; for this alone nothing is held back
            review.append(_WHEN_PUBLISHED)
        head = {**draft.head, "files": files} if files else draft.head
        written = markdown_file(Document, head, draft.body, review)
        return Imported(draft, Delivery(document, written.text, (PlacedFile(beside, data),)), written.review)

    def _news_item(self, paper: Paper, data: bytes, source: Source) -> Imported:
        """A news item goes with its pictures alone: the file it came from is of no use to readers."""
        campaign = self.campaign_folder.name if self.campaign_folder else self.around.campaign
        draft = make_news(paper, source.file_name, self.today, campaign)
        examine(data, source.file_name, self.trust)  # for marks of secrecy outside the text
        folder = self.out or self.news / str(draft.year)
        written = markdown_file(News, draft.head, draft.body, draft.review)
        pictures = tuple(PlacedFile(folder / name, picture) for name, picture in draft.pictures.items())
        document = self._free(folder / f"{draft.stem}.md", source)
        return Imported(draft, Delivery(document, written.text, pictures), written.review)

    def _free(self, document: Path, source: Source) -> Path:
        """The place, if no other file of this call goes there."""
        if self._taken.setdefault(document, source.name) != source.name:
            raise Refusal(
                f"cùng tên với văn bản của {self._taken[document]} ({document.name}) trong lượt này",
                "nếu là một văn bản thì chỉ nhập bản Word, rồi thêm bản PDF vào 'files'",
            )
        return document

    def _folder(self, draft: Draft) -> Path:
        if self.out is not None:
            return self.out
        if self.campaign_folder is not None:
            return self.campaign_folder
        return self.plans / str(draft.year or self.today.year)


def _private(draft: Draft, name: str, original: Original) -> Iterator[str]:
    """Why the file of a draft that holds personal data must not go out beside it: readers would find them there."""
    if draft.private:
        kinds = ", ".join(small(kind.label) for kind in draft.private)
        yield (
            f"tệp ấy cũng có {kinds} → xóa các mục ấy trong tệp gốc, lưu bản sạch "
            f"đè lên {name} rồi thêm vào 'files': - {{path: {name}, role: {original.role.value}}}; "
            "xóa trong bài .md thôi thì chưa đủ"
        )
