"""Views on a terminal, through rich: words from reports are never read as markup."""

from __future__ import annotations

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from trucewatch.views.assessment_view import AssessmentExplanation, FindingView
from trucewatch.views.brief import BriefRow, BriefView
from trucewatch.views.claim_view import ClaimExplanation
from trucewatch.views.explain import Explanation
from trucewatch.views.incident_view import IncidentExplanation
from trucewatch.views.marked_text import TRIGGER, Segment
from trucewatch.views.people_view import people_text
from trucewatch.views.readings import ASSUMED, FieldReading, Words
from trucewatch.views.report import ReportView
from trucewatch.views.row_words import extent, source_names, told_in
from trucewatch.views.sources_terminal import told_by
from trucewatch.views.statement import STATEMENT_OF_USE
from trucewatch.views.together_view import LinkView
from trucewatch.views.whereabouts import Whereabouts
from trucewatch.views.wording import NOT_TOLD, counted, date_text, listed

CONTROLS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}
"""Control characters of a report, shown as signs so that they cannot steer the terminal."""

TONES = {"breach": "bold red", "disputed": "bold yellow", "open": "cyan", "outside": "dim"}


def _text(text: str, style: str = "") -> Text:
    return Text(text.translate(CONTROLS), style=style)


def _assemble(*parts: str | tuple[str, str] | Text) -> Text:
    whole = Text()
    for part in parts:
        match part:
            case Text():
                whole.append_text(part)
            case (words, style):
                whole.append_text(_text(words, style))
            case _:
                whole.append_text(_text(part))
    return whole


_SEPARATOR = Text(", ")


def print_brief(console: Console, view: BriefView) -> None:
    """The brief with its coverage first, one block an incident, the statement of use last."""
    console.print(_text(f"{view.conflict}: brief, {view.coverage.period}", style="bold"))
    console.print(_text(" ".join((*view.coverage.sentences, extent(view))), style="dim"))
    day = None
    for row in view.rows:
        if row.first_reported != day:
            day = row.first_reported
            console.print()
            console.rule(_text(f"first reported {date_text(day)}" if day else "no day of publication"), style="dim")
        console.print()
        console.print(_row(row))
    console.print()
    console.print(_text(STATEMENT_OF_USE, style="dim italic"))


def print_explanation(console: Console, explanation: Explanation) -> None:
    """Everything that stands behind one id."""
    match explanation:
        case ClaimExplanation():
            console.print(_claim(explanation))
        case IncidentExplanation():
            console.print(_incident(explanation))
        case AssessmentExplanation():
            console.print(_assessment(explanation))
        case ReportView():
            console.print(_report(explanation))


def _row(row: BriefRow) -> Group:
    head = _assemble((row.heading, "bold"), f"  {row.place}, {row.when}")
    if row.background:
        head.append("  background", style="dim italic")
    facts = _facts_table()
    _fact(facts, "said by", source_names(row.said_by) or NOT_TOLD)
    if row.denied_by:
        _fact(facts, "denied by", source_names(row.denied_by), "yellow")
    if row.actor:
        _fact(facts, row.side_names[0].lower(), row.actor)
    if row.target:
        _fact(facts, row.side_names[1].lower(), row.target)
    tolls = [f"killed {row.killed}" if row.killed else "", f"injured {row.injured}" if row.injured else ""]
    if any(tolls):
        _fact(facts, "as told", listed([toll for toll in tolls if toll]))
    if row.other_acts:
        _fact(facts, "also as", listed(row.other_acts))
    for finding in row.findings:
        words = _assemble((finding.label.name, TONES[finding.label.tone]), f": {finding.label.sentence}")
        facts.add_row("truce", words)
    for ruling in row.people:
        _fact(facts, "people", people_text(ruling))
    if row.disputed:
        _fact(facts, "disputed", listed(row.disputed), "yellow")
    if row.unknown:
        _fact(facts, "unknown", listed(row.unknown), "cyan")
    if row.together:
        _fact(facts, "why one", row.together, "dim")
    _fact(facts, "told in", f"{told_in(row)}   {row.incident_id}", "dim")
    return Group(head, Padding(facts, (0, 0, 0, 2)))


def _facts_table() -> Table:
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True, min_width=9)
    facts.add_column()
    return facts


def _fact(facts: Table, name: str, value: str, style: str = "") -> None:
    facts.add_row(name, _text(value, style=style))


def _claim(claim: ClaimExplanation) -> Group:
    head = _assemble((claim.heading, "bold"), ("   claim ", "dim"), (claim.id, "dim"))
    source = _text(f"{claim.report.outlet}, {claim.report.published_text}: {claim.report.title}")
    sentence = _assemble((claim.before, "dim"), _sentence(claim.sentence), (claim.after, "dim"))
    facts = _facts_table()
    _fact(facts, "report", claim.report.document_id)
    _fact(facts, "incident", claim.incident_id or "none yet")
    if claim.whereabouts:
        _whereabouts(facts, claim.whereabouts)
    _fact(facts, "coded by", claim.program)
    return Group(
        head, source, _text(""), Padding(sentence, (0, 2)), _text(""), _readings(claim.fields), _text(""), facts
    )


def _whereabouts(facts: Table, where: Whereabouts) -> None:
    """How closely a place is told; places that it could be are marked as no more than that."""
    _fact(facts, "place", where.text)
    for candidate in where.candidates:
        _fact(facts, "", f"could be {candidate}", "magenta")


def _readings(fields: tuple[FieldReading, ...]) -> Table:
    readings = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in ("field", "value", "the words behind it", "rule"):
        readings.add_column(column, overflow="fold")
    for field in fields:
        readings.add_row(field.name, _text(field.value), _behind(field), _text(field.rule, style="dim"))
    return readings


def _behind(field: FieldReading) -> Text:
    if not field.words:
        return _text(field.basis, style="magenta" if field.basis == ASSUMED else "dim")
    return _SEPARATOR.join(_words(words) for words in field.words)


def _words(words: Words) -> Text:
    return _assemble((f"“{words.text}”", "green"), (f" {words.start}-{words.end}", "dim"))


def _sentence(segments: tuple[Segment, ...]) -> Text:
    return _assemble(*((s.text, "bold underline" if TRIGGER in s.roles else "") for s in segments))


def _incident(incident: IncidentExplanation) -> Group:
    head = _assemble((incident.heading, "bold"), f"  {incident.place}, {incident.when}", (f"   {incident.id}", "dim"))
    facts = _facts_table()
    _fact(facts, incident.side_names[0].lower(), incident.actor)
    _fact(facts, incident.side_names[1].lower(), incident.target)
    for where in incident.whereabouts:
        _whereabouts(facts, where)
    _fact(facts, "as told", f"killed {incident.killed}, injured {incident.injured}")
    _fact(facts, "disputed", listed(incident.disputed_matters) or "nothing", "yellow" if incident.disputed else "")
    _fact(facts, "unknown", listed(incident.unknown) or "nothing of these")
    _fact(facts, "told in", f"{counted(incident.reports, 'report')} of {listed(incident.outlets)}")
    _fact(facts, "sources", incident.told_by.summary)
    parts: list[Text | Table | Padding | Group] = [head, facts, _title("Accounts"), _accounts(incident)]
    parts += told_by(incident)
    parts.append(_title("The reports"))
    for number, telling in enumerate(incident.tellings, start=1):
        told = f"{telling.speakers} ({telling.stance})"
        by = f"{number}  {telling.report.outlet}, {telling.report.published_text}: {told}  "
        parts.append(_assemble(by, (telling.claim_id, "dim")))
        parts.append(Padding(_sentence(telling.sentence), (0, 0, 0, 2)))
    parts += _together(incident.together, incident.links)
    parts += [_assessment(assessment) for assessment in incident.assessments]
    return Group(*parts)


def _title(title: str) -> Text:
    return _text(f"\n{title}", style="bold")


def _accounts(incident: IncidentExplanation) -> Table:
    accounts = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in ("source", "told as", "alleged actor", "target", "where", "when", "killed", "injured"):
        accounts.add_column(column, overflow="fold")
    for account in incident.accounts:
        told = (listed(account.told_as), account.actor, account.target, listed(account.places), listed(account.days))
        tolls = (", then ".join(account.killed), ", then ".join(account.injured))
        accounts.add_row(_text(account.source), *(_text(cell or NOT_TOLD) for cell in (*told, *tolls)))
    return accounts


def _together(summary: str, links: tuple[LinkView, ...]) -> list[Text | Table | Padding | Group]:
    if not links:
        return []
    return [_title("Why these tellings are held to be one incident"), _text(summary), *map(_link, links)]


def _link(link: LinkView) -> Group:
    ends = [f"{one.report.outlet}, {one.report.published_text}, “{one.trigger}”" for one in (link.second, link.first)]
    head = _assemble(
        f"telling {link.second_number} ({ends[0]}) with telling {link.first_number} ({ends[1]}): ",
        f"{link.score:+.2f}, line {link.line:.2f}   ",
        (f"{link.second.claim_id} {link.first.claim_id}", "dim"),
    )
    parts = _facts_table()
    if link.mark:
        _fact(parts, "", link.mark, "yellow")
    _fact(parts, "for", "; ".join(f"{one.reason} ({one.contribution:+.2f})" for one in link.parts_for) or "nothing")
    if link.parts_against:
        _fact(parts, "against", "; ".join(f"{one.reason} ({one.contribution:+.2f})" for one in link.parts_against))
    return Group(head, Padding(parts, (0, 0, 0, 2)))


def _assessment(assessment: AssessmentExplanation) -> Group:
    label = assessment.label
    head = _assemble(
        (f"\n{assessment.truce}, {_term(assessment)}: ", "bold"), (label.name, TONES[label.tone]), f": {label.sentence}"
    )
    words = f"“{assessment.term_words}”" if assessment.term_exact else assessment.term_words or ""
    tests = _facts_table()
    for finding in assessment.findings:
        tests.add_row(finding.answer, _finding(finding))
    parts: list[Text | Table] = [head, _text(words, style="italic"), tests]
    parts += [_text(f"  {people_text(one)}") for one in assessment.people]
    if assessment.accounts_differ:
        by_account = "; ".join(f"{account.source}: {account.label}" for account in assessment.accounts)
        parts.append(_text(f"taken one by one: {by_account}", style="yellow"))
    return Group(*parts, _text(assessment.id, style="dim"), *_together(assessment.together, assessment.links))


def _term(assessment: AssessmentExplanation) -> str:
    return f"term {assessment.term_clause or assessment.term_id}"


def _finding(finding: FindingView) -> Text:
    text = _text(f"{finding.question} {finding.reason}")
    if finding.clause:
        text.append_text(_text(f" [{finding.clause}]", "dim"))
    for ground in finding.grounds:
        told = f"{ground.outlet}, {ground.telling.report.published_text} "
        text.append_text(_assemble(f"\n  {told}", (f"{ground.document_id} {ground.claim_id}", "dim")))
        text.append_text(_assemble(f"\n    said by {ground.saying.text}"))
        for reading in ground.readings:
            text.append_text(_assemble(f"\n    {reading.name.lower()}: {reading.value} ", _behind(reading)))
        if ground.also:
            more = counted(len(ground.also), "more telling")
            text.append_text(_text(f"\n    the same words in {more}: {listed([one.claim_id for one in ground.also])}"))
    return text


def _report(report: ReportView) -> Group:
    head = _assemble((report.report.title, "bold"), f"\n{report.report.outlet}, {report.report.published_text}")
    origin = f"{report.id}  read from {report.origin} by {report.reader}; day of publication: {report.published_rule}"
    body = [Padding(_assemble(*_passage(p.segments, p.read)), (1, 2, 0, 2)) for p in report.passages]
    claims = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in ("claim", "words", "act", "said by", "alleged actor", "target", "told as"):
        claims.add_column(column, overflow="fold")
    for claim in report.claims:
        cells = (
            claim.id,
            f"“{claim.trigger.text}”",
            claim.act,
            claim.speakers,
            claim.actor,
            claim.target,
            claim.stance,
        )
        claims.add_row(*(_text(cell) for cell in cells))
    return Group(head, _text(origin, style="dim"), *body, _title("Claims"), claims)


def _passage(segments: tuple[Segment, ...], read: bool) -> list[tuple[str, str]]:
    base = "" if read else "dim"
    return [(segment.text, "bold underline" if TRIGGER in segment.roles else base) for segment in segments]
