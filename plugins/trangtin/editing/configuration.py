"""The whole configuration of the form, as the text of its `config.json`."""

from __future__ import annotations

import json
from typing import Any

from trangtin.content.editing_form import EditingForm
from trangtin.content.entry import Layout
from trangtin.content.vocabulary import FormBackend
from trangtin.editing.collections import collections

MOST_BYTES = 20 * 1024 * 1024
"""Size of the largest file that the form takes."""


def configuration(form: EditingForm, layout: Layout, title: str, site_url: str = "") -> dict[str, Any]:
    """What Sveltia CMS is told; `title` names the portal."""
    return {
        "backend": _backend(form),
        "app_title": f"Biên tập: {title}",
        **({"site_url": site_url, "display_url": site_url} if site_url else {}),
        "media_folder": f"{layout.docs}/hinh",
        "public_folder": "/hinh",
        "media_libraries": {
            "default": {"config": {"max_file_size": MOST_BYTES, "slugify_filename": True}},
            "stock_assets": False,
        },
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "collections": list(collections(layout)),
    }


def configuration_text(form: EditingForm, layout: Layout, title: str, site_url: str = "") -> str:
    """The same as the form reads it."""
    return json.dumps(configuration(form, layout, title, site_url), ensure_ascii=False, indent=1) + "\n"


def _backend(form: EditingForm) -> dict[str, Any]:
    if form.backend is FormBackend.LOCAL:
        # Offered on the editor's own machine beside any back end; one that nobody can sign in to leaves it alone.
        return {"name": "gitea", "repo": "may-nay/trang-tin", "base_url": "http://localhost", "auth_methods": ["token"]}
    found: dict[str, Any] = {"name": form.backend.value, "repo": (form.repo or "").strip("/"), "branch": form.branch}
    base = form.base_url.rstrip("/") if form.base_url else None
    if form.backend is FormBackend.GITLAB and base:
        found |= {"base_url": base, "api_root": f"{base}/api/v4", "graphql_api_root": f"{base}/api/graphql"}
    if form.backend is FormBackend.GITEA:
        found |= {"base_url": base, "api_root": f"{base}/api/v1"}
    if form.app_id:
        pkce = {"auth_type": "pkce"} if form.backend is FormBackend.GITLAB else {}
        return {**found, **pkce, "app_id": form.app_id}
    return {**found, "auth_methods": ["token"]}
