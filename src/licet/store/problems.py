"""Keeps the problems of editions the way listings are kept: a problem that repeats costs nothing."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from licet.model import Problem, Severity
from licet.store.ledger import PROBLEMS
from licet.store.schema import problem, problem_presence
from licet.store.storable import storable


def problem_rows(list_id: str, problems: Sequence[Problem]) -> dict[bytes, dict[str, Any]]:
    """Return rows by hash; equal problems of one edition stay apart, for each accounts for its own rows."""
    copies, rows = Counter[Problem](), dict[bytes, dict[str, Any]]()
    for item in problems:
        texts = (item.code, item.where, item.message, item.record, str(item.severity))
        content = [*(storable(text) for text in texts), item.rows]
        named = json.dumps([*content, copies[item]], ensure_ascii=False)
        copies[item] += 1
        sha256 = hashlib.sha256(named.encode()).digest()
        names = ("code", "place", "message", "record", "severity", "rows")
        rows[sha256] = {"list_id": list_id, "sha256": sha256} | dict(zip(names, content, strict=True))
    return rows


def problems_in(connection: Connection, list_id: str, seq: int) -> list[Problem]:
    """Return the problems of one edition, in the order in which they were first met."""
    query = (
        select(
            problem.c.code,
            problem.c.place,
            problem.c.message,
            problem.c.record,
            problem.c.severity,
            problem.c.rows,
        )
        .join(problem_presence, problem_presence.c.problem_id == problem.c.id)
        .where(problem_presence.c.list_id == list_id, PROBLEMS.holds(seq))
        .order_by(problem.c.id)
    )
    return [
        Problem(code, where, message, record, Severity(severity), rows)
        for code, where, message, record, severity, rows in connection.execute(query)
    ]
