"""The worked examples of the language pack, run through the coder, and the list of what it does not read right yet.

python -m tests.claims.examples > tests/claims/examples_not_yet.txt     # after new weights; the list may only shrink
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from tests.claims.builders import raw
from tests.claims.denials import all_failing
from tests.claims.swaps import all_uneven
from trucewatch.coding import Coded, code_batch
from trucewatch.packs import load_conflict
from trucewatch.packs.acts import family
from trucewatch.packs.language_pack import Example, load_language

NOT_YET = Path(__file__).parent / "examples_not_yet.txt"
HEADING = (
    "# Examples of the language pack that the coder does not read right yet. A line that passes must be taken out.\n"
)


def examples() -> tuple[Example, ...]:
    return load_language().examples


@cache
def acts_read() -> dict[str, frozenset[str]]:
    """The acts that the coder reads from each example, every one a report of its own."""
    sentences = sorted({example.sentence for example in examples()})
    outcomes = code_batch([raw(sentence) for sentence in sentences], load_conflict("syria")).outcomes
    read = {}
    for sentence, outcome in zip(sentences, outcomes, strict=True):
        assert isinstance(outcome, Coded), outcome
        read[sentence] = frozenset(claim.act.value for claim in outcome.claims)
    return read


def failings(example: Example) -> list[str]:
    """What is wrong with the reading of an example, as lines of the list."""
    read = acts_read()[example.sentence]
    if not example.says:
        return [_line("does not say", example)] if example.act in read else []
    if family(example.act) not in {family(act) for act in read}:
        return [_line("says", example)]
    return [] if example.act in read else [_line("says exactly", example)]


def _line(what: str, example: Example) -> str:
    return f"{what} | {example.act} | {example.sentence}"


def listed() -> list[str]:
    lines = NOT_YET.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def as_list(lines: Iterable[str]) -> str:
    return HEADING + "".join(f"{line}\n" for line in sorted(lines))


if __name__ == "__main__":
    print(
        as_list([*(line for example in examples() for line in failings(example)), *all_uneven(), *all_failing()]),
        end="",
    )
