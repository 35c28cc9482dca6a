"""What `mkdocs.yml` says that matters without MkDocs, and each fault at its line."""

from __future__ import annotations

from textwrap import dedent

import pytest
import yaml
from mkdocs.config.config_options import Deprecated
from mkdocs.config.defaults import MkDocsConfig

from trangtin.content.entry import Layout
from trangtin.content.options.configuration import read_config
from trangtin.content.options.host_names import KEYS
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import DutyRules, ProofreadingRules, Settings, SignatureRules, Spelling
from trangtin.content.problem import Code, errors, in_order
from trangtin.content.record import Record

UNIT = "unit: {name: Trường Chính trị tỉnh Mẫu}"


@pytest.mark.parametrize(
    "text",
    [
        f"plugins:\n  - search\n  - trangtin:\n      {UNIT}\n",
        f"plugins:\n  search: {{}}\n  trangtin:\n    {UNIT}\n",
        f"theme: &t {{name: trangtin}}\nextra: {{copy: *t}}\nplugins:\n  - trangtin: {{{UNIT}}}\n",
        f"site_url: !ENV [URL, 'https://x.example/']\nmarkdown_extensions:\n  - a: {{b: !!python/name:c.d }}\n"
        f"plugins:\n  - trangtin: {{{UNIT}}}\n",
    ],
    ids=["list", "mapping", "anchors", "tags"],
)
def test_the_plugin_is_found(text: str) -> None:
    config = read_config(text)
    assert config.problems == ()
    assert config.settings is not None
    assert config.settings.unit.name == "Trường Chính trị tỉnh Mẫu"
    assert (config.settings.noindex, config.settings.page_size) == (False, 30)


@pytest.mark.parametrize(
    ("line", "docs"),
    [("", "docs"), ("docs_dir: site_src", "site_src"), ("docs_dir: ./noi/dung/", "noi/dung")],
)
def test_the_folder_of_pages(line: str, docs: str) -> None:
    assert read_config(f"{line}\nplugins: [trangtin: {{{UNIT}}}]\n").layout == Layout(docs=docs)


CASES = {
    "an unknown option with nothing behind it": (
        f"plugins:\n  - trangtin:\n      {UNIT}\n      mau_chu_dao:\n      look:\n",
        [
            "mkdocs.yml:4: TT201 không có khóa 'mau_chu_dao' → bỏ khóa này; các khóa có: unit, look, notice,"
            " announcements, spokesperson, channels, feedback, noindex, signatures, search, proofreading, duties,"
            " awards, terms, licence, approval, security, cms, share_pictures, due_soon_days, executor, page_size"
        ],
    ),
    "no plugins": (
        "site_name: Trường\n",
        [
            "mkdocs.yml:1: TT202 chưa bật plugin 'trangtin' → thêm plugin vào mục 'plugins'"
            " (ví dụ: - trangtin: {unit: {name: Trường Chính trị tỉnh Mẫu}})"
        ],
    ),
    "not this plugin": (
        "site_name: Trường\n\nplugins:\n  - search\n",
        [
            "mkdocs.yml:3: TT202 chưa bật plugin 'trangtin' → thêm plugin vào mục 'plugins'"
            " (ví dụ: - trangtin: {unit: {name: Trường Chính trị tỉnh Mẫu}})"
        ],
    ),
    "no options": (
        "plugins:\n  - trangtin\n",
        ["mkdocs.yml:2: TT202 thiếu khóa 'unit' → thêm khóa 'unit' (ví dụ: unit: {name: Trường Chính trị tỉnh Mẫu})"],
    ),
    "no options behind the colon": (
        "plugins:\n  - search\n  - trangtin:\n",
        ["mkdocs.yml:3: TT202 thiếu khóa 'unit' → thêm khóa 'unit' (ví dụ: unit: {name: Trường Chính trị tỉnh Mẫu})"],
    ),
    "no options behind the colon, in a mapping": (
        "plugins:\n  trangtin:\n",
        ["mkdocs.yml:2: TT202 thiếu khóa 'unit' → thêm khóa 'unit' (ví dụ: unit: {name: Trường Chính trị tỉnh Mẫu})"],
    ),
    "options that are a word": (
        "plugins:\n  - search\n  - trangtin: Trường\n",
        [
            "mkdocs.yml:3: TT203 'trangtin' cần một nhóm khóa con → viết khóa unit bên dưới"
            " (ví dụ: trangtin: {unit: {name: Trường Chính trị tỉnh Mẫu}})"
        ],
    ),
    "wrong options": (
        """
        plugins:
          - trangtin:
              unit:
                nam: Trường
                email: vanthu
              page_size: nhiều
              noindex: có lẽ
              mau: xanh
        """,
        [
            "mkdocs.yml:4: TT201 không có khóa 'unit.nam' → có phải ý bạn là 'name'?"
            " (ví dụ: name: Trường Chính trị tỉnh Mẫu)",
            "mkdocs.yml:5: TT212 'unit.email' = 'vanthu' không phải là thư điện tử → viết đủ tên@miền"
            " (ví dụ: email: vanphong@truong.example)",
            "mkdocs.yml:6: TT210 'page_size' = 'nhiều' không phải là số nguyên → chỉ viết chữ số"
            " (ví dụ: page_size: 30)",
            "mkdocs.yml:7: TT211 'noindex' = 'có lẽ' không phải là đúng/sai → viết true hoặc false"
            " (ví dụ: noindex: true)",
            "mkdocs.yml:8: TT201 không có khóa 'mau' → bỏ khóa này; các khóa có: …",
        ],
    ),
    "options that are right in shape alone": (
        """
        plugins:
          - trangtin:
              unit: {name: Trường}
              proofreading:
                skip: [TT601, TT629, TT630, TT318]
              executor: may-chu
        """,
        [
            "mkdocs.yml:5: TT214 'TT318' không phải là mã soát chữ → dùng mã từ TT601 đến TT629 (ví dụ: skip: [TT611])",
            "mkdocs.yml:5: TT214 'TT630' không phải là mã soát chữ → dùng mã từ TT601 đến TT629 (ví dụ: skip: [TT611])",
            "mkdocs.yml:6: TT212 'executor' = 'may-chu' không phải là nơi dựng chữ → viết địa chỉ cụm máy Dask, hoặc"
            " 'gói.mô_đun:tên' của một executor (ví dụ: executor: tcp://may-chu.example:8786)",
        ],
    ),
    "no YAML": (
        "site_name: [\n",
        [
            "mkdocs.yml:1: TT106 danh sách hoặc nhóm khóa trong ngoặc không đọc được: site_name: ["
            " → đóng ngoặc ở cuối; mục có dấu hai chấm, dấu phẩy hoặc dấu nháy thì đặt cả mục trong dấu nháy"
            ' (ví dụ: recipients: [Như trên, "Lưu: VT, TCHC."])'
        ],
    ),
    "no mapping": (
        "- trangtin\n",
        [
            "mkdocs.yml:1: TT108 chỗ này phải là các dòng 'khóa: giá trị' → viết mỗi dòng một khóa"
            " (ví dụ: title: Lễ phát động thi đua)"
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_faults(text: str, expected: list[str]) -> None:
    config = read_config(dedent(text).lstrip("\n"))

    assert config.settings is None
    keys = "các khóa có: "
    found = in_order(config.problems)
    assert [str(problem).partition(keys)[0] for problem in found] == [line.partition(keys)[0] for line in expected]


HOST = {
    "a repository of one's own without the way to edit": (
        f"""
        repo_url: https://git.mau.example/tct
        plugins:
          - trangtin: {{{UNIT}}}
        """,
        [
            "mkdocs.yml:1: TT202 có 'repo_url' mà không có 'edit_uri' nên các trang không có liên kết 'Sửa trang này'"
            " → thêm 'edit_uri' theo loại máy chủ của kho (GitLab: '-/edit/main/'; Gitea, Forgejo: '_edit/main/')"
            " (ví dụ: edit_uri: _edit/main/)"
        ],
    ),
    "a colour without quotes": (
        f"plugins:\n  - trangtin:\n      {UNIT}\n      look:\n        accent: #0b5d3b\n        # accent: #1a5c2b\n",
        [
            "mkdocs.yml:5: TT106 mã màu #0b5d3b không có dấu nháy nên bị coi là ghi chú"
            ' → đặt mã màu trong dấu nháy kép (ví dụ: accent: "#0b5d3b")'
        ],
    ),
    "an option beside the plugin": (
        """
        plugins:
          - trangtin:
              unit: {name: Trường}
            duties:
              profile: nd224-2026
        """,
        [
            "mkdocs.yml:4: TT203 'duties' thụt 4 dấu cách, ngang hàng với 'trangtin', nên không thuộc về nó"
            " → thụt dòng này vào 6 dấu cách; các dòng con của nó thụt sâu hơn nữa"
        ],
    ),
    "all options beside the plugin, one of them wrong": (
        """
        plugins:
          - trangtin:
            unit:
              nam: Trường
        """,
        [
            "mkdocs.yml:3: TT203 'unit' thụt 4 dấu cách, ngang hàng với 'trangtin', nên không thuộc về nó"
            " → thụt dòng này vào 6 dấu cách; các dòng con của nó thụt sâu hơn nữa",
            "mkdocs.yml:4: TT201 không có khóa 'unit.nam' → có phải ý bạn là 'name'?"
            " (ví dụ: name: Trường Chính trị tỉnh Mẫu)",
        ],
    ),
    "beside the plugin, on one line": (
        "plugins: [{trangtin: {unit: {name: Trường}}, noindex: true}]\n",
        [
            "mkdocs.yml:1: TT203 'noindex' đứng ngang hàng với 'trangtin' nên không thuộc về nó"
            " → viết vào trong cặp ngoặc của nó"
        ],
    ),
    "the plugin without its dash": (
        "plugins:\n  - search:\n    trangtin: {unit: {name: Trường}}\n",
        [
            "mkdocs.yml:3: TT203 'trangtin' đứng chung một mục với plugin 'search'"
            " → viết thành một mục riêng, có dấu gạch (ví dụ: - trangtin:)"
        ],
    ),
    "an option at the top": (
        "plugins: [trangtin: {unit: {name: Trường}}]\nduties: {}\n",
        [
            "mkdocs.yml:2: TT201 không có khóa 'duties'"
            " → thụt khóa này và các dòng con của nó vào dưới '- trangtin:' ở mục 'plugins'"
        ],
    ),
    "names": (
        """
        site_descripton: Trang của Trường
        site_url: truong.edu.vn
        repo_url: kho
        mau:
        theme:
          name: trang-tin
        plugins: [trangtin: {unit: {name: Trường}}]
        """,
        [
            "mkdocs.yml:1: TT201 không có khóa 'site_descripton' → có phải ý bạn là 'site_description'?"
            " (ví dụ: site_description: Trang của Trường)",
            "mkdocs.yml:2: TT212 'site_url' = 'truong.edu.vn' không phải là địa chỉ trang → viết đủ https://…"
            " (ví dụ: site_url: https://truong.edu.vn)",
            "mkdocs.yml:3: TT212 'repo_url' = 'kho' không phải là địa chỉ trang → viết đủ https://…"
            " (ví dụ: repo_url: https://truong.example/)",
            "mkdocs.yml:4: TT201 không có khóa 'mau' → bỏ khóa này; thông tin riêng của giao diện thì đặt dưới 'extra'",
            "mkdocs.yml:6: TT207 không có giao diện (theme) 'trang-tin' → có phải ý bạn là 'trangtin'?"
            " (ví dụ: name: trangtin)",
        ],
    ),
    "a theme of others": (
        "theme: cua-truong\nplugins: [trangtin: {unit: {name: Trường}}]\n",
        [
            "mkdocs.yml:1: TT207 máy này không có giao diện (theme) 'cua-truong'"
            " → cài gói của nó, hoặc dùng giao diện của trangtin (ví dụ: theme: trangtin)"
        ],
    ),
    "a colon less": (
        "plugins:\n  - trangtin\n      # Đơn vị\n      unit: {name: Trường}\n",
        ["mkdocs.yml:2: TT106 thiếu dấu hai chấm ở cuối dòng: - trangtin → thêm dấu hai chấm (ví dụ: - trangtin:)"],
    ),
    "a colon less, nothing between": (
        "plugins:\n  - trangtin # của ta\n      unit:\n        name: Trường\n",
        [
            "mkdocs.yml:2: TT106 thiếu dấu hai chấm ở cuối dòng: - trangtin # của ta → thêm dấu hai chấm"
            " (ví dụ: - trangtin:)"
        ],
    ),
    "a colon less in the menu": (
        "nav:\n  - Giới thiệu\n      - Lịch sử: lich-su.md\n",
        ["mkdocs.yml:2: TT106 thiếu dấu hai chấm ở cuối dòng: - Giới thiệu → thêm dấu hai chấm (ví dụ: - Giới thiệu:)"],
    ),
    "too far in, of a list that is no menu": (
        "plugins: [trangtin]\nextra:\n  - Như trên\n    - Lưu: VT\n",
        [
            "mkdocs.yml:4: TT106 mức thụt đầu dòng không khớp các dòng trên: - Lưu: VT"
            " → các khóa, các mục cùng một nhóm phải thụt đầu dòng bằng nhau"
        ],
    ),
    "too far in": (
        "nav:\n  - Trang chủ: index.md\n    - Tin tức: tin-tuc/index.md\n",
        [
            "mkdocs.yml:3: TT106 mức thụt đầu dòng không khớp các dòng trên: - Tin tức: tin-tuc/index.md"
            " → các khóa, các mục cùng một nhóm phải thụt đầu dòng bằng nhau"
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), HOST.values(), ids=HOST.keys())
def test_what_mkdocs_would_refuse_is_told_at_its_line(text: str, expected: list[str]) -> None:
    config = read_config(dedent(text).lstrip("\n"))
    assert [str(problem) for problem in in_order(config.problems)] == expected
    assert not errors(config.faults) or set(config.faults) <= set(config.problems)


@pytest.mark.parametrize(
    "text",
    [
        "site_url: ''\nrepo_url: https://git.mau.example/tct\nedit_uri: _edit/main/\n",
        "repo_url: https://github.com/mau/tct\n",
        "repo_url: !ENV REPO\n",
        "site_url: !ENV SITE_URL\ntheme: {name: !ENV THEME}\n",
        "theme: {name: null, custom_dir: giao-dien}\n",
        "theme: material\n",
        "INHERIT: chung.yml\nhooks: [a.py]\nextra: {khac: 1}\n",
        "extra: &chung {theme: trangtin}\n<<: *chung\n",
    ],
)
def test_what_mkdocs_takes_is_no_fault(text: str) -> None:
    config = read_config(f"{text}plugins: [search, trangtin: {{{UNIT}}}, privacy: {{enabled: false}}]\n")
    assert (config.faults, config.problems) == ((), ())


@pytest.mark.parametrize("text", ["site_name: T\n", "plugins: [search]\n", "plugins:\n"])
def test_without_the_plugin_nothing_may_begin_unless_another_file_turns_it_on(text: str) -> None:
    assert [problem.code for problem in read_config(text).faults] == [Code.MISSING_KEY]
    assert read_config(f"INHERIT: chung.yml\n{text}").faults == ()


def test_an_option_beside_the_plugin_is_read_as_if_it_stood_below() -> None:
    config = read_config("plugins:\n  - trangtin:\n    unit: {name: Trường}\n    noindex: true\n")
    assert config.settings is not None
    assert (config.settings.unit.name, config.settings.noindex) == ("Trường", True)


def test_every_key_of_mkdocs_is_known() -> None:
    schema = {key for key, option in MkDocsConfig()._schema if not isinstance(option, Deprecated)}
    assert schema - {"config_file_path"} | {"INHERIT"} == KEYS


@pytest.mark.parametrize("record", [Settings, PortalUnit, SignatureRules, ProofreadingRules, Spelling, DutyRules])
def test_no_option_is_a_word_that_mkdocs_reads_as_true_or_false(record: type[Record]) -> None:
    # MkDocs reads mkdocs.yml as YAML 1.1, where the key `off` is False.
    assert yaml.safe_load("\n".join(f"{key}: 1" for key in record.model_fields)).keys() == record.model_fields.keys()
