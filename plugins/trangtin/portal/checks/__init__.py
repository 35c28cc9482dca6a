"""What can only be seen with all documents in view. Each check is a generator of problems, nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trangtin.content.problem import Problem
from trangtin.portal.attachments import Attachments
from trangtin.portal.bearings import Bearings
from trangtin.portal.catalogue import Catalogue
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
from trangtin.portal.open_work import OpenWork
from trangtin.portal.references import References
from trangtin.portal.relations import Relations
from trangtin.portal.statements import Statements

__all__ = ["check_all"]


def check_all(
    catalogue: Catalogue,
    references: References,
    relations: Relations,
    bearings: Bearings,
    statements: Statements,
    slugs: Mapping[str, str],
    attachments: Attachments,
    open_work: OpenWork,
) -> Iterator[Problem]:
    """Run every check; where a head cannot be read, what follows from that is not told as well."""
    told = {(problem.path, problem.line) for problem in catalogue.reading.problems}
    for problem in _checked(catalogue, references, relations, bearings, statements, slugs, attachments, open_work):
        if problem.path not in catalogue.broken or (problem.path, problem.line) not in told:
            yield problem


def _checked(
    catalogue: Catalogue,
    references: References,
    relations: Relations,
    bearings: Bearings,
    statements: Statements,
    slugs: Mapping[str, str],
    attachments: Attachments,
    open_work: OpenWork,
) -> Iterator[Problem]:
    carried = carried_files(catalogue)
    yield from check_numbers(catalogue, slugs)
    yield from check_issuers(catalogue)
    yield from check_relations(catalogue, references, relations)
    yield from check_names(catalogue)
    yield from check_units(catalogue, open_work)
    yield from check_campaigns(catalogue, bearings)
    yield from check_awards(catalogue, references)
    yield from check_statements(catalogue, bearings, statements)
    yield from check_deadlines(catalogue)
    yield from check_evidence(catalogue, open_work, statements)
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
