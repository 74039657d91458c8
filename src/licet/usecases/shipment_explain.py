"""A decision in plain words, for a lawyer: question, answer, law, evidence, what is open or unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from licet.text.countries import country_name
from licet.usecases.shipment_flags import FlagGroup, grouped

Content = Mapping[str, Any]

_SAID = {
    "blocked": "Property is blocked: it must be frozen and reported, and no dealing is allowed",
    "prohibited": "Prohibited: an order or rule forbids it; only a specific written authorisation would help",
    "licence_required": "A licence is required",
    "authorised": "It would be caught, but a named authorisation covers it, with its conditions",
    "conditional": "It may go on only after a named step",
    "review": "A person must decide first: facts are missing, an identity is open, or a list was not seen",
    "outside": "The regimes that were applied have no jurisdiction over it",
    "no_restriction_found": "No restriction was found in the regimes, lists and days that were checked",
}
_POLICIES = {
    "policy_of_denial": "applications are denied (policy of denial)",
    "presumption_of_denial": "applications are normally denied (presumption of denial)",
    "case_by_case": "applications are looked at case by case",
    "presumption_of_approval": "applications are normally granted (presumption of approval)",
}
_IDENTITIES = {
    "same": "It is the same: an identifier, or the name and a second attribute, agree.",
    "presumed": "It is presumed to be the same until a person decides.",
    "possible": "It may be the same: a person must decide.",
}
_DATES = {
    "signed": "signed",
    "effective": "effective",
    "public": "open to inspection",
    "published": "published",
    "expiry": "set to expire",
}


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the explanation.

    Attributes:
        heading: Its heading.
        paragraphs: Its sentences, a paragraph each.
    """

    heading: str
    paragraphs: tuple[str, ...]


def explained(content: Content) -> tuple[Section, ...]:
    """Explain a decision.

    Args:
        content: The decision as plain JSON values.
    """
    sections = (
        Section("The question", tuple(_question(content["question"]))),
        Section("The answer", tuple(_answer(content))),
        *(_finding(number, item) for number, item in enumerate(content["findings"], 1)),
        Section("In the background: forbids nothing today", tuple(map(_flag, grouped(content["flags"])))),
        Section("Open, and it decides", tuple(_asked(item) for item in content["review"] if item["decides"])),
        Section(
            "Open, but silence does not count against you",
            tuple(_asked(item) for item in content["review"] if not item["decides"]),
        ),
        Section("Taken to be so without being stated", tuple(content["assumptions"])),
        Section("To do if it goes on", tuple(map(_step, content["steps"]))),
        Section("Said, without legal effect", tuple(map(_signal, content["signals"]))),
        Section("What was looked at", tuple(_check(item) for item in content["checked"])),
        Section(
            "What was not looked at",
            tuple(f"{item['what']}: {item['why']}" for item in content["not_checked"]),
        ),
        Section("What this rests on", tuple(_basis(content))),
    )
    return tuple(item for item in sections if item.paragraphs)


def _question(asked: Content) -> Iterator[str]:
    actor = asked.get("actor", {})
    who = actor.get("name") or "An actor"
    place = f" in {country_name(actor['country'])}" if "country" in actor else " whose country is not stated"
    target = f" to {country_name(asked['destination'])}" if "destination" in asked else ""
    region = f" ({asked['region']})" if "region" in asked else ""
    when = f"on {asked['instant']}" if "instant" in asked else f"on {asked['day']}"
    yield f"{who}{place}: {asked['activity'].replace('_', ' ')}{target}{region}, {when}."
    for item in asked.get("items", ()):
        facts = [item.get("description", "an item"), f"ECCN {item.get('eccn', 'not stated')}"]
        facts += [f"origin {country_name(item['origin'])}" if "origin" in item else "origin not stated"]
        facts += [f"{item['us_content_percent']} % US content"] if "us_content_percent" in item else []
        yield f"Item: {', '.join(facts)}."
    for party in asked.get("parties", ()):
        role = party.get("role", "party in a role that is not stated").replace("_", " ")
        country = f", {country_name(party['country'])}" if "country" in party else ""
        owners = [
            f"{item.get('name', 'unnamed')} ({item.get('percent', 'share unknown')})"
            for item in party.get("owners", ())
        ]
        owned = f"; owned by {', '.join(owners)}" if owners else ""
        yield f"{role.capitalize()}: {party.get('name', 'unnamed')}{country}{owned}."
    if "end_use" in asked:
        use = asked["end_use"]
        told = use.get("description") or ", ".join(use.get("uses", ())) or use.get("facility", "")
        yield f"End use: {told}."


def _answer(content: Content) -> Iterator[str]:
    policy = content["policy"]
    yield f"{_SAID[content['outcome']]}{f'; {_POLICIES[policy]}' if policy else ''}."
    if content["incomplete"]:
        yield f"This is no full answer: {'; '.join(content['incomplete'])}."
    if content["valid_until"]:
        yield f"It is known to hold until {content['valid_until']}; after that, ask again."
    yield "Nothing found is no permission. Each regime stands alone, and the strictest finding rules."


def _finding(number: int, item: Content) -> Section:
    return Section(f"{number}. {item['regime']}: {item['outcome'].replace('_', ' ')}", tuple(_reasons(item)))


def _reasons(item: Content) -> Iterator[str]:
    yield item["sentence"]
    authority = f" Authority: {item['authority']}." if item["authority"] else ""
    yield f"Law: {'; '.join(item['citations'])}.{authority}"
    interval = item["in_force"]
    if interval["first"] or interval["last"]:
        last = f"to {interval['last']}" if interval["last"] else "with no end known"
        then = f", then {item['then']}" if item["then"] else ""
        yield f"In force: from {interval['first'] or 'a day not loaded'} {last}{then}."
    if item["dates"]:
        told = [f"{_DATES.get(name, name.replace('_', ' '))} {day}" for name, day in item["dates"].items()]
        yield f"The document: {', '.join(told)}."
    if item["scope"]:
        yield f"Scope applied: {item['scope']}."
    if item["policy"]:
        words = f" In the source's words: {item['policy_text']}." if item["policy_text"] else ""
        yield f"Licences: {_POLICIES[item['policy']]}.{words}"
    if item["instead_of"]:
        yield f"Without the authorisation it would be: {item['instead_of'].replace('_', ' ')}."
    if item["evidence"]:
        yield from _evidence(item["evidence"])
    yield from _beside(item)


def _beside(item: Content) -> Iterator[str]:
    """Tell the facts of a finding, what is missing, and the ways out."""
    facts = [f"{fact['path']} = {fact['value']} ({fact['source']})" for fact in item["facts"]]
    if facts:
        yield f"Facts it rests on: {'; '.join(facts)}."
    if item["missing"]:
        yield f"Facts that are missing: {', '.join(item['missing'])}."
    for escape in item["escapes"]:
        cites = f" [{'; '.join(escape['citations'])}]" if escape["citations"] else ""
        yield f"Way out, {escape['name']}: {escape['state'].replace('_', ' ')}. {escape['reason']}{cites}"
    if item["conditions"]:
        yield f"Conditions: {' '.join(item['conditions'])}"
    duty = item["duty"]
    if duty:
        programme = " ".join(filter(None, (duty["programme"], duty["heading"])))
        yield f"Duty: {duty['rate']} per cent, {programme}."


def _evidence(item: Content) -> Iterator[str]:
    source = "the law itself" if item["list_id"] == "rulebook" else f"list {item['list_id']}"
    had = f", received {item['received']}" if item["received"] else ""
    basis = item["identity_basis"]
    yield (
        f'Who: "{item["our_name"]}" against "{item["matched_name"]}", record {item["record"]} of {source}, '
        f"edition {item['edition']} (SHA-256 {item['sha256'][:12]}...){had}; {item['method']}, score "
        f"{item['score']:.2f}. {_IDENTITIES[item['identity']]} {basis[:1].upper()}{basis[1:]}."
    )


def _flag(group: FlagGroup) -> str:
    more = f" Also: {' '.join(group.more)}" if group.more else ""
    return f"{group.lead}{more} [{'; '.join(group.citations)}]"


def _asked(item: Content) -> str:
    cites = f" [{'; '.join(item['citations'])}]" if item["citations"] else ""
    return f"{item['fact']}: {item['sentence']}{cites}"


def _step(item: Content) -> str:
    due = f" Due: {item['due']}." if item["due"] else ""
    return f"{item['what']}{due} [{'; '.join(item['citations'])}]"


def _signal(item: Content) -> str:
    return f"{item['said']}, {item['speaker']}: {item['text']}"


def _check(item: Content) -> str:
    cites = f" [{'; '.join(item['citations'])}]" if item["citations"] else ""
    return f"{item['what']}: {item['how']}{cites}"


def _basis(content: Content) -> Iterator[str]:
    for use in content["lists"]:
        if use["seen"]:
            yield (
                f"List {use['id']} ({use['title']}): edition {use['edition']}, received {use['known']}, "
                f"SHA-256 {use['sha256']}."
            )
    law = content["rulebook"]
    private = [item["file"] for item in law["private"]]
    yield f"Rulebook {law['sha256']}{f', with private law in {_and(private)}' if private else ''}."
    for item in law["tables"]:
        yield f"Official table {item['id']} of {item['dated']}, {item['file']}, SHA-256 {item['sha256']}."
    for item in law["replaced"]:
        yield f"Private or supposed law replaces what ships: {item['what']}."
    engine = content["engine"]
    yield (
        f"Known by {content['known_by']}; licet {engine['licet']}, matcher {engine['matcher']}, threshold "
        f"{engine['screening']['threshold']}."
    )
    yield from content["warnings"]


def _and(texts: Sequence[str]) -> str:
    return ", ".join(texts)
