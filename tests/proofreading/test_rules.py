"""Each rule as a table: what is odd, and above all what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.proofreading.reading import PLAIN, meant, seen
from trangtin.content.problem import Code
from trangtin.proofreading.roman import roman, to_roman
from trangtin.proofreading.rules import Proofreader
from trangtin.proofreading.terms import Term, house_terms
from trangtin.proofreading.writing import Writing


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("phát động phong trào thi đua đua tới toàn thể", ["thi đua đua"]),
        ("Trường mở các các lớp", ["mở các các"]),
        ("việc của của Trường.", ["việc của của"]),
        ("hết dòng thì\n\nthì sang dòng", ["dòng thì thì"]),
        ("KẾ HOẠCH THI ĐUA ĐUA", ["THI ĐUA ĐUA"]),
        ("Trường thực hiện thực hiện kế hoạch.", ["thực hiện thực hiện"]),
        # Reduplication, numbers, names, words that only meet.
        ("Cây luôn luôn xanh xanh, lá dần dần rơi.", []),
        ("Trong năm năm qua, ngày ngày đều đều như vậy.", []),
        ("Ngày ngày, người người, nhà nhà thi đua.", []),
        ("Bà Nguyễn Thu Thu và ông Lê Anh Anh.", []),
        ("báo cáo theo quy định định kỳ hằng tháng", []),
        ("các cơ quan quan tâm; công nhân nhân dịp Tết", []),
        ("các tổ chức tổ chức hội nghị", []),
        ("Tờ trình trình Hội đồng nhân dân", []),
        ("thi đua, đua tài; của ai. Ai đó", []),
        ("Thi đua.\n\nĐua thuyền", []),
        ("| a | a |\n|---|---|\n| x | x |\n| x | x |", []),
        ("Phòng A\na) Việc", []),
        ("`của của` và https://mau.example/a/a", []),
        ("khối lượng lượng lượng", ["khối lượng lượng"]),
        ("Luật Công nghiệp công nghệ số số 71/2025; ô tô đầu kéo kéo sơ mi rơ moóc; con tê tê", []),
        ("Kế hoạch số số 12/KH-TM", ["hoạch số số"]),
        ("ban hành kế hoạch kế hoạch kiểm tra", ["kế hoạch kế hoạch"]),
        ("công tác kế hoạch kế hoạch hóa gia đình, ngành công nghiệp công nghiệp hóa", []),
        ("họp vào ngày ngày 5/9/2026", ["vào ngày ngày"]),
        ("trong hai ngày ngày 5/9 và 6/9; ngày ngày 5 em bé đến lớp", []),
    ],
)
def test_doubled_words(text: str, odd: list[str]) -> None:
    assert seen(text, Code.DOUBLED_WORD) == odd


ELECTION = "Thi đua chào mừng bầu cử đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân nhiệm kỳ 2021 - 2026"


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Chọn người vào Quốc hội khóa XIV.", ["khóa XIV"]),
        ("Bầu Quốc hội khoá XIV và HĐND nhiệm kỳ 2016-2021.", ["khoá XIV, nhiệm kỳ 2016-2021"]),
        (
            "Bầu Quốc hội khóa XIV. Bầu Hội đồng nhân dân nhiệm kỳ\n\n2016 -\n2021.",
            ["khóa XIV", "nhiệm kỳ 2016 - 2021"],
        ),
        ("Bầu Quốc hội khoá XV, nhiệm kỳ 2021-2026, nhiệm kỳ 2021– 2026.", []),
        ("Nghị quyết số 35/2021/QH14 của Quốc hội khóa XIV", []),
        ("Căn cứ Luật được Quốc hội khóa XIII thông qua;", []),
        ("Kết quả của Quốc hội khóa XIV là tiền đề.", []),
        ("Nghị quyết Ban Chấp hành Trung ương khóa XIII", []),
        ("Lớp trung cấp khóa IV khai giảng.", []),
        ("Kế hoạch giai đoạn 2016 - 2020", []),
    ],
)
def test_terms_of_office(text: str, odd: list[str]) -> None:
    assert seen(text, Code.CONTRADICTS_TITLE, title=ELECTION) == odd
    assert seen(text, Code.CONTRADICTS_TITLE, title="Trồng cây") == []


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("cuộc bầu cử ĐBQH khóa XIV", ["khóa XIV"]),
        ("bầu đại biểu QH khoá 14", ["khoá 14"]),
        ("bầu đại biểu Quốc hội khóa 15", []),
        ("bầu vào HĐND nhiệm kì 2016 - 2021", ["nhiệm kì 2016 - 2021"]),
        ("bầu đại biểu HĐND xã 2016 - 2021.", ["2016 - 2021"]),
        ("HĐND xã giai đoạn 2016 - 2021; chương trình của HĐND 2021 - 2025; Đảng bộ xã 2020 - 2025", []),
        ("Số liệu 2016 - 2021; lớp của Quốc hội, khóa 3; Ban Chấp hành khóa 12", []),
    ],
)
def test_terms_of_office_in_short(text: str, odd: list[str]) -> None:
    assert seen(text, Code.CONTRADICTS_TITLE, title=ELECTION) == odd


@pytest.mark.parametrize(
    ("title", "text", "odd"),
    [
        (
            "Kiểm tra nội bộ năm học 2026 - 2027",
            "Nay lập kế hoạch kiểm tra nội bộ năm học 2025-2026.",
            ["năm học 2025-2026"],
        ),
        ("Kiểm tra nội bộ năm học 2026 - 2027", "So với năm học 2025-2026; học sinh năm học 2025-2026", []),
        ("Kiểm tra nội bộ năm học 2026 - 2027", "Đánh giá việc kiểm tra nội bộ năm học 2025-2026", []),
        ("Kiểm tra nội bộ năm học 2026 - 2027", "Kiểm tra nội bộ năm học 2025-2026 đã đạt kết quả", []),
        ("Chào mừng Đại hội Đoàn trường lần thứ XIV", "Tổ chức Đại hội Đoàn trường lần thứ XIII.", ["lần thứ XIII"]),
        ("Chào mừng Đại hội Đoàn trường lần thứ XIV", "Nghị quyết Đại hội Đảng lần thứ XIII; Hội thi lần thứ 2", []),
        ("Bồi dưỡng nghiệp vụ khóa 12", "Theo Ban Chấp hành Trung ương khóa XIII; lớp khóa 11", []),
    ],
)
def test_what_else_a_title_counts(title: str, text: str, odd: list[str]) -> None:
    assert seen(text, Code.CONTRADICTS_TITLE, title=title) == odd


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("khóa XV, khoá XIV, Khóa ấy", ["đặt dấu thanh hai cách: 'khóa' (2 lần) và 'khoá' (1 lần)"]),
        ("THI ĐUA HÒA HỢP, hoà hợp", ["đặt dấu thanh hai cách: 'hoà' (1 lần) và 'hòa' (1 lần)"]),
        ("khóa, hòa, thủy", []),
        ("khoá này và hòa kia", []),
        ("quý, quy, huýt, hoàn, khuỷu, thoát", []),
        ("Ông Nguyễn Hoà và bà Trần Hòa, hòa nhã", []),
    ],
)
def test_tones(text: str, told: list[str]) -> None:
    assert [each.message for each in PLAIN.read(Writing(text), is_final=True)] == told


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("tỷ lệ của tri đi bầu", ["cử tri"]),
        ("DANH SÁCH CỦA TRI", ["CỬ TRI"]),
        ("(Của\ntri)", ["Cử tri"]),
        ("giá trị của tri thức, của tri giác", []),
        ("phòng dịch Covi-19", ["Covid-19"]),
        ("phòng dịch Covid-19, COVID-19", []),
        ("Bổ xung điều 2", ["Bổ sung"]),
        ("Hiệu truởng và nguời huớng dẫn", ["trưởng", "người", "hướng"]),
        ("thuở xưa, quơ tay", []),
        ("nghành giáo dục, ngề nghiệp, Nghành", ["ngành", "nghề", "Ngành"]),
        ("ngành nghề, nghiêng, nghĩ, ngoằn ngoèo", []),
        ("khen thường xuyên, khen thường trong năm", ["khen thưởng"]),
        ("xem https://mau.example/bo-xung và `bổ xung`", []),
        ("khả năng xuất khẩu, tài năng xuất sắc, tăng năng xuất", ["năng suất"]),
        ("họ cũng cố gắng; giao thông bao gồm; động viên chúc Tết; vấn đề nghi ngờ", []),
        ("hóa đơn vi phạm; hồ sơ xuất khẩu; lịch sử lý luận; chuyến thăm quan trọng; phố Nguyễn Trãi qua cầu", []),
        ("đaị biểu, hưóng dẫn, hộì, trươngf", ["đại", "hướng", "hội", "trường"]),
        ("kêt quả, quôc hội, qủa, hòan", ["", "", "quả", "hoàn"]),
        ("nghị quyêt, thưc hiện", ["nghị quyết", "thực hiện"]),
        ("hòa hoà, thủy thuỷ, quý, gì, giếng, khuỷu, ngoẻo, goòng, thuở", []),
        ("xã Đaị, Krông Păc, đê-xi-bêt, ê-tê-xêt, H’Kêt, kêt.vn, piñata, café, rơmoóc, tơrưng, ôtô", []),
        ("xắp xếp, tuyên truyển, thẻ cử chi, ngày bầu cư", ["sắp xếp", "tuyên truyền", "thẻ cử tri", "bầu cử"]),
        ("bầu cư dân tiêu biểu; danh sách cử chi bộ; trúng cử chi ủy", []),
        ("cũng cố tổ chức, thăm quan, trãi qua", ["củng cố", "tham quan", "trải qua"]),
    ],
)
def test_typing_errors(text: str, right: list[str]) -> None:
    assert meant(text, Code.MISSPELT) == right


def test_no_right_spelling_is_itself_on_the_list() -> None:
    for term in house_terms():
        assert seen(f"x {term.right} y", Code.MISSPELT) == [], term


def test_a_portal_adds_terms_and_accepts_words() -> None:
    own = Proofreader((Term("sở xây dưng", "Sở Xây dựng"),), accepted=("bổ xung",))
    assert seen("Sở Xây dưng bổ xung", Code.MISSPELT, by=own) == ["Sở Xây dưng"]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("nhiệm kỳ 2021-2026” với", 1),
        ('chủ đề "Xanh - sạch với nội dung', 1),
        ("(theo mẫu", 1),
        ("theo mẫu) ấy", 1),
        ("[sic", 1),
        ('“Một” và "hai" (ba) [bốn] «năm»', 0),
        ("“Mở\n\nqua dòng” rồi", 0),
        ("a) Việc một\nb) Việc hai; c) việc ba\n1) Số\n- d) Ý", 0),
        ("[Liên kết](trang_(a).md) và ![ảnh](a.png)", 0),
        ('Màn hình 15" và "đúng"', 1),
        ('"Câu 1." Và "câu 2".', 0),
        ("i) Một\nii) Hai\niii) Ba\nviii) Tám\n\nb1) Thêm", 0),
    ],
)
def test_pairs(text: str, odd: int) -> None:
    assert len(seen(text, Code.UNBALANCED)) == odd


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Sáng nay ,Trường", ["nay, Trường"]),
        ("Sáng nay , Trường", ["nay,"]),
        ("cây ( xoan)", ["(xoan"]),
        ("cây (xoan )", ["xoan)"]),
        ("xoan,lim", ["xoan, lim"]),
        ("hết năm.Trường", ["năm. Trường"]),
        ("dịch Covid -19", ["Covid-19"]),
        ("tỷ số 3 : 2, lúc 7 : 30; ghi chú : xem", ["chú:"]),
        ("1,5 triệu; 7:30; ông A, ThS.Nguyễn; TP.Huế; v.v.", []),
        ("Số: ..../KH; ... ; hết ./.", []),
        ("xem a.md,b.md và `a ,b`; mua@mau.example,ok", []),
    ],
)
def test_spacing(text: str, right: list[str]) -> None:
    assert meant(text, Code.SPACING) == right


def test_a_picture_pasted_as_letters_is_passed_over() -> None:
    picture = f"![Lễ phát động](data:image/png;base64,{'iVBORw0KGgo' * 20_000})"
    assert seen(f"Mở đầu .\n\n{picture}\n\nKết ,thúc", Code.SPACING) == ["đầu .", "Kết ,thúc"]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("tháng5 năm2026", ["tháng5", "năm2026"]),
        ("Khoản2 Điều5", ["Khoản2", "Điều5"]),
        ("ngày 31/4/2026 và ngày 30/2/2025", ["31/4/2026", "30/2/2025"]),
        ("ngày 31 tháng 4 năm 2026", ["ngày 31 tháng 4 năm 2026"]),
        ("ngày 30/4/2026, 12/2026/QĐ, số 31/13/2021/X, tháng 5", []),
        ("24/24/2026/A", []),
        ("Thứ Hai, ngày 22 tháng 11 năm 2026", ["Thứ Hai, ngày 22 tháng 11 năm 2026"]),
        ("sáng thứ hai (22/11/2026)", ["thứ hai (22/11/2026)"]),
        ("ngày 23/11/2026 (Chủ nhật); 24/11/2026, thứ Tư", ["23/11/2026 (Chủ nhật)", "24/11/2026, thứ Tư"]),
        ("Phiên họp thứ 2, ngày 20/11/2026; Hội nghị thứ ba ngày 20/11/2026", []),
        ("HỘI NGHỊ LẦN THỨ HAI, NGÀY 24/11/2026; Kỳ họp THỨ BA, ngày 20/11/2026", []),
        ("Đại hội lần Thứ Ba, ngày 20/11/2026", []),
        ("Sáng thứ hai, ngày 24/11/2026", ["thứ hai, ngày 24/11/2026"]),
        ("Vào thứ hai, ngày 24/11/2026", ["thứ hai, ngày 24/11/2026"]),
        ("Ngày làm việc thứ hai (20/11/2026); từ 20/11/2026, thứ hai là nộp báo cáo", []),
        ("Chủ nhật, 22/11/2026, thứ Hai ngày 23/11/2026, ngày 24/11/2026 (thứ 3), thứ Bảy 28/11/2026", []),
        ("hạn 31.11.2026, 31-11-2026, 30.11.2026, 30-11-2026.", ["31.11.2026", "31-11-2026"]),
        ("gọi 38.20.2026 hoặc 024.31.2026; mục 1.31.11.2026.3; mã 31.11.2026.1", []),
        ("tháng 13 năm 2026, tháng 13/2026, tháng 12 năm 2026", ["tháng 13 năm 2026", "tháng 13/2026"]),
        ("Chi lương tháng 13 năm 2026; ngày 1 tháng 13 năm 2026", ["ngày 1 tháng 13 năm 2026"]),
        ("trước ngày 31/11; ngày 31 tháng 4, ngày 30/11", ["ngày 31/11", "ngày 31 tháng 4"]),
        ("ngày 29/2; trong ngày 45/60 hộ; ngày 31/11-KH; ngày 30/2 âm lịch; ngày 31/11/QĐ", []),
        ("quýII, QUÝIV, khóa15, khoáXV, lần thứ2", ["quýII", "QUÝIV", "khóa15", "khoáXV", "thứ2"]),
        ("quý II, quývị, khóa XV, mã quýII2", []),
        ("lần thứ hai, ngày 24/11/2026; ông Nhật 22/11/2026; thứ năm 30/2/2026", ["30/2/2026"]),
    ],
)
def test_dates(text: str, odd: list[str]) -> None:
    assert seen(text, Code.DATE_WORDS) == odd


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("nhiệm kỳ 2021-2026, 2021 - 2026", ["2021-2026"]),
        ("2021- 2026", ["2021 - 2026"]),
        ("2021 - 2026, 2016 - 2021", []),
        ("2021-2026, ngày 12-3-2021", []),
    ],
)
def test_dashes(text: str, right: list[str]) -> None:
    assert meant(text, Code.MIXED_DASHES) == right


def test_only_ranges_of_the_text_are_shown() -> None:
    (oddity,) = PLAIN.read(Writing("năm học 2025-2026; nhiệm kỳ 2020 - 2025"), is_final=False)
    assert oddity.seen == "'2025-2026', '2020 - 2025'"
    assert oddity.instead == "2020-2025"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Trường С\u0430o đẳng", ["Cao"]),  # Cyrillic С and а
        ("\u0412\u0421", ["BC"]),
        ("góc α, μm, Москва", []),
        ("năm 2O26, l0", ["2026"]),
        ("ＫＨ", ["KH"]),
    ],
)
def test_letters(text: str, right: list[str]) -> None:
    assert meant(text, Code.LOOK_ALIKE) == right


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("họp chiều thứ hai tại quận 1", ["chiều thứ hai", "quận 1"]),
        ("lần thứ hai; các quận; phường Trung Tâm", []),
        ("khoản 2 điều 5", ["khoản 2 điều 5"]),
        ("phục vụ nhân dân", ["nhân dân"]),
        ("Ủy ban nhân dân xã, Hội đồng\nnhân dân, Tòa án nhân dân", []),
        ("quản lý nhà nước, bí mật nhà nước, lý luận về nhà nước", []),
        ("chủ trương của Đảng, nhà nước", ["Đảng, nhà nước"]),
        ("Bộ y tế, tổ chức phi chính phủ", ["Bộ y tế"]),
        ("chứng minh nhân dân; 500 nhân dân tệ; chính phủ Lào", []),
        ("Theo chính phủ Việt Nam", ["chính phủ"]),
        ("chính sách của đảng và nhà nước; đảng và nhà nước ta", ["của đảng và nhà nước"]),
        ("các đảng và nhà nước; kỷ luật đảng, nhà nước; bí mật của đảng viên", []),
        ("tại điều 5 của Nghị định", ["tại điều 5"]),
        ("Nội dung ở điều 5a Luật Đất đai", ["điều 5a Luật"]),
        ("5 điều Bác Hồ dạy; có 6 điều 19 người nêu; điều 2 bên cam kết; theo điều lệ", []),
        ("Đảng cộng sản Việt Nam", ["Đảng cộng sản"]),
        ("các đảng cộng sản và công nhân; ĐẢNG CỘNG SẢN VIỆT NAM, Đảng Cộng sản", []),
        ("Ủy Ban Nhân Dân xã, Hội Đồng Nhân Dân xã", ["Ủy Ban Nhân Dân", "Hội Đồng Nhân Dân"]),
        ("Bộ Giáo Dục và Đào Tạo", ["Bộ Giáo Dục và Đào Tạo"]),
        ("Sở Giáo dục và đào tạo", ["Sở Giáo dục và đào tạo"]),
        ("BỘ GIÁO DỤC VÀ ĐÀO TẠO; Bộ Công Thương, Bộ Công thương, Sở Y tế, Sở Giáo dục và Đào tạo", []),
        ("Tết nguyên đán, Tết Nguyên đán", ["Tết nguyên đán"]),
        ("học tập và làm theo chủ tịch Hồ Chí Minh", ["chủ tịch Hồ Chí Minh"]),
    ],
)
def test_capitals(text: str, odd: list[str]) -> None:
    assert seen(text, Code.CAPITALS) == odd
    assert seen(text, Code.CAPITALS, is_final=True) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Bộ văn hóa, thể thao và du lịch", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Sở Y Tế", "Sở Y tế"),
        ("Bộ công thương", "Bộ Công Thương"),
        ("ơn đảng, nhà nước", "ơn Đảng, Nhà nước"),
        ("đảng cộng sản", "Đảng Cộng sản"),
        ("Ủy Ban Nhân Dân", "Ủy ban nhân dân"),
    ],
)
def test_capitals_meant(text: str, right: str) -> None:
    assert meant(text, Code.CAPITALS) == [right]


@pytest.mark.parametrize(
    ("numbers", "odd"),
    [
        ("I. II. V.", ["V."]),
        ("I. II. II. III.", ["II."]),
        ("I. 1. 2. II. 1. 2. III.", []),
        ("I. 1. 2. II. 3. 4.", []),
        ("I. 1. 2. II. 4. 5.", ["4."]),
        ("2. 3.", []),
        ("I. 1. 2. 1. 2. 3.", []),
        ("1. b) c) a) b)", []),
        ("1. y) z)", []),
        ("1. 1.1. 1.3. 2.", ["1.3."]),
        ("I. 1. 3.", ["3."]),
        ("I. 1. 1.", ["1."]),
        ("1. 1.1. 1.2. 2. 2.1. 2.3.", ["2.3."]),
        ("1. a) b) c) d) đ) e) 2. a) b) d)", ["d)"]),
        ("1. a) b) c) d) e) f)", []),
        ("A. I. II. B. I. II. III.", []),
        ("I. II. III. Phụ_lục_I. I. II.", []),
        ("Phụ_lục_I. I. Phụ_lục_II: I. Phụ_lục_số_3. I. Phụ_lục_Đ. I.", []),
        ("A. I. II. F. I. 1. G. 1.", []),
        ("Phần_A. I. II. Phần_B. I. II. Phần_C. I. II.", []),
        ("1. 1.1.1.1.1. 1.1.1.1.3.", ["1.1.1.1.3."]),
        ("Phần_thứ_nhất I. II. Phần_thứ_hai I. II.", []),
        ("Điều_1. 1. 2. Điều_2. 1. 2. Điều_4. 1.", ["Điều 4."]),
        # What an amendment quotes is numbered as in the paper it amends.
        ("1. a) “2. 3.” b) “5. 6.” c) 2.", []),
        ("1. a) “c) “d)” 7.” c) 2.", ["c)"]),
        ("1. “a 2. 4.", ["4."]),
        ("Điều_1. **Điều_2.** Điều_3. **Điều_5.**", ["**Điều 5.**"]),
        ("**I.** 1. **2.** 3. **II.** 1. **3.**", ["**3.**"]),
        ("I. 1. 2. V. a) b) 4.", ["V.", "4."]),
        # Other signs, as in the Party's papers; one kind of number may lie in another, whichever is outside.
        ("I- 1- a) b) 2- a) II- 1- 3- IV-", ["3-", "IV-"]),
        ("I/ II/ V/", ["V/"]),
        ("I. 1/ 2/ 4/", ["4/"]),
        ("I. 1) a) b) 2) a) c) 4)", ["c)", "4)"]),
        ("1. a. b. d. 2. a. đ.", ["d.", "đ."]),
        ("a) 1) 2) b) 1) 2) c) 1) 3)", ["3)"]),
        ("a) 1. b) 1. c) 1.", []),
        ("1. 2/ 3. 4) 5.", []),
        ("1.1- 1.2- 1.4-", ["1.4-"]),
        ("1. 1.1 2.2", ["2.2"]),
        ("1. 1.1 1.2 2. 2.1", []),
        ("A. I. B. I. D. I.", ["D."]),
        ("Chương_I Điều_1. Chương_II Điều_2. Chương_IV", ["Chương IV"]),
        ("Phần_I Chương_I Chương_II Phần_II Chương_I Chương_III", ["Chương III"]),
        ("Phụ_lục_I: 1. Phụ_lục_II: 1. Phụ_lục_IV: 1.", ["Phụ lục IV:"]),
        ("Phụ_lục_C: Phụ_lục_D: Phụ_lục_Đ: Phụ_lục_E: Phụ_lục_G:", ["Phụ lục G:"]),
        ("Phần_C Phần_D Phần_E", []),
    ],
)
def test_numbering(numbers: str, odd: list[str]) -> None:
    text = "\n\n".join(f"{number.replace('_', ' ')} Nội dung việc." for number in numbers.split())
    found = [each for each in PLAIN.read(Writing(text), is_final=True) if each.code is Code.NUMBERING]
    assert [text[each.at :].split(" N")[0] for each in found] == odd
    assert seen(text, Code.NUMBERING, is_paper=False) == []


@pytest.mark.parametrize(
    "text",
    [
        "1.1 Đường\n\nđạt\n2.5 triệu đồng",
        "Mẫu ở\nPhụ lục I.\n\nMẫu ở\nPhụ lục IV.",
        "1/ 5 hộ\n\n3/ 5 hộ",
        "V/v Mời họp\n\nI/ Một",
        "- 1 - 2 người\n4 - 5 người",
    ],
)
def test_what_opens_a_line_need_not_number_it(text: str) -> None:
    assert seen(text, Code.NUMBERING) == []


@pytest.mark.parametrize("title", ["PHỤ LỤC", "## PHỤ LỤC", "**PHỤ LỤC**"])
def test_each_annex_counts_anew(title: str) -> None:
    assert seen(f"{title} I\n\nI. Một\n\n{title} II\n\nI. Hai\n\n{title}\n\nI. Ba", Code.NUMBERING) == []
    assert seen("I. Một\n\nPhụ lục II kèm theo văn bản này.\n\nI. Hai", Code.NUMBERING) == ["I"]  # a sentence


@given(st.integers(1, 3999))
def test_roman_numerals_come_back(value: int) -> None:
    assert roman(to_roman(value)) == value


@given(st.text(st.sampled_from('aăđ của tri  thi đua“”"()[]*`<>|.,;:-/0123456789IVX)\nкhoá'), max_size=300))
def test_any_text_is_read_and_every_place_lies_in_it(text: str) -> None:
    for oddity in PLAIN.read(Writing(text, ELECTION), is_final=False):
        assert 0 <= oddity.at < len(text)
        assert oddity.message


@pytest.mark.parametrize("letters", ["aB3", "đ", "x+/", "Ư_"])
def test_what_has_no_spaces_is_read_once(letters: str) -> None:
    """A picture pasted as Base64: read again from each letter it takes minutes, and one five times as large an hour."""
    assert seen(letters * (200_000 // len(letters)), Code.SPACING) == []


@given(st.text(max_size=200))
def test_blanking_keeps_every_place(text: str) -> None:
    assert len(Writing(text).text) == len(text)
    assert [i for i, c in enumerate(Writing(text).text) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
