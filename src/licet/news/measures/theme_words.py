"""Words that tell that a story is about measures of trade, and about which of them it is."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.measures.lexicon import GOODS
from licet.news.measures.measure import MeasureType, kinds

M = MeasureType

TOPIC = listed(
    "sanctions embargo embargoed blacklist blacklisted blacklisting blacklists ofac ofsi tariffs duties"
    " antidumping dumping countervailing safeguard debarred debarment debar debarments procurement tenders"
    " tendering importers exporters exporter importer imports exports exported designations oligarch"
    " oligarchs bis entity wro customs consignment consignments ineligible ineligibility bidders licensing"
    " unfrozen freezes transshipment semiconductors lighterage cbp hmrc mofcom meti dgft surtax"
)
"""Words that hardly stand in a story about anything else; two of them tell the theme."""

OFFICES = listed(
    "government governments ministry minister ministers regulator regulators treasury commerce foreign"
    " customs brussels washington beijing moscow london tokyo delhi canberra ottawa commission council"
    " parliament senate congress tribunal agency department lawmakers watchdog prosecutors embassy"
    " spokesperson defence defense"
)
"""Words of those who take measures."""

TRADES = (
    GOODS
    | listed(
        "export import trade goods shipment shipments cargo cargoes containers container tender bidding"
        " bid contract contracts contractor contractors supplier suppliers vendor vendors buyers equipment"
        " shipping vessel vessels tanker tankers port ports border purchases growers producers"
        " manufacturers manufacturer makers maker networks routers aircraft turbines machinery machine"
        " dealings transactions accounts assets banks insurers freight carrier freighter oligarch"
        " commodity"
    )
) - listed("fish fruit tea coffee paper glass cheese cars gold silver phones sugar wine parts products")
"""Words of what measures of trade are on."""

MEASURES = listed(
    "ban bans barred banned prohibited prohibition licence licences license licenses authorisation permit"
    " authorization waiver exemption restrictions restriction curbs controls freeze frozen tariff tariffs"
    " duty levy surcharge listed listing designation sanctioned sanction delisted delisting detained"
    " detention seized quota quotas blacklist blacklisted exclusion excluded embargo debarred suspended"
    " revoked lifted asset penalty violations compliance"
)
"""Words of measures that stand in stories of other matters too."""

KINDS: dict[str, MeasureType] = {
    **kinds(
        "debarred debarment debar debars debarring ineligible ineligibility procurement tender tenders"
        " tendering bidding bidders bidder bid bids empanelled contracts install installed installing vendor"
        " vendors routers cameras kit operators masts antennas contractors contractor",
        M.PROCUREMENT_BAN,
    ),
    **kinds(
        "import imports imported importing importers importer detained detention detentions cbp consignment"
        " consignments quarantine withhold inbound growers",
        M.IMPORT_BAN,
    ),
    **kinds(
        "export exports exported exporting semiconductors lithography",
        M.EXPORT_BAN,
    ),
    **kinds(
        "tariff tariffs duty duties levy surcharge antidumping dumping countervailing safeguard quota"
        " quotas surtax",
        M.TARIFF,
    ),
    **kinds("assets freeze frozen froze freezing accounts unfrozen unfreeze funds", M.ASSET_FREEZE),
    **kinds("designated designation blacklist blacklisted blacklisting listed listing entity", M.LISTING),
    **kinds("sanctions embargo ofac ofsi", M.SANCTIONS),
    **kinds("fine fined penalty penalties", M.FINE),
    **kinds("visa visas travel", M.TRAVEL_BAN),
}
"""Words that tell which kind a story is about."""

UNTOLD = frozenset((M.FINE, M.TARIFF, M.TRAVEL_BAN, M.SETTLEMENT, M.LICENCE))
"""Kinds that "the ban" is not taken for only since the story speaks of them too."""
