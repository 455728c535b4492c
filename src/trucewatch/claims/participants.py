"""Who acts and on whom: first by each sentence, then once more knowing what the rest of the report says of the act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from trucewatch.claims.choose import best
from trucewatch.claims.dealings import told_by_grammar
from trucewatch.claims.draft import Draft, Option, bucket
from trucewatch.claims.heads import Chooser
from trucewatch.claims.participant_options import UNKNOWN, actor_options, target_options
from trucewatch.claims.reading import Reading
from trucewatch.model import Parties

PartyOption = Option[Parties]
OPTIONS: dict[str, Callable[[Reading, Draft], list[PartyOption]]] = {"actor": actor_options, "target": target_options}


def choose_participants(
    reading: Reading,
    drafts: Sequence[Draft],
    slot: str,
    first: Chooser,
    second: Chooser,
    barred: Sequence[Parties] = (),
) -> list[PartyOption]:
    """One option a draft for `slot`, which is `actor` or `target`: by grammar where it decides, else as learned.

    `barred` holds for each draft a value that it may not have: nobody is both the one who acts and the one acted on.
    """
    options = [OPTIONS[slot](reading, draft) for draft in drafts]
    early = [best(reading, draft, group, first) for draft, group in zip(drafts, options, strict=True)]
    chosen = []
    for at, draft in enumerate(drafts):
        wider = with_report(at, drafts, options[at], early)
        if barred and barred[at] != UNKNOWN:
            wider = [option for option in wider if not set(option.value) & set(barred[at])]
        chosen.append(told_by_grammar(reading, draft, slot) or best(reading, draft, wider, second))
    return chosen


def with_report(
    at: int, drafts: Sequence[Draft], options: Sequence[PartyOption], early: Sequence[PartyOption]
) -> list[PartyOption]:
    """The options of draft `at`, with what the first pass chose for the report's other claims spoken for or against.

    Values chosen elsewhere for the same act become options too: "a passive with its agent elsewhere takes that agent".
    """
    draft = drafts[at]
    others = [i for i in range(len(drafts)) if i != at]
    same_act = [i for i in others if drafts[i].act == draft.act]
    present = {frozenset(option.value) for option in options}
    added = []
    for i in same_act:
        value = early[i].value
        if value and value != UNKNOWN and frozenset(value) not in present:
            present.add(frozenset(value))
            features = (f"elsewhere={bucket(abs(drafts[i].sentence - draft.sentence))}", f"elsewhere+act={draft.act}")
            rule = f"{early[i].rule.partition('.')[0]}.told-elsewhere"
            added.append(Option(value, early[i].spans, rule, features, early[i].words))
    return [replace(o, features=(*o.features, *_agreement(at, drafts, o, early, same_act))) for o in [*options, *added]]


def _agreement(
    at: int, drafts: Sequence[Draft], option: PartyOption, early: Sequence[PartyOption], same_act: Sequence[int]
) -> list[str]:
    draft = drafts[at]
    meant = frozenset(option.value)
    same = [frozenset(other.value) == meant for other in early]
    agree = [i for i in same_act if same[i]]
    family = [i for i in range(len(drafts)) if i != at and drafts[i].family == draft.family and same[i]]
    features = [
        f"agree-act={bucket(len(agree))}/{bucket(len(same_act))}",
        f"agree-family={bucket(len(family))}",
        f"chosen-first={same[at]}",
        f"chosen-first+rule={same[at]}/{early[at].rule}",
    ]
    before = [i for i in same_act if i < at and early[i].value != UNKNOWN]
    if before:
        features.append(f"agree-last={same[before[-1]]}/{option.rule}")
    for i in range(len(drafts)):
        if i != at and drafts[i].sentence == draft.sentence:
            features.append(f"agree-in-sentence={same[i]}/{drafts[i].family}+{draft.family}")
    if same_act:
        features.append(f"agree-share={round(4 * len(agree) / len(same_act))}/{option.rule}")
    opening = [i for i in same_act if drafts[i].sentence <= 1]
    if opening:
        features.append(f"agree-opening={same[opening[0]]}/{option.rule}")
    return features
