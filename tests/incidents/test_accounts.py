from __future__ import annotations

from tests.incidents.builders import claim, exactly, telling, world
from trucewatch.incidents.accounts import accounts_of, disputed_fields
from trucewatch.model import Count, Stance


def test_one_account_a_source_with_its_tolls_in_order_and_never_averaged() -> None:
    tolls = [exactly(8), exactly(11), exactly(11), exactly(9)]
    told = [
        telling(claim(document=f"r{at}", killed=toll, speakers=("media", "sohr")), outlet=f"outlet{at}")
        for at, toll in enumerate(tolls)
    ]
    told.append(telling(claim(document="own", killed=Count(None, None, "dozens")), outlet="paper"))
    observatory, paper = accounts_of(told)
    assert observatory.source == "sohr"
    assert observatory.killed == (exactly(8), exactly(11), exactly(9))
    assert observatory.outlets == ("outlet0", "outlet1", "outlet2", "outlet3")
    assert (paper.source, paper.killed) == ("outlet:paper", (Count(None, None, "dozens"),))


def test_a_source_that_revises_its_toll_disputes_nothing_and_two_sources_do() -> None:
    first = telling(claim(document="a", killed=exactly(8), speakers=("sohr",)))
    revised = telling(claim(document="b", killed=exactly(11), speakers=("sohr",)))
    other = telling(claim(document="c", killed=exactly(3), speakers=("sy.gov",)))
    at_least = telling(claim(document="d", killed=Count(8, None), speakers=("un",)))
    assert disputed_fields([first, revised, at_least], world()) == ()
    assert disputed_fields([first, revised, other], world()) == ("killed",)


def test_attackers_of_whom_one_is_part_of_the_other_are_no_dispute() -> None:
    army = telling(claim(document="a", actor=("sy.gov.forces",)))
    government = telling(claim(document="b", actor=("sy.gov",)))
    nobody = telling(claim(document="c", actor=("unknown",)))
    rebels = telling(claim(document="d", actor=("sy.rebels",)))
    moscow = telling(claim(document="e", actor=("ru.gov",)))
    russia = telling(claim(document="f", actor=("ru.forces",)))
    assert disputed_fields([moscow, russia], world()) == ()
    assert disputed_fields([army, government, nobody], world()) == ()
    assert disputed_fields([army, rebels], world()) == ("actor",)


def test_a_denial_disputes_the_occurrence_only_beside_a_telling() -> None:
    denial = telling(claim(document="a", stance=Stance.DENIED, speakers=("ru.gov",)))
    hedged = telling(claim(document="b", stance=Stance.HEDGED))
    plan = telling(claim(document="c", stance=Stance.PLANNED))
    assert disputed_fields([denial, plan], world()) == ()
    assert disputed_fields([denial, hedged], world()) == ("occurrence",)
