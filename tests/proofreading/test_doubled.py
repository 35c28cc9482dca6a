"""Doubled words: slips are told, and words that only meet ("đại biểu biểu quyết") are left alone."""

from __future__ import annotations

import pytest

from tests.proofreading.reading import meant, seen
from trangtin.content.problem import Code

MEETINGS = (
    "Đại biểu biểu quyết thông qua",
    "Thanh tra tra cứu hồ sơ",
    "Trung tâm tâm lý học đường",
    "Cơ sở sở hữu nhà nước",
    "Tăng cường cường độ luyện tập",
    "Nội dung dung lượng lớn",
    "Anh ấy đi đi lại lại",
    "Công an an ninh xã",
    "Bệnh viện viện trợ thuốc",
    "Hành chính chính quy",
    "Kinh tế tế bào",
    "Thành phố phố cổ",
    "Chủ tịch tịch thu tang vật",
    "Giám sát sát sao",
    "Bảo hiểm hiểm họa",
    "Kiểm tra tra soát",
    "Giáo viên viên chức",
    "Tài chính chính phủ",
    "Văn hóa hóa học",
    "Môi trường trường học",
    "Trưởng phòng phòng cháy",
    "Công nghiệp nghiệp vụ",
    "Kết luận luận án",
    "Chuyên môn môn học",
    "Tuyên truyền truyền thống",
    "Phong trào trào lưu",
    "Cuộc họp họp vào chiều",
    "Đào tạo tạo nguồn cán bộ",
    "Ngân sách sách giáo khoa",
    "Hợp đồng đồng ý",
    "Nông dân dân tộc",
    "Học viên viên chức",
    "Hoạt động động viên",
    "Bầu cử cử tri",
    "Đề án án phí",
    "Đề tài tài chính",
    "Thời gian gian khổ",
    "Xây dựng dựng nước",
    "Tình hình hình thành",
    "Nhân dân dân chủ",
    "Đất đai đai an toàn",
    "Sinh hoạt hoạt động",
    "Đồng chí chí công vô tư",
    "Thành tích tích cực",
    "Khen thưởng thưởng Tết",
    "Bộ trưởng trưởng đoàn",
    "Công đoàn đoàn kết",
    "Ban thường vụ vụ việc",
    "Học tập tập trung",
    "Ủy ban ban hành",
    "Sáng kiến kiến nghị",
    "Đường bộ bộ đội",
    "Chương trình trình bày",
    "Phương tiện tiện lợi",
    "Nước sạch sạch đẹp",
    "Tiếp nhận nhận thức",
    "Phân công công việc",
    "Đầu tư tư nhân",
    "Quân đội đội hình",
    "Công trình trình duyệt",
    "Tổ trưởng trưởng thành",
    "Cấp thẻ thẻ căn cước",
    "Thu hồi hồi phục",
    "Bảo tồn tồn tại",
    "Chất lượng lượng mưa",
    "Quy hoạch hoạch định",
    "Thủ đô đô thị",
    "Máy móc móc nối",
    "Hư hư thực thực",
    "Nói nói cười cười",
    "Du khách khách hàng",
    "Quốc gia gia đình",
    "Hệ thống thống kê",
    "Hội đồng đồng thuận",
    "Sức khỏe khỏe mạnh",
    "Sản phẩm phẩm chất",
    "Lịch sử sử học",
    "Biện pháp pháp lý",
    "Số liệu liệu trình",
    "Lực lượng lượng hóa",
    "Kỹ thuật thuật ngữ",
    "Dự toán toán học",
    "Cán bộ bộ phận",
    "Tuyển sinh sinh viên",
    "Khoa học học sinh",
    "Kỷ niệm niệm tình",
    "Điều kiện kiện toàn",
    "Quyết toán toán quỹ",
    "Trách nhiệm nhiệm kỳ",
    "Phát động động cơ",
    "Hội thảo thảo luận",
    "Tổ dân phố phố Hàng",
    "Bệnh nhân nhân lực",
    "Cán bộ bộ máy",
    "Đảng ủy ủy quyền",
    "Cải cách cách thức",
    "Sự kiện kiện tướng",
    "Phương pháp pháp luật",
    "Hiệu trưởng trưởng phòng",
    "Thông báo báo cáo",
    "Truyền hình hình ảnh",
    "Học kỳ kỳ thi",
    "Nghề nghiệp nghiệp vụ",
    "Doanh nghiệp nghiệp dư",
    "Tín dụng dụng cụ",
    "Cơ quan quan sát",
    "Ngoại giao giao thông",
    "Tư vấn vấn đề",
    "Giao lưu lưu học sinh",
    "Quản lý lý lịch",
    "Vận động động vật",
    "Chính trị trị giá",
    "Xã hội hội nhập",
    "Kinh doanh doanh thu",
    "Công trường trường kỳ",
    "Kế toán toán tử",
    "Phát triển triển khai",
    "Vệ sinh sinh học",
    "Y tế tế nhị",
    "Lao động động lực",
    "Tiếp dân dân cư",
    "Cấp phát phát sinh",
    "Bổ nhiệm nhiệm vụ",
    "Khảo sát sát hạch",
    "Chỉ tiêu tiêu chuẩn",
    "Dự án án ngữ",
    "Liên hoan hoan nghênh",
    "Đăng ký ký kết",
    "Chứng thực thực hiện",
    "Phòng cháy cháy rừng",
)
"""Two words, or a noun and its verb, of which the second begins as the first ends."""


@pytest.mark.parametrize("words", MEETINGS)
def test_words_that_only_meet(words: str) -> None:
    assert seen(f"{words} hôm qua.", Code.DOUBLED_WORD) == []
    assert seen(words.upper(), Code.DOUBLED_WORD) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("việc của của Trường", "việc của"),
        ("thầy và và trò", "thầy và"),
        ("mở các các lớp", "mở các"),
        ("đã được được khen", "đã được"),
        ("đơn vị được được biết", "vị được"),
        ("nằm trong trong kế hoạch", "nằm trong"),
        ("nêu trong trong khi", "nêu trong"),
        ("thi đua đua tới", "thi đua"),
        ("thi đua đua trồng cây", "thi đua"),
        ("thi đua đua thi", "thi đua"),
        ("công tác cán cán bộ", "tác cán"),  # no word ends in "cán"
        ("công tác tác tuyên truyền", "công tác"),
        ("ủy ban ban nhân dân", "ủy ban"),
        ("hội nghị nghị tổng kết", "hội nghị"),
        ("kế hoạch hoạch số 5", "kế hoạch"),
        ("thực hiện hiện kế hoạch", "thực hiện"),
        ("diễn ra tại tại Hà Nội", "ra tại"),
        ("làm theo theo quy định", "làm theo"),
        ("có những những người", "có những"),
    ],
)
def test_slips(text: str, right: str) -> None:
    assert meant(text, Code.DOUBLED_WORD) == [right]


def test_a_syllable_that_begins_many_words_may_begin_one_that_no_list_has() -> None:
    assert seen("khối đại học học xyz", Code.DOUBLED_WORD) == []
    assert seen("khối đại học học tổng kết", Code.DOUBLED_WORD) == ["đại học học"]  # "tổng kết" is a word of its own
    assert seen("khối đại học học.", Code.DOUBLED_WORD) == ["đại học học"]
    assert seen("khối đại học học 5 ngày, của xyz", Code.DOUBLED_WORD) == ["đại học học"]


def test_two_slips_in_a_row_are_no_reduplication_of_four() -> None:
    assert seen("việc của của và và", Code.DOUBLED_WORD) == ["việc của của", "của và và"]
