"""The command `trangtin`: which commands it has, and where each is."""

from __future__ import annotations

import click

from trangtin.cli.program import Later, Program

_COMMANDS = (
    ("init", "init:init", "Tạo trang mới của đơn vị trong THƯ-MỤC, dựng được ngay."),
    ("new", "new:new", "Tạo một tệp mới đúng chỗ, đúng dạng; không ghi đè tệp nào."),
    ("check", "check:check", "Rà toàn bộ nội dung, báo mọi lỗi một lượt."),
    ("guide", "guide:guide", "Giải thích mã lỗi (trangtin guide TT303), hoặc ghi các hướng dẫn ra thư mục để đọc."),
    ("build", "building:build", "Dựng trang (như mkdocs build --strict)."),
    ("serve", "building:serve", "Xem thử trên máy này; trang tự tải lại khi tệp đổi."),
    ("desk", "desk:desk", "Bảng biên tập: mọi nội dung và tình trạng, việc đến hạn, văn bản chờ đăng."),
    (
        "import",
        "importing:import_files",
        "Từ tệp Word, PDF, văn bản thuần (hoặc thư mục, tệp .zip) thành bản nháp .md có ghi việc cần rà.",
    ),
    (
        "import-nukeviet",
        "migrating:import_nukeviet",
        "Chuyển tin (module news) và văn bản (module laws) từ bản sao lưu NukeViet 4 vào trang này.",
    ),
    ("publish", "publish:publish", "Dựng trang rồi đăng, trọn vẹn hoặc không đổi gì; quay lại được các bản trước."),
    ("server", "server:server", "In ra cấu hình máy chủ web cho trang này; lưu lại bằng dấu '>'."),
    (
        "remind",
        "reminding:remind",
        "Việc quá hạn, đến hạn của từng đơn vị: nhiệm vụ, công trình, mốc và hạn báo cáo của phong trào.",
    ),
    ("report", "reporting:report", "Soạn dự thảo báo cáo của một phong trào từ những gì trang đang có."),
    ("verify", "verify:verify", "Kiểm tra chữ ký số và nội dung tệp, hoặc cả thư mục trang đã đăng."),
    (
        "schema",
        "schema:schema",
        "Viết JSON Schema của từng loại tệp và của mkdocs.yml; không có --out thì in ra tất cả.",
    ),
    (
        "cms",
        "editing:cms",
        "Chuẩn bị biểu mẫu soạn bài tại /admin/: tải chương trình đã khóa phiên bản, đóng gói, viết cấu hình.",
    ),
)
"""Name, module and object, and the first sentence of its help."""


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="trangtin")
def main() -> None:
    """Trang thông tin điện tử của đơn vị công, từ các tệp Markdown."""


for _name, _place, _help in _COMMANDS:
    main.add_command(Later(_name, f"trangtin.cli.{_place}", _help))
