"""Checks that need all documents in view. Each is a generator of problems and does nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.entry import NOWHERE
from trangtin.content.problem import Problem
from trangtin.portal.checks.accessibility import check_accessibility
from trangtin.portal.checks.addresses import check_addresses
from trangtin.portal.checks.alone import check_alone
from trangtin.portal.checks.awards import check_awards
from trangtin.portal.checks.campaigns import check_campaigns
from trangtin.portal.checks.carried import carried_files
from trangtin.portal.checks.days import check_days
from trangtin.portal.checks.deadlines import check_deadlines
from trangtin.portal.checks.disclosure import check_disclosure
from trangtin.portal.checks.duties import check_duties
from trangtin.portal.checks.evidence import check_evidence
from trangtin.portal.checks.files import check_files
from trangtin.portal.checks.given_again import check_given_again
from trangtin.portal.checks.issuers import check_issuers
from trangtin.portal.checks.links import check_links
from trangtin.portal.checks.look import check_look
from trangtin.portal.checks.names import check_names
from trangtin.portal.checks.numbers import check_numbers
from trangtin.portal.checks.personal import check_personal
from trangtin.portal.checks.programs import check_programs
from trangtin.portal.checks.promptness import check_promptness
from trangtin.portal.checks.publication import check_publication
from trangtin.portal.checks.relations import check_relations
from trangtin.portal.checks.secrecy import marks_in_file
from trangtin.portal.checks.security import check_security
from trangtin.portal.checks.signatures import check_signatures
from trangtin.portal.checks.statements import check_statements
from trangtin.portal.checks.translations import check_translations
from trangtin.portal.checks.units import check_units
from trangtin.portal.resolved import Resolved

__all__ = ["check_all"]


def check_all(known: Resolved) -> Iterator[Problem]:
    """The problems of every check, without those that merely follow from what cannot be read in a head."""
    for problem in _checked(known):
        if problem.line != NOWHERE:
            yield problem


def _checked(known: Resolved) -> Iterator[Problem]:
    catalogue, attachments, bearings, references = known.catalogue, known.attachments, known.bearings, known.references
    carried = carried_files(catalogue)
    yield from check_numbers(catalogue, known.slugs)
    yield from check_issuers(catalogue)
    yield from check_relations(catalogue, references, known.relations)
    yield from check_names(catalogue)
    yield from check_units(catalogue, known.open_work)
    yield from check_campaigns(catalogue, bearings)
    yield from check_awards(catalogue, references)
    yield from check_statements(catalogue, bearings, known.statements)
    yield from check_deadlines(catalogue)
    yield from check_evidence(catalogue, known.open_work, known.statements)
    yield from check_given_again(catalogue, known.relations, known.open_work)
    yield from check_files(catalogue, attachments)
    yield from check_programs(catalogue)
    yield from check_signatures(catalogue, attachments, carried)
    yield from check_links(catalogue, attachments)
    yield from check_publication(catalogue)
    yield from check_days(catalogue)
    yield from catalogue.findings.of("secrecy in file", marks_in_file, carried)
    yield from check_personal(catalogue, carried)
    yield from check_addresses(catalogue)
    yield from check_look(catalogue)
    yield from check_alone(catalogue)
    yield from check_translations(catalogue)
    yield from check_duties(catalogue)
    yield from check_security(catalogue)
    yield from check_promptness(catalogue)
    yield from check_disclosure(catalogue)
    yield from check_accessibility(catalogue)
