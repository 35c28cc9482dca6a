"""Made-up papers: words, names, numbers and sentences drawn by chance, with the truth about them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

PLACES = ("Mẫu", "Vĩnh Mẫu", "Tân Mẫu", "An Mẫu", "Thanh Mẫu", "TP. Mẫu", "Mẫu Sơn")
PEOPLE = (
    "Nguyễn Văn A", "Trần Thị B", "Lê Văn C", "Phạm Thị D", "Hoàng Văn E", "Vũ Thị Hồng G", "Đặng Quốc H", "Bùi Minh K",
    "Đỗ Thị Thanh L", "Hồ Xuân M", "Lò Văn N", "Trương Văn P", "Phan Thị Q", "Đoàn Mạnh T",
)  # fmt: skip
TOPICS = (
    "phong trào thi đua chào mừng Đại hội Đảng bộ tỉnh",
    "đợt thi đua cao điểm về chuyển đổi số trong cơ quan nhà nước",
    "phong trào “Cả nước chung tay xây dựng nông thôn mới” giai đoạn 2026 - 2030",
    "công tác cải cách hành chính năm 2026",
    "cuộc vận động xây dựng cơ quan văn hóa, an toàn, tiết kiệm",
    "Tháng Công nhân và Tháng hành động về an toàn, vệ sinh lao động năm 2026",
    "đợt sinh hoạt chính trị, học tập chuyên đề năm 2026 trong toàn ngành",
)
ACTIONS = ("Phát động", "Tổ chức", "Triển khai", "Tổng kết", "Hưởng ứng", "Thực hiện")
SENTENCES = (
    "Tuyên truyền sâu rộng mục đích, ý nghĩa của đợt thi đua tới cán bộ, công chức, viên chức và người lao động",
    "Phát huy tinh thần đoàn kết, sáng tạo, hoàn thành toàn diện các chỉ tiêu, nhiệm vụ được giao trong năm",
    "Kịp thời phát hiện, bồi dưỡng, biểu dương các tập thể, cá nhân điển hình tiên tiến để nhân ra diện rộng",
    "Việc tổ chức phải thiết thực, tiết kiệm, tránh phô trương, hình thức; gắn với nhiệm vụ chính trị của từng đơn vị",
    "Nâng cao trách nhiệm của người đứng đầu trong lãnh đạo, chỉ đạo, kiểm tra, đôn đốc việc thực hiện",
    "Đẩy mạnh ứng dụng công nghệ thông tin, cung cấp dịch vụ công trực tuyến, rút ngắn thời gian giải quyết thủ tục",
    "Mỗi tập thể đăng ký ít nhất 01 công trình hoặc phần việc cụ thể, có địa chỉ, có sản phẩm kiểm đếm được",
    "Bảo đảm an ninh, trật tự, an toàn giao thông, phòng cháy, chữa cháy trong suốt thời gian diễn ra các hoạt động",
    "Phấn đấu trên 95% hồ sơ được giải quyết đúng hạn, 100% văn bản được xử lý trên môi trường mạng",
    "Chú trọng chăm lo đời sống vật chất, tinh thần cho đoàn viên, người lao động có hoàn cảnh khó khăn",
    "Thực hiện nghiêm kỷ luật, kỷ cương hành chính, văn hóa công sở và quy tắc ứng xử nơi làm việc",
    "Lấy kết quả thực hiện làm căn cứ đánh giá, xếp loại chất lượng tập thể và cá nhân cuối năm",
)
LAWS = (
    ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
     {"title": "Luật Thi đua, khen thưởng", "date": "2022-06-15"}),
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
     {"title": "Luật Tổ chức chính quyền địa phương", "date": "2025-06-16"}),
    ("Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định chi tiết một số điều;",
     {"number": "152/2025/NĐ-CP", "date": "2025-06-14", "issuer": "Chính phủ"}),
)  # fmt: skip


@dataclass
class Truth:
    """What a paper says."""

    fields: dict[str, object] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    """Words that must not be imported."""


@dataclass
class Chance:
    """A source of words for one paper."""

    random: random.Random

    def one(self, *choices: str) -> str:
        return self.random.choice(choices)

    def yes(self, share: float = 0.5) -> bool:
        return self.random.random() < share

    def number(self, low: int = 1, high: int = 999) -> int:
        return self.random.randint(low, high)

    def person(self) -> str:
        return self.random.choice(PEOPLE)

    def day(self, year: int = 2026) -> tuple[int, int, int]:
        return self.random.randint(1, 28), self.random.randint(1, 12), year

    def sentence(self, parts: int = 1, end: str = ".") -> str:
        chosen = self.random.sample(SENTENCES, parts)
        first, *rest = chosen
        return "; ".join([first, *[each[0].lower() + each[1:] for each in rest]]) + end

    def paragraph(self, low: int = 1, high: int = 3) -> str:
        return " ".join(self.sentence(self.random.randint(1, 2)) for _ in range(self.random.randint(low, high)))


def printed_day(chance: Chance, day: tuple[int, int, int]) -> str:
    d, m, y = day
    padded = chance.yes(0.8)
    month = f"{m:02d}" if m < 3 or (padded and chance.yes(0.3)) else str(m)
    return f"ngày {d:02d} tháng {month} năm {y}" if padded else f"ngày {d} tháng {m} năm {y}"


def iso(day: tuple[int, int, int]) -> str:
    return f"{day[2]}-{day[1]:02d}-{day[0]:02d}"
