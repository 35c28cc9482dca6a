"""The form for editors among the files of a site: its program, and its configuration for the portal as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from trangtin.content.options.editing_form import ADDRESS, EditingForm
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.vocabulary import FormBackend
from trangtin.editing.bundle import find_bundle
from trangtin.editing.configuration import CONFIG_FILE, configuration_text, edited_portal
from trangtin.portal.model import Portal


def published_form(portal: Portal, *, is_preview: bool) -> EditingForm | None:
    """The form that goes out; one that edits a folder of this machine is for its own preview only."""
    form = portal.settings.cms
    return None if form is None or (form.backend is FormBackend.LOCAL and not is_preview) else form


def form_files(form: EditingForm, portal: Portal, root: Path, site_url: str) -> Iterator[tuple[str, Path | bytes]]:
    """Each file as (address, content); none where the program was not fetched."""
    program = _program(root)
    if program:
        yield from program.items()
        yield ADDRESS + CONFIG_FILE, configuration_text(form, edited_portal(portal, site_url)).encode()


def form_addresses(root: Path) -> Sequence[str]:
    """Where these files go."""
    program = _program(root)
    return (*program, ADDRESS + CONFIG_FILE) if program else ()


def _program(root: Path) -> Mapping[str, Path]:
    """The files of the form's program by address; none where `trangtin cms` has not fetched it."""
    bundle = find_bundle(root)
    if bundle is None:
        return {}
    return {ADDRESS + file.relative_to(bundle).as_posix(): file for file in sorted(bundle.rglob("*")) if file.is_file()}


def missing_form(config: str, root: Path) -> Iterator[Problem]:
    """The problem that `mkdocs.yml` asks for the form and its program was not fetched."""
    if find_bundle(root) is None:
        yield Problem(
            config,
            1,
            Code.FORM_NOT_FETCHED,
            "máy dựng trang chưa có chương trình của biểu mẫu soạn bài nên trang này không có /admin/",
            "chạy trangtin cms trước khi dựng, hoặc bỏ khóa 'cms'",
            severity=Severity.WARNING,
        )
