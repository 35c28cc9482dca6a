"""People told from bodies by their names alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from trangtin.content.person_names import is_body, is_person, without_rank

NAMES: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("certificate_names.yml").read_text("utf-8"))


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in NAMES.items() for name in names])
def test_a_certificate_s_name(kind: str, name: str) -> None:
    assert (is_person(name), is_body(name)) == (kind == "persons", kind == "bodies")


def test_a_rank_is_no_part_of_a_name() -> None:
    assert without_rank("PGS. TS. Trần Thị B") == "Trần Thị B"
    assert without_rank("Trần Thị B") == "Trần Thị B"
