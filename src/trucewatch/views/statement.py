"""The statement of use that stands under every brief and page."""

from __future__ import annotations

STATEMENT_OF_USE = (
    "Every line here is a statement of the source it names, read by a program and open to error; nothing here is a "
    "finding of fact. Places are named no finer than a settlement. Not to be used to find, follow or target anyone."
)
