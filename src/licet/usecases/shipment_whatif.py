"""What if: the same shipments with another fact, another day, or an instrument that lived otherwise."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from licet.errors import UsageError
from licet.model.law import Finding, Flag, Question
from licet.model.rulebook import Event, EventKind, Measure, Place, Rulebook
from licet.usecases.shipment_decision import Decision
from licet.usecases.shipment_reading import Read, plain_shipment, read
from licet.usecases.shipment_text import Document
from licet.usecases.shipment_values import nearest

_STEP = re.compile(r"([A-Za-z_]+)|\[(\d+)\]")
_PATH = re.compile(r"[A-Za-z_]+(?:\[\d+\])?(?:\.[A-Za-z_]+(?:\[\d+\])?)*")
_EVENT = re.compile(r"(?P<measure>[^=@]+)=(?P<kind>[a-z_]+)@(?P<day>\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is supposed.

    Attributes:
        facts: (path, value) to set in each shipment, such as (`items[0].eccn`, `5A002`); None takes it away.
        day: Another day; None leaves each its own.
        events: (measure id, event, day) to put into the lives of measures.
    """

    facts: tuple[tuple[str, Any], ...] = ()
    day: date | None = None
    events: tuple[tuple[str, EventKind, date], ...] = ()

    def told(self) -> tuple[str, ...]:
        """Return it in words."""
        facts = tuple(f"{path} = {json.dumps(value, ensure_ascii=False)}" for path, value in self.facts)
        day = (f"day = {self.day}",) if self.day else ()
        return facts + day + tuple(f"{measure}: {kind} on {on}" for measure, kind, on in self.events)


@dataclass(frozen=True, slots=True)
class Change:
    """How two decisions about one shipment differ.

    Attributes:
        before: The decision as things are.
        after: The decision as supposed.
        gone: What no longer holds, in words.
        come: What holds instead.
    """

    before: Decision
    after: Decision
    gone: tuple[str, ...]
    come: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether the decision changes: outcome, policy, findings, flags or what decides."""
        outcome = self.before.outcome is not self.after.outcome
        policy = self.before.ruling.policy is not self.after.ruling.policy
        return outcome or policy or bool(self.gone or self.come)


def supposed_fact(text: str) -> tuple[str, Any]:
    """Read `PATH=VALUE`; the value is JSON where it is, else text; nothing takes the fact away.

    Raises:
        UsageError: It is no such thing.
    """
    path, equals, value = text.partition("=")
    if not equals or not _PATH.fullmatch(path.strip()):
        message = f"{text!r} is no PATH=VALUE such as items[0].eccn=5A002"
        raise UsageError(message)
    return path.strip(), _value(value.strip())


def supposed_event(text: str) -> tuple[str, EventKind, date]:
    """Read `MEASURE=EVENT@DAY`, such as `us.bis.zte.denial=activated@2017-06-01`.

    Raises:
        UsageError: It is no such thing.
    """
    found = _EVENT.fullmatch(text.strip())
    if not found or found["kind"] not in set(EventKind):
        message = f"{text!r} is no MEASURE=EVENT@YYYY-MM-DD; events are {', '.join(EventKind)}"
        raise UsageError(message)
    try:
        return found["measure"].strip(), EventKind(found["kind"]), date.fromisoformat(found["day"])
    except ValueError as error:
        message = f"{found['day']} is no day of the calendar"
        raise UsageError(message) from error


def supposed_question(asked: Read, supposed: Supposed) -> Read:
    """Return a question with other facts and another day, read as strictly as the first.

    Raises:
        ShipmentError: A fact is not one that a shipment has.
        UsageError: A path leads nowhere.
    """
    content = plain_shipment(asked)
    for path, value in supposed.facts:
        _set(content, path, value)
    if supposed.day:
        content["day"] = supposed.day.isoformat()
        content.pop("instant", None)
    return read(Document(content, f"{asked.where}, as supposed"))


def supposed_book(book: Rulebook, events: Sequence[tuple[str, EventKind, date]]) -> Rulebook:
    """Return the law with events put into the lives of measures; its version says so.

    Raises:
        UsageError: No measure has an id.
    """
    if not events:
        return book
    measures = dict(book.measures)
    for key, kind, day in events:
        if key not in measures:
            message = f"no measure is called {key!r}{nearest(key, measures)}"
            raise UsageError(message)
        measures[key] = _with_event(measures[key], kind, day)
    told = tuple((f"measures.{key}: {kind} on {day}", Place("supposed", 0)) for key, kind, day in events)
    digest = hashlib.sha256(f"{book.sha256} {told}".encode()).hexdigest()
    return replace(book, measures=measures, sha256=digest, replaced=(*book.replaced, *told))


def compared(before: Decision, after: Decision) -> Change:
    """Compare two decisions about one shipment."""
    gone: list[str] = []
    come: list[str] = []
    _differ(before.findings, after.findings, _finding, (gone, come))
    _differ(before.flags, after.flags, _flag, (gone, come))
    deciding = [tuple(item for item in made.review if item.decides) for made in (before, after)]
    _differ(deciding[0], deciding[1], _question, (gone, come))
    return Change(before, after, tuple(gone), tuple(come))


def change_dict(change: Change, number: int) -> dict[str, Any]:
    """Return a change as plain JSON values."""
    before, after = change.before, change.after
    return {
        "shipment": number,
        "reference": after.shipment.reference,
        "changed": change.changed,
        "before": str(before.outcome),
        "after": str(after.outcome),
        "policy_before": str(before.ruling.policy) if before.ruling.policy else None,
        "policy_after": str(after.ruling.policy) if after.ruling.policy else None,
        "gone": list(change.gone),
        "come": list(change.come),
    }


def _differ(
    before: Sequence[Any],
    after: Sequence[Any],
    key: Callable[[Any], tuple[tuple[str, ...], str]],
    into: tuple[list[str], list[str]],
) -> None:
    old, new = dict(map(key, before)), dict(map(key, after))
    into[0].extend(told for identity, told in old.items() if identity not in new)
    into[1].extend(told for identity, told in new.items() if identity not in old)


def _finding(item: Finding) -> tuple[tuple[str, ...], str]:
    policy = str(item.policy or "")
    identity = (item.kind, item.rule, str(item.outcome), policy, item.party, item.item, item.measure)
    outcome = str(item.outcome).replace("_", " ")
    return identity, f"{outcome}: {item.sentence} [{'; '.join(item.citations)}]"


def _flag(item: Flag) -> tuple[tuple[str, ...], str]:
    return (item.code, item.measure, item.party), f"flag: {item.sentence} [{'; '.join(item.citations)}]"


def _question(item: Question) -> tuple[tuple[str, ...], str]:
    return (item.code, item.fact, item.rule), f"review: {item.fact}: {item.sentence}"


def _with_event(measure: Measure, kind: EventKind, day: date) -> Measure:
    """Put an event into a life; it ends when the last one before it would have, and cites its document."""
    before = [item for item in measure.life if item.on <= day]
    nearest_event = (before or [*measure.life])[-1 if before else 0]
    until = nearest_event.until if kind is not EventKind.TERMINATED else None
    event = Event(
        kind,
        day,
        until=until if until and until >= day else None,
        document=nearest_event.document,
        note=f"Supposed by the user: {kind} on {day}.",
    )
    return replace(measure, life=(*before, event, *measure.life[len(before) :]))


def _value(text: str) -> Any:  # noqa: ANN401  any JSON value
    if not text:
        return None
    try:
        return json.loads(text, parse_float=str, parse_int=str)
    except ValueError:
        return text


def _set(content: dict[str, Any], path: str, value: Any) -> None:  # noqa: ANN401  any JSON value
    steps = [name or int(number) for name, number in _STEP.findall(path)]
    holder: Any = content
    for step, following in pairwise(steps):
        holder = _into(holder, step, path, [] if isinstance(following, int) else {})
    last = steps[-1]
    if value is None:
        _take(holder, last, path)
    elif isinstance(last, str):
        holder[last] = value
    else:
        _into(holder, last, path, value)
        holder[last] = value


def _into(holder: Any, step: str | int, path: str, new: Any) -> Any:  # noqa: ANN401  any JSON value
    if isinstance(step, str):
        if not isinstance(holder, dict):
            message = f"{path}: {step} lies in no object"
            raise UsageError(message)
        return holder.setdefault(step, new)
    if not isinstance(holder, list) or step > len(holder):
        message = f"{path}: there is no place [{step}] to set"
        raise UsageError(message)
    if step == len(holder):
        holder.append(new)
    return holder[step]


def _take(holder: Any, step: str | int, path: str) -> None:  # noqa: ANN401  any JSON value
    try:
        del holder[step]
    except (KeyError, IndexError, TypeError) as error:
        message = f"{path} is not stated, so it cannot be taken away"
        raise UsageError(message) from error


def summary(changes: Iterable[Mapping[str, Any]], supposed: Supposed, count: int) -> dict[str, Any]:
    """Return the whole as plain JSON values."""
    found = list(changes)
    return {
        "supposed": list(supposed.told()),
        "shipments": count,
        "changed": sum(1 for item in found if item["changed"]),
        "changes": [item for item in found if item["changed"]],
    }
