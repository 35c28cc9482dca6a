"""Where a portal's repository is kept, and what that place wants to find in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trangtin.content.values.vocabulary import Choice

ACTS = ("dang-van-ban", "dinh-chinh", "thu-hoi", "dang-tin")
"""What an editor asks to have merged; each has its own checklist."""


class Forge(Choice):
    """The program that keeps the repository and runs the steps to publication."""

    GITLAB = "gitlab", "GitLab"
    GITHUB = "github", "GitHub"
    FORGEJO = "forgejo", "Forgejo"
    GITEA = "gitea", "Gitea"
    ALL = "tat-ca", "Chưa biết, để sẵn cho cả bốn"

    @property
    def chosen(self) -> tuple[Forge, ...]:
        """The one meant, or all of them."""
        return tuple(each for each in Forge if each is not Forge.ALL) if self is Forge.ALL else (self,)


SOURCES: Mapping[Forge, tuple[str, str]] = {
    Forge.GITLAB: ("gitlab", ".gitlab"),
    Forge.GITHUB: ("github", ".github"),
    Forge.FORGEJO: ("forgejo", ".forgejo"),
    Forge.GITEA: ("forgejo", ".gitea"),  # the same files in a folder of another name
}
"""The folder of our files for each forge, and the folder in which it looks for its own."""


def own_place(forge: Forge, path: str) -> str:
    """The path at which a forge expects a file of our folder for it."""
    source, folder = SOURCES[forge]
    ours = f".{source}/"
    return f"{folder}/{path.removeprefix(ours)}" if path.startswith(ours) else path


def merge_request_templates(forge: Forge, acts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The lists for reviewers: GitLab lets one choose among files, the others show one for all acts."""
    folder = SOURCES[forge][1]
    if forge is Forge.GITLAB:
        for name, text in acts.items():
            yield f"{folder}/merge_request_templates/{name}.md", text
    else:
        told = "<!-- Giữ phần đúng việc của bạn, xóa các phần khác. -->\n\n"
        yield f"{folder}/pull_request_template.md", told + "\n".join(acts.values())
