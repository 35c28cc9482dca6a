from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.opened import sample_portal
from tests.search.asking import Script, script
from tests.search.pages import records_of
from trangtin.content.document import Document
from trangtin.portal.linked_document import typed_number
from trangtin.portal.model import Portal
from trangtin.search.index import search_index


@pytest.fixture(scope="session")
def asked() -> Iterator[Script]:
    """The page's script, running."""
    with script() as running:
        yield running


@pytest.fixture(scope="session")
def sample() -> Portal:
    """The sample portal on a fixed day."""
    return sample_portal()


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory, sample: Portal) -> tuple[Path, list[str]]:
    """The folder of the sample's index, and the targets of its pages in the order of their numbers."""
    folder = tmp_path_factory.mktemp("index")
    for name, data in search_index(sample, lambda target: target, folder).files():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder, [record.target for record in records_of(sample)]


def citations(document: Document, issuer: str) -> Iterator[str]:
    """How readers type what the page of a document offers to copy, and pieces of it."""
    name, number, day = typed_number(document), document.number, document.date
    assert number is not None
    assert day is not None
    yield f"{name} ngày {day.day}/{day.month}/{day.year} của {issuer}"
    yield f"{name} ngày {day.day}/{day.month}/{day.year}"
    yield f"{name} của {issuer}"
    yield f"{number} ngày {day:%d/%m/%Y}"
    yield f"{number} ngày {day.day} tháng {day.month} năm {day.year}"
    yield f"{number} {day.year}"
    yield f"{document.type.name} {number}"
    yield f"{number}".replace("/", " ").replace("-", " ")
    yield f"{number}"
