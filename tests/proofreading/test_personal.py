"""Personal data: what is found, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trangtin.content.values.vocabulary import PersonalData
from trangtin.proofreading.personal import personal_data

IDENTITY, PHONE, BIRTH, ADDRESS, ACCOUNT, *_ = PersonalData


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("CCCD: 001099000123", [IDENTITY]),
        ("số 001 099 000 123", [IDENTITY]),
        ("CMND số 012345678 cấp ngày 1/1/2010", [IDENTITY]),
        ("| Nguyễn Văn A | 012345678 |", [IDENTITY]),
        ("Danh sách CMND\n1 NGUYỄN VĂN A 012345678", [IDENTITY]),
        ("| TT | Số CMND |\n|---|---|\n| 1 | 323456789 |", [IDENTITY]),
        ("Giấy tờ tùy thân số 123456789", [IDENTITY]),
        ("căn cước số 123456789012", [IDENTITY]),
        ("079203000123", [IDENTITY]),  # 79: a city, 2: a man born from 2000, 03: in 2003
        ("Hộ chiếu số B1234567", [IDENTITY]),
        ("HỘ CHIẾU: C12345678 cấp năm 2020", [IDENTITY]),
        ("| TT | Hộ chiếu |\n|---|---|\n| 1 | B1234567 |", [IDENTITY]),
        ("Điện thoại: 0912 345 678", [PHONE]),
        ("ĐT 0912.345.678, +84 912 345 678", [PHONE, PHONE]),
        ("Liên hệ bà Hoa (nhà riêng), điện thoại: 0987 654 321", [PHONE]),
        ("Liên hệ: 0987 654 321", [PHONE]),
        ("ĐT nhà: 0213 3876111; điện thoại nhà riêng (0213) 3.876.111", [PHONE, PHONE]),
        ("ĐT: CQ 0213.3876.222, NR 0213.3876.111", [PHONE]),
        ("| Họ tên | ĐT nhà riêng |\n|---|---|\n| Lò Thị B | 02133 876 111 |", [PHONE]),
        ("Đường dây nóng (số nhà riêng): 0987 654 321", [PHONE]),
        ("Văn phòng: gặp ông Đặng Văn A, 0912 345 678", [PHONE]),
        ("Văn phòng thông báo. Người nhận: 0912 345 678", [PHONE]),
        ("Ủy viên thường trực Nguyễn Văn A: 0912 345 678", [PHONE]),
        ("Nguyễn Văn A, sinh ngày 12/3/1985", [BIRTH]),
        ("Nguyễn Văn A, sinh ngày 12 tháng 3 năm 1985", [BIRTH]),
        ("Ngày, tháng, năm sinh: 12-03-1985", [BIRTH]),
        ("| TT | Họ tên | Ngày sinh |\n|---|---|---|\n| 1 | Nguyễn Văn A | 12/3/1985 |\n", [BIRTH]),
        # As text of Word files, a cell a line, and of PDF files, a row a line; headings may be broken.
        ("TT\nHọ tên\nNgày sinh\nLớp\n1\nNguyễn Văn A\n12/3/2010\n10A\n2\nVàng Thị B\n1/4/2010", [BIRTH, BIRTH]),
        ("TT\tHọ tên\tNăm sinh\n1\tNguyễn Văn A\tNam\t12-03-1985", [BIRTH]),
        ("STT Họ và tên Ngày sinh Lớp Ghi chú\n1 Nguyễn Văn A Nữ 12.03.2010 10A\n2 LÒ THỊ B 2/4/2010", [BIRTH, BIRTH]),
        ("Họ và tên\nNgày, tháng,\nnăm sinh\n1\nNguyễn Văn A\nĐội viên, lớp 8A\n12/03/2012", [BIRTH]),
        ("Họ tên, ngày/tháng/năm sinh\nNguyễn Văn A 12/03/2012", [BIRTH]),
        ("Họ tên Sinh ngày\nNguyễn Văn A 12 / 3 / 2012", [BIRTH]),
        ("Thường trú: số 5 đường Mẫu, phường Mẫu", [ADDRESS]),
        ("Nơi ở hiện nay: thôn Mẫu, xã Mẫu", [ADDRESS]),
        ("Số tài khoản 1234567890123 tại Ngân hàng", [ACCOUNT]),
        ("STK: 0123 456 789", [ACCOUNT]),
        ("TK: 1903 4567 8901 234 Techcombank", [ACCOUNT]),
        ("chuyển vào TK Vietcombank: 0123456789012", [ACCOUNT]),
        ("số TK 19034567890123 của bà Lò Thị B", [ACCOUNT]),
        ("Nguyễn Văn A, sinh ngày 01/02/85", [BIRTH]),
        ("| Họ tên | Ngày sinh |\n|---|---|\n| Nguyễn Văn A | 01/02/85 |\n", [BIRTH]),
        ("hộ chiếu số C 1234567", [IDENTITY]),
        ("Ông Nguyễn Văn A, địa chỉ: số nhà 12, tổ 5, phường Mẫu", [ADDRESS]),
        ("| TT | Họ và tên | Địa chỉ |\n|---|---|---|\n| 1 | Lò Thị B | Số 12, đường Mẫu, tổ 5 |\n", [ADDRESS]),
        ("stk 0123 456 789", [ACCOUNT]),
        ("Stk: 0123 456 789", [ACCOUNT]),
        ("Tài Khoản: 0123 456 789", [ACCOUNT]),
        ("STK: 0912345678", [ACCOUNT]),  # told once, whatever else it looks like
        ("Passport: C12345678", [IDENTITY]),
        ("Nguyễn Văn A, SN 12/3/1985", [BIRTH]),
        ("Nguyễn Văn A (NS: 12/3/1985)", [BIRTH]),
        # Beside each other, whatever parts them: neither hides the other.
        ("ĐT: 0912345678 - 0987654321", [PHONE, PHONE]),
        ("0912.345.678 - 0987.654.321", [PHONE, PHONE]),
        ("0912345678 (0987654321)", [PHONE, PHONE]),
        ("0912345678/0987654321", [PHONE, PHONE]),
        ("0912345678,0987654321", [PHONE, PHONE]),
        ("CCCD: 001085012345 - 0912345678", [IDENTITY, PHONE]),
        ("1 Nguyễn Văn A 001085012345 0912345678 20/4/1985", [IDENTITY, PHONE]),
        ("12 001 085 012 345 5", [IDENTITY]),
        ("STK 1234567890 - 0912345678", [ACCOUNT, PHONE]),
        ("STK 123456789 0912345678", [ACCOUNT, PHONE]),
        # Beside other numbers.
        ("ngày 20/4/2021 0912345678", [PHONE]),
        ("1) 0912345678", [PHONE]),
        ("12 0912 345 678", [PHONE]),
        ("P.101 091 234 5678", [PHONE]),
        ("1.0912345678", [PHONE]),
        ("9.0912 345 678", [PHONE]),
        ("+84.912.345.678, 84 912 345 678", [PHONE, PHONE]),
        ("P.101 - 0912345678", [PHONE]),
        ("ĐT.0912345678", [PHONE]),
        ("0912\u00a0345\u00a0678", [PHONE]),
        ("(+84)912345678, +84 (0) 987 654 321", [PHONE, PHONE]),
        ("09 12 34 56 78", [PHONE]),
        ("số định danh 001085012345/BCA", [IDENTITY]),
        ("CMND 012345678/CA", [IDENTITY]),
        ("số 024085012345", [IDENTITY]),  # of Bắc Giang: no land line
        # As news and notices put it.
        ("ông Nguyễn Văn A (SN 1984, trú tại thôn Mẫu 2, xã Mẫu)", [ADDRESS]),
        ("anh Vàng Văn A, hiện trú ở bản Mẫu, xã Mẫu", [ADDRESS]),
        ("Trần Thị B, 36 tuổi, ngụ ấp Mẫu, xã Mẫu", [ADDRESS]),
        ("bà Lê Thị C, HKTT: số 12 phố Mẫu", [ADDRESS]),
        ("ông Lê Văn D cư trú tại 31/172 Lê Lợi", [ADDRESS]),
        ("chị Trần Thị B, tạm trú tổ dân phố Mẫu 3, phường Mẫu", [ADDRESS]),
        ("các hộ: ông Nguyễn Văn A, thường trú tại thôn Mẫu", [ADDRESS]),
        ("**Chỗ ở hiện nay:** tổ 5, phường Mẫu", [ADDRESS]),
        ("| TT | Họ tên | Nơi ở |\n|---|---|---|\n| 1 | Trần B | Thôn Mẫu |\n| 2 | Lê C | Xã Mẫu |", [ADDRESS]),
        ("**Ngày sinh:** 12/3/1985; Năm sinh: **1/4/1986**", [BIRTH, BIRTH]),
        ("Ngày sinh là 12/3/1985", [BIRTH]),
        ("bà sinh vào ngày 12/3/1985", [BIRTH]),
        ("| TT | Họ tên | Ngày/tháng/năm sinh |\n|---|---|---|\n| 1 | Trần B | 12/3/1985 |", [BIRTH]),
        ("Tài khoản thanh toán bằng đồng Việt Nam số 1234567890", [ACCOUNT]),
        ("Số tài khoản: 1234567890, chủ tài khoản: Nguyễn Văn A", [ACCOUNT]),
        ("Tên tài khoản: UBMTTQ xã Mẫu, STK 1234567890; hoặc chị Trần Thị B, STK 2345678901", [ACCOUNT]),
        ("STK 1234567890 (Trần Thị B), STK 2345678901, chủ tài khoản: Trường Mẫu", [ACCOUNT]),
        (
            "Người thụ hưởng: Trần Thị B, STK 1234567890; đơn vị thụ hưởng: Trường Mẫu, STK 2345678901",
            [ACCOUNT],
        ),
    ],
)
def test_personal_data(text: str, kinds: list[PersonalData]) -> None:
    found = sorted(personal_data(text))
    assert [each.kind for each in found] == kinds
    assert all(each.data not in each.masked for each in found)


WRITTEN = [
    *((number, PHONE) for number in ("0912345678", "0912 345 678", "0356.789.012", "098-765-4321", "+84 912 345 678")),
    *((number, IDENTITY) for number in ("001085012345", "079 203 000 123")),
]


@given(
    st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=5),
    st.sampled_from([" ", "  ", " - ", ", ", "; ", "/", " / ", "\t", " | ", "\n", " và "]),
    st.sampled_from(["", "1 ", "12 ", "1. ", "Nguyễn Văn A ", "P.101 - ", "20/4/2021 "]),
)
def test_none_of_several_numbers_is_hidden(numbers: list[tuple[str, PersonalData]], between: str, before: str) -> None:
    text = before + between.join(number for number, _ in numbers)
    assert [each.kind for each in sorted(personal_data(text))] == [kind for _, kind in numbers]


@pytest.mark.parametrize(
    "text",
    [
        "Số 959/KH-UBND ngày 14/4/2021; Luật số 85/2015/QH13",
        "Tổng mức 150.000.000 đồng, 150000000 đồng",
        "nhiệm kỳ 2021 - 2026, từ 20/4 đến 31/5/2021; 2016 2017 2018",
        "Mã số thuế 0100109106, mã số 012345678",
        "Điện thoại nhà trường: 0213 3876111; ĐT Nhà văn hóa: 0213 3876 222; nhà riêng của ông A cách 0213 m",
        "| Nhà trường | ĐT |\n|---|---|\n| Trường Mẫu | 0213 3876111 |",
        "Điện thoại (văn thư): 0200 3000 000; (024) 3825 1234",
        "Đường dây nóng: 0912 345 678",
        "| Đường dây nóng | 0912 345 678 |",
        "Đường dây nóng: ông Nguyễn Văn A, 0912 345 678",
        "Trực ban: 0912 345 678",
        "Văn phòng Đảng ủy (đường Lê Lợi, Thành phố Hồ Chí Minh): 0203.3825.123, 0912 345 678",
        "Bộ phận tiếp nhận và trả kết quả: 0912 345 678",
        "Điện thoại cơ quan: 0912 345 678",
        "Số 123456789 là dãy số tự nhiên",
        "012345678 là dãy số; 123456789012 cũng vậy",
        "số 005099000123",  # no province 005
        "số 099399999999",
        "| Họ tên | Mã số thuế |\n|---|---|\n| Nguyễn Văn A | 012345678 |",
        "Mẫu B1234567; hộ chiếu. Mẫu C1234567",
        "Chủ tịch Hồ Chí Minh sinh ngày 19/5/1890",
        "Ngày sinh nhật Bác 19/5; học viên sinh hoạt ngày 12/3/2021",
        "bỏ phiếu tại nơi đăng ký thường trú; nơi cư trú của cử tri",
        "ngày thành lập 15/5/1957",
        "Họ tên Năm sinh\nNguyễn Văn A 1985\nTheo Quyết định của Ủy ban Mẫu ngày 12/3/2026\nMẫu, ngày 20/11/2026",
        "Họ tên Năm sinh Ngày vào ngành\nNguyễn Văn A 1985 01/9/2010\nTrần Thị B 1990 01/9/2015",
        "ghi rõ họ tên, ngày sinh. Lịch nộp: Nguyễn Văn A nhận\nThứ Hai 23/11/2026",
        "kỷ niệm 110 năm\nNgày sinh Tổng Bí thư Nguyễn Văn B (01/7/1915 - 01/7/2025)",
        "136 năm Ngày sinh Chủ tịch Hồ Chí Minh 19/5/1890 - 19/5/2026",
        "học sinh năm học mới, trong năm sinh hoạt hè\nNguyễn Văn A 12/3/2026",
        "ISBN 978-604-9999-99-9",
        "không đăng số điện thoại riêng, ngày sinh, nơi ở, số tài khoản",
        "78.3 82.8 84.3 79.5 83.7 85.0 77.0",
        "84.912.345.678 | 3.912.345.678 đồng | 150 000 000 150 000 000",
        "Mã số thuế: 0312345678; MST 0312345678-001",
        "Tọa độ: 103.0912345678, 22,0398765432",
        "| 01 | 02\n01 02 03 04 05 06 07 08 09 10",
        "03.04.2025 07.08.2025; 08.30 - 11.30 12",
        "CCCD cấp ngày 10.10.2021 5",
        "mã tệp 3f0912345678a1",
        "024 3825 1234 - 5; 0203.2825.123 5",
        "Giấy chứng nhận đăng ký doanh nghiệp số 0312345678 do Sở Tài chính cấp; ĐKKD số: 0312345679",
        "Giấy phép hoạt động số 0312345678",
        "Họ tên: Nguyễn Văn A, MSSV: 110123456, giấy tờ kèm theo",
        "Chủ tài khoản: Ủy ban MTTQ Việt Nam xã Mẫu\nSố tài khoản: 1234567890 tại Ngân hàng Mẫu",
        "Chủ tài khoản: Trường THPT Lê Quý Đôn; STK: 1234567890",
        "| Tên tài khoản | TRƯỜNG TIỂU HỌC MẪU |\n| Số tài khoản | 1234567890 |",
        "Số tài khoản 3713.0.1012345 tại Kho bạc Nhà nước khu vực I; STK 001099000123 (KBNN)",
        "có hộ khẩu thường trú tại thành phố Hải Phòng; công dân thường trú ở các tỉnh, thành phố phía Nam",
        "hộ khẩu: 01 bản sao; xác nhận nơi cư trú tại bản khai; nơi cư trú: đường dẫn kèm theo",
        "trú tại Buôn Ma Thuột; thường trú tại xã Đường Mẫu; tạm trú ở phường Phố Mẫu; ngụ Sóc Sơn",
        "Luật Cư trú số 68/2020/QH14; giấy xác nhận cư trú số 12/XN-CA",
        "25 hộ dân cư trú tại thôn Mẫu; trẻ em thường trú tại phường có tổ 5; cử tri tạm trú tại khối 3",
        "Bộ phận thường trú: số 12 đường Mẫu; đảng viên sinh hoạt nơi cư trú tại Chi bộ khu phố 3",
        "khách lưu trú tại 12/5 phố Mẫu; học sinh bán trú ở thôn Mẫu; bộ đội đồn trú tại bản Mẫu",
        "ông Nguyễn Văn A (trú xã Mẫu) đi trên đường Lê Lợi; ngụ ý thôn Mẫu; phóng viên thường trú tại Lào",
        "| TT | Nơi ở |\n|---|---|\n| 1 | Xã Mẫu |\n\n| Tên | Thôn |\n| A | Thôn Mẫu |",
        "kỳ thi tuyển sinh ngày 6/6/2026; họp cha mẹ học sinh ngày 12/10/2025; giấy khai sinh ngày 1/2/2020",
        "hy sinh ngày 14/6/1972; lễ Giáng sinh: 25/12/2025; Đại hội Hội Sinh viên ngày 2/3/2026",
        "| Họ tên | Ngày sinh | Ngày vào ngành |\n|---|---|---|\n| Trần B | 1985 | 01/9/2010 |",
        "ông A (năm sinh 1985) làm việc ở Trung tâm Mẫu Xanh vào lúc 2 giờ ngày\n1/6/2018",
        "Ghi Nợ TK 112, Có TK 331; TK 6421: 1.200.000 đồng",
        "TK Kho bạc: 3713.0.1058000 tại KBNN khu vực, số TK 8123.2.1234567 Kho bạc Nhà nước",
        "Kỳ tuyển sinh ngày 6/6/26",
        "Ông Nguyễn Văn A, Giám đốc Công ty Mẫu, địa chỉ: số 5 đường Mẫu",
        "Phòng Tổ chức, địa chỉ: số 5 đường Mẫu; gặp ông Nguyễn Văn A",
        "| Đơn vị | Địa chỉ |\n|---|---|\n| Trạm Y tế | Số 12, đường Mẫu |\n",
        "| Họ và tên | Chức vụ | Địa chỉ |\n|---|---|---|\n| Nguyễn Văn A | Trưởng trạm | Số 12, đường Mẫu |\n",
    ],
)
def test_what_is_nobody_s(text: str) -> None:
    assert list(personal_data(text)) == []


def test_an_office_s_numbers_and_contact_pages() -> None:
    assert list(personal_data("Gọi 0912 345 678", official=frozenset({"0912345678"}))) == []
    assert list(personal_data("Gọi 0912 345 678", is_contact_page=True)) == []
    assert len(list(personal_data("CCCD 001099000123", is_contact_page=True))) == 1
