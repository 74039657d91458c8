"""A broad lexicon of measures: words that tell of one in a story whose theme is measures of trade.

Each table holds what the words need around them, by which the general rules of `broad` read them: the
company in which a word that stops something tells what it stops, the object without which a common verb tells
of no measure, and what makes a word one of another trade altogether.
"""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.measures import noun_words, undoing_words
from licet.news.measures.lexicon import COMMON_PARTY, GOODS, LICENCES, OWN_SIDE
from licet.news.measures.measure import MeasureType, kinds

M = MeasureType

COMPANY: dict[str, MeasureType] = {
    **kinds(
        "bidding bid bids bidder bidders tender tenders tendering contract contracts contracting"
        " contractor contractors procurement procuring auction auctions vendor vendors empanelment"
        " subcontracts subcontracting concessions",
        M.PROCUREMENT_BAN,
    ),
    **kinds(
        "import imports imported importing importation importer importers customs border"
        " quarantine inbound withhold shelves",
        M.IMPORT_BAN,
    ),
    **kinds(
        "export exports exported exporting exportation exporter exporters supply supplying supplies"
        " shipments shipping deliver delivering deliveries transfer transfers outbound servicing",
        M.EXPORT_BAN,
    ),
    **kinds("sale sales sell selling sold resale", M.SALES_BAN),
    **kinds("visa visas travel travelling entering visiting airport passports", M.TRAVEL_BAN),
    **kinds("investment investments invest investing stake stakes shareholding", M.INVESTMENT_BAN),
    **kinds("assets asset accounts account funds yacht villa deposits property", M.ASSET_FREEZE),
    **kinds(
        "transactions dealings dealing insuring insurance financing brokering flights flight skies airspace"
        " overflight landing berth ports lending",
        M.SANCTIONS,
    ),
    **kinds("tariff tariffs duty duties", M.TARIFF),
}
"""Words by whose company a word that stops something tells its kind."""

ENTRY = listed("entry enter entered admission")
"""Of goods they tell of an import, of persons of travel."""

CARGO = GOODS | listed(
    "cargo cargoes consignment consignments shipment shipments container containers load loads batch"
    " batches parcels crates pallets truckloads lorries merchandise produce meat poultry chicken shrimp"
    " prawns rice paste honey garments apparel clothing cotton yarn panels modules polysilicon batteries"
    " tomatoes nickel iron ore bauxite palm lobsters apples oranges grapes mangoes onions milk powder"
    " dairy eggs cattle sheep lamb hides leather toys cosmetics medicines drugs vaccines shoes footwear"
    " furniture scooters bicycles turbines engines pumps valves bearings lenses optics lasers wafers tools"
    " gear devices spares items commodities salmon"
)
"""What is shipped."""

PERSONS = (
    COMMON_PARTY
    | OWN_SIDE
    | listed(
        "it its them him her he she they who whom which contractor contractors builder builders supplier"
        " bidder bidders joint consortium consortia consultants consultant group"
        " conglomerate exporter importer grower producer producers shipowner owner owners plants plant"
        " establishments mill mills refinery refineries affiliates affiliate directors director founder"
        " brothers tycoon businessmen magnate banker bankers lender units unit miner miners"
        " refiner smelter steelmaker chipmaker shipbuilder network networks minister ministers general"
        " generals warlord smuggler smugglers"
    )
)
"""Common nouns of those that a measure is on."""

HITS = listed("target targets targeted hit hits struck")
"""Verbs that tell of sanctions where an authority acts and sanctions are the theme."""

DOORS = listed("door doors tap taps")
"""What is shut on somebody."""

PROCEDURE = listed(
    "order orders rule rules rulemaking regulation regulations decision decisions ruling rulings finding"
    " findings notice notices determination determinations investigation proceedings debarment ban bans"
    " licence licences license licenses permit permits authorisation authorization period term terms"
    " deadline deadlines regime regimes list lists listing listings designation designations measure"
    " measures requirement requirements restriction restrictions curb curbs prohibition prohibitions"
    " sanctions sanction embargo embargoes tariff tariffs duty duties levy levies surcharge surcharges"
    " quota quotas freeze freezes exclusion suspension penalty penalties exemption exemptions waiver"
    " waivers blacklist blacklisting detention detentions hold controls control cap caps limits moratorium"
    " directive decree rate rates ineligibility disqualification direction status safeguard"
    " safeguards"
)
"""What is made by an authority and can be undone."""

STOPS: dict[str, MeasureType | None] = {
    **kinds(
        "debar debars debarred debarring disqualify disqualifies disqualified disqualifying ineligible",
        M.PROCUREMENT_BAN,
    ),
    **dict.fromkeys(
        listed(
            "ban bans banned banning bar bars barred barring prohibit prohibits prohibited prohibiting"
            " forbid forbids forbade forbidden forbidding outlaw outlaws outlawed outlawing restrict"
            " restricts restricted restricting grounded"
        )
    ),
    **kinds("embargo embargoed embargoes embargoing", M.EMBARGO),
    **kinds("blacklist blacklisted blacklists blacklisting", M.LISTING),
    **kinds("designated designate designates designating", M.LISTING),
    **kinds("sanctioned sanction sanctioning", M.SANCTIONS),
    **kinds("freeze froze frozen freezing", M.ASSET_FREEZE),
    **kinds("fined fining", M.FINE),
}
"""Words that need nothing beside them where measures of trade are the theme; None: their company tells."""

HOLDS = listed(
    "detain detains detained detaining seize seizes seized seizing impound impounds impounded impounding"
    " confiscate confiscates confiscated confiscating intercept intercepts intercepted intercepting hold"
    " holds held holding"
)
"""What is done to goods at a border, and to assets; goods, assets or the theme must stand beside them."""

BLOCKS = listed(
    "block blocks blocked blocking stop stops stopped stopping halt halts halted halting exclude excludes"
    " excluded excluding suspend suspends suspended suspending refuse refuses refused refusing reject"
    " rejects rejected rejecting curb curbs curbed curbing limit limits limited limiting bar deny denies"
    " denied denying shut shuts shutting tighten tightens tightened tightening turn turns turned turning"
    " lock locked keep kept prevent prevents prevented preventing cut cutting"
)
"""Common verbs that stop something; the trade, the list or the tender that they stop must stand beside."""

AWAY = listed("away back around off out from")
"""Behind "turn", "keep", "cut", "lock" and "shut"."""

WITH_AWAY = listed("turn turns turned turning keep kept cut cutting lock locked shut shuts shutting")

NOUNS: dict[str, MeasureType | None] = {
    **kinds("debarments ineligibility disqualification", M.PROCUREMENT_BAN),
    **kinds("blacklistings", M.LISTING),
    **kinds("detention detentions impoundment", M.IMPORT_BAN),
    **kinds("seizure seizures confiscation", M.ASSET_FREEZE),
    **kinds("quota quotas", M.TARIFF),
    **kinds("proscription blacklist blacklists", M.LISTING),
    **kinds("disgorgement forfeiture", M.FINE),
    **kinds("watchlist watchlists", M.LISTING),
    **kinds("impost cess", M.TARIFF),
    **kinds("disbarment", M.PROCUREMENT_BAN),
    **dict.fromkeys(listed("boycott interdiction limitation limitations")),
    **kinds("surtax surtaxes", M.TARIFF),
    **kinds("privileges", M.DENIAL_ORDER),
    **kinds("hold", M.IMPORT_BAN),
    **kinds("package", M.SANCTIONS),
    **kinds("rate charge tax imposition", M.TARIFF),
    **kinds("cap ceiling", M.SANCTIONS),
    **dict.fromkeys(listed("blockade restraint restraints requirement requirements")),
}
"""Nouns of measures beside those of `noun_words`, and those that mean another kind in such a story."""

NEEDING: dict[str, frozenset[str]] = {
    **dict.fromkeys(("cap", "ceiling"), listed("price")),
    "privileges": listed("export"),
    "hold": listed("the customs detention port"),
    "package": listed("sanctions"),
    **dict.fromkeys(("charge", "tax"), listed("% percent cent")),
    **dict.fromkeys(
        ("requirement", "requirements"), listed("licence license licensing export permit import certificate")
    ),
    **dict.fromkeys(("seizure", "seizures"), listed("asset customs port border")),
}
"""Nouns that are a measure only behind one of these."""

KNOWN_BY: dict[str, str] = {"cap": "price", "ceiling": "price", "package": "sanctions"}
"""Nouns that are a measure without that word where the story has it elsewhere."""

OF_DUTIES = listed(
    "additional import customs safeguard dumping countervailing punitive percent cent % extra special"
    " export retaliatory further provisional definitive antidumping"
)
"""Before "duty" they make it one of customs."""

TAXES = listed("duty duties levy levies surcharge surcharges")
"""Nouns that are a tariff in a story on tariffs."""

BY_TARIFF = listed("rate")
"""Nouns that are one there before "on"."""

DENIED = listed("step steps measure measures action decision order move sanction ruling restriction")
"""Nouns of which it can be told that there was none such."""

IN_HEADLINES = listed(
    "ban bans freeze embargo tariff tariffs duty duties levy levies surtax curbs debarment detention fine"
    " penalty licence license exclusion settlement sanctions restrictions restriction order designation"
    " blacklist"
)
"""Nouns that open a measure already in a headline."""

_REFERRING = listed(
    "control stop halt penalties agreement additions notice notices decree undertaking undertakings denial"
    " decision action actions move step ruling punishment direction directive"
)
"""Nouns that open no measure of their own, however plain the theme of the story is."""

FREE = (noun_words.HEADS.keys() | NOUNS.keys()) - _REFERRING
"""Nouns that open a measure of their own in such a story, if they refer to none told elsewhere."""

LIFE = listed(
    "driving smoking vaping drinking alcohol burqa burqas niqab hijab headscarf headscarves abortion"
    " abortions dogs dog pets phones phone smartphones smartphone cricket football soccer rugby doping"
    " stadium playing fans spectators hunting fracking protests protest rallies gatherings swearing"
    " marriage marriages boxing speeding parking rent evictions cannabis fireworks pornography hiring"
    " recruitment hosepipe touchline transfer bonfires barbecues demonstrations weddings"
)
"""What bans of another sort than trade are on: habits, animals, sport, dress."""

NOT_BESIDE = LIFE | listed(
    "plastic players gay pesticide tiktok advertising transfers meetings weather council jail prison"
    " sentence murder cocaine heroin broadcast office"
)
"""Words right beside a word of the lexicon that tell of another matter."""

EXCHANGE = listed("exchange stock nasdaq nyse bourse share shares ipo flotation index")
"""Words beside "listing" that speak of shares."""

NO_LIST = listed(
    "shopping waiting price guest client mailing wine watch short long playing cast"
    " reading wish hit check bucket set honours casualty advisory expert judging discussion honour speaking"
    " attendance passenger"
)
"""Words before "list" that make it none of an authority."""

LISTS = listed(
    "list lists register registers blacklist blacklists roster annex schedule sdn entity rolls catalogue"
    " panel panels"
)
"""Where a party is put, and from which it is taken."""

ONTO = listed(
    "add adds added adding put puts putting place places placed placing include includes included"
    " including enter entered name named names went go goes landed lands appear appears appeared returned"
    " restored join joins joined slapped"
)
"""Verbs that go on with "on the list", "to the register"."""

OFF = listed(
    "remove removes removed removing take takes took taken taking strike strikes struck striking drop"
    " drops dropped dropping delete deletes deleted come comes came coming get gets got getting strip"
    " stripped cleared clear fell fall expunged erased scrubbed freed free released release"
)
"""Verbs that go on with "off the list", "from the register"."""

LISTED = listed("listed relisted list lists")
"""Participles of putting on a list."""

_ALONE = listed(
    "lift lifts lifted lifting rescind rescinds rescinded rescinding repeal repeals repealed repealing"
    " revoke revokes revoked revoking overturn overturns overturned overturning annul annuls annulled"
    " annulling quash quashes quashed quashing exempt exempts exempted exempting spared spares waive"
    " waives waived waiving carved carve grandfathered relax relaxes relaxed relaxing ease eases eased"
    " easing"
)
"""Verbs of undoing that hardly have another object in such a story."""

_OF_MUCH_ELSE = listed(
    "strip strips stripped pull pulls pulled abrogate abrogates abrogated discontinue discontinues"
    " discontinued invalidate invalidates resolve resolves resolved resolving reconsider reconsiders"
    " reconsidered reconsidering lighten lightens lightened liberalise liberalised liberalize"
    " liberalized commute commuted mitigate mitigated stays shelves excuse grandfather carves carving"
)
"""Verbs of undoing that are read only where the noun of a measure is their object."""

LIFTS: dict[str, MeasureType] = {
    **{low: undoing_words.VERBS[low] for low in sorted(_ALONE)},
    **kinds("undo undoes undid undone undoing", M.LIFTING),
    **kinds(
        "delist delists delisted delisting vacate vacates vacated vacating unfreeze unfreezes unfroze"
        " unfrozen unfreezing unblock unblocked exonerated",
        M.LIFTING,
    ),
}
"""Verbs of undoing that need no object beside them where measures of trade are the theme.

What is undone or reversed there is taken back whole; beside the noun of its measure it may be only in part.
"""

COMMON_LIFTS: dict[str, MeasureType] = {
    **{
        low: kind
        for low, kind in undoing_words.VERBS.items()
        if low not in LIFTS.keys() | _OF_MUCH_ELSE | undoing_words.PARTICLES.keys()
    },
    **kinds("reverse reverses reversed reversing", M.LIFTING),
    **kinds("shorten shortens shortened", M.RELIEF),
    **kinds("exclude excludes excluded", M.EXEMPTION),
}
"""Common verbs of undoing; what an authority has made, or a word for it, must stand beside them."""

_NOUNS_OF_MUCH_ELSE = listed(
    "termination scrapping quashing abolition reversal modification lifeline loosening climbdown softening"
    " backdown"
)
"""Nouns of undoing that are read only beside the noun of a measure."""

LIFTING_NOUNS: dict[str, MeasureType] = {
    **{low: kind for low, kind in undoing_words.NOUNS.items() if low not in _NOUNS_OF_MUCH_ELSE},
    **kinds("unfreezing rescinding reinstatement delistings removals end", M.LIFTING),
    **kinds("stay moratorium", M.SUSPENSION),
    **kinds("loophole loopholes", M.EXEMPTION),
    **kinds("remission refund refunds drawback", M.TARIFF_RELIEF),
}
"""Nouns of undoing whose object the sentence need not name."""

SETTLES = listed("settle settles settled settling")
AUTHORISES = listed(
    "authorises authorised authorise authorizes authorized authorize permits lets allows permitted allowed"
)
SHUTS = listed("shut shuts shutting lock locks locked squeeze squeezed freeze freezes froze frozen kept keep")
CLOSED = listed("skies airspace ports port market markets border borders waters")
LEFT = listed("leave leaves left")
CAME = listed("come comes came coming")
ACTED = listed("act acts acted")
"""Verbs that tell of a measure with what stands behind them."""

REIMPOSES = listed(
    "reimpose reimposes reimposed reimposing reinstate reinstates reinstated reinstating restore restores"
    " restored restoring relist relists relisted"
)
"""Verbs of taking a measure again; it must stand beside them."""

CEASES = listed(
    "stop stops stopped stopping cease ceases ceased halt halts halted pause paused suspend suspended"
)
"""Verbs that go on with "buying", "importing", "selling"."""

RESUMES = listed(
    "resume resumes resumed resuming resumption reopen reopens reopened reopening readmit readmitted"
)
"""Verbs by which a trade that was stopped goes on."""

TEARS = listed(
    "tear tears tore torn tearing throw threw thrown toss tossed rip rips ripped ripping set sets setting"
    " strike strikes struck striking wipe wiped"
)
"""Verbs that undo with "up" and "out"; of equipment they take it out of use."""

TRADE = listed(
    "imports exports purchases shipments sales deliveries trade buying flights border borders market"
    " markets exporting importing"
)
KIT = listed("kit gear equipment cameras routers devices drones antennas modems hardware handsets turbines")

RELEASES = listed("release releases released releasing free frees freed freeing")
ANSWERS = listed("retaliate retaliates retaliated retaliating retaliation")

LOSES = listed("lose loses lost losing")
ROLLS = listed("roll rolls rolled rolling")
FALLS = listed("fall falls fell fallen drop drops dropped")
ON_HOLD = listed("put puts putting place placed kept keep")
LEAVE = LICENCES | listed("exemption exemptions waiver waivers")
"""What is revoked."""
DUTIES = TAXES | listed("tariff tariffs rate rates")
"""What is relieved."""

FORBIDDING = listed("may must can shall could")
ACTS: dict[str, MeasureType] = {
    **kinds("bid compete tender subcontract", M.PROCUREMENT_BAN),
    **kinds("import", M.IMPORT_BAN),
    **kinds("export supply ship deliver provide transfer send service", M.EXPORT_BAN),
    **kinds("sell resell", M.EXPORT_BAN),
    **kinds("invest", M.INVESTMENT_BAN),
    **kinds("buy purchase source install procure", M.PROCUREMENT_BAN),
    **kinds("deal trade transact insure finance call dock", M.SANCTIONS),
    **kinds("enter travel", M.TRAVEL_BAN),
}
"""Acts that somebody "may not", "can no longer" or "must not" do."""
