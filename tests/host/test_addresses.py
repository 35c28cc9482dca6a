"""No address of the sample portal vanishes unnoticed, and none comes unseen."""

from __future__ import annotations

from pathlib import Path

from tools.sample_addresses import addresses, listed


def test_every_address_that_was_ever_given_out_still_leads_somewhere(sample: Path) -> None:
    gone = sorted(set(listed()) - set(addresses(sample)))
    assert gone == [], (
        "nội dung đã dời: ghi redirect_from; danh sách không còn mục nào: xóa dòng khỏi danh sách địa chỉ"
    )


def test_new_addresses_are_on_the_list(sample: Path) -> None:
    new = sorted(set(addresses(sample)) - set(listed()))
    assert new == [], "địa chỉ mới, đúng như ý thì chạy: python -m tools.sample_addresses"


def test_the_list_is_in_order_with_each_address_once() -> None:
    assert len(listed()) > 200
    assert listed() == sorted(set(listed()))
