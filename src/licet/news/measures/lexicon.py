"""Words that every rule of measures shares: what parts clauses, who acts, what is traded."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.measures.measure import MeasureType, kinds

BE = listed(
    "is are was were be been being get gets got isn't aren't wasn't weren't 's remain remains remained stay"
    " stays stayed"
)
"""Before a participle they make it passive."""

ADVERBS = listed(
    "also not never already again since then later recently previously initially immediately temporarily"
    " permanently effectively formally officially quietly fully partially partly now still just only even"
    " first once twice subsequently reportedly indefinitely abruptly suddenly swiftly finally further today"
    " yesterday unilaterally likewise briefly long soon ever newly jointly separately similarly so far"
)
"""Between an auxiliary and its verb, or a subject and its verb."""

AUXILIARY = listed(
    "has have had having did do does will would may might could should can must shall won't wouldn't can't"
    " cannot couldn't shouldn't didn't don't doesn't hasn't haven't hadn't 'd 'll 've to and"
)
"""Between a subject and its verb, with the words of being."""

DETERMINERS = listed(
    "the a an this that these those its their his her our any all some such no more most many several other"
    " another certain both each every new"
)

MODALS = listed(
    "to will would may might could should can must shall not didn't did won't wouldn't can't cannot"
)
"""Before a word that is noun and verb alike, they tell that it is a verb."""

PREPOSITIONS = listed(
    "of in with from on against to by for over about at between near under into toward towards among through"
    " within across involving like regarding concerning onto upon"
)

OPENERS = listed(
    "that after before because while although though if unless when whether saying since until whereas"
    " which who where but"
)
"""Words that begin another clause."""

PARTING = frozenset((";", ":", "—", "–", "(", ")", "[", "]"))
"""Marks that part clauses."""

QUOTES = frozenset('"“”«»„')

BODY = listed(
    "government administration officials official regulators regulator authorities authority department"
    " ministry minister ministers parliament lawmakers president cabinet council commission agency bureau"
    " governments leaders states treasury customs court prosecutors senators members"
    " office unit watchdog service inspectorate tribunal envoy negotiators"
)
"""Behind the name of a country they stand for its authorities."""

OWN_SIDE = listed(
    "firms companies businesses suppliers manufacturers makers providers exporters importers banks persons"
    " citizens nationals investors carriers operators entities agencies contractors chipmakers sellers"
    " buyers vendors insurers airlines ships vessels ports lenders institutions individuals exchanges"
    " retailers shops universities refiners traders brokers people consumers users customers officials"
)
"""Those whom a ban binds; behind the name of a country they are no authority."""

COMMON_PARTY = listed(
    "firms companies businesses banks individuals people persons officials entities vessels ships tankers"
    " executives oligarchs lawmakers politicians generals officers ministers company firm bank vessel tanker"
    " individual businessman businessmen entity networks network subsidiaries subsidiary airline airlines"
    " manufacturer maker carrier group trader traders refiner refiners port ports yard businesswoman"
)
"""Common nouns of those that a measure can be aimed at."""

GOODS = listed(
    "goods products imports exports steel aluminum aluminium cars autos vehicles wine soybeans pork beef"
    " barley solar panels chips semiconductors microchips coal oil gas equipment technology parts components"
    " machinery textiles timber lumber cheese whisky whiskey cotton seafood grain wheat minerals metals"
    " telecoms telecom arms weapons fertiliser fertilizer fertilisers fertilizers trucks phones handsets"
    " drones diamonds gold silver copper gallium germanium graphite crude fuel diesel uranium titanium"
    " electronics software magnets sugar ethanol fish fruit tea coffee tobacco cement paper glass tyres tires"
)
"""What is traded."""

LICENCES = listed("licence licences license licenses permit permits")
"""Papers by which an authority lets somebody trade."""

TRADE_NOUNS: dict[str, MeasureType] = {
    **dict.fromkeys(
        (
            "exports",
            "export",
            "shipments",
            "shipment",
            "supplies",
            "deliveries",
            "reexports",
            "transfers",
            "access",
            "supply",
            "delivery",
            "provision",
            "transfer",
        ),
        MeasureType.EXPORT_BAN,
    ),
    **dict.fromkeys(("imports", "import", "importation"), MeasureType.IMPORT_BAN),
    **dict.fromkeys(("sales", "sale", "resale"), MeasureType.SALES_BAN),
    **dict.fromkeys(("purchases", "purchase", "procurement", "use"), MeasureType.PROCUREMENT_BAN),
    **dict.fromkeys(
        ("investment", "investments", "acquisition", "takeover", "acquisitions", "takeovers", "ownership"),
        MeasureType.INVESTMENT_BAN,
    ),
    **dict.fromkeys(("travel", "entry", "visas", "visa"), MeasureType.TRAVEL_BAN),
    **dict.fromkeys(("trade", "transactions", "dealings", "commerce", "transit"), MeasureType.SANCTIONS),
}
"""Nouns of a trade that can be stopped, and what a measure against it is."""

STATE = listed(
    "government administration ministry department parliament cabinet regulator regulators authorities agency"
    " bureau commission council president minister lawmakers court treasury watchdog judge judges authority"
    " prosecutors ministers governments inspectorate legislature"
)
"""Common nouns of those that take measures."""

PLACES: dict[str, MeasureType] = {
    **kinds("networks network contracts tenders tender procurement auctions", MeasureType.PROCUREMENT_BAN),
    **kinds("ports airspace skies market markets waters exchanges banking", MeasureType.SANCTIONS),
}
"""What one can be barred from without a word for the act."""

OUTWARD: dict[str, MeasureType] = {
    **kinds("bidding bid competing contracting participating", MeasureType.PROCUREMENT_BAN),
    **kinds("operating flying landing docking calling", MeasureType.SANCTIONS),
    **kinds(
        "exporting export shipping ship supplying supply providing provide sending send"
        " delivering deliver transferring transfer servicing service furnishing offering",
        MeasureType.EXPORT_BAN,
    ),
    **kinds(
        "selling sell reselling resell",
        MeasureType.SALES_BAN,
    ),
    **kinds(
        "trading trade dealing deal doing do conducting engaging transacting working work lending insuring"
        " insure financing finance funding fund brokering broker transporting transport carrying raising"
        " borrowing issuing overflying handling unloading banking",
        MeasureType.SANCTIONS,
    ),
    **kinds(
        "investing invest owning own holding taking putting",
        MeasureType.INVESTMENT_BAN,
    ),
}
"""Acts of one who gives; who is cut off stands behind "to", "with" or "in"."""

INWARD: dict[str, MeasureType] = {
    **kinds(
        "importing import",
        MeasureType.IMPORT_BAN,
    ),
    **kinds(
        "buying buy purchasing purchase procuring procure using use acquiring acquire obtaining obtain"
        " sourcing source receiving receive spending spend getting accessing access leasing"
        " installing install fitting deploying",
        MeasureType.PROCUREMENT_BAN,
    ),
    **kinds(
        "entering enter travelling traveling travel visiting",
        MeasureType.TRAVEL_BAN,
    ),
}
"""Acts of one who takes; who is cut off is the taker where it is named, else who made the thing."""
CURRENCIES = frozenset(("$", "€", "£", "¥"))
"""Signs before a sum of money."""
