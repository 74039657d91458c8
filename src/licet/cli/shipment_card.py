"""A decision on one page: the answer, the law, the evidence, what is open, what was not seen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from licet.cli.cards import Paint, plain
from licet.usecases.shipment_flags import FlagGroup, grouped

Content = Mapping[str, Any]

_WIDTH = 100
_LABEL = 13
_SHOWN = 12
_FLAGS = 3
_BAD = frozenset({"blocked", "prohibited", "licence_required"})


def decision_card(content: Content, *, color: bool = False) -> str:
    """Lay out a decision for a person at a terminal."""
    paint = Paint(color=color)
    lines: list[str] = []
    outcome = content["outcome"]
    said = outcome.upper() + (f" ({content['policy'].replace('_', ' ')})" if content["policy"] else "")
    head = f"{'outcome':<{_LABEL}}{said}"
    lines.append(paint.bold(paint.red(head) if outcome in _BAD else head))
    lines += _row("question", _question(content["question"]))
    for finding in content["findings"]:
        lines += ["", *_finding(finding)]
    for group in grouped(content["flags"]):
        lines += ["", *_flags(group)]
    open_points = [item for item in content["review"] if item["decides"]]
    if open_points:
        lines.append("")
    for item in open_points:
        lines += [paint.yellow(line) for line in _row("REVIEW", _asked(item))]
    lines += ["", *_below(content, paint)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _flags(group: FlagGroup) -> Iterator[str]:
    yield from _row("flag", f"{group.lead} [{'; '.join(group.citations)}]")
    for text in group.more[:_FLAGS]:
        yield from _row("", f"- {text}")
    if len(group.more) > _FLAGS:
        yield from _row("", f"- {len(group.more) - _FLAGS} more: --format json")


def _question(asked: Content) -> str:
    items = ", ".join(" ".join(_item(item)) for item in asked.get("items", ())) or "no item stated"
    parties = ", ".join(
        f"{item.get('name', 'unnamed')} ({item.get('role', 'no role stated').replace('_', ' ')}"
        f"{', ' + item['country'] if 'country' in item else ''})"
        for item in asked.get("parties", ())
    )
    actor = asked.get("actor", {})
    who = " ".join(filter(None, (actor.get("name"), f"({actor['country']})" if "country" in actor else "")))
    place = " ".join(filter(None, (asked.get("destination"), asked.get("region"))))
    return (
        f"{asked['activity'].replace('_', ' ')} by {who or 'an actor not stated'} of {items}"
        f"{f' to {place}' if place else ''}{f' for {parties}' if parties else ''}, "
        f"on {asked.get('instant', asked['day'])}"
    )


def _item(item: Content) -> Iterator[str]:
    if "description" in item:
        yield item["description"]
    yield f"[{item.get('eccn', 'ECCN not stated')}"
    yield f"origin {item.get('origin', 'not stated')}]"


def _finding(finding: Content) -> Iterator[str]:
    outcome = finding["outcome"].replace("_", " ").upper()
    yield from _row(finding["regime"], f"{outcome}: {finding['sentence']}")
    yield from _row("law", "; ".join(finding["citations"]))
    if finding["authority"]:
        yield from _row("authority", finding["authority"])
    if finding["scope"]:
        yield from _row("scope", finding["scope"])
    policy = finding["policy_text"] or (finding["policy"] or "").replace("_", " ")
    if policy:
        yield from _row("policy", policy)
    interval = finding["in_force"]
    if interval["first"] or interval["last"]:
        then = f", then {finding['then']}" if finding["then"] else ""
        last = interval["last"] or "no end known"
        yield from _row("in force", f"{interval['first'] or '...'} -> {last}{then}")
    if finding["dates"]:
        yield from _row("dates", ", ".join(f"{name} {day}" for name, day in finding["dates"].items()))
    if finding["duty"]:
        duty = finding["duty"]
        yield from _row("duty", f"{duty['rate']} % ({duty['programme']}) {duty['heading']}")
    for number, escape in enumerate(finding["escapes"]):
        told = f"{escape['name']}: {escape['state'].replace('_', ' ')}. {escape['reason']}"
        yield from _row("" if number else "escapes", told)
    for number, text in enumerate(finding["conditions"]):
        yield from _row("" if number else "conditions", text)
    evidence = finding["evidence"]
    if evidence:
        yield from _row("matched", _matched(evidence))


def _matched(evidence: Content) -> str:
    return (
        f'"{evidence["our_name"]}" -> "{evidence["matched_name"]}" ({evidence["record"]}, '
        f"{evidence['edition']}, {evidence['score']:.2f}); identity {evidence['identity']}: "
        f"{evidence['identity_basis']}"
    )


def _asked(item: Content) -> str:
    cites = f" [{'; '.join(item['citations'])}]" if item["citations"] else ""
    return f"{item['fact']}: {item['sentence']}{cites}"


def _below(content: Content, paint: Paint) -> Iterator[str]:
    """Tell what stands beside the answer."""
    for number, text in enumerate(content["assumptions"]):
        yield from _row("" if number else "assumed", text)
    also = [item for item in content["review"] if not item["decides"]]
    yield from _listed("also asked", [_asked(item) for item in also])
    yield from _listed("steps", [_step(item) for item in content["steps"]])
    yield from _listed("checked", [f"{item['what']}: {item['how']}" for item in content["checked"]])
    signals = [
        f"{item['said']} {item['speaker']}: {item['text']} (no legal effect)" for item in content["signals"]
    ]
    yield from _listed("signals", signals)
    for reason in content["incomplete"]:
        yield paint.red(f"{'INCOMPLETE':<{_LABEL}}{plain(reason)}")
    yield from _listed("not checked", [f"{item['what']}: {item['why']}" for item in content["not_checked"]])
    yield from _listed("note", list(content["warnings"]))
    seen = [f"{use['id']} {use['edition']}" for use in content["lists"] if use["seen"]]
    yield from _row("lists", ", ".join(seen) or "none")
    until = content["valid_until"]
    holds = f"the answer holds until {until}" if until else "no later change is known"
    law = content["rulebook"]["sha256"][:12]
    tables = [f"{item['id']} of {item['dated']}" for item in content["rulebook"]["tables"]]
    if tables:
        yield from _row("tables", ", ".join(tables))
    yield from _row("known time", f"data as of {content['known_by']}; rulebook {law}; {holds}")
    yield paint.dim("Nothing found is no permission: it speaks of the law and lists named here, on this day.")


def _step(item: Content) -> str:
    due = f" (due {item['due']})" if item["due"] else ""
    return f"{item['what']}{due} [{'; '.join(item['citations'])}]"


def _listed(label: str, texts: Sequence[str]) -> Iterator[str]:
    for number, text in enumerate(texts[:_SHOWN]):
        yield from _row("" if number else label, text)
    if len(texts) > _SHOWN:
        yield from _row("", f"and {len(texts) - _SHOWN} more: --format json shows all")


def _row(label: str, text: str) -> list[str]:
    """Lay a text out beside its label."""
    wrapped = textwrap.wrap(plain(text), _WIDTH - _LABEL, break_long_words=False, break_on_hyphens=False)
    return [f"{label if not place else '':<{_LABEL}}{line}" for place, line in enumerate(wrapped or [""])]
