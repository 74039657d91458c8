"""Nouns of measures, and the words that stand around them."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.measures.measure import MeasureType, kinds
from licet.news.parties.party import PartyKind

M = MeasureType

HEADS: dict[str, MeasureType] = {
    **dict.fromkeys(("sanctions", "sanction"), M.SANCTIONS),
    **kinds("tariffs tariff duties duty levies levy surcharge surcharges", M.TARIFF),
    **dict.fromkeys(("embargo", "embargoes"), M.EMBARGO),
    **kinds(
        "ban bans restriction restrictions curb curbs control controls limits prohibition prohibitions stop"
        " halt",
        M.SANCTIONS,
    ),
    **dict.fromkeys(("freeze", "freezes"), M.ASSET_FREEZE),
    **dict.fromkeys(("fine", "fines", "penalty"), M.FINE),
    **dict.fromkeys(("penalties",), M.SANCTIONS),
    **dict.fromkeys(("settlement", "settlements", "agreement"), M.SETTLEMENT),
    **kinds(
        "licence licences license licenses authorisation authorisations authorization authorizations"
        " permit permits",
        M.LICENCE,
    ),
    **dict.fromkeys(
        ("designation", "designations", "blacklisting", "listing", "listings", "additions"), M.LISTING
    ),
    **kinds("debarment exclusion", M.PROCUREMENT_BAN),
    **kinds("notice notices decree clampdown undertaking undertakings", M.SANCTIONS),
    **dict.fromkeys(("moratorium", "countermeasures"), M.SANCTIONS),
    **dict.fromkeys(("denial",), M.DENIAL_ORDER),
    **kinds(
        "order orders decision action actions move step measure measures ruling punishment crackdown"
        " direction directive",
        M.SANCTIONS,
    ),
}
"""Nouns of measures, and the kind where no word before them tells a closer one."""

BARE = listed(
    "order orders decision action actions move step measure measures ruling punishment crackdown"
    " agreement direction directive notice notices decree clampdown undertaking undertakings"
)
"""Nouns that are a measure only by a word before them, or where they refer to one."""

WEAK = BARE | listed(
    "additions stop halt restriction restrictions curb curbs control controls limits prohibition"
    " prohibitions ban bans freeze freezes penalty penalties settlement settlements licence licences"
    " license licenses authorisation authorisations authorization authorizations permit permits"
    " designation designations listing listings moratorium duties levies levy fine fines"
)

QUALITIES: dict[str, MeasureType | None] = {
    "denial": M.DENIAL_ORDER,
    "export": M.EXPORT_BAN,
    "exports": M.EXPORT_BAN,
    "import": M.IMPORT_BAN,
    "sales": M.SALES_BAN,
    "supply": M.EXPORT_BAN,
    "procurement": M.PROCUREMENT_BAN,
    "purchasing": M.PROCUREMENT_BAN,
    "investment": M.INVESTMENT_BAN,
    "travel": M.TRAVEL_BAN,
    "visa": M.TRAVEL_BAN,
    "entry": M.TRAVEL_BAN,
    "asset": M.ASSET_FREEZE,
    "assets": M.ASSET_FREEZE,
    "trade": None,
    "trading": None,
    "economic": None,
    "restrictive": None,
    "financial": None,
    "regulatory": None,
    "punitive": None,
    "retaliatory": None,
    "sanctions": None,
    "enforcement": None,
    "technology": None,
    "chip": M.EXPORT_BAN,
    "oil": None,
    "prohibition": None,
    "desist": None,
    "banning": None,
    "stop": None,
    "freezing": M.ASSET_FREEZE,
    "blocking": M.ASSET_FREEZE,
    "exclusion": M.IMPORT_BAN,
    "divestment": M.INVESTMENT_BAN,
    "consent": M.SETTLEMENT,
    "enforceable": M.SETTLEMENT,
    "prosecution": M.SETTLEMENT,
    "plea": M.SETTLEMENT,
    "settlement": M.SETTLEMENT,
    "penalty": M.FINE,
    "withhold": M.IMPORT_BAN,
    "detention": M.IMPORT_BAN,
    "debarment": M.PROCUREMENT_BAN,
    "disqualification": M.PROCUREMENT_BAN,
    "designation": M.LISTING,
    "seizure": M.ASSET_FREEZE,
    "safeguard": M.TARIFF,
    "dumping": M.TARIFF,
    "countervailing": M.TARIFF,
    "tariff": M.TARIFF,
    "licensing": M.EXPORT_BAN,
    "arms": M.EMBARGO,
}
"""Words before a noun of a measure that make it one, and its kind where they tell it."""

OF_LICENCES = listed("general temporary individual special specific export import trade")
"""Words that make a licence one of trade."""

IMPOSING = listed(
    "raise raises raised raising hike hikes hiked double doubled doubles increase increased increases cut"
    " cuts impose imposes imposed imposing slap slaps slapped slapping levy levies levied levying announce"
    " announces announced announcing propose proposes proposed proposing threaten threatens threatened"
    " threatening issue issues issued issuing introduce introduces introduced adopt adopts adopted"
    " adopting approve approves approved approving order ordered place places placed placing set put hit"
    " hits lift lifts lifted lifting ease eases eased easing suspend suspends suspended extend extends"
    " extended tighten tightened tightening widen widened grant grants granted granting give gives gave"
    " given sign signed reimpose reimposed reinstate reinstated renew renewed maintain maintains apply"
    " applied unveil unveiled consider considering enact enacted expand expanded receive received get won"
    " deny denied face faces faced inflict inflicts inflicted level levels levelled leveled clamp clamps"
    " clamped unleash unleashed toughen toughens toughened strengthen strengthens strengthened stiffen"
    " stiffened broaden broadened escalate escalated treble trebles trebled triple triples tripled"
    " quadruple quadrupled slash slashes slashed halve halved trim trimmed publish published serve served"
    " hand hands handed secure secured obtain obtained award awarded bring brings brought land landed mete"
    " meted pay pays paid paying agree agreed weigh weighs weighing prepare preparing plan plans planning"
    " back backed seek seeks sought drop drops dropped enter enters entered entering reach reaches reached"
    " reaching"
)
"""Verbs of which a noun of a measure is the object."""

PUTTING = listed(
    "put puts place places placed hit hits slap slaps slapped struck handed hands served saddled stung"
    " whacked clobbered hammered smacked given landed dealt threatened face faces faced facing"
)
"""Verbs that go on with somebody "under" or "with" a measure."""

HELD = listed("fell fall falls fallen came come comes put puts placed places kept operate operates operated")
"""Verbs that go on with "under a measure"; with the words of being."""

TAKING_BACK = listed(
    "lift lifts lifted lifting ease eases eased easing suspend suspends suspended extend extends extended"
    " renew renewed drop drops dropped cut cuts back backed"
)
"""Verbs whose subject is not thereby the one who imposed it."""

SPOKEN_OF = listed(
    "package packages round wave raft set prospect threat threats risk possibility talk talking"
    " discussing discuss face faces facing weigh weighing consider considering threaten threatened demand"
    " demanded call calls called calling push pushing urge urged"
)
"""Words before "sanctions" and its like that speak of such as may come."""

BREAKING = listed(
    "violate violates violated violating violation violations evade evades evaded evading evasion breach"
    " breaches breached breaching circumvent circumvents circumvented circumventing flout flouted flouting"
    " break breaks broke busting skirt skirted skirting dodge dodged under despite round around sidestep"
    " sidestepped"
)
"""Before "sanctions" they tell that a body of rules is meant and no act of imposing."""

AIMS = listed("on against for involving over targeting upon at to")
"""Before whom a measure is aimed at."""

NOT_LICENCE = listed(
    "driver drivers driving liquor taxi medical broadcasting gun pilot marriage fishing"
    " hunting banking software television radio gaming gambling dog business bank pilots teaching"
)
"""Words before "licence" that make it none of trade."""

FRESH = listed(
    "new another further additional fresh more second third separate other similar tougher broader"
    " maximum statutory comparable parallel rival equivalent own"
)
"""Words by which a measure is told as another one."""

DEFINITE = listed("the this that these those its their his her such same")
"""Words by which a measure is told as known."""

NOT_ORDER = listed("in of out law working pecking court restraining executive gag world public mail back")
"""Words before "order" that make it none of an authority."""

COMPOUND_WITH = listed(
    "office unit official officials expert experts list lists policy policies law laws rules violation"
    " violations evasion lawyer lawyers war wars commission commissioner adviser advisers regime regimes"
    " watchdog enforcement implementation compliance threat breach breaches busting applications"
    " application holder holders plan plans team committee programme program programs programmes maker"
    " makers party coalition class requirement requirements watch barrister barristers counsel analyst"
    " analysts scholar consultant consultants update updates screening risk risks guidance specialist"
    " specialists practice implications bill legislation question questions section sections division desk"
    " chief coordinator"
)
"""Nouns before which "sanctions" and its like only tell of what sort they are."""
REGIME = frozenset((PartyKind.COUNTRY, PartyKind.PLACE))
"""Kinds of those on whom there are sanctions in general."""
