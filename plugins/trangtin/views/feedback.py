"""The page by which readers tell what they think: a letter, a form of another service, questions asked elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from trangtin.portal.duties.laws import right
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.page import PageView, home_link, letter_to
from trangtin.views.parts.link import Link, mail_link

RATINGS = ("Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng")
"""From best to worst. The words themselves are sent, so that nobody needs to know which number is best."""


@dataclass(frozen=True, slots=True)
class FeedbackForm:
    """A form whose answers go to a service outside this site."""

    endpoint: str
    consent: str
    """What is collected, for which purpose, and how long it is kept."""
    ratings: tuple[str, ...] = RATINGS


@dataclass(frozen=True, kw_only=True)
class FeedbackView(PageView):
    """The ways that this unit offers."""

    unit: str
    form: FeedbackForm | None
    letter: Link | None
    """An address for letters."""
    questions: Link | None
    """Where questions are asked and answered in public."""
    correction: str | None
    """What the law in force promises to those who report a mistake."""
    template: str = "feedback.html"


def feedback_view(portal: Portal) -> FeedbackView:
    """The view of the page."""
    unit, rules = portal.settings.unit, portal.settings.feedback
    form = (
        FeedbackForm(rules.endpoint, rules.consent) if rules and rules.endpoint and rules.consent is not None else None
    )
    return FeedbackView(
        title=targets.TITLES[targets.FEEDBACK],
        description=f"Góp ý, đánh giá mức độ hài lòng, gửi câu hỏi và phản ánh đến {unit.name}",
        crumbs=(home_link(),),
        unit=unit.name,
        form=form,
        letter=mail_link(letter_to(portal.settings)),
        correction=promise.text if (promise := right("dinh-chinh", portal.today)) else None,
        questions=Link("Trang hỏi đáp, phản ánh, kiến nghị", rules.questions) if rules and rules.questions else None,
    )
