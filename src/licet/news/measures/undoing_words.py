"""Words of what would undo a measure: lifted, eased, suspended, exempted, prolonged, revoked."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.measures.measure import MeasureType, kinds

M = MeasureType

VERBS: dict[str, MeasureType] = {
    **kinds(
        "lift lifts lifted lifting end ends ended ending remove removes removed removing rescind rescinds"
        " rescinded rescinding repeal repeals repealed repealing scrap scraps scrapped scrapping drop drops"
        " dropped dropping terminate terminates terminated terminating cancel cancels cancelled canceled"
        " cancelling withdraw withdraws withdrew withdrawn withdrawing overturn overturns overturned"
        " overturning annul annuls annulled annulling strip strips stripped pull pulls pulled strike strikes"
        " struck striking abolish abolishes abolished revoke revokes revoked revoking axe axes axed axing"
        " ditch ditches ditched quash quashes quashed quashing void voids voided nullify nullifies nullified"
        " vacate vacates vacated vacating abrogate abrogates abrogated discontinue discontinues"
        " discontinued dismantle dismantles dismantled"
        " dismantling invalidate invalidates invalidated phase phases phased phasing throw throws threw"
        " thrown set sets",
        M.LIFTING,
    ),
    **kinds(
        "ease eases eased easing relax relaxes relaxed relaxing reverse reverses reversed reversing"
        " undo undoes undid undone undoing modify modifies modified modifying soften softens softened"
        " softening loosen loosens loosened loosening resolve resolves resolved resolving unwind unwinds"
        " unwound unwinding reduce reduces reduced reducing lower lowers lowered lowering roll rolls"
        " rolled rolling narrow narrowed reconsider reconsiders reconsidered reconsidering water waters"
        " watered watering trim trims trimmed trimming slash slashes slashed slashing halve halves"
        " halved halving scale scales scaled scaling pare pares pared lighten lightens lightened"
        " liberalise liberalised liberalize liberalized commute commuted mitigate mitigated cut cuts"
        " cutting claw claws clawed",
        M.RELIEF,
    ),
    **kinds(
        "suspend suspends suspended suspending pause pauses paused pausing postpone postpones postponed"
        " postponing delay delays delayed delaying stay stays stayed staying defer defers deferred deferring"
        " shelve shelves shelved shelving",
        M.SUSPENSION,
    ),
    **kinds(
        "exempt exempts exempted exempting waive waives waived waiving spare spares spared excuse excused"
        " grandfather grandfathered carve carves carved carving",
        M.EXEMPTION,
    ),
    **kinds(
        "extend extends extended extending renew renews renewed renewing prolong prolongs prolonged"
        " prolonging lengthen lengthened reauthorise reauthorised reauthorize reauthorized",
        M.EXTENSION,
    ),
}
"""Verbs whose object is a measure."""

PARTICLES: dict[str, frozenset[str]] = {
    **dict.fromkeys(("roll", "rolls", "rolled", "rolling"), listed("back over")),
    **dict.fromkeys(("strike", "strikes", "struck", "striking"), listed("down out")),
    **dict.fromkeys(("phase", "phases", "phased", "phasing"), listed("out")),
    **dict.fromkeys(("throw", "throws", "threw", "thrown"), listed("out")),
    **dict.fromkeys(("set", "sets"), listed("aside")),
    **dict.fromkeys(("water", "waters", "watered", "watering"), listed("down")),
    **dict.fromkeys(("scale", "scales", "scaled", "scaling"), listed("back down")),
    **dict.fromkeys(("pare", "pares", "pared"), listed("back down")),
    **dict.fromkeys(("claw", "claws", "clawed"), listed("back")),
    **dict.fromkeys(("carve", "carves", "carved", "carving"), listed("out")),
}
"""Verbs that undo only together with a word behind them."""

NOUNS: dict[str, MeasureType] = {
    **kinds(
        "lifting removal annulment repeal termination delisting scrapping quashing rescission abolition",
        M.LIFTING,
    ),
    **kinds(
        "relief reprieve rollback reversal relaxation modification easing lifeline loosening respite"
        " climbdown softening rollbacks backdown",
        M.RELIEF,
    ),
    **kinds("suspension suspensions pause deferral postponement", M.SUSPENSION),
    **kinds(
        "exemption exemptions waiver waivers exclusion exclusions exception exceptions derogation"
        " derogations"
        " dispensation dispensations",
        M.EXEMPTION,
    ),
    **kinds("extension extensions renewal renewals prolongation rollover", M.EXTENSION),
    **kinds("revocation revocations", M.REVOCATION),
}
"""Nouns of the same."""

NOUNS_ALIKE = listed(
    "end ends drop drops pause pauses delay delays lower stay stays cut cuts set sets water waters scale"
    " scales strike strikes trim axe phase phases exempt void"
)
"""Words that are noun or adjective and verb alike."""
