"""Whether the files of the terms are still those that a workspace's assessments were made by."""

from __future__ import annotations

from trucewatch.ledger import Ledger
from trucewatch.packs import PackError
from trucewatch.reassessing import changed_truces, terms_digests
from trucewatch.views.wording import listed
from trucewatch.web.site import Desk

NOT_READABLE = "The files of the terms cannot be read now; what stands here was made by an earlier state of them."


def terms_note(desk: Desk, ledger: Ledger) -> str:
    """A sentence for the page where the terms, as their files state them now, are others than those that its answers
    were made by; "" where they are the same, and where nothing was held against them yet."""
    last = ledger.grouping_run()
    if last is None:
        return ""
    try:
        now = desk.load_truces()
    except PackError:
        return NOT_READABLE
    changed = changed_truces(last.terms, terms_digests(now))
    if not changed:
        return ""
    titles = {one.id: one.title for one in (*desk.truces, *now)}
    names = listed([titles.get(id, id) for id in changed])
    return (
        f"The terms have changed since these answers were made: {names}. "
        "Run `trucewatch truce apply` to bring the answers up to them."
    )
