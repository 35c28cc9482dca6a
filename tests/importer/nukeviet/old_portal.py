"""A small site of NukeViet 4 as its backup writes it: two modules, and what went wrong over the years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from trangtin.content.values.dates import VIETNAM

Value = str | int | None


def at(text: str) -> int:
    """A Unix time from `2021-04-21 08:00`, Vietnam's time."""
    return int(datetime.fromisoformat(text).replace(tzinfo=VIETNAM).timestamp())


def _literal(value: Value) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, int):
        return str(value)
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace('"', '\\"') + "'"


def table(name: str, rows: Sequence[Mapping[str, Value]]) -> str:
    """As NukeViet's own backup: the table's columns, then all rows in one statement."""
    columns = ",\n".join(f"  `{column}` varchar(255) NOT NULL DEFAULT '' COMMENT 'a, b'" for column in rows[0])
    values = ", \n".join("(" + ", ".join(map(_literal, row.values())) + ")" for row in rows)
    create = f"CREATE TABLE `{name}` (\n{columns},\n  PRIMARY KEY (`{next(iter(rows[0]))}`)\n) ENGINE=MyISAM;\n"
    return f"DROP TABLE IF EXISTS `{name}`;\n{create}\nINSERT INTO `{name}` VALUES\n{values};\n"


def news_row(number: int, title: str, **more: Value) -> dict[str, Value]:
    row: dict[str, Value] = {
        "id": number,
        "catid": 2,
        "author": "Ban Biên tập",
        "sourceid": 0,
        "addtime": at("2021-04-21 08:00"),
        "edittime": at("2021-04-21 09:00"),
        "status": 1,
        "publtime": at("2021-04-21 08:00"),
        "exptime": 0,
        "title": title,
        "alias": f"Bai-{number}",
        "hometext": "Tóm tắt &amp; giới thiệu",
        "homeimgfile": "",
        "homeimgalt": "",
    }
    return row | more


def law_row(number: int, code: str, title: str, **more: Value) -> dict[str, Value]:
    row: dict[str, Value] = {
        "id": number,
        "title": title,
        "alias": f"van-ban-{number}",
        "code": code,
        "cid": 1,
        "sid": 1,
        "sgid": 1,
        "introtext": "<p>1. Phát động đợt thi đua.</p>",
        "bodytext": "",
        "groups_view": "6",
        "groups_download": "6",
        "files": "",
        "status": 1,
        "publtime": at("2021-04-20 00:00"),
        "startvalid": at("2021-04-20 00:00"),
        "exptime": 0,
    }
    return row | more


def detail(number: int, html: str, **more: Value) -> dict[str, Value]:
    row: dict[str, Value] = {"id": number, "bodyhtml": html, "sourcetext": "", "files": ""}
    return row | more


def dump_of(
    news: Sequence[Mapping[str, Value]] = (),
    details: Sequence[Mapping[str, Value]] = (),
    laws: Sequence[Mapping[str, Value]] = (),
    replaced: Sequence[tuple[int, int]] = (),
    *,
    rewritten: bool = True,
) -> str:
    """The backup of a site with one module of each kind; not `rewritten` are addresses with a query."""
    parts = [
        table(
            "nv4_vi_modules",
            [
                {"title": "tin-tuc", "module_file": "news", "module_data": "news", "module_upload": "news"},
                {"title": "van-ban", "module_file": "laws", "module_data": "laws", "module_upload": "laws"},
            ],
        ),
        table(
            "nv4_config",
            [
                {"lang": "sys", "module": "global", "config_name": "rewrite_optional", "config_value": "1"},
                {"lang": "sys", "module": "global", "config_name": "rewrite_exturl", "config_value": ".html"},
                {"lang": "sys", "module": "global", "config_name": "rewrite_enable", "config_value": f"{rewritten:d}"},
            ],
        ),
        table(
            "nv4_vi_news_cat",
            [{"catid": 2, "title": "Hoạt động", "alias": "Hoat-dong", "groups_view": "6", "status": 1}],
        ),
        table("nv4_vi_news_tags_id", [{"id": 1, "tid": 5, "keyword": "bầu cử"}]),
        table("nv4_vi_laws_cat", [{"id": 1, "title": "Kế hoạch"}]),
        table("nv4_vi_laws_subject", [{"id": 1, "title": "Ủy ban nhân dân tỉnh Mẫu"}]),
        table("nv4_vi_laws_signer", [{"id": 1, "title": "Nguyễn Văn A", "offices": "", "positions": "CHỦ TỊCH"}]),
        table("nv4_vi_laws_area", [{"id": 3, "title": "Thi đua, khen thưởng"}]),
        table("nv4_vi_laws_row_area", [{"row_id": 1, "area_id": 3}]),
        table(
            "nv4_vi_laws_set_replace",
            [{"id": place, "oid": old, "nid": new} for place, (old, new) in enumerate(replaced, 1)]
            or [{"id": 0, "oid": 0, "nid": 0}],
        ),
    ]
    parts += [table("nv4_vi_news_rows", news)] if news else []
    parts += [table("nv4_vi_news_detail", details)] if details else []
    parts += [table("nv4_vi_laws_row", laws)] if laws else []
    return "-- Bản sao lưu, it's a comment\n" + "\n".join(parts)


CONFIG = """\
site_name: Trường Mẫu
site_url: https://truong.mau.example/
docs_dir: site_src
theme:
  name: trangtin
plugins:
  - trangtin:
      unit:
        name: Trường Chính trị tỉnh Mẫu
"""


def write_portal(root: Path) -> None:
    """An empty portal to migrate into."""
    (root / "site_src").mkdir(parents=True)
    (root / "plans").mkdir()
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (root / "site_src/index.md").write_text("# Trường Mẫu\n", encoding="utf-8")
