"""Why the system refuses to read or write something, in Vietnamese."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.ENOENT: "không có tệp hoặc thư mục ấy",
    errno.EEXIST: "nơi đó đã có tệp",
    errno.ENOTDIR: "nơi đó là tệp, không phải thư mục",
    errno.EISDIR: "nơi đó là thư mục, không phải tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "liên kết đi vòng tròn",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết hạn mức đĩa",
    errno.EFBIG: "tệp vượt cỡ được phép",
    errno.EIO: "ổ đĩa lỗi",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
}


def reason_of(error: OSError) -> str:
    """The reason, as the end of a sentence; the system's own words where there are no better ones."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
