"""Short forms whose full stop belongs to the word, in lower case and without that stop."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text, which lists them more readably than a literal would."""
    return frozenset(words.split())


TITLES = word_set(
    """
    adm amb brig capt cdr cmdr col cpl dr drs fr gen gov hon lt maj messrs mlle mme mr mrs ms mt pfc pres prof pvt rep
    reps rev sen sens sgt spc st ste supt
    """
)
"""Stand before a name: a sentence does not end here."""

MONTHS_AND_DAYS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat")
"""End a sentence rarely, and never before a number."""

BEFORE_NUMBER = word_set("no nos art arts sec para paras fig figs vol ch pp approx ca est res")
"""Short forms only where a number follows; "no" and "art" are words otherwise."""

AFTER_NAME = word_set("bros co corp inc jr llc ltd plc sr etc al")
"""May end a sentence."""

OTHERS = word_set("vs cf viz dept ext assoc ft ave blvd natl govt intl assn")

ABBREVIATIONS = TITLES | (MONTHS_AND_DAYS - {"mar", "mon", "sat", "fri"}) | AFTER_NAME | OTHERS
"""Keep their full stop wherever they stand."""
