"""The closed lists of the front matter: values as typed, labels as shown; and what the program's own lists are."""

from __future__ import annotations

from enum import Enum, StrEnum


class Choice(StrEnum):
    """A value of a closed list, with the label a reader sees."""

    label: str

    def __new__(cls, value: str, label: str) -> Choice:
        """Make the member from the word typed and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Labelled(Enum):
    """A value that nobody types: its word in addresses and styles, and the label a reader sees."""

    def __init__(self, slug: str, label: str) -> None:
        """Name what the tuple holds."""
        self.slug = slug
        self.label = label


class Level(Choice):
    """The level of the body that issued a document, from the top down."""

    CENTRAL = "trung-uong", "Trung ương"
    PROVINCE = "tinh", "Cấp tỉnh"
    COMMUNE = "xa", "Cấp xã"
    UNIT = "don-vi", "Đơn vị"
    DIVISION = "phong", "Phòng, khoa, bộ phận"

    @property
    def rank(self) -> int:
        """0 for the highest."""
        return list(Level).index(self)


class FileRole(Choice):
    """What an attached file is to its document."""

    SIGNED = "ban-ky-so", "Bản ký số"
    FULL_TEXT = "toan-van", "Toàn văn"
    ANNEX = "phu-luc", "Phụ lục"


class WorkStatus(Choice):
    """How far a task or a registered work is, as its editor last wrote."""

    NOT_STARTED = "chua", "Chưa thực hiện"
    DOING = "dang", "Đang thực hiện"
    DONE = "xong", "Đã xong"
    CANCELLED = "huy", "Đã hủy"


class CampaignForm(Choice):
    """The two forms of emulation (Luật Thi đua, khen thưởng 06/2022/QH15, Điều 16)."""

    REGULAR = "thuong-xuyen", "Thường xuyên"
    THEMATIC = "chuyen-de", "Theo chuyên đề"


class AwardKind(Choice):
    """Who is commended."""

    GROUP = "tap-the", "Tập thể"
    PERSON = "ca-nhan", "Cá nhân"


class PersonalData(Choice):
    """What says too much of a person (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15)."""

    IDENTITY = "can-cuoc", "Số căn cước, CMND, hộ chiếu"
    PHONE = "dien-thoai", "Số điện thoại"
    BIRTH = "ngay-sinh", "Ngày sinh"
    ADDRESS = "noi-o", "Nơi ở"
    ACCOUNT = "tai-khoan", "Số tài khoản"
    ORIGIN = "xuat-than", "Quê quán, dân tộc, tôn giáo"
    FAMILY = "gia-dinh", "Quan hệ gia đình"
    HEALTH = "suc-khoe", "Tình trạng sức khỏe"


class UnitKind(Choice):
    """What sort of sub-unit."""

    DEPARTMENT = "phong", "Phòng"
    FACULTY = "khoa", "Khoa"
    BOARD = "ban", "Ban"
    OFFICE = "van-phong", "Văn phòng"
    CENTRE = "trung-tam", "Trung tâm"
    TEAM = "to", "Tổ"
    UNION = "doan-the", "Đoàn thể"
    OTHER = "khac", "Đơn vị khác"


class Authority(Choice):
    """On whose behalf a person signs (Nghị định 30/2020/NĐ-CP, Điều 13); Party papers write `T/M`, `K/T`, `T/L`."""

    COLLECTIVE = "TM.", "Thay mặt tập thể"
    DEPUTY = "KT.", "Ký thay cấp trưởng"
    ORDER = "TL.", "Thừa lệnh"
    DELEGATED = "TUQ.", "Thừa ủy quyền"
    ACTING = "Q.", "Quyền cấp trưởng"
    PARTY_COLLECTIVE = "T/M", "Thay mặt tập thể"
    PARTY_DEPUTY = "K/T", "Ký thay"
    PARTY_ORDER = "T/L", "Thừa lệnh"

    @property
    def is_for_body(self) -> bool:
        """Whether a body speaks, whose name is printed behind it."""
        return self in {Authority.COLLECTIVE, Authority.PARTY_COLLECTIVE}

    @property
    def is_for_head(self) -> bool:
        """Whether a deputy signs for the head, whose office is printed behind it."""
        return self in {Authority.DEPUTY, Authority.PARTY_DEPUTY}


class DutyProfile(Choice):
    """The rules on what a public body's portal has to offer, by the decree in force."""

    DECREE_224_2026 = "nd224-2026", "Nghị định 224/2026/NĐ-CP"
    DECREE_42_2022 = "nd42-2022", "Nghị định 42/2022/NĐ-CP (hết hiệu lực từ 01/7/2026)"


class FormBackend(Choice):
    """Where the form at `/admin/` reads and writes."""

    GITLAB = "gitlab", "GitLab, kể cả máy chủ riêng"
    GITHUB = "github", "GitHub"
    GITEA = "gitea", "Gitea, Forgejo"
    LOCAL = "local", "Thư mục trên máy của người soạn"


class SharePictures(Choice):
    """Which pages get a picture of their own for links that are shared on other sites."""

    NEWEST = "tu-dong", "Mỗi phong trào một ảnh, và mỗi văn bản trong 1.000 văn bản mới nhất"
    ALL = "tat-ca", "Mỗi phong trào và văn bản một ảnh"
    CAMPAIGNS = "phong-trao", "Mỗi phong trào một ảnh"
    NONE = "khong", "Không làm ảnh"
