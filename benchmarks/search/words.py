"""What the invented papers are made of. Nothing here names a real person or place."""

from __future__ import annotations

import random
import unicodedata

BACKGROUND = (
    "kế hoạch|công tác|thực hiện|tổ chức|đơn vị|nhiệm vụ|trọng tâm|nâng cao|chất lượng|hiệu quả|đổi mới|"
    "phương pháp|chuyển đổi số|cải cách hành chính|xây dựng|triển khai|tuyên truyền|vận động|phối hợp|kiểm tra|"
    "giám sát|đánh giá|tổng kết|sơ kết|khen thưởng|bảo đảm|tiến độ|thiết thực|quy định|pháp luật|phân công|"
    "trách nhiệm|đăng ký|hoàn thành|báo cáo|lãnh đạo|chỉ đạo|cán bộ|công chức|viên chức|người lao động|nhân dân|"
    "cơ quan|địa phương|cơ sở|trong năm|hằng tháng|hằng quý|đúng thời hạn|kịp thời|đồng bộ|thống nhất|tăng cường|"
    "đẩy mạnh|phát huy|vai trò|ý thức|tinh thần|đoàn kết|sáng tạo|kỷ luật|kỷ cương|nội dung|hình thức|mục đích|"
    "yêu cầu|giải pháp|biện pháp|nguồn lực|kinh phí|ngân sách|thanh toán|quyết toán|dự toán|hồ sơ|thủ tục|"
    "tài liệu|văn bản|thông tin|dữ liệu|hệ thống|phần mềm|trực tuyến|dịch vụ công|một cửa|tiếp nhận|giải quyết|"
    "trả kết quả|hướng dẫn|tập huấn|bồi dưỡng|đào tạo|học tập|nghiên cứu|giảng dạy|học viên|sinh viên|giảng viên|"
    "chương trình|đề án|dự án|phong trào|thi đua|điển hình|tiên tiến|nhân rộng|gương người tốt|việc tốt|hội nghị|"
    "cuộc họp|thành phần|đại biểu|thời gian|địa điểm|chủ trì|tham mưu|đề xuất|góp ý|lấy ý kiến|tiếp thu|sửa đổi|"
    "bổ sung|ban hành|có hiệu lực|thi hành|căn cứ|theo đề nghị|của|và|các|cho|với|để|trên|phòng chuyên môn|"
    "văn phòng|thủ trưởng|cá nhân|tập thể|toàn thể|gia đình|khu dân cư|thôn xóm|tổ dân phố|an ninh|trật tự|"
    "an toàn|quốc phòng|kinh tế|xã hội|văn hóa|giáo dục|y tế|môi trường|nông nghiệp|công nghiệp|thương mại|"
    "du lịch|giao thông|đô thị|nông thôn|đất đai|tài nguyên|khoáng sản|lâm nghiệp|thủy sản|chăn nuôi|trồng trọt|"
    "sản xuất|kinh doanh|doanh nghiệp|hợp tác xã|thị trường|giá cả|chất lượng cuộc sống|thu nhập|việc làm|"
    "bảo hiểm|an sinh|chính sách|người có công|trẻ em|phụ nữ|thanh niên|người cao tuổi|dân tộc|tôn giáo|"
    "đối ngoại|truyền thống|lịch sử|cách mạng|kỷ niệm|ngày thành lập|đại hội|nghị quyết|chi bộ|đảng viên|"
    "sinh hoạt|tư tưởng|đạo đức|lối sống|nêu gương|tự phê bình|kiểm điểm|quy hoạch|bổ nhiệm|luân chuyển|"
    "tuyển dụng|đánh giá xếp loại|nghỉ hưu|chế độ|tiền lương|phụ cấp|hợp đồng|mua sắm|đấu thầu|tài sản công|"
    "tiết kiệm|chống lãng phí|phòng ngừa|tham nhũng|thanh tra|khiếu nại|tố cáo|tiếp công dân|phản ánh|kiến nghị|"
    "công khai|minh bạch|dân chủ|giám định|thẩm định|phê duyệt|nghiệm thu|bàn giao|vận hành|bảo trì|sửa chữa|"
    "nâng cấp|mở rộng|cải tạo|quản lý|sử dụng|khai thác|bảo vệ|phục hồi|ứng phó|khắc phục|hậu quả|thiên tai|"
    "bão lũ|hạn hán|cháy nổ|cứu nạn|cứu hộ|dịch bệnh|tiêm chủng|khám bệnh|chữa bệnh|vệ sinh|thực phẩm|nước sạch|"
    "rác thải|cây xanh|chiếu sáng|vỉa hè|lòng đường|biển báo|tín hiệu|vận tải|hành khách|hàng hóa|kho bãi|bến xe|"
    "nhà ở|chung cư|trường học|bệnh viện|trạm y tế|nhà văn hóa|sân vận động|công viên|quảng trường|tượng đài|"
    "thư viện|báo chí|xuất bản|phát thanh|truyền hình|mạng xã hội|viễn thông|bưu chính|điện lực|xăng dầu"
).split("|")
"""Everyday words of such papers, the commonest first."""

OBJECTS = (
    "hội thi nấu ăn|giải bóng chuyền nữ|hiến máu tình nguyện|trồng rừng ngập mặn|nuôi ong lấy mật|"
    "đan lát mây tre|kiểm kê vật tư thiết bị|phổ cập bơi lội|lớp học xóa mù chữ|bếp ăn bán trú|xe buýt điện|"
    "đèn tín hiệu mặt trời|cầu phao qua suối|đường dây điện hạ thế|trạm bơm đầu mối|kênh mương nội đồng|"
    "đê bao chống lũ|hồ chứa nước ngọt|giếng khoan tập trung|bãi chôn lấp phế thải|lò đốt rác y tế|"
    "thu gom pin cũ|phân loại rác tại nguồn|vườn ươm cây giống|chuồng trại khép kín|tiêm vắc xin dại|"
    "phun thuốc diệt muỗi|khám sàng lọc tim mạch|đo loãng xương|ghép giác mạc|dạy nghề sửa xe|"
    "sàn giao dịch việc làm|vay vốn khởi nghiệp|quỹ tín dụng vi mô|bảo hiểm cây lúa|tem truy xuất nguồn gốc|"
    "chợ phiên cuối tuần|hội chợ hàng thủ công|phố đi bộ ven sông|tua du lịch sinh thái|bảo tồn chim nước|"
    "cứu hộ rùa biển|trùng tu đình làng|lễ hội đua thuyền|hát ru dân gian|đờn ca tài tử|múa rối cạn|"
    "tranh khắc gỗ|gốm sứ mỹ nghệ|dệt thổ cẩm|thêu ren xuất khẩu|khảm xà cừ|đúc đồng truyền thống|rèn dao kéo|"
    "làm nón lá|in lụa thủ công|thư viện lưu động|tủ sách thiếu nhi|câu lạc bộ cờ vua|giải chạy việt dã|"
    "đua xe đạp đường dài|võ cổ truyền|bắn nỏ đẩy gậy|diễn tập chữa cháy rừng|tuần tra biên giới|"
    "tổ tự quản đường biên|camera an ninh ngõ xóm|đổi giấy phép lái xe|cấp căn cước lưu động|số hóa hộ tịch|"
    "bản đồ địa chính số|định danh mức hai|hóa đơn điện tử|chữ ký số cá nhân|trung tâm điều hành thông minh|"
    "sóng di động vùng lõm|loa truyền thanh thông minh|học bạ điện tử|thi tay nghề giỏi|sáng kiến kỹ thuật|"
    "vườn thuốc nam|bếp không khói|nhà vệ sinh tự hoại|nhà tình nghĩa|mái ấm công đoàn|xuân biên cương|"
    "tết quân dân|áo ấm vùng cao|bữa sáng yêu thương|cặp lá yêu thương|gian hàng không đồng|xe đạp tặng bạn|"
    "ngân hàng hạt giống|lúa chịu mặn|cà phê đặc sản|sầu riêng ghép|bưởi da xanh|cá lồng bè|tôm càng xanh|"
    "vịt chạy đồng|gà thả vườn|trâu bò vỗ béo|nấm linh chi|rau thủy canh|hoa lan cắt cành|cây dược liệu|"
    "măng tre bát độ|quế hồi xuất khẩu|cao su tiểu điền|keo lai giâm hom|điện gió ngoài khơi|"
    "điện mặt trời mái nhà|khí sinh học hộ nhỏ|gạch không nung|bê tông tái chế|cầu dân sinh|bến phà ngang|"
    "luồng lạch cửa sông|phao tiêu đường thủy|neo đậu tránh trú bão|mốc lộ giới|vạch sơn phản quang|gờ giảm tốc|"
    "hầm chui dân sinh|cống hộp thoát nước|kè chống sạt lở|nạo vét lòng hồ|quan trắc khí thải|bụi mịn đô thị|"
    "tiếng ồn quán xá|đất ngập nước|sếu đầu đỏ|voọc chà vá|thú rừng bị bẫy|kiểm lâm địa bàn|trả lương qua thẻ|"
    "thai sản trọn gói|bữa ăn giữa ca|nhà trẻ khu công nghiệp|đối thoại tại nơi làm việc|ký thỏa ước tập thể|"
    "hòa giải ở cơ sở|khóa cửa phòng máy|thủy lợi phí nội đồng|tòa soạn hội tụ|ủy quyền ký thay|lũy kế giải ngân|"
    "hóa chất bảo quản|tỏa sáng nghị lực|khỏe để lập nghiệp|họa sĩ nhí|tọa đàm mẹ và bé|lụy kế công nợ"
).split("|")
"""What a paper is about, each rare enough to be asked for."""

ACTIONS = (
    "tổ chức|triển khai|phát động|tăng cường|hỗ trợ|khảo sát|tổng kết|sơ kết|kiểm tra|mở rộng|duy trì|thí điểm|"
    "đôn đốc|phối hợp|hướng dẫn|chấn chỉnh|nhân rộng|tuyên truyền"
).split("|")

PLACE_FIRST = (
    "Đồng|Mỹ|Phú|Tân|An|Bình|Hòa|Long|Thanh|Vĩnh|Xuân|Yên|Đông|Tây|Nam|Bắc|Kim|Ngọc|Phước|Quảng|Sơn|Thạch|Trường|"
    "Vạn|Đại|Đức|Hưng|Lạc|Minh|Nghĩa|Cẩm|Diên|Gia|Hải|Khánh|Liên|Mai|Nậm|Ô|Phong|Quế|Rạch|Suối|Tam|Uyên|Văn|Xã|Ái"
).split("|")
PLACE_SECOND = (
    "Tâm|Phượng|Khê|Lũng|Điền|Giang|Hạnh|Nghĩa|Thịnh|Trạch|Lộc|Mỵ|Quới|Đô|Đình|Bường|Cát|Duệ|Ghềnh|Huề|Kiệu|Lữ|"
    "Mão|Nhuế|Oánh|Phùng|Quýt|Riềng|Sỏi|Thượng|Tuyền|Ước|Vĩ|Xoan|Ỷ|Chử|Dừa|Đẩu|Gừng|Hến|Khuể|Lẫm|Móng|Nứa|Ổi|"
    "Phấn|Rẫy|Sến"
).split("|")
KINDS_OF_PLACE = ("xã", "phường")

RARE = (
    "trồng nấm=trong năm|làng nghề=lắng nghe|chợ nổi=cho nơi|giỗ tổ=gió to|bảo tàng=báo tăng|đàn cá=dân ca|"
    "đê biển=để biến|cờ tướng=có tường|sông đà=song đã|vải thiều=vài thiếu|kho báu=khó bầu|dạy bơi=đây bởi|"
    "thả diều=tha điều|đua ghe=đưa ghé|chè xanh=che xanh|bò sữa=bỏ sửa|tủ thờ=từ thơ|bánh dẻo=bảnh đeo|"
    "mắm cá=măm ca|lễ vật=lệ vặt"
).split("|")
"""Accented words, each with everyday text that looks the same without accents."""

SHORT_FORMS = {
    "HĐND": "hội đồng nhân dân",
    "UBND": "ủy ban nhân dân",
    "MTTQ": "mặt trận tổ quốc",
    "TĐKT": "thi đua khen thưởng",
    "CCHC": "cải cách hành chính",
    "TTHC": "thủ tục hành chính",
    "CNTT": "công nghệ thông tin",
    "CSDL": "cơ sở dữ liệu",
    "GPMB": "giải phóng mặt bằng",
    "DTTS": "dân tộc thiểu số",
    "NTM": "nông thôn mới",
    "LĐLĐ": "liên đoàn lao động",
    "THCS": "trung học cơ sở",
    "ĐBQH": "đại biểu quốc hội",
    "NSNN": "ngân sách nhà nước",
    "BCĐ": "ban chỉ đạo",
}
"""Abbreviations that mean one thing (`domain/abbr.tsv` has those of several meanings too)."""

AREAS = (
    "Thi đua, khen thưởng|Tổ chức, cán bộ|Cải cách hành chính|Chuyển đổi số|Giáo dục, đào tạo|Y tế|"
    "Xây dựng, đô thị|Tài chính, ngân sách|Nông nghiệp, môi trường|Văn hóa, du lịch|Quốc phòng, an ninh|"
    "Lao động, xã hội"
).split("|")

FAMILY_NAMES = "Nguyễn|Trần|Lê|Phạm|Hoàng|Vũ|Đặng|Bùi|Đỗ|Hồ".split("|")


ISSUERS = (
    ("Trường Chính trị tỉnh Mẫu", "TCT", None),
    ("Phòng Tổ chức - Hành chính", "TCHC", None),
    ("Phòng Đào tạo và Khoa học", "ĐTKH", None),
    ("Khoa Lý luận cơ sở", "LLCS", None),
    ("Khoa Xây dựng Đảng", "XDĐ", None),
    ("Chính phủ", "CP", "trung-uong"),
    ("Thủ tướng Chính phủ", "TTg", "trung-uong"),
    ("Bộ Nội vụ", "BNV", "trung-uong"),
    ("Ủy ban nhân dân tỉnh Mẫu", "UBND", "tinh"),
    ("Hội đồng nhân dân tỉnh Mẫu", "HĐND", "tinh"),
    ("Tỉnh ủy Mẫu", "TU", "tinh"),
    ("Sở Nội vụ tỉnh Mẫu", "SNV", "tinh"),
    ("Sở Xây dựng tỉnh Mẫu", "SXD", "tinh"),
    ("Sở Tài chính tỉnh Mẫu", "STC", "tinh"),
    ("Sở Y tế tỉnh Mẫu", "SYT", "tinh"),
    ("Sở Giáo dục và Đào tạo tỉnh Mẫu", "SGDĐT", "tinh"),
    ("Công an tỉnh Mẫu", "CAT", "tinh"),
    ("Liên đoàn Lao động tỉnh Mẫu", "LĐLĐ", "tinh"),
    ("Ủy ban nhân dân phường Trung Tâm", "UBTT", "xa"),
    ("Đảng ủy phường Trung Tâm", "ĐUTT", "xa"),
)
"""Name, symbol and level; without a level: the portal's own unit and its sub-units."""
SUB_UNITS = {"phong-tchc": 1, "phong-dtkh": 2, "khoa-llcs": 3, "khoa-xdd": 4}
"""Ids of sub-units and their place in `ISSUERS`."""

_ONSETS = "b|c|ch|d|đ|g|h|kh|l|m|n|ng|nh|ph|r|s|t|th|tr|v|x".split("|")
_RIMES = (
    "a|ai|am|an|ang|anh|ao|au|ay|âm|ân|âng|ây|ăm|ăn|ăng|o|oa|oan|oang|oi|om|on|ong|ô|ôi|ôm|ôn|ông|ơ|ơi|ơm|ơn|u|"
    "ua|ui|um|un|ung|uôi|uôn|uông|ư|ưa|ưng|ươi|ươm|ươn|ương|ac|ach|ap|at|âc|âp|ât|ăc|ăp|ăt|oc|op|ot|ôc|ôp|ôt|ơp|"
    "ơt|uc|up|ut"
).split("|")
_FREE, _STOPPED = "\u0300\u0301\u0303\u0309\u0323", "\u0301\u0323"


def syllable(chance: random.Random) -> str:
    """A syllable that can be said, from some three thousand: what names of hamlets add to a vocabulary."""
    rime = chance.choice(_RIMES)
    stopped = rime[-1] in "cpt" or rime.endswith("ch")
    tone = chance.choice(_STOPPED if stopped else _FREE)
    # The tone stands on the last vowel with a mark of its own, else on the a of "oa", else on the first vowel.
    marked = [place for place, letter in enumerate(rime) if letter in "âăôơư"]
    place = marked[-1] if marked else int(rime.startswith("oa"))
    return unicodedata.normalize("NFC", chance.choice(_ONSETS) + rime[: place + 1] + tone + rime[place + 1 :])
