"""Titles of persons who sign papers (`Chủ tịch`, `Giám đốc`), as patterns of folded text."""

from __future__ import annotations

HEADS = (
    "chu tich|chu nhiem|(?:tong )?giam doc|hieu truong|bi thu|vien truong|bo truong|so truong|vu truong|"
    "(?:tong |chi )?cuc truong|truong (?:ban|phong)|chanh van phong|chanh thanh tra"
)
"""Who heads a body: no name of a body begins so, `Chủ tịch đoàn` excepted."""
OTHERS = (
    "thu truong|chinh uy|tu lenh|tong bien tap|hieu pho|truong doan|thuong truc hoi dong|truong khoa|thu tuong|"
    "thong doc|doi truong|to truong|(?:tong )?thu ky|chanh an|vien pho|truong tram|chi huy truong|uy vien|"
    "ke toan truong|chu tri|truong bo mon|truong"
)
"""Who signs as well. Bodies may begin with some of these words (`Trường …`, `Thường trực Hội đồng …`)."""
