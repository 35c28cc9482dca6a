"""Rows come out of a dump as they went into the database, whichever program wrote it."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importer.nukeviet.old_portal import Value, table
from trangtin.importer.nukeviet.dump import read_dump
from trangtin.importer.refusal import Refusal

MYSQLDUMP = """\
-- MySQL dump 10.13, it's what everybody uses
/*!40101 SET NAMES utf8mb4 */;
CREATE TABLE `a_rows` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT COMMENT 'số, thứ tự',
  `title` varchar(250) NOT NULL DEFAULT '',
  `note` text,
  PRIMARY KEY (`id`),
  UNIQUE KEY `title` (`title`)
) ENGINE=MyISAM;
INSERT INTO `a_rows` VALUES (1,'Kế hoạch \\'một\\'; hai',NULL),(2,'dòng một\\r\\ndòng hai',0x4142),(-3,'','it''s;');
INSERT INTO `a_rows` VALUES (5,'',0xA);
INSERT INTO `a_rows` (`title`, `id`) VALUES ('sau', 4);
INSERT INTO `b_other` VALUES (1);
"""


def test_values_of_mysqldump(tmp_path: Path) -> None:
    file = tmp_path / "a.sql"
    file.write_text(MYSQLDUMP, encoding="utf-8")
    dump = read_dump(file, lambda table: table.endswith("_rows"))
    assert dump.tables == {
        "a_rows": (
            {"id": "1", "title": "Kế hoạch 'một'; hai", "note": ""},
            {"id": "2", "title": "dòng một\r\ndòng hai", "note": "AB"},
            {"id": "-3", "title": "", "note": "it's;"},
            {"id": "5", "title": "", "note": "\n"},
            {"title": "sau", "id": "4"},
        )
    }


def test_tables_named_with_their_database(tmp_path: Path) -> None:
    file = tmp_path / "a.sql"
    qualified = MYSQLDUMP.replace("`a_rows`", "`xa-mau`.`a_rows`")
    assert qualified.count("xa-mau") == 4
    file.write_text(qualified, encoding="utf-8")
    plain = tmp_path / "b.sql"
    plain.write_text(MYSQLDUMP, encoding="utf-8")
    both = [read_dump(each, lambda table: table.endswith("_rows")) for each in (file, plain)]
    assert both[0] == both[1]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40), min_size=1, max_size=5))
def test_whatever_text_a_row_holds_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    file = tmp_path_factory.mktemp("dump") / "a.sql"
    rows: list[Mapping[str, Value]] = [{"id": number, "text": text} for number, text in enumerate(texts)]
    file.write_bytes(table("a_rows", rows).encode())
    found = read_dump(file, lambda _: True).rows("a_rows")
    assert [row["text"] for row in found] == texts


def test_a_compressed_backup(tmp_path: Path) -> None:
    file = tmp_path / "a.sql.gz"
    file.write_bytes(gzip.compress(MYSQLDUMP.encode()))
    assert len(read_dump(file, lambda table: table == "a_rows").rows("a_rows")) == 5


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.sql", MYSQLDUMP[: MYSQLDUMP.index("dòng hai")].encode(), "đứt giữa chừng, ở bảng"),
        ("a.sql", MYSQLDUMP.encode("utf-16"), "không phải là UTF-8"),
        ("a.sql", b"INSERT INTO `a_rows` VALUES (1,2);\n", "có dòng 2 giá trị cho 0 cột"),
        ("a.sql.gz", b"khong phai gzip", "không đọc được a.sql.gz"),
        ("a.sql.gz", gzip.compress(MYSQLDUMP.encode())[:-20], "không đọc được a.sql.gz"),
    ],
)
def test_what_is_no_dump_is_refused_with_the_way_out(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(Refusal, match=says) as refused:
        read_dump(file, lambda _: True)
    assert refused.value.remedy
