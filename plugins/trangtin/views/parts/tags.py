"""States in a word, each with its tone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from trangtin.content.values.quantity import number_text
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.validity import Validity
from trangtin.views.parts.link import Tag

WITHDRAWN = Tag("Đã gỡ", "bad")
"""Of a page that was taken back, in place of any other state."""
_STATE_TONE = {
    CampaignState.RUNNING: "good",
    CampaignState.UPCOMING: "info",
    CampaignState.REPORT_OVERDUE: "bad",
    CampaignState.AWAITING_REPORT: "warn",
    CampaignState.REPORTED: "neutral",
    CampaignState.CALLED_OFF: "neutral",
}
_ASSIGNMENT_TONE = {
    AssignmentState.OVERDUE: "bad",
    AssignmentState.DUE_SOON: "warn",
    AssignmentState.DOING: "info",
    AssignmentState.NOT_DUE: "neutral",
    AssignmentState.UNDATED: "neutral",
    AssignmentState.DONE_LATE: "warn",
    AssignmentState.DONE_ON_TIME: "good",
    AssignmentState.DONE: "good",
    AssignmentState.CANCELLED: "neutral",
}
_VALIDITY_TONE = {
    Validity.NOT_YET: "info",
    Validity.IN_FORCE: "good",
    Validity.EXPIRED: "warn",
    Validity.REPLACED: "warn",
    Validity.RECALLED: "bad",
    Validity.UNKNOWN: "neutral",
}


def state_tag(state: CampaignState) -> Tag:
    """A campaign's state."""
    return Tag(state.label, _STATE_TONE[state])


def assignment_tag(state: AssignmentState) -> Tag:
    """An assignment's state."""
    return Tag(state.label, _ASSIGNMENT_TONE[state])


def validity_tag(validity: Validity) -> Tag | None:
    """A document's force, or None where the question does not arise."""
    return None if validity is Validity.NOT_APPLICABLE else Tag(validity.value, _VALIDITY_TONE[validity])


def progress_tags(assignments: Iterable[Assignment]) -> tuple[Tag, ...]:
    """How much is in each state (`2 quá hạn`, `3 đã xong`), the worst first; empty where there is nothing to do."""
    counts = Counter(item.state for item in assignments)
    return tuple(
        Tag(f"{number_text(counts[state])} {state.in_sums.lower()}", _ASSIGNMENT_TONE[state])
        for state in AssignmentState
        if counts[state]
    )
