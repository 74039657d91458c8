"""Wordings of several words that refuse, pledge, threaten or demand."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality.cues import Cue

PARTICLES: dict[str, frozenset[str]] = {
    "turned": listed("down away"),
    "turn": listed("down away"),
    "turns": listed("down away"),
    "ruled": listed("out"),
    "rule": listed("out"),
    "rules": listed("out"),
    "brushed": listed("aside off"),
    "shrugged": listed("off aside"),
    "walked": listed("away out"),
    "broke": listed("off"),
    "broken": listed("off"),
    "objected": listed("to"),
    "objects": listed("to"),
    "scoffed": listed("at"),
    "sneered": listed("at"),
    "baulked": listed("at"),
    "pulled": listed("out"),
    "threw": listed("out"),
    "thrown": listed("out"),
    "walks": listed("away out"),
    "fell": listed("through apart"),
    "called": listed("off"),
    "backed": listed("out away down"),
    "waved": listed("away aside"),
    "laughed": listed("off"),
    "stood": listed("firm fast by"),
    "held": listed("out firm"),
    "put": listed("off"),
    "went": listed("back"),
    "hit": listed("back"),
    "swept": listed("aside"),
    "pushed": listed("aside back"),
    "shot": listed("down"),
    "torpedoed": frozenset(),
}
"""Verbs that refuse something together with the word behind them."""

REFUSALS = listed(
    "dismiss dismisses dismissed dismissing defy defies defied balk balked baulked snub snubs snubbed"
    " spurn spurned"
    "  shun shunned resist resisted disregard disregarded ignore ignored disown disowned renege"
    " reneged boycott"
    "  boycotted veto vetoed scorn scorned rebuffed repudiate repudiated disavowed foil foiled thwart"
    " thwarted"
    "  reluctant unwilling deadlocked impossible unacceptable unable intransigent opposed opposes"
    " rejects stonewalled stonewalling withheld withholds"
    " refusing rejecting declining"
)
"""Words that refuse by themselves."""

SHOTS = listed("plan proposal offer bid idea demand call motion request")
"""What is shot down in words, as a helicopter is not."""

DEFEATS = listed(
    "blocked killed sank scuttled torpedoed derailed buried defeated overturned quashed shelved scrapped"
    " stalled"
    " delayed blocks stymied scotched"
)
"""Verbs that refuse what is proposed, asked or planned, where such a noun is their object."""

PROPOSED = SHOTS | listed(
    "bill resolution amendment appointment nomination treaty petition appeal amnesty accord deal agreement"
    " initiative reform reforms inquiry investigation membership vote election elections visit"
)
"""What is proposed, asked or planned."""

STALEMATES = listed("deadlock stalemate impasse failure disarray acrimony")
"""What talks end in that came to nothing."""

SPANS = listed("hours days week weeks month months hour day fortnight year until")
"""A time that is given to do something, or else."""

IDIOMS: tuple[tuple[Cue, tuple[str, ...]], ...] = (
    (Cue.REFUSE, ("closed", "door")),
    (Cue.REFUSE, ("shut", "door")),
    (Cue.REFUSE, ("slammed", "door")),
    (Cue.REFUSE, ("poured", "cold", "water")),
    (Cue.REFUSE, ("turned", "back", "on")),
    (Cue.REFUSE, ("turned", "deaf", "ear")),
    (Cue.REFUSE, ("shut", "eyes")),
    (Cue.REFUSE, ("washed", "hands")),
    (Cue.REFUSE, ("dug", "heels")),
    (Cue.REFUSE, ("dragged", "feet")),
    (Cue.REFUSE, ("gave", "short", "shrift")),
    (Cue.REFUSE, ("met", "with", "scorn")),
    (Cue.REFUSE, ("fell", "on", "deaf", "ears")),
    (Cue.REFUSE, ("came", "to", "nothing")),
    (Cue.THREAT, ("put", "on", "notice")),
    (Cue.THREAT, ("set", "deadline")),
    (Cue.DEMAND, ("set", "conditions")),
    (Cue.PLEDGE, ("opted", "to")),
    (Cue.PLEDGE, ("authorised", "dispatch")),
    (Cue.PLEDGE, ("authorized", "dispatch")),
    (Cue.PLEDGE, ("authorised", "sending")),
    (Cue.PLEDGE, ("authorized", "sending")),
    (Cue.PLEDGE, ("authorised", "deployment")),
    (Cue.PLEDGE, ("authorized", "deployment")),
    (Cue.PLEDGE, ("approved", "plan", "to")),
    (Cue.PLEDGE, ("gave", "word")),
)
"""Verbs with the words by which, in their order behind them, they refuse, threaten, demand or pledge."""

NOUNS: dict[str, Cue] = (
    dict.fromkeys(
        (
            "notice",
            "deadline",
            "ultimatum",
            "reprisals",
            "retaliation",
            "revenge",
            "threat",
            "threats",
            "warning",
        ),
        Cue.THREAT,
    )
    | dict.fromkeys(("prospect", "spectre", "specter", "possibility"), Cue.MAY)
    | dict.fromkeys(
        ("demand", "demands", "need", "call", "appeal", "plea", "request", "pressure"), Cue.DEMAND
    )
    | dict.fromkeys(
        sorted(
            listed(
                "willingness readiness intention intent intentions hope hopes invitation promise pledge"
                " assurance assurances commitment offer consent agreement principle interest desire"
                " guarantee guarantees approval nod go-ahead blessing backing door way light permission"
            )
        ),
        Cue.PLEDGE,
    )
    | dict.fromkeys(("refusal", "rejection", "objection", "objections", "veto", "opposition"), Cue.REFUSE)
)
"""Nouns that a verb without meaning of its own goes with ("expressed its willingness")."""

PLANS = listed("plan plans proposal proposals bill draft scheme package budget")
"""What is unveiled and still to come."""

LIGHT = listed(
    "made makes make insisted repeated renewed delivered sent issued gave given give expressed voiced"
    " raised set"
    "  accepted reached signed declared extended offered approved received put showed shown announced"
    " conveyed"
    "  reaffirmed used cast exercised passed adopted wrote left kept opened cleared paved served"
    " handed presented posed drew signalled signaled lodged registered reiterated had has"
)
"""Verbs of which the noun tells what was done."""

BROKEN_OFF = listed(
    "suspended suspend halted ended cancelled canceled postponed left quit boycotted abandoned froze"
)
TALKS = listed("talks negotiations meeting visit summit dialogue negotiation cooperation")
"""To end these is to refuse to talk."""

ACCEPTS = listed(
    "endorsed accepted accept accepts consented consent consents acceded assented acquiesced welcomes"
    " hopes looks"
)
"""Verbs of agreeing to something that is still to come."""

PAPERS = listed(
    "statement letter message declaration communique resolution petition memo note speech leaflet"
)
"""What carries a demand or a threat that a participle tells ("a letter warning of war")."""

TELLS = listed(
    "told tells tell required require requires reminded instructed advised pressured pressed warned"
)
"""Verbs of demanding when "to" and a verb follow."""

WANTS = listed(
    "want wants seek seeks need needs refuse refuses reject rejects expect expects intend intends"
    " insist insists hope"
    "  hopes agree agrees threaten threatens demands urges vows pledges promises plans warns faces"
    " risks believes fears stands remains"
)
"""Verbs of the present tense that are seldom nouns."""

ASKS = listed("advocated advocates advocate petitioned canvassed campaigned lobbied")
"""Verbs of asking that need no object."""
