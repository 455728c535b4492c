"""The one query that is put together from its parts: incidents by what is asked of them."""

from __future__ import annotations

from trucewatch.ledger.interface import IncidentQuery
from trucewatch.ledger.sqlite.rows import iso

ENTRY_COLUMNS = "incident.body, first_published, last_published"
NEWEST_FIRST = "first_published DESC NULLS LAST, day_start DESC NULLS LAST, id"

REPORTED_SINCE = "first_published >= ?"
REPORTED_UNTIL = "first_published <= ?"
HAPPENED_SINCE = "day_end >= ?"
HAPPENED_UNTIL = "day_start <= ?"
OF_ACT = (
    "EXISTS (SELECT 1 FROM incident_act WHERE incident_id = incident.id "
    "AND (act = ?1 OR substr(act, 1, length(?1) + 1) = ?1 || '.'))"
)
AT_PLACE = "place_id = ?"
WITH_LABEL = "EXISTS (SELECT 1 FROM assessment WHERE incident_id = incident.id AND label = ?)"


def incident_query(query: IncidentQuery) -> tuple[str, list[object]]:
    """The SQL that answers a query, and its values in order. An unknown day compares as neither, so it is left out."""
    asked = [
        (REPORTED_SINCE, iso(query.reported_since)),
        (REPORTED_UNTIL, iso(query.reported_until)),
        (HAPPENED_SINCE, iso(query.happened_since)),
        (HAPPENED_UNTIL, iso(query.happened_until)),
        (AT_PLACE, query.place_id),
        (WITH_LABEL, query.label),
        (OF_ACT, query.act),
    ]
    values: list[object] = []
    conditions = ["1"]
    for condition, value in asked:
        if value is None:
            continue
        values.append(value)
        conditions.append(condition.replace("?1", "?").replace("?", f"?{len(values)}"))
    sql = f"SELECT {ENTRY_COLUMNS} FROM incident WHERE {' AND '.join(conditions)} ORDER BY {NEWEST_FIRST}"
    if query.limit is not None:
        values.append(query.limit)
        sql += f" LIMIT ?{len(values)}"
    return sql, values
