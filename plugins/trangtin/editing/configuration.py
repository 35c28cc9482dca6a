"""The whole configuration of the form, as the text of its `config.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from trangtin.content.entry import Layout
from trangtin.content.options.editing_form import EditingForm
from trangtin.content.values.vocabulary import FormBackend
from trangtin.editing.collections import collections
from trangtin.editing.widgets import Campaigns
from trangtin.portal.model import Portal
from trangtin.views.parts.rows import campaign_title

CONFIG_FILE = "config.json"
"""The name of the configuration file, beside the program."""
MOST_BYTES = 20 * 1024 * 1024
"""Size of the largest file that the form takes."""


@dataclass(frozen=True, slots=True)
class EditedPortal:
    """What the form needs to know of a portal."""

    title: str
    layout: Layout
    campaigns: Campaigns
    """Slug and title of every campaign, the newest first."""
    site_url: str


def edited_portal(portal: Portal, site_url: str) -> EditedPortal:
    """What the form may know of a portal: everybody can read its configuration, so nothing that is held back."""
    newest_first = sorted(portal.campaigns, key=lambda campaign: campaign.head.start, reverse=True)
    # What already names one that was taken back has to keep it: a list without it would lose the key.
    campaigns = tuple((campaign.slug, campaign_title(campaign)) for campaign in newest_first)
    unit = portal.settings.unit
    return EditedPortal(unit.short_name or unit.name, portal.layout, campaigns, site_url)


def configuration(form: EditingForm, portal: EditedPortal) -> dict[str, Any]:
    """The configuration of Sveltia CMS."""
    return {
        "backend": _backend(form),
        "app_title": f"Biên tập: {portal.title}",
        **({"site_url": portal.site_url, "display_url": portal.site_url} if portal.site_url else {}),
        "media_folder": f"{portal.layout.docs}/hinh",
        "public_folder": "/hinh",
        "media_libraries": {
            "default": {"config": {"max_file_size": MOST_BYTES, "slugify_filename": True}},
            "stock_assets": False,
        },
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "collections": list(collections(portal.layout, portal.campaigns)),
    }


def configuration_text(form: EditingForm, portal: EditedPortal) -> str:
    """The configuration as the JSON that the form reads."""
    return json.dumps(configuration(form, portal), ensure_ascii=False, indent=1) + "\n"


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
