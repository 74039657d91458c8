"""Measures of a story: found, told what they say, joined, and passed through the gate."""

from __future__ import annotations

from licet.model.news import Amount, Span, Timex, Value
from licet.news.layout import Layout
from licet.news.listed import listed
from licet.news.measures.agreeing import Agreeing
from licet.news.measures.draft import Draft
from licet.news.measures.frame import Frame, Place
from licet.news.measures.frames import Frames
from licet.news.measures.known import Known
from licet.news.measures.measure import Measure, MeasureMention, MeasureType
from licet.news.measures.nesting import Nesting
from licet.news.measures.referring import Salience
from licet.news.measures.scene import Scene
from licet.news.measures.slots import Slots
from licet.news.measures.thwarting import thwarts
from licet.news.measures.triggers import find
from licet.news.modality.gate import Gate
from licet.news.modality.modality import Modality, Standing
from licet.news.modality.sight import Trait
from licet.news.parties.party import Party, PartyKind

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_SANCTIONS, _SETTLEMENT = MeasureType.SANCTIONS, MeasureType.SETTLEMENT
_COUNTRY = PartyKind.COUNTRY
_BACKGROUND, _UNCLEAR = Modality.BACKGROUND, Modality.UNCLEAR

_ENDED = listed(
    "resumed restored reinstated lifted reversed rescinded revoked withdrew withdrawn dropped scrapped ended"
    " expired lapsed relented overturned quashed annulled cancelled repealed eased reopened"
    " resuming reopening relenting unfroze unfrozen unblocked"
)
"""Words that tell the end of a measure where they go on from the verb that tells its beginning."""
_AND_THEN = listed("and but then later before ;")
_NAMED_SANCTIONS = frozenset(("sanctions", "sanction"))
_LAPSED = listed("expired lapsed ended ran")
_REGIMES = frozenset((MeasureType.SANCTIONS, MeasureType.EMBARGO))
_NEXT = listed(", ; : a an and but")
"""Words with which the phrase of a noun is over."""
_NOT_YET = listed("be been being to not never it them is are would will could may might should must")
"""Words before such a word by which the end is only wanted, expected or denied."""
_ONCE = listed("once formerly briefly")
"""Words before a verb by which what it tells holds no more."""
_EMBARGOES = frozenset(("embargo", "embargoes"))
"""What only states put on goods."""
_TOLD_BY_ITSELF = frozenset(("made effective", "settlement reached"))
"""Rows of the gate by which a noun is told as in force though only the story's theme makes it a measure."""
_SOON_ENDED = 24
"""Words behind a verb within which the end of what it tells is looked for."""


def measures(
    laid: Layout,
    named: list[Value[Party]],
    times: tuple[Value[Timex], ...],
    money: tuple[Value[Amount], ...],
    gate: Gate,
) -> list[Value[Measure]]:
    """Read the measures that a story speaks of, in the order in which it first does.

    Args:
        laid: The story.
        named: Its parties.
        times: Its time expressions.
        money: Its amounts.
        gate: The gate of modality on the story.

    Returns:
        The measures; the spans of each are its triggers. What would undo a measure is a measure of its own
        that names the other one; none of them has legal status.
    """
    scene = Scene(laid, named)
    drafts = find(scene)
    if not drafts:
        return []
    slots = Slots(scene, times, money)
    places = [_place(scene, draft, slots, gate) for draft in drafts]
    nesting = Nesting(scene)
    agreeing = Agreeing(nesting, Salience(scene))
    frames = Frames(nesting, agreeing).join(places)
    known = Known(scene, agreeing, frames)
    keys = {id(frame): f"m{number}" for number, frame in enumerate(frames, 1)}
    return [_measure(frame, nesting, known, keys) for frame in frames]


def _place(scene: Scene, draft: Draft, slots: Slots, gate: Gate) -> Place:
    filled, dated = slots.of(draft)
    trigger = scene.span(draft.first, draft.last)
    standing = _standing(draft, gate, trigger)
    if draft.step is not None and not standing.modality.effective and not draft.type.undoes:
        known = gate.standing(scene.span(draft.step, draft.step + 1), Trait(nominal=True))
        standing = known if known.presupposes else standing
    if standing.modality.effective:
        if _is_over(scene, draft):
            standing = Standing(_BACKGROUND, "told as over by then", standing.cues)
        elif thwarts(scene, draft):
            standing = Standing(_UNCLEAR, "keeps somebody from a measure", standing.cues)
    return Place(draft, trigger, filled, dated, standing)


def _is_over(scene: Scene, draft: Draft) -> bool:
    """Whether a sentence tells that what it tells has ended: "halted purchases and resumed them".

    What had been suspended or extended before the story begins is no news in it either.
    """
    first = draft.first
    before = (scene.low(first - 1), scene.low(first - 2), scene.low(first - 3))
    if (draft.type.undoes and "had" in before) or not _ONCE.isdisjoint(before):
        return True
    behind = range(draft.last, min(draft.sentence.last, draft.last + _SOON_ENDED))
    if draft.nominal:
        return _lapsed(scene, behind)
    if _ENDED.isdisjoint(scene.laid.lows[behind.start : behind.stop]):
        return False
    return any(
        scene.low(number) in _ENDED
        and scene.low(number - 1) not in _NOT_YET
        and any(scene.low(number - back) in _AND_THEN for back in range(1, 6))
        for number in behind
    )


def _lapsed(scene: Scene, behind: range) -> bool:
    """Whether the phrase of a noun tells that it ended: "a licence for cargoes that ran out on June 30"."""
    for number in behind:
        low = scene.low(number)
        if low in _NEXT:
            return False
        if low in {"that", "which"}:
            return scene.low(number + 1) in _LAPSED
    return False


def _standing(draft: Draft, gate: Gate, trigger: Span) -> Standing:
    """The standing of one place by the gate; a body of rules that is only named is background."""
    if draft.background or (draft.type in _REGIMES and draft.nominal and _is_regime(draft)):
        return Standing(_BACKGROUND, "names a body of rules")
    authority = True if draft.imposers or draft.official else False if draft.foreign_agent else None
    settling = draft.type is _SETTLEMENT
    trait = Trait(draft.nominal, draft.type.undoes, settling, None if settling else authority)
    found = gate.standing(trigger, trait)
    if not found.modality.effective:
        return found
    if draft.undone:
        return Standing(_UNCLEAR, "something undoes it here", found.cues, found.presupposes)
    if draft.supposed and not _told_by_itself(draft, found):
        return Standing(_UNCLEAR, "only the story's theme tells it", found.cues, found.presupposes)
    return found


def _told_by_itself(draft: Draft, found: Standing) -> bool:
    """Whether a noun that only the theme makes a measure is one by what its sentence tells of it."""
    whose = bool(draft.imposers or draft.targets or (draft.scope and draft.noun in _EMBARGOES))
    return whose and found.rule in _TOLD_BY_ITSELF and draft.noun != "privileges"  # their loss is told


def _is_regime(draft: Draft) -> bool:
    """Whether a noun of sanctions names those on a country, and nobody is told to impose them here."""
    if draft.definite or draft.held:
        return False
    countries = [item.named is None or item.named.kind is _COUNTRY for item in draft.targets]
    return bool(countries) and all(countries) and not draft.imposers


def _measure(frame: Frame, nesting: Nesting, known: Known, keys: dict[int, str]) -> Value[Measure]:
    scene = known.scene
    mentions = tuple(
        [
            MeasureMention(
                place.trigger,
                _kind(scene, place.draft, frame),
                known.shown(place, frame),
                place.slots,
                place.draft.rule,
            )
            for place in frame.places
        ]
    )
    affects = frame.affects
    whole = Measure(
        keys[id(frame)],
        frame.type,
        mentions,
        nesting.exactest(frame.imposers),
        tuple(frame.targets or (affects.targets if affects else ())),
        keys.get(id(affects), "") if affects else "",
    )
    return Value(whole, tuple([item.trigger for item in mentions]), mentions[0].rule)


def _kind(scene: Scene, draft: Draft, frame: Frame) -> MeasureType:
    """The kind of one place: of "the ban" and "the decision" that of the measure they stand for."""
    if draft.type is not _SANCTIONS:
        return draft.type
    general = draft.nominal and scene.low(draft.last - 1) not in _NAMED_SANCTIONS
    return frame.type if general or draft.tentative else draft.type
