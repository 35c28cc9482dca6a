"""Which later additions to a signed PDF leave it intact.

In Vietnamese practice a person signs and certifies, then the organisation adds a visible stamp of its own: pyHanko's
default rules call that illegal. Wider than those by this one thing, ours are narrower elsewhere: nothing that a reader
sees may come from anybody but a later signer. Filled form fields count as changed text, and so does a stamp field that
nobody signed or that covers much of a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    FormUpdatingRule,
    ModificationLevel,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.diff_analysis.form_rules_api import FieldComparisonContext, FormUpdate
from pyhanko.sign.diff_analysis.rules.form_field_rules import (
    SigFieldCreationRule,
    SigFieldModificationRule,
    is_annot_visible,
)

from trangtin.signing.inside.objects import entry

LARGEST_STAMP = 0.25
"""Part of a page that the stamp of a later signature may take."""
_A4 = 595.0 * 842.0


class SignedStampsOnly(SigFieldCreationRule):
    """A later visible signature field has to be signed in the file as it is now, and be of a stamp's size."""

    def __init__(self) -> None:
        super().__init__(allow_new_visible_after_certify=True)  # type: ignore[no-untyped-call]

    def apply(self, context: FieldComparisonContext) -> Iterable[tuple[ModificationLevel, FormUpdate]]:
        """Refuse what is no stamp, then judge as pyHanko does."""
        latest = context.new.reader
        stamps: list[generic.DictionaryObject] = []
        for name, spec in context.field_specs.items():
            if spec.old_field_ref or not spec.new_field_ref or spec.field_type != "/Sig":
                continue
            # The field may be made in one revision and signed in the next: what counts is the file as it is.
            now = latest.get_object(spec.new_field_ref)
            for widget in _widgets(now):
                if not is_annot_visible(widget) or not _has_appearance(widget):
                    continue
                if "/V" not in now:
                    raise SuspiciousModification(f"visible field {name} is not signed")
                stamps.append(widget)
        self._refuse_what_covers_a_page(stamps, latest.root)
        yield from super().apply(context)

    def _refuse_what_covers_a_page(
        self, stamps: Sequence[generic.DictionaryObject], root: generic.DictionaryObject
    ) -> None:
        """Add up the stamps of each page: what a stamp says of its page itself (`/P`) binds no viewer."""
        placed = 0
        for page in _pages(root) if stamps else ():
            shown = [each.get_object() for each in entry(page, "/Annots") or ()]
            here = [stamp for stamp in stamps if any(stamp is each for each in shown)]
            placed += len(here)
            if sum(_area(stamp["/Rect"]) for stamp in here) > LARGEST_STAMP * _page_area(page):
                raise SuspiciousModification("later stamps cover too much of a page")
        if placed < len(stamps):
            raise SuspiciousModification("a later stamp is on no page")


def _widgets(field: generic.DictionaryObject) -> Iterator[generic.DictionaryObject]:
    kids = entry(field, "/Kids")
    yield from (kid.get_object() for kid in kids) if kids else (field,)


def _has_appearance(widget: generic.DictionaryObject) -> bool:
    return "/AP" in widget or "/MK" in widget


def _area(box: Iterable[float]) -> float:
    left, bottom, right, top = (float(side) for side in box)
    return abs((right - left) * (top - bottom))


def _pages(root: generic.DictionaryObject) -> Iterator[generic.DictionaryObject]:
    waiting, met = [entry(root, "/Pages")], set[int]()
    while waiting:
        node = waiting.pop()
        if isinstance(node, generic.DictionaryObject) and id(node) not in met:  # a damaged tree may go round
            met.add(id(node))
            kids = entry(node, "/Kids")
            if kids is None:
                yield node
            waiting += [kid.get_object() for kid in kids or ()]


def _page_area(page: generic.DictionaryObject) -> float:
    node = page
    for _ in range(50):  # boxes are inherited through the page tree; a damaged tree may go round
        if not isinstance(node, generic.DictionaryObject):
            break
        if "/MediaBox" in node:
            return _area(node["/MediaBox"])
        node = entry(node, "/Parent")
    return _A4


POLICY = StandardDiffPolicy(
    global_rules=DEFAULT_DIFF_POLICY.global_rules,
    # Without /NeedAppearances, which pyHanko lets change: it makes viewers draw signed fields anew.
    form_rule=FormUpdatingRule(
        [SignedStampsOnly(), SigFieldModificationRule()],
        ignored_acroform_keys=frozenset({"/Fields", "/DR", "/DA", "/Q"}),
    ),
)
"""The rules used everywhere."""

DIFF_ERRORS = (PdfReadError, ValueError, KeyError, TypeError, AttributeError, NotImplementedError, AssertionError)
"""What comparing two revisions of a damaged file may raise: none of it proves anything intact."""
