"""trucewatch: who says that who did what to whom during a truce, and what its terms say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from trucewatch.model import Claim

__all__ = ["__version__", "code"]

__version__ = "0.1.0"


def code(
    text: str,
    *,
    published: date | None = None,
    conflict: str = "syria",
    outlet: str | None = None,
    title: str | None = None,
) -> tuple[Claim, ...]:
    """The claims of one report, given as plain text: who is said to have done what to whom, where, when, by whom.

    `published` is the day of publication, from which "on Friday" is reckoned; a date that the text itself gives in a
    header or dateline stands over it. `outlet` and `title` stand over the text's header lines. `conflict` is a name
    that ships with the program or the path of a pack.
    Offsets refer to the text as the program keeps it: tidied, with the title above it where one is given;
    `trucewatch.coding.code_report` returns that document as well. Raises `UnreadableReport` for a text without a
    report, `PackError` for a conflict that cannot be loaded, `ModelMissingError` where the language model is missing.
    """
    from trucewatch.coding import code_text  # the parser is heavy: `import trucewatch` should not pay for it

    return code_text(text, published=published, conflict=conflict, outlet=outlet, title=title)
