"""Vietnamese text: one form, folded forms, slugs, tone placement."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trangtin.content.collation import collation_key
from trangtin.content.text import fold, normalise, one_line, one_tone_style, same_words, slug

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
VIETNAMESE = st.text(alphabet=LETTERS + LETTERS.upper() + "bcghklmnpqrstvx 0129/-.,“”", max_size=40)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@given(VIETNAMESE)
def test_composed_and_decomposed_are_one(text: str) -> None:
    assert normalise(nfd(text)) == normalise(text)
    assert fold(nfd(text)) == fold(text)
    assert slug(nfd(text)) == slug(text)
    assert collation_key(nfd(text)) == collation_key(text)
    assert one_tone_style(nfd(text)) == one_tone_style(text)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert fold(fold(text)) == fold(text)
    assert slug(slug(text)) == slug(text)
    assert one_tone_style(one_tone_style(text)) == one_tone_style(text)


@given(st.text(max_size=60), st.integers(min_value=1, max_value=80))
def test_a_slug_is_an_address(text: str, longest: int) -> None:
    made = slug(text, longest)

    assert re.fullmatch(r"[a-z0-9-]*", made)
    assert not made.startswith("-") and not made.endswith("-") and "--" not in made
    assert len(made) <= longest


@given(st.text(max_size=60))
def test_a_slug_is_the_letters_and_digits_of_the_whole_text(text: str) -> None:
    assert slug(text, 1000) == "-".join(re.findall("[a-z0-9]+", fold(text)))


@given(VIETNAMESE)
def test_folded_vietnamese_is_what_people_type_without_accents(text: str) -> None:
    assert fold(text).isascii() or set(fold(text)) - set(fold(text).encode("ascii", "ignore").decode()) <= set("“”")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đề án đổi mới", "de an doi moi"),
        ("Sở Xây dựng", "so xay dung"),
        ("So\u031b\u0309", "so"),
        ("\u00d0iều", "dieu"),
        ("KẾ HOẠCH", "ke hoach"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Điều 1. Đối tượng", "dieu-1-doi-tuong"),
        ("Mục đích, yêu cầu", "muc-dich-yeu-cau"),
        ("12/KH-TCT", "12-kh-tct"),
        ("Ủy ban nhân dân tỉnh", "uy-ban-nhan-dan-tinh"),
        ("!!!", ""),
    ],
)
def test_slug(text: str, made: str) -> None:
    assert slug(text) == made


def test_a_long_slug_is_cut_between_words() -> None:
    assert slug("phong trào thi đua yêu nước", 20) == "phong-trao-thi-dua"
    assert slug("abcdefghij", 4) == "abcd"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("So\u031b\u0309", "Sở"),
        ("89/2015/N\u00d0-CP", "89/2015/NĐ-CP"),
        ("\u0189iều", "Điều"),
        ("\u00f0ất", "đất"),
        ("thi\u200b đua\ufeff", "thi đua"),
        ("0912\u200b345\u200c678", "0912345678"),
        ("ភាសា\u200bខ្មែរ\u200b\ufeff", "ភាសា\u200bខ្មែរ\u200b"),
        ("ພາສາ\u200bລາວ \u200bx", "ພາສາ\u200bລາວ x"),
        ("Ông A \u202eđã bị\u202c kỷ luật\u2066 \u2069", "Ông A đã bị kỷ luật "),
        ("a\x00b\x1b[2J\x7f\tđ\n", "ab[2J\tđ\n"),
        ("plain\x02", "plain"),
        ("Covi-19, của tri", "Covi-19, của tri"),
        ("hòa và hoà", "hòa và hoà"),
    ],
)
def test_normalise(text: str, clean: str) -> None:
    assert normalise(text) == clean


def test_one_line() -> None:
    assert one_line("  Thi\u00a0 đua\n\tchào mừng ") == "Thi đua chào mừng"


# domain/README.md §4.2: only open syllables in oa, oe, uy have two spellings.
TWO_SPELLINGS = [
    ("hòa", "hoà"), ("hóa", "hoá"), ("hỏa", "hoả"), ("họa", "hoạ"), ("khóa", "khoá"), ("tòa", "toà"), ("tỏa", "toả"),
    ("xóa", "xoá"), ("đóa", "đoá"), ("thỏa", "thoả"), ("xõa", "xoã"), ("lòa", "loà"), ("khỏe", "khoẻ"), ("hòe", "hoè"),
    ("lóe", "loé"), ("xòe", "xoè"), ("tóe", "toé"), ("thúy", "thuý"), ("ủy", "uỷ"), ("lũy", "luỹ"), ("hủy", "huỷ"),
    ("tùy", "tuỳ"), ("thủy", "thuỷ"), ("súy", "suý"), ("suỵt", "suỵt"), ("ngụy", "nguỵ"), ("HÒA", "HOÀ"), ("Ủy", "Uỷ"),
    ("THỦY", "THUỶ"), ("Hóa", "Hoá"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), TWO_SPELLINGS)
def test_both_placements_of_a_tone_are_one_word(old: str, new: str) -> None:
    assert one_tone_style(old) == one_tone_style(new) == new
    assert same_words(f"Tổ  {old} giải", nfd(f"tổ {new} GIẢI"))


ONE_SPELLING = [
    "quý", "quỳ", "quả", "quà", "quẻ", "hoàn", "hoàng", "toán", "khoẻn", "hoạt", "huýt", "huỳnh", "khuỷu", "ngoáy",
    "khoái", "xoài", "ngoèo", "của", "mùa", "nghĩa", "chìa", "tiếng", "giữa", "khuya", "thuở", "muỗi",
]  # fmt: skip


@pytest.mark.parametrize("word", ONE_SPELLING)
def test_words_with_one_spelling_are_left_alone(word: str) -> None:
    assert one_tone_style(word) == word
    assert one_tone_style(word.upper()) == word.upper()


@pytest.mark.parametrize(("wrong", "right"), [("qúy", "quý"), ("qủa", "quả"), ("kết qủa", "kết quả"), ("Qùa", "Quà")])
def test_a_tone_on_the_u_after_q_moves_on(wrong: str, right: str) -> None:
    assert one_tone_style(wrong) == right
    assert same_words(wrong, right)


def test_different_words_stay_different() -> None:
    assert not same_words("hòa", "hoá")
    assert not same_words("Ủy ban", "Ủy bạn")
