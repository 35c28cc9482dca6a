"""What a later release needs to know of this one's files: which are lists, papers, pages that were taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trangtin.host.addresses import Addresses, destination, list_address, list_folders
from trangtin.host.files.redirects import old_addresses
from trangtin.host.pages.contents import Run
from trangtin.portal.model import Portal
from trangtin.signing.site_roles import SiteRoles, is_paper
from trangtin.views import targets
from trangtin.views.translated import target_of


def roles_of(
    portal: Portal,
    addresses: Addresses,
    runs: Iterable[Run],
    papers: Iterable[str],
    files: Iterable[str],
) -> SiteRoles:
    """Sort the published `files`; `runs` are the portal's pages, `papers` the files of documents."""
    lists = frozenset(_lists(portal, addresses, tuple(runs), files))
    withdrawn = frozenset(
        destination(addresses.sure(target)) for target, is_withdrawn in _written(portal) if is_withdrawn
    )
    return SiteRoles(lists, withdrawn, frozenset(papers), _offered(portal, addresses))


def _lists(portal: Portal, addresses: Addresses, runs: Iterable[Run], files: Iterable[str]) -> Iterator[str]:
    """The addresses of lists, told by their form, so that no list has to be worked out."""
    lists = {list_address(run.target) for run in runs if run.is_list}
    of_one = {list_address(run.target) for run in runs if run.is_list and targets.is_of_one(run.target)}
    stay = {destination(address) for address in lists - of_one}
    stay |= {destination(addresses.sure(run.target)) for run in runs if not run.is_list}
    stay |= {old.destination for old in old_addresses(portal, addresses)}
    for file in files:
        if file.endswith("/index.html") and file not in stay:
            address = file.removesuffix("index.html")
            if address in of_one or not lists.isdisjoint(list_folders(address)):
                yield file


def _written(portal: Portal) -> Iterator[tuple[str, bool]]:
    """The target of each page that somebody wrote, and whether it was taken back."""
    yield from ((entry.path, entry.head.is_withdrawn) for entry in portal.written)
    yield from ((target_of(each), each.entry.head.is_withdrawn) for each in portal.translations if each.entry)


def _offered(portal: Portal, addresses: Addresses) -> dict[str, tuple[str, ...]]:
    return {
        addresses.sure(path): tuple(destination(addresses.sure(user)) for user in users)
        for path, users in portal.attachments.published.items()
        if users and is_paper(path)
    }
