"""Words that tell what a capitalised name is."""

from __future__ import annotations

from licet.news.dates.lexicon import MONTHS, WEEKDAYS
from licet.news.listed import listed

TITLES = listed(
    "president vice-president secretary minister premier chancellor king queen prince sheikh ayatollah"
    " general colonel admiral captain major sergeant ambassador envoy governor mayor senator congressman"
    " congresswoman representative judge justice chief deputy vice prime attorney chairman chairwoman"
    " chair director commissioner spokesman spokeswoman spokesperson officer executive professor doctor"
    " sir lord lady dame mr mrs ms mr. mrs. ms. dr. prof. sen. sens. rep. reps. gov. gen. lt. col. sgt."
    " capt. maj. adm. cmdr. rev. hon. amb. pres. undersecretary leader advisor adviser counsel ceo cfo coo"
    " chief-executive house speaker majority minority assistant acting former then-president press"
    " national co-founder founder inspector detective lawmaker oligarch businessman businesswoman tycoon"
    " banker economist analyst lawyer trader cllr cllr. councillor councilor archbishop bishop father"
    " brother manager striker midfielder goalkeeper defender winger referee ref coach bowler batsman"
    " skipper umpire treasurer reporter correspondent columnist activist barrister solicitor prosecutor"
    " magistrate attorney-general coroner comrade mullah sheikha emir sultan mufti chairperson dean master"
    " lt.-gen. brigadier superintendent constable"
)
"""Before a name; they are no part of it."""

STATE_TITLES = listed(
    "president leader secretary minister premier chancellor king queen prince senator congressman"
    " congresswoman representative ambassador envoy governor mayor judge justice attorney commissioner"
    " undersecretary sen. rep. gov. sens. reps. amb. pres. lawmaker treasurer prosecutor gen. general"
    " admiral adm."
)
"""Of persons who act for a state."""

VOICE_TITLES = listed("spokesman spokeswoman spokesperson press")
"""Of persons who speak for another."""

EXPERT_NOUNS = listed(
    "professor analyst economist lawyer attorney fellow expert researcher scholar consultant partner"
    " strategist historian academic specialist scientist author lecturer adviser advisor associate counsel"
    " practice former ex-official"
)
"""In the phrase after a name, of persons asked for their view."""

PERSON_NOUNS = EXPERT_NOUNS | listed(
    "chairman chairwoman chair chief director executive founder owner president secretary minister"
    " senator democrat republican spokesman spokeswoman spokesperson head deputy leader son daughter"
    " brother wife husband businessman businesswoman oligarch banker official lawmaker captain engineer"
    " trader manager citizen national man woman who"
)
"""In the phrase after a name, of persons."""

COMPANY_NOUNS = listed(
    "company firm maker manufacturer supplier bank group conglomerate giant retailer carrier airline"
    " operator producer exporter importer trader shipper broker distributor refiner subsidiary unit"
    " affiliate startup start-up player provider shipyard developer fund insurer organisation organization"
    " agency think-tank institute university vessel tanker ship entity business chipmaker drugmaker"
    " carmaker utility miner yard"
)
"""In the phrase after a name, of organisations."""

FORMS = listed(
    "corp. corp corporation inc. inc co. co company ltd. ltd limited llc llp plc ag gmbh sa s.a. nv n.v."
    " spa jsc pjsc ojsc oao ooo zao sarl s.r.l. bv b.v. ab oy asa kk pte. pte pty. pty fze fzco fzc dmcc"
    " bhd aps sas srl doo kft zrt oü uab kg kgaa eood ltda lda tbk"
)
"""Legal forms at the end of a name."""

CAPITAL_FORMS = listed("as se ad")
"""Legal forms only where they are written in capitals: in small letters they are words of other kinds."""

ORGANISATION_WORDS = FORMS | listed(
    "university college school academy institute institution center centre council committee commission"
    " bureau agency department ministry office bank group holdings holding association federation"
    " foundation union authority board court administration service services technologies technology"
    " telecom telecommunications systems industries industry international airlines airways air shipping"
    " maritime lines line logistics trading trade energy oil petroleum gas mining steel motors electronics"
    " semiconductor semiconductors micro microelectronics communications networks equipment works shipyard"
    " shipyards capital partners ventures fund insurance securities exchange press media news times"
    " studies party organization organisation chamber league army force forces guard corps navy police"
    " exports export aviation aerospace defence defense enterprises enterprise consulting solutions"
    " laboratories labs pharma chemicals chemical marine refining refinery terminals terminal freight"
    " cargo ports port supply instruments optics robotics foods metals components devices digital software"
    " data network consortium project watch monitor intelligence"
)
"""In a name, of organisations."""

OFFICES = listed(
    "authority agency ministry bureau inspectorate customs tribunal directorate treasury department court"
    " directorate-general regulator prosecutor"
)
"""At the end of a name, or before "of" at its beginning, they tell an office of state."""

RULING = listed("regulator watchdog ministry inspectorate")
"""Directly before a name they tell that it is an authority's."""

BODIES = listed(
    "board council commission office service administration commissioner secretariat unit entity police guard"
)
"""At the end of a name they tell an office of state beside one of the words of what it rules."""

OF_STATE = listed(
    "procurement trade customs sanctions export import tariff border port ports competition securities"
    " maritime aviation tax revenue licensing safety food standards cabinet federal national public"
    " prosecution integrity contracts tenders privy government financial enforcement state crown cocoa tea"
    " coffee cotton wheat grain timber tobacco fisheries immigration fiscal veterinary quarantine"
)
"""What boards, councils and services of a state rule."""

HEADS = listed(
    "bank ministry department university center centre council bureau institute office chamber"
    " association federation academy agency commission committee court school board union port college"
    " society bar house foundation service fund coalition alliance campaign league organization"
    " organisation movement front forces physicians doctors lawyers mission initiative programme"
    " directorate secretariat trust guild"
)
"""Words after which "of" and "for" go on with a name."""

INSTRUMENT_WORDS = listed(
    "note meeting award holiday show no. festival week final event exhibition guidance team review survey"
    " lecture calendar prize medal race derby act order rule rules regulation regulations list agreement"
    " treaty resolution law directive decree code constitution section article chapter amendment notice"
    " license licence programme program bill convention protocol accord summit talks conference war day"
)
"""At the end of a capitalised phrase, of things that are no parties."""

HONOURS = listed("mp mps mep meps msp kc qc sc obe cbe mbe esq esq. jr jr. sr sr. phd md ret rtd")
"""After a person's name; they are no part of it."""

SETTLEMENTS = listed(
    "town city village port hamlet suburb district province county region municipality state outskirts"
    " streets enclave republic area suburbs settlement capital island peninsula governorate prefecture"
    " oblast canton north south east west coast mayor borough"
)
"""Before "of" and a name, they tell that it is a place."""

HELD_IN = listed(
    "stake stakes share shares shareholding holding holdings interest interests invest invests invested"
    " investing investment investments investor investors confidence trust trusted believe believed role"
    " majority minority shareholder shareholders equity position positions capital specialises specializes"
    " trades traded trading deals dealing involved director named"
)
"""Before "in", they tell that no place follows: a stake in Zeltron."""

SPEAKING = listed("said says told denied declined added announced replied wrote posted")
"""After a name, they tell that somebody and no place is meant."""

OF_A_COMPANY = listed(
    "shares profit profits revenue revenues sales earnings products customers suppliers chairman ceo"
    " chief spokesman spokeswoman spokesperson board employees shareholders stock founder owner subsidiary"
    " fleet lawyer lawyers statement"
)
"""After a possessive, they tell that a company is meant and no town."""

VESSELS = listed(
    "tanker vessel ship freighter ferry yacht trawler bulker carrier barge tug steamer superyacht boat"
)
"""Before a name, of ships."""

SHIP_PREFIXES = listed("mv mt ms ss m.v. m.t. m/v m/t")
"""Before the name of a ship, and no part of it."""

PORTFOLIOS = listed("minister secretary undersecretary commissioner ministers secretaries")
"""Before "for" and "of" with a capital, they tell an office: Minister for Trade."""

OF_A_TOWN = listed(
    "newspaper newspapers daily broker brokers dealer residents suburbs market court office branch"
    " airport headquarters port warehouse summit bureau suburb district plant factory street restaurant"
    " hotel hospital university docks harbour harbor stadium metro"
)
"""After a seat of government, they tell that the town is meant."""

BASED = listed("based listed registered born headquartered bound educated trained")
"""Behind a hyphen, they tell the same."""

MODELS = listed("type class style era series model")
"""Behind a hyphen, they tell that a name is that of a make."""

STARTING_PARTICLES = listed("al el van von de bin ibn der den")
"""Particles with which a surname may begin."""

STREETS = listed(
    "street road avenue lane boulevard alley terrace crescent strasse straße rue via highway motorway"
    " embankment"
)
"""At the end of a capitalised phrase, of what is no party."""

WATERS = listed(
    "river sea bay strait straits gulf lake island islands county province peninsula valley mountains"
    " mountain canal airport desert archipelago oblast coast bridge tunnel stadium square roundabout docks"
    " harbour harbor quay"
)
"""At the end of a capitalised phrase, of places."""

BEFORE_PLACES = listed("county lake mount cape river gulf isle loch")
"""At the beginning of a phrase of two words, of places."""

VOICES = listed("spokesman spokeswoman spokesperson spokespeople")
"""Of persons who speak for a house that the story is about."""

OUTLETS = listed(
    "wire news times weekly daily gazette herald tribune journal post chronicle examiner observer"
    " telegraph courier bulletin mail standard lantern review monthly magazine"
)
"""At the end of a name, of papers and agencies."""

IMPERATIVES = listed(
    "suppose imagine consider remember assume say ask tell note see meet take call buy watch"
)
"""At the beginning of a sentence, no part of the name behind them."""

REGIONS = listed(
    "region district province provinces peninsula valley area county oblast enclave republic coast suburb"
)
"""Behind a single name, they tell that it is a place's."""

PRIZES = listed("award awards prize trophy cup medal")
"""After a capitalised phrase, they tell that it names no party."""

NUMBERED = listed(
    "item exhibit section article form note table figure chapter page rule paragraph annex schedule"
    " appendix part phase category class lot room level step question no. volume channel flight route gate"
    " platform pier berth hall tier title line count block regulation jan feb mar apr jun jul aug sept sep"
    " oct nov dec"
)
"""Before a number, they name no party."""

OF_THE = listed("people women men children workers lloyd king queen mcdonald moody sotheby christie farmers")
"""Before "'s" and a capital, they begin one name: People's Bank of China."""

COMPASS = listed("north south east west northern southern eastern western central upper lower greater")
"""Before a capital, they begin the name of a place."""

CALENDAR = frozenset((*WEEKDAYS, *MONTHS)) | listed(
    "jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. easter"
    " christmas ramadan thanksgiving valentine halloween hanukkah diwali eid pentecost lent"
    " ascension michaelmas hogmanay midsummer advent"
)

NO_PARTY = (
    CALENDAR
    | TITLES
    | HONOURS
    | listed(
        "i i'm i've i'd i'll republican republicans democrat democrats democratic gop internet twitter x"
        " facebook telegram weibo linkedin english mandarin arabic farsi god earth western eastern northern"
        " southern european asian african arab islamic muslim christian jewish communist soviet moslem"
        " protestant catholic orthodox sunni shiite shia sharia socialist conservative conservatives liberal"
        " liberals tory tories whig bible koran olympics olympic brexit web wifi hutu tutsi kurd kurds asians"
        " africans europeans yours faithfully sincerely madam signed ps messrs mme mlle nazi foreign d-calif"
        " no. yes no ok state federal parliament asia europe africa euro dollar yuan rouble ruble yen"
        " inspector-general co-chair covid plan phase annex schedule table figure part cold world war gulf"
        " middle east west north south"
    )
)
"""Capitalised words that name no party by themselves."""

FUNCTION_WORDS = listed(
    "the a an it its it's he she they we you this that these those his her their our my your but or so in"
    " on at by for from to of as after before when while if since although though because under with"
    " without however meanwhile still then there what who where why how last next one two three some many"
    " most no not both each any all every few several such neither either other another officials sources"
    " people shortly earlier later recently nevertheless nonetheless also yet once despite during over"
    " against among between within upon given asked according speaking responding following more less much"
    " even only just too very now today yesterday tomorrow instead moreover furthermore besides indeed"
    " perhaps maybe here about whether until unless than including like nor thus hence therefore through"
    " throughout amid is are was were be been being has have had do does did will would can could should"
    " may might must shall don't doesn't didn't won't can't isn't aren't wasn't weren't let that's there's"
    " he's she's they're we're and sanctions companies exports imports trade shares analysts experts"
    " critics lawyers prosecutors diplomats regulators authorities lawmakers investigators traders banks"
    " customers executives investors"
)
"""Words that begin a sentence and no name."""

OFFICE_FOLLOWERS = listed(
    "officials official secretary undersecretary under-secretary minister spokesman spokeswoman"
    " spokesperson said says sources lawyers has fined barred added adds sanctioned blacklisted announced"
)
"""After a short form such as Commerce, they tell that the authority is meant."""

PARTICLES = listed("al el bin ibn de der den von van da di del la le du abu ould ter")
"""Small words within a person's name."""

AFTER_A_PEOPLE = listed(
    "to seem seems seemed have has had will would could can may might are were want wants wanted say said"
    " and or who think believe agreed agree themselves did do"
)
"""After "the Chinese", they tell that the people or government is meant, not a quality of the next noun."""
