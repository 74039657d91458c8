"""The table of the gate: the first row whose signs are all there decides how a story tells of an act.

The rows that make nothing effective come first, so that one sign of doubt outweighs all signs of an act.
The last row needs no sign: the table has a row for everything, and what tells of no act is `unclear`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from licet.news.modality.cues import Cue
from licet.news.modality.modality import Modality


class Row(NamedTuple):
    """One row.

    Attributes:
        name: What the row is known by in explanations.
        modality: What it decides.
        needs: Signs that must all be there.
        any_of: Signs of which one must be there; none are asked for where it is empty.
        without: Signs that must not be there.
        example: A text with the trigger in square brackets, for which the row decides.
        shows: Signs whose words it gives as those that decided.
        looks_at: The signs in words.
    """

    name: str
    modality: Modality
    needs: frozenset[Cue]
    any_of: frozenset[Cue]
    without: frozenset[Cue]
    example: str
    shows: frozenset[Cue]

    @property
    def looks_at(self) -> str:
        """The signs in words."""
        parts = [" + ".join(sorted(cue.value for cue in self.needs))] if self.needs else []
        if self.any_of:
            parts.append("one of: " + "; ".join(sorted(cue.value for cue in self.any_of)))
        if self.without:
            parts.append("none of: " + "; ".join(sorted(cue.value for cue in self.without)))
        return ", ".join(parts) or "nothing"


def _row(
    name: str,
    modality: Modality,
    example: str,
    *needs: Cue,
    any_of: tuple[Cue, ...] = (),
    without: tuple[Cue, ...] = (),
) -> Row:
    shows = frozenset((*needs, *any_of))
    return Row(name, modality, frozenset(needs), frozenset(any_of), frozenset(without), example, shows)


_M = Modality

ROWS: tuple[Row, ...] = (
    _row("instruction in a quote or report", _M.CLAIMED_INSTRUCTION,
         '"The ministry [has been instructed] to fix it," he wrote.', Cue.INSTRUCT,
         any_of=(Cue.QUOTED, Cue.UNNAMED, Cue.UNOFFICIAL, Cue.RUMOUR, Cue.UNDOING, Cue.OTHER)),
    _row("order to undo", _M.CLAIMED_INSTRUCTION,
         "The ministry ordered the agency to [lift] the ban.", Cue.ORDER, Cue.UNDOING),
    _row("denied by a speaker", _M.DENIED,
         "The ministry denied that it had [barred] Orlo.", Cue.DENIAL),
    _row("demanded as the price of something", _M.DEMANDED,
         "There can be no truce without the ministry [lifting] the ban.", Cue.NOT, Cue.NEGOTIATE),
    _row("said to be unclear", _M.UNCLEAR,
         "It is not clear if the ministry [barred] Orlo.", Cue.UNSURE),
    _row("refused, failed, stopped short", _M.DENIED,
         "The ministry refused to [bar] Orlo.", Cue.REFUSE),
    _row("negated", _M.DENIED, "The ministry has not [barred] Orlo.", Cue.NOT),
    _row("imagined", _M.HYPOTHETICAL, "In a war game, the ministry [barred] Orlo.", Cue.UNREAL),
    _row("taken back or never in effect", _M.DENIED,
         "The ministry deleted a post that said it had [barred] Orlo.", Cue.RETRACTED),
    _row("condition", _M.HYPOTHETICAL, "If the ministry [barred] Orlo, prices would rise.", Cue.IF),
    _row("question", _M.HYPOTHETICAL, "Has the ministry [barred] Orlo?", Cue.QUESTION),
    _row("threatened", _M.THREATENED, "The ministry threatened to [bar] Orlo.", Cue.THREAT),
    _row("demanded", _M.DEMANDED, "The ministry demanded that Orlo [suspend] sales.", Cue.DEMAND),
    _row("requested", _M.REQUESTED, "Orlo asked the ministry to [lift] the ban.", Cue.REQUEST),
    _row("deal that is possible", _M.HYPOTHETICAL,
         "A [truce] is possible.", Cue.NEGOTIATE, Cue.NOMINAL, Cue.MAY),
    _row("deal that is foreseen", _M.PREDICTED,
         "A [truce] is in sight.", Cue.NEGOTIATE, Cue.NOMINAL, Cue.PREDICT),
    _row("negotiating", _M.NEGOTIATING,
         "Both sides are discussing a deal that would [relax] the ban.", Cue.NEGOTIATE),
    _row("pledged", _M.PLEDGED, "The minister pledged to [lift] the ban.", Cue.PLEDGE),
    _row("proposed, planned, tried", _M.PROPOSED, "The ministry is considering [barring] Orlo.", Cue.PROPOSE),
    _row("presented, voted on, held up, dropped", _M.PROPOSED,
         "Norda killed the [ban] on Orlo.", Cue.HELD_UP),
    _row("accused", _M.ACCUSED, "The ministry accused Orlo of [evading] the ban.", Cue.ACCUSE),
    _row("hearsay", _M.CLAIMED, "The ministry has reportedly [barred] Orlo.", Cue.RUMOUR),
    _row("expected or announced", _M.EXPECTED, "The ministry is expected to [bar] Orlo.", Cue.EXPECT),
    _row("believed or predicted", _M.PREDICTED, "Traders fear the ministry [barred] Orlo.", Cue.PREDICT),
    _row("said that it would", _M.PLEDGED,
         "The minister said he would [help] Orlo.", Cue.SAID, Cue.WOULD),
    _row("must or should", _M.OPINION, "The ministry should [bar] Orlo.", Cue.MUST),
    _row("future", _M.EXPECTED, "The ministry will [bar] Orlo from July 1.", Cue.WILL),
    _row("may, could, would", _M.HYPOTHETICAL,
         "The ministry could [bar] Orlo.", any_of=(Cue.MAY, Cue.WOULD)),
    _row("over", _M.BACKGROUND, "The former [ban] on Orlo cost jobs.", Cue.OVER),
    _row("what is kept or violated", _M.BACKGROUND,
         "Orlo was fined for violating [sanctions] on Norda.", Cue.REGIME, Cue.NOMINAL,
         without=(Cue.SETTLE, Cue.DEFINITE)),
    _row("quote", _M.CLAIMED, '"The ministry [barred] Orlo," said Ada Ek.', Cue.QUOTED),
    _row("unnamed speaker", _M.CLAIMED,
         "A person familiar with the matter said the ministry had [barred] Orlo.", Cue.UNNAMED),
    _row("answer in kind", _M.UNCLEAR, "Veland proposed a tariff, and Norda [responded in kind].", Cue.ECHO),
    _row("headline", _M.UNCLEAR, "Commerce Department [bars] Orlo", Cue.HEADLINE),
    _row("settlement taken as known", _M.SETTLED,
         "Orlo was punished for violating a [settlement] with the ministry.", Cue.SETTLE, Cue.NOMINAL,
         any_of=(Cue.REGIME, Cue.CAUSE), without=(Cue.UNDOING,)),
    _row("settled", _M.SETTLED, "Orlo [settled] charges in May.", Cue.SETTLE, Cue.VERB, Cue.PAST,
         without=(Cue.OTHER, Cue.UNOFFICIAL)),
    _row("settlement reached", _M.SETTLED,
         "Orlo reached a [settlement] with the ministry.", Cue.SETTLE, Cue.NOMINAL, Cue.ENACTED,
         without=(Cue.OTHER, Cue.UNOFFICIAL)),
    _row("cause taken as known", _M.IN_FORCE,
         "Orlo said it would close because of the ministry's recent [ban].",
         Cue.NOMINAL, Cue.DEFINITE, Cue.QUALIFIED, Cue.CAUSE, without=(Cue.UNDOING, Cue.OTHER)),
    _row("object of an undoing", _M.IN_FORCE,
         "The minister wants to lift the seven-year [ban] on Orlo.",
         Cue.NOMINAL, Cue.DEFINITE, Cue.QUALIFIED, Cue.UNDONE,
         without=(Cue.UNDOING, Cue.OTHER, Cue.UNOFFICIAL)),
    _row("object of a violation", _M.IN_FORCE,
         "Orlo broke the asset [freeze] on Ada Ek.",
         Cue.NOMINAL, Cue.DEFINITE, Cue.QUALIFIED, Cue.REGIME,
         without=(Cue.UNDOING, Cue.OTHER, Cue.UNOFFICIAL, Cue.UNDONE)),
    _row("somebody else's word", _M.CLAIMED,
         "Orlo said the ministry had [barred] it.", Cue.UNOFFICIAL),
    _row("no authority acts", _M.UNCLEAR, "Orlo [barred] its staff from the plant.", Cue.AGENT),
    _row("made effective", _M.IN_FORCE,
         "The ministry imposed a [ban] on Orlo.", Cue.NOMINAL, Cue.ENACTED, without=(Cue.OTHER,)),
    _row("ordered", _M.ORDERED,
         "The ministry [ordered] shops to stop selling phones.", Cue.ORDER, Cue.PAST, Cue.AUTHORITY,
         without=(Cue.OTHER, Cue.NOMINAL)),
    _row("ordered, told in the passive", _M.ORDERED,
         "Shops were [ordered] to stop selling phones.", Cue.INSTRUCT, Cue.PASSIVE, Cue.VERB,
         without=(Cue.OTHER,)),
    _row("act of an authority", _M.IN_FORCE,
         "The ministry [barred] Orlo from buying chips.", Cue.VERB, Cue.PAST, Cue.AUTHORITY,
         without=(Cue.OTHER, Cue.INSTRUCT)),
    _row("official act told in the passive", _M.IN_FORCE,
         "Orlo was [barred] from buying chips.", Cue.VERB, Cue.PASSIVE,
         without=(Cue.OTHER, Cue.INSTRUCT)),
    _row("state told in the present", _M.IN_FORCE,
         "Orlo is [barred] from buying chips.", Cue.VERB, Cue.STATE,
         without=(Cue.OTHER, Cue.INSTRUCT, Cue.PAST)),
    _row("doubt", _M.UNCLEAR, "The [ban] worries Orlo."),
)  # fmt: skip
"""The table, in the order in which its rows are asked."""


_BITS = {cue: 1 << number for number, cue in enumerate(Cue)}


def _mask(cues: Iterable[Cue]) -> int:
    """Signs as bits, so that a row is asked by two comparisons."""
    mask = 0
    for cue in cues:
        mask |= _BITS[cue]
    return mask


_MASKS = tuple((_mask(row.needs), _mask(row.needs | row.without), _mask(row.any_of), row) for row in ROWS)


def decide(found: Mapping[Cue, object]) -> Row:
    """Return the one row that decides for the signs found: the first that fires."""
    return _decided(frozenset(found))


@lru_cache(maxsize=1024)
def _decided(found: frozenset[Cue]) -> Row:
    """The row for a set of signs; the same few sets come again and again."""
    mask = _mask(found)
    for needs, looks_at, any_of, row in _MASKS:
        if mask & looks_at == needs and (not any_of or mask & any_of):
            return row
    return ROWS[-1]
