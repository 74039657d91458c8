"""Words that tell what a capitalised name is."""

from __future__ import annotations

from licet.news.listed import listed

TITLES = listed(
    "president vice-president secretary minister premier chancellor king queen prince sheikh"
    " ayatollah general colonel admiral captain major sergeant ambassador envoy governor mayor senator"
    " congressman congresswoman representative judge justice chief deputy vice prime attorney chairman"
    " chairwoman chair director commissioner spokesman spokeswoman spokesperson officer executive"
    " professor doctor sir lord lady dame mr mrs ms mr. mrs. ms. dr. prof. sen. sens. rep. reps. gov."
    " gen. lt. col. sgt. capt. maj. adm. cmdr. rev. hon. amb. pres. undersecretary leader advisor"
    " adviser counsel ceo cfo coo chief-executive house speaker majority minority assistant acting"
    " former then-president press national acting co-founder founder inspector detective lawmaker"
    " oligarch businessman businesswoman tycoon banker economist analyst lawyer trader founder"
)
"""Before a name; they are no part of it."""

STATE_TITLES = listed(
    "president leader secretary minister premier chancellor king queen prince senator congressman"
    " congresswoman representative ambassador envoy governor mayor judge attorney commissioner"
    " undersecretary sen. rep. gov. sens. reps. amb. pres. lawmaker treasurer prosecutor gen. general"
    " admiral adm."
)
"""Of persons who act for a state."""

VOICE_TITLES = listed("spokesman spokeswoman spokesperson press")
"""Of persons who speak for another."""

EXPERT_NOUNS = listed(
    "professor analyst economist lawyer attorney fellow expert researcher scholar consultant partner"
    " strategist historian academic specialist scientist author lecturer adviser advisor associate"
    " counsel practice former ex-official"
)
"""In the phrase after a name, of persons asked for their view."""

PERSON_NOUNS = EXPERT_NOUNS | listed(
    "chairman chairwoman chair chief director executive founder owner president secretary minister"
    " senator democrat republican spokesman spokeswoman spokesperson head deputy leader son daughter"
    " brother wife husband businessman businesswoman oligarch banker official lawmaker captain"
    " engineer trader manager citizen national man woman who"
)
"""In the phrase after a name, of persons."""

COMPANY_NOUNS = listed(
    "company firm maker manufacturer supplier bank group conglomerate giant retailer carrier airline"
    " operator producer exporter importer trader shipper broker distributor refiner subsidiary unit"
    " affiliate startup start-up player provider shipyard developer fund insurer organisation"
    " organization agency think-tank institute university vessel tanker ship entity business chipmaker"
    " drugmaker carmaker utility miner yard"
)
"""In the phrase after a name, of organisations."""

FORMS = listed(
    "corp. corp corporation inc. inc co. co company ltd. ltd limited llc llp plc ag gmbh sa s.a. nv"
    " n.v. spa jsc pjsc ojsc oao ooo zao sarl s.r.l. bv b.v. ab oy asa kk pte. pte pty. pty fze fzco"
    " fzc dmcc bhd"
)
"""Legal forms at the end of a name."""

ORGANISATION_WORDS = FORMS | listed(
    "university college school academy institute institution center centre council committee"
    " commission bureau agency department ministry office bank group holdings holding association"
    " federation foundation union authority board court administration service services technologies"
    " technology telecom telecommunications systems industries industry international airlines airways"
    " air shipping maritime lines line logistics trading trade energy oil petroleum gas mining steel"
    " motors electronics semiconductor semiconductors micro microelectronics communications networks"
    " equipment works shipyard shipyards capital partners ventures fund insurance securities exchange"
    " press media news times studies party organization organisation chamber league army force forces"
    " guard corps navy police exports export aviation aerospace defence defense enterprises enterprise"
    " consulting solutions laboratories labs pharma chemicals chemical marine refining refinery"
    " terminals terminal freight cargo ports port supply instruments optics robotics foods metals"
    " components devices digital software data network consortium project watch monitor intelligence"
)
"""In a name, of organisations."""

HEADS = listed(
    "bank ministry department university center centre council bureau institute office chamber"
    " association federation academy agency commission committee court school board union port college"
    " society bar house foundation service fund coalition alliance campaign league"
)
"""Words after which "of" and "for" go on with a name."""

INSTRUMENT_WORDS = listed(
    "act order rule rules regulation regulations list agreement treaty resolution law directive"
    " decree code constitution section article chapter amendment notice license licence programme"
    " program bill convention protocol accord summit talks conference war day"
)
"""At the end of a capitalised phrase, of things that are no parties."""

CALENDAR = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep."
    " oct. nov. dec. easter christmas ramadan"
)

NO_PARTY = (
    CALENDAR
    | TITLES
    | listed(
        "i i'm i've i'd i'll republican republicans democrat democrats democratic gop internet twitter x"
        " facebook telegram weibo linkedin english mandarin arabic farsi god earth western eastern"
        " northern southern european asian african arab islamic muslim christian jewish communist soviet"
        " nazi foreign d-calif no. yes no ok state federal parliament asia europe africa euro dollar yuan"
        " rouble ruble yen inspector-general co-chair covid plan phase annex schedule table figure part"
        " cold world war gulf middle east west north south"
    )
)
"""Capitalised words that name no party by themselves."""

FUNCTION_WORDS = listed(
    "the a an it its it's he she they we you this that these those his her their our my your but or"
    " so in on at by for from to of as after before when while if since although though because under"
    " with without however meanwhile still then there what who where why how last next one two three"
    " some many most no not both each any all every few several such neither either other another"
    " officials sources people shortly earlier later recently nevertheless nonetheless also yet once"
    " despite during over against among between within upon given asked according speaking responding"
    " following more less much even only just too very now today yesterday tomorrow instead moreover"
    " furthermore besides indeed perhaps maybe here about whether until unless than including like nor"
    " thus hence therefore through throughout amid is are was were be been being has have had do does"
    " did will would can could should may might must shall don't doesn't didn't won't can't isn't"
    " aren't wasn't weren't let that's there's he's she's they're we're and sanctions companies"
    " exports imports trade shares analysts experts critics lawyers prosecutors diplomats regulators"
    " authorities lawmakers investigators traders banks customers executives investors"
)
"""Words that begin a sentence and no name."""

OFFICE_FOLLOWERS = listed(
    "officials official secretary minister spokesman spokeswoman spokesperson said says sources lawyers has"
)
"""After a short form such as Commerce, they tell that the authority is meant."""

PARTICLES = listed("al el bin ibn de der den von van da di del la le du abu ould ter")
"""Small words within a person's name."""

AFTER_A_PEOPLE = listed(
    "to seem seems seemed have has had will would could can may might are were want wants wanted say"
    " said and or who think believe agreed agree themselves did do"
)
"""After "the Chinese", they tell that the people or government is meant, not a quality of the next noun."""
