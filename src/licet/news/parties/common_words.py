"""Common words that stand with a capital at the head of a line or shouted, and name nobody."""

from __future__ import annotations

from licet.news.amounts.currencies import CODES
from licet.news.listed import listed
from licet.news.parties import lexicon
from licet.news.words import Word

COMMON = listed(
    "appellant claimant respondent defendant applicant crown tribunal order ngo ngos ais cctv uavs uav"
    " agm egm ipo mou evs annual meeting staff brent ftse ii iii iv vi vii section desk nations nation"
    " euros dollars roubles yuan santa bitcoin internet team captain regulators schedule award kickoff"
    " match league season goal round thirdly secondly fourthly firstly baltic arctic atlantic pacific"
    " mediterranean caribbean nordic alpine financial nobody everybody somebody anybody everyone someone"
    " anyone nothing everything something anything accordingly additionally alternatively apparently"
    " basically certainly clearly consequently currently effectively essentially eventually finally"
    " fortunately frankly generally historically hopefully honestly importantly increasingly initially"
    " interestingly ironically largely lastly likewise mainly naturally notably obviously occasionally"
    " officially often only originally overall overnight partly personally possibly potentially presumably"
    " previously privately probably publicly rarely regardless reportedly sadly separately significantly"
    " similarly simply simultaneously so sometimes soon specifically strictly subsequently surely"
    " surprisingly technically thankfully together typically ultimately undoubtedly unfortunately"
    " unsurprisingly usually first second third fourth fifth last next new old good great bad big small"
    " young early late high low long short strong weak true false right wrong free full open real best"
    " worst better worse least green red blue white black fine quite total former current own same"
    " different add advertisement advice agreed all analysis announcement answer arrivals article"
    " background banned because begin below breaking brief briefing call charges chart check clarification"
    " click close comment comments contact continue copyright correction corrected could credit date dates"
    " dear deal deadline delete denial details disclaimer download draft editor editorial editors email"
    " embargo events example exclusive exhibit explained factbox facts fewer figures file final find fines"
    " follow foreword form forward forward-looking from further get go good-bye goodbye happy headline"
    " headlines hello help highlights home how imagine important in-depth info information inside instead"
    " interview introduction item items join key kindly latest law lead letter letters licence licences"
    " license licenses like live look made main make memo menu message money monday more morning motion mr"
    " must name names need never news newsletter night note notes notice notices now nowhere obituary"
    " offer ok okay on-the-record opinion other others our outlook page pages paragraph payment payments"
    " penalties penalty people photo picture pictures please podcast police post posts preview price"
    " prices print privacy profile profit promotion question questions quote quotes read readers reading"
    " record register related release remember reply report reporters reports request response review"
    " revised rule rules sale sales save say see send share shipments ships shop sign sold some sorry"
    " source sources special sport stand start statement statements status still stop stopped stories"
    " story studies subject subscribe success summary support take talk tell terms text thank thanks that"
    " think ticket tickets time timeline title today told top topic topics transcript translation try"
    " update updated updates urgent vessels video view views vote votes wait warning watch welcome what"
    " when where which who why wire wishing without words work world write writing year years yes your"
    " caved huge very wow gmt bst est edt cet cest utc pst pdt am pm usd eur gbp rmb cny jpy asap fyi faq"
    " q a tba tbc ceo cfo coo tv pdf rss sms url html usb lng lpg gdp vat gps ai it hr pr us-led councils"
    " hospitals ministers officials prosecutors lawyers importers exporters buyers sellers suppliers"
    " shareholders workers unions farmers drivers sailors crews crew owners banks insurers traders"
    " customers investors analysts rivals competitors directors managers employees residents voters"
    " critics supporters opponents lawmakers politicians diplomats envoys judges courts inspectors"
    " auditors experts members states countries governments companies firms factories refiners miners"
    " steelmakers carmakers chipmakers airlines shipowners brokers forwarders airports ports shares stocks"
    " bonds futures oil gas coal steel copper gold wheat grain timber porcelain phones cameras chips tanks"
    " drones missiles weapons tariffs duties taxes quotas sanctions bans listings measures talks"
    " negotiations exports imports deliveries orders contracts deals agreements inquiries investigations"
    " hearings trials appeals rulings judgments verdicts decisions changes amendments exemptions waivers"
    " permits applications documents papers records emails messages signatories neighbours neighbors"
    " concurrently relatedly conversely crucially critically admittedly arguably curiously predictably"
    " tellingly strikingly understandably unusually notwithstanding accept reject manage cookie cookies"
    " preferences options settings skip crosstalk identifying particulars aliases remarks vacated"
    " friends parents children men women boys girls teas fans players teams clubs"
)
"""In lower case."""

_ALONE_COMMON = lexicon.FUNCTION_WORDS | lexicon.STREETS | COMMON

SHOUTED = listed(
    "banned caved done gone lies liar fake fraud winning win wins lose losing stupid crazy weak sad bad"
    " biggest greatest happening coming tonight ever totally really much love hate war peace wrong right"
    " dead alive big huge bigger longer forever completely absolutely zero nobody nothing everything not"
    " never"
)
"""Words that people print in capitals for their weight."""

_LABELS = listed("inn ogrn kpp dob pob mmsi isin cusip okpo iban")
"""Of identifiers and of what is known of a person; no party is called so."""
_NUMBERED_LABELS = listed("imo lei bic swift ssn tin ein vat cnic nif id") | CODES
"""The same where a number follows, and currencies before their sum: "INR 61.5 billion"."""
_TITLES = listed("sen rep gov gen mr mrs ms dr sgt lt capt col hon prof rev amb")
"""In capitals before a stop."""
MAY_LABEL = _LABELS | _NUMBERED_LABELS | _TITLES
"""Words that are labels where what follows them says so."""
_MEASURED = listed(
    "million billion trillion percent per years year days day months month weeks week hours times people"
    " and or to in on for of from by with at as a m bn tonnes tons barrels"
)
"""Behind a number, they tell that it counts something and names no make."""
_OF_A_MOVEMENT = listed("member lawmaker senator deputy politician candidate councillor mp mep")
"""After "a Green", they tell that a movement is meant."""


def is_common(words: list[Word], place: int, first: int, last: int) -> bool:
    """Whether a single capitalised word is a common one, at the head of a line, numbered or shouted.

    Args:
        words: Words of the story.
        place: Number of the word.
        first: The line begins here.
        last: One past its last word.
    """
    _, _, text, low, _ = words[place]
    if low in _ALONE_COMMON:
        return True
    after = words[place + 1] if place + 1 < last else None
    if after is not None and (after.text == "-" or after.text[0].isdigit()):
        third = words[place + 2] if place + 2 < last else None
        if _is_model(words[place], after, third):
            return True
    before = words[place - 1].low if place > first else ""
    if before in {"for", "of"} and place - 2 >= first and words[place - 2].low in lexicon.PORTFOLIOS:
        return True
    if text.isupper() and len(text) > 1:
        return low in SHOUTED
    return before in {"a", "an"} and after is not None and after.low in _OF_A_MOVEMENT


def _is_model(word: Word, after: Word, third: Word | None) -> bool:
    """Whether a name is numbered or that of a make: Item 8, the Kestrel 4 drone, Orlan-type engines."""
    if after.text[0].isdigit():
        make = third is not None and third.text == third.low and third.low.isalpha()
        return word.low in lexicon.NUMBERED or (make and third is not None and third.low not in _MEASURED)
    return after.text == "-" and third is not None and third.low in lexicon.MODELS


def is_label(words: list[Word], place: int) -> bool:
    """Whether a word in capitals only tells what follows: "IMO 6123456", "DOB: 12 Mar 1960", "SEN. EK"."""
    low = words[place].low
    if low not in MAY_LABEL:
        return False
    after = words[place + 1].text if place + 1 < len(words) else ""
    if low in _LABELS or (low in _TITLES and after == "."):
        return True
    if low not in _NUMBERED_LABELS:
        return False
    third = words[place + 2].text if after in {":", "No.", "Number", "number", "-"} else after
    return third[:1].isdigit()
