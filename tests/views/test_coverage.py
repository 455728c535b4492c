from __future__ import annotations

from datetime import date

from trucewatch.ledger import Ledger
from trucewatch.views.coverage import coverage


def test_everything_read_is_stated(ledger: Ledger) -> None:
    stated = coverage(ledger)
    assert stated.period == "all days"
    assert stated.sentences == (
        "4 reports from 3 outlets read, published 21 to 22 May 2016.",
        "1 report without a day of publication: in no period.",
        "1 item could not be read.",
    )


def test_a_period_counts_the_reports_published_in_it(ledger: Ledger) -> None:
    stated = coverage(ledger, date(2016, 5, 22), date(2016, 5, 31))
    assert (stated.reports, stated.outlets, stated.undated) == (2, ("Orontes Wire", "State News"), 1)
    assert stated.period == "22 to 31 May 2016"
    assert coverage(ledger, date(2016, 5, 22)).period == "from 22 May 2016"
    assert coverage(ledger, None, date(2016, 5, 22)).period == "up to 22 May 2016"


def test_no_reports_is_said_to_be_no_reports_and_not_a_quiet_day(empty_ledger: Ledger, ledger: Ledger) -> None:
    assert coverage(empty_ledger).sentences[0] == "No report has been read yet, so nothing can be said."
    quiet = coverage(ledger, date(2017, 1, 1))
    assert quiet.sentences[0] == "No report published in this period has been read, so nothing can be said about it."
