"""The analysis of errors as a page of Markdown: counts, and the numbers of documents and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from trucewatch.evaluation.analysis import Analysis, acts_in_order
from trucewatch.evaluation.error_kinds import KINDS

SHOWN = 6
"""How many claims are named for each kind of error."""
CONFUSED = 2
"""From how many claims a confusion of two acts is listed."""

_INTRODUCTION = """\
# Where the coder errs

Written by `make analysis` (`trucewatch score DOCS GOLD --analysis docs/error-analysis.md`); not to be edited. It holds
counts and the numbers of documents and sentences, as `document[sentence]` with sentences counted from 0, and none of
their words. `trucewatch why-not` shows what the coder made of one sentence.
"""
_FORMS = """\
## With and without what was learned
*Named features alone* leaves out the word vectors, with weights that were learned together with them. *Rules alone*
takes every word that a pattern proposes for an act, and of each field the first reading in the rules' order.

"""
_AMONG = """\
## Which readings the rules propose
On matched claims: how often the gold's value is among the readings proposed, so that choosing better could give it.

"""


def as_markdown(result: Analysis) -> str:
    """The whole page."""
    parts = [
        _INTRODUCTION,
        f"Set {result.corpus_sha256[:12]}, claims weights {result.weights_sha256[:12]}.\n",
        _FORMS + _forms(result),
        "## Acts\nOn matched claims *same act* counts the exact act.\n\n" + _acts(result),
        f"## Acts taken for others\nOn matched claims, from {CONFUSED} claims on.\n\n" + _confusions(result),
        "## Why claims are missed\n\n" + _kinds(result, "missed", result.missed),
        "## What the spurious ones are\n\n" + _kinds(result, "spurious", result.spurious),
        _AMONG + _among(result),
        "## Errors of each field, on matched claims\n",
        *(f"### {name.capitalize()}\n\n" + _kinds(result, name, result.kinds[name]) for name in KINDS),
        "## By outlet\n\n" + _outlets(result),
    ]
    return "\n".join(parts)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def _forms(result: Analysis) -> str:
    figures = {name: tally.as_dict() for name, tally in result.forms.items()}
    fields = list(next(iter(figures.values()))["fields_on_matched"])
    rows: list[Sequence[object]] = [
        ("claims read", *(f["predicted"] for f in figures.values())),
        *(
            (f"{name} {rate}", *(f"{f[name][rate]:.3f}" for f in figures.values()))
            for name in ("found", "right")
            for rate in ("precision", "recall", "f1")
        ),
        *((name, *(f"{f['fields_on_matched'].get(name, 0):.3f}" for f in figures.values())) for name in fields),
    ]
    first = next(iter(figures.values()))
    told = f"{first['documents']} documents, {first['gold']} claims.\n\n"
    return told + _table(("", *figures), rows)


def _acts(result: Analysis) -> str:
    columns = ("gold", "same act", "other act", "missed", "spurious")
    rows = [(act, *(result.acts[act][column] or "" for column in columns)) for act in acts_in_order(result)]
    total = [sum(result.acts[act][column] for act in result.acts) for column in columns]
    return _table(("act", *columns), [*rows, ("all", *total)])


def _confusions(result: Analysis) -> str:
    told = sorted(result.confusions.items(), key=lambda item: (-item[1], item[0]))
    rows = [(gold, got, number) for (gold, got), number in told if number >= CONFUSED]
    rest = sum(number for _, number in told if number < CONFUSED)
    return _table(("gold", "read as", "claims"), rows) + f"\n{rest} more, each once.\n"


def _kinds(result: Analysis, table: str, counter: Counter[str]) -> str:
    rows = [
        (kind, number, _where(result, table, kind))
        for kind, number in sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    ]
    return _table(("kind", "claims", "among them"), rows) if rows else "None.\n"


def _where(result: Analysis, table: str, kind: str) -> str:
    places = dict.fromkeys(f"{doc}[{sentence}]" for doc, sentence in result.wheres[table, kind])
    return " ".join(list(places)[:SHOWN])


def _among(result: Analysis) -> str:
    rows = []
    for name, counts in result.among.items():
        total = counts[True] + counts[False]
        wrong = sum(result.kinds[name].values())
        rows.append((name, f"{counts[True] / total:.3f}", wrong, counts[False]))
    return _table(("field", "gold's value proposed", "wrong", "of which never proposed"), rows)


def _outlets(result: Analysis) -> str:
    rows = []
    for outlet, tally in sorted(result.outlets.items(), key=lambda item: (-item[1].gold, item[0])):
        f = tally.as_dict()
        found, right = f["found"]["f1"], f["right"]["f1"]
        rows.append((outlet, f["documents"], f["gold"], f["predicted"], f"{found:.3f}", f"{right:.3f}"))
    return _table(("outlet", "reports", "gold claims", "claims read", "found F1", "right F1"), rows)
