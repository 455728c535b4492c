"""What `trucewatch why-not` says to a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer

from trucewatch.why_not import NumberedSentence, SeenCandidate, SeenField, SeenOption, WhyNot

BEST = 4
"""How many readings of a field are shown unless all are asked for."""


def print_sentences(sentences: Sequence[NumberedSentence]) -> None:
    """Every sentence with its number and what passage it stands in."""
    for sentence in sentences:
        typer.echo(f"{sentence.number:4} [{sentence.passage}] {' '.join(sentence.text.split())}")


def print_why_not(answer: WhyNot, *, everything: bool = False) -> None:
    """The sentence, what is known in it, each candidate with its fields, and what came close."""
    sentence = answer.sentence
    typer.echo(f"{answer.origin}, sentence {sentence.number} ({sentence.passage}):")
    typer.echo(f"  {' '.join(sentence.text.split())}")
    for remark in answer.remarks:
        typer.echo(f"No claim: {remark}")
    for name in ("parties", "places", "days", "numbers"):
        if found := getattr(answer, name):
            typer.echo(f"{name.capitalize()}: {'; '.join(found)}")
    for candidate in answer.candidates:
        _print_candidate(candidate, everything)
    if answer.near_misses:
        typer.echo("Came close:")
        for miss in answer.near_misses:
            typer.echo(f"  {miss}")


def _print_candidate(candidate: SeenCandidate, everything: bool) -> None:
    typer.echo(f"\n“{candidate.words}” could tell of {candidate.act} ({', '.join(candidate.rules)})")
    chances = ", ".join(f"{name} {_share(chance)}" for name, chance in candidate.chances.items())
    typer.echo(f"  chances: {chances}")
    typer.echo(f"  {_outcome(candidate)}")
    for field in candidate.fields:
        _print_field(field, everything)


def _outcome(candidate: SeenCandidate) -> str:
    asked = f"chance of any act {_share(candidate.chance)}, {_share(candidate.threshold)} asked"
    if candidate.outcome == "claim":
        return f"a claim: {asked}"
    if candidate.part_of is not None:
        return f"no claim of its own: it belongs to the telling “{candidate.part_of}” ({asked})"
    return f"no claim: {asked}"


def _print_field(field: SeenField, everything: bool) -> None:
    shown = field.options if everything else field.options[:BEST]
    typer.echo(f"  {field.name}:")
    for option in shown:
        typer.echo(f"    {'>' if option.chosen else ' '} {_option(option)}")
    if hidden := len(field.options) - len(shown):
        typer.echo(f"      and {hidden} less likely (--all)")


def _option(option: SeenOption) -> str:
    score = "by grammar" if option.score is None else f"{option.score:+.2f}"
    words = f" from {', '.join(f'“{word}”' for word in option.words)}" if option.words else ""
    rule = f" [{option.rule}]" if option.rule else ""
    return f"{score:10} {_value(option.value)}{words}{rule}"


def _value(value: Any) -> str:
    if isinstance(value, dict) and "start" in value:
        days = value["start"] if value["start"] == value["end"] else f"{value['start']} to {value['end']}"
        return f"{days} ({value['precision']})"
    if isinstance(value, dict):
        return ", ".join(f"{key} {_value(item)}" for key, item in value.items() if item not in (None, [], ""))
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "nobody"
    return "none told" if value is None else str(value)


def _share(chance: float) -> str:
    return f"{chance:.0%}" if 0.01 <= chance <= 0.99 else f"{chance:.1%}"
