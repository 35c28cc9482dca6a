"""Each sample against what a careful person would say of it. Too kind a word is the worst fault there is."""

from __future__ import annotations

import random
import socket
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.signing import edits
from tests.signing.papers import Pens, paper
from tests.signing.pki import SECRET
from tests.signing.samples import Sample
from trangtin.signing.findings import findings_of
from trangtin.signing.reading import read_file_report
from trangtin.signing.report import FileReport
from trangtin.signing.validation.trust import TrustStore
from trangtin.signing.validation.verdict import FileState, Signature

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("verdicts.yml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 21)


@cache  # a report depends on nothing else, and nobody can change it
def report_of(sample: Sample, store: TrustStore) -> FileReport:
    data, beside = sample if isinstance(sample, tuple) else (sample, b"")
    return read_file_report(data, store, signed_content=beside or None).on(TODAY)


def marks_of(report: FileReport) -> list[Signature]:
    return [*report.signatures, *report.timestamps]


def told(report: FileReport) -> str:
    return " ".join(sentence for mark in marks_of(report) for sentence in mark.verdict())


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asked the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['sample']}-{case.get('trust', 'full')}" for case in CASES])
def test_verdict(case: dict[str, Any], samples: dict[str, Sample], stores: dict[str, TrustStore]) -> None:
    report = report_of(samples[case["sample"]], stores[case.get("trust", "full")])
    states = case["state"] if isinstance(case["state"], list) else [case["state"]]
    assert str(report.state) in states, case["why"]
    found = [f"{m.integrity} {m.identity} {m.revocation} {m.time_source or 'none'}" for m in marks_of(report)]
    if "marks" in case:
        assert found == case["marks"], case["why"]
    if "active" in case:
        assert [str(kind) for kind in report.active] == case["active"]
    assert report.empty_fields == case.get("empty", 0)
    assert any(mark.sha1 for mark in marks_of(report)) >= case.get("sha1", False)
    valid = [mark.is_valid for mark in marks_of(report)]
    if case.get("valid") == "some":
        return
    assert all(valid) and bool(valid) if case.get("valid") else not any(valid), case["why"]


def test_every_sample_has_its_verdict(samples: dict[str, Sample]) -> None:
    assert {case["sample"] for case in CASES} == set(samples)
    assert len(samples) >= 30
    assert all(case["why"] for case in CASES)


def test_the_state_does_not_depend_on_whom_the_portal_trusts(
    samples: dict[str, Sample], stores: dict[str, TrustStore]
) -> None:
    for name, sample in samples.items():
        assert len({report_of(sample, stores[store]).state for store in ("none", "later", "sha1")}) == 1, name


def test_valid_is_said_only_where_all_is_proven(samples: dict[str, Sample], stores: dict[str, TrustStore]) -> None:
    for name, sample in samples.items():
        for store in (stores["none"], stores["lists"], stores["late"]):
            report = report_of(sample, store)
            assert ("hợp lệ" in told(report)) == any(mark.is_valid for mark in marks_of(report)), name
            if not store.roots:
                assert "hợp lệ" not in told(report), name


def test_no_identity_number_is_published(samples: dict[str, Sample], stores: dict[str, TrustStore]) -> None:
    number = SECRET.partition(":")[2]
    for name, sample in samples.items():
        assert number not in repr(report_of(sample, stores["lists"])), name
        assert "0100109106" not in repr(report_of(sample, stores["lists"])), name


def test_every_fault_is_found(samples: dict[str, Sample], stores: dict[str, TrustStore]) -> None:
    """A file that is not as it was signed never passes without an error."""
    for name, sample in samples.items():
        report = report_of(sample, stores["full"])
        suffix = ".p7s" if isinstance(sample, tuple) else ".pdf"
        errors = [each for each in findings_of(report, f"x{suffix}") if each.severity.value == "error"]
        if report.state not in (FileState.INTACT, FileState.UNSIGNED):
            assert errors, name


def test_a_flipped_bit_in_a_signed_range_is_never_intact(pens: Pens, stores: dict[str, TrustStore]) -> None:
    signed = pens.sign(paper(), certify=True, reserved=8192)
    (_, first, second, last) = edits.ranges(signed)[0]
    chance = random.Random(20210420)
    for _ in range(100):
        at = chance.randrange(first + last)
        at = at if at < first else at - first + second
        damaged = edits.flipped(signed, at, chance.randrange(8))
        assert report_of(damaged, stores["full"]).state not in (FileState.INTACT, FileState.UNSIGNED), at


def test_a_flipped_bit_in_the_signature_proves_nothing_new(pens: Pens, stores: dict[str, TrustStore]) -> None:
    signed = pens.sign(paper(), certify=True, reserved=8192)
    honest = report_of(signed, stores["full"]).signatures[0]
    (_, first, second, _) = edits.ranges(signed)[0]
    chance = random.Random(20210421)
    for _ in range(100):
        damaged = edits.flipped(signed, chance.randrange(first, second), chance.randrange(8))
        report = report_of(damaged, stores["full"])
        assert report.state is not FileState.UNSIGNED
        if report.state is FileState.INTACT:  # bytes that nothing rests on: labels of the envelope
            assert report.signatures == (honest,)


def test_text_for_readers(samples: dict[str, Sample], stores: dict[str, TrustStore]) -> None:
    assert report_of(samples["s03-person-organisation"], stores["full"]).signatures[1].verdict() == (
        "Nội dung tệp còn nguyên vẹn từ khi ký.",
        "Chứng thư số của người ký dẫn tới chứng thư gốc mà trang này tin cậy.",
        "Chưa kiểm tra tình trạng thu hồi của chứng thư số.",
        "Thời gian 20/04/2021 14:00:00 (+07:00) do máy của người ký tự khai, chưa có gì xác nhận.",
    )


@pytest.mark.parametrize(
    ("sample", "trust", "told_of_it", "finding"),
    [
        ("s58-web-server", "lists", "không được cấp để dùng vào việc này", "ký lại bằng chứng thư cấp cho người"),
        ("s59-time-to-come", "future", "KHÔNG DỰA VÀO ĐƯỢC GIỜ KÝ", "chỉnh đồng hồ"),
        ("s59b-claimed-time-to-come", "full", "giờ ấy chưa tới", "chỉnh đồng hồ"),
        ("s04-timestamps", "clock-before", "đã bị thu hồi từ ngày 01/01/2021", "chọn dịch vụ cấp dấu thời gian"),
        ("s04-timestamps", "clock-later", "ai có khóa ấy cũng ghi lùi giờ được", "chọn dịch vụ cấp dấu thời gian"),
        ("s04-timestamps", "authority-later", "CỦA CƠ QUAN CHỨNG THỰC CẤP TRÊN ĐÃ BỊ THU HỒI", "ký lại bằng chứng thư"),
        ("s20b-impostor-timestamp", "full", "có dấu thời gian nhưng chưa tin được", "chép chứng thư của bên cấp"),
        ("s18b-not-yet", "lists", "chứng thư chưa có hiệu lực, từ ngày 01/01/2022 mới có", "chỉnh đồng hồ máy ký"),
        ("s62-timestamp-md5", "lists", "chưa tin được: dùng MD5", "chép chứng thư của bên cấp"),
        ("s61b-revoked-no-time", "lists", "không biết ký trước hay sau ngày ấy", "ký lại bằng chứng thư"),
    ],
)
def test_why_a_signature_is_not_called_valid(
    samples: dict[str, Sample], stores: dict[str, TrustStore], sample: str, trust: str, told_of_it: str, finding: str
) -> None:
    """A reader sees it beside the signature, an editor what to do about it."""
    report = report_of(samples[sample], stores[trust])
    assert told_of_it in told(report)
    assert "Chưa kiểm tra thu hồi" not in told(report)
    assert any(finding in each.remedy for each in findings_of(report, "a.pdf"))


def test_of_a_timestamp_nothing_is_said_as_of_a_signature(
    samples: dict[str, Sample], stores: dict[str, TrustStore]
) -> None:
    for store, first in (("lists", "Dấu thời gian hợp lệ."), ("none", "CHƯA XÁC ĐỊNH ĐƯỢC CƠ QUAN CẤP DẤU THỜI GIAN")):
        report = report_of(samples["s60-only-timestamp"], stores[store])
        assert first in told(report)
        assert "ký" not in told(report).lower()
        assert report.state_text == "nguyên vẹn từ khi đóng dấu thời gian; không có chữ ký số"


def test_what_is_said_of_a_signature_without_a_time(samples: dict[str, Sample], stores: dict[str, TrustStore]) -> None:
    report = report_of(samples["s61-no-time"], stores["full"])
    assert "không biết khi ấy chứng thư số còn hạn hay đã hết hạn" in told(report)
    messages = [each.message for each in findings_of(report, "a.p7s")]
    assert "chữ ký của 'Nguyễn Văn Thử' không ghi giờ ký" in messages
    assert not any("khai" in each for each in messages)


def test_a_day_off_is_no_time_to_come(samples: dict[str, Sample], stores: dict[str, TrustStore]) -> None:
    sample = samples["s59b-claimed-time-to-come"]
    assert isinstance(sample, bytes)
    read = read_file_report(sample, stores["full"])
    for today, is_told in ((date(2030, 4, 29), True), (date(2030, 4, 30), False), (date(2030, 5, 1), False)):
        (mark,) = read.on(today).signatures
        assert (mark.time_fault is not None) is is_told, today
