"""Words that tell how a story means what it tells: classes of words that govern an act."""

from __future__ import annotations

from licet.news.dates.lexicon import MONTHS as MONTH_NAMES
from licet.news.dates.lexicon import SHORT_MONTHS
from licet.news.listed import listed
from licet.news.modality.cues import Cue


def _verbs(text: str) -> frozenset[str]:
    """All forms of regular verbs; irregular forms are written out where a verb has them."""
    return frozenset(form for verb in text.split() for form in _forms(verb))


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    third = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return verb, f"{verb}{third}", f"{verb}ed", f"{verb}ing"


CLASSES: dict[Cue, frozenset[str]] = {
    Cue.PLEDGE: _verbs("pledge promise vow agree offer volunteer guarantee assure consent assent acquiesce")
    | listed(
        "commit commits committed committing undertake undertakes undertook undertaking swear swears swore"
        " sworn willing ready prepared commitment commitments assurance assurances announcement willingness"
        " readiness"
    ),
    Cue.PROPOSE: _verbs(
        "propose intend aim consider weigh mull contemplate draft explore float suggest recommend"
        " attempt advance eye ponder debate study vote decide endeavour"
    )
    | listed(
        "plans planned planning seek seeks sought seeking try tries tried trying move moves moved moving"
        " push pushes pushed pushing proposal proposals bill bills idea intention intentions plan effort"
        " efforts bid option options campaign step steps decision decisions recommendation motion way"
        " prepare prepares preparing toward towards envisage envisages envisaged envision envisioned favour"
        " favours favoured favor favors favored earmark earmarked mooted readied toyed toying flirted"
        " flirting dangled dangling keen eager inclined tempted opt opts opted"
    ),
    Cue.NEGOTIATE: _verbs("negotiate discuss bargain")
    | listed(
        "talk talks talked talking deal deals negotiation negotiations discussion discussions compromise"
        " truce working work works worked"
    ),
    Cue.REQUEST: _verbs(
        "ask request urge appeal petition lobby plead invite encourage want wish desire clamour clamor prod"
        " nudge beseech entreat"
    )
    | listed(
        "beg begged begging call calls called calling hope hopes hoped hoping facilitate facilitating plea"
        " begs implore implored exhort exhorted prodded prodding besought entreaty advocated advocating"
    ),
    Cue.DEMAND: _verbs("demand insist pressure press") | listed("insistence must ought adamant"),
    Cue.THREAT: _verbs("threaten warn menace caution")
    | listed("threat threats ultimatum ultimatums warnings brandish brandished brandishing spectre specter"),
    Cue.EXPECT: _verbs("expect anticipate schedule await forecast slate announce")
    | listed(
        "due set poised likely upcoming going looming loom looms imminent coming bound forthcoming future"
        " expectation expectations unveil unveils unveiled unveiling"
    ),
    Cue.PREDICT: _verbs("predict fear believe presume suppose assume suspect imagine guess")
    | listed(
        "think thinks thought thinking bet bets prediction predictions belief possible potential"
        " possibility chance chances prospect prospects hypothetical risk risks sight see sees"
    ),
    Cue.ACCUSE: _verbs("accuse allege charge") | listed("allegation allegations accusation accusations"),
    Cue.REFUSE: _verbs("deny refuse reject decline fail oppose resist")
    | _verbs("avoid avert shelve abandon delay postpone neglect rebuff disavow")
    | _verbs("spurn balk baulk disown recoil eschew thwart")
    | listed(
        "refrain refrains refrained snub snubbed snubs shun shunned shuns forgo forwent reluctant reluctance"
        " unwilling unwillingness loath"
        " refusal rejection forget forgets forgot forgotten omitted omits veto vetoed vetoes failure overrule"
    ),
    Cue.RUMOUR: _verbs("rumour rumor speculate pretend appear seem purport")
    | listed(
        "reportedly allegedly purportedly apparently speculation gossip hearsay seemingly ostensibly"
        " perhaps maybe probably presumably theory theoretically hypothetically tentatively virtually"
        " practically novel sequel fiction fictional parody satire spoof hoax myth supposedly wrongly falsely"
        " contrary erroneously mistakenly dream dreamt dreamed nightmare screenplay daydream"
    ),
    Cue.ORDER: _verbs("order direct instruct command require compel oblige mandate force")
    | listed("directive"),
}
"""The classes of words that govern an act; no word is in two, whatever else it may mean."""

CLASS: dict[str, Cue] = {word: cue for cue, words in CLASSES.items() for word in sorted(words)}
"""Class of each word that governs."""

CANDIDATES = {
    "proposed": Cue.PROPOSE,
    "planned": Cue.PROPOSE,
    "draft": Cue.PROPOSE,
    "pending": Cue.PROPOSE,
    "contemplated": Cue.PROPOSE,
    "tentative": Cue.PROPOSE,
    "possible": Cue.MAY,
    "potential": Cue.MAY,
    "hypothetical": Cue.MAY,
    "threatened": Cue.THREAT,
    "looming": Cue.EXPECT,
    "imminent": Cue.EXPECT,
    "upcoming": Cue.EXPECT,
    "future": Cue.EXPECT,
    "forthcoming": Cue.EXPECT,
    "expected": Cue.EXPECT,
    "likely": Cue.EXPECT,
    "coming": Cue.EXPECT,
    "promised": Cue.PLEDGE,
    "pledged": Cue.PLEDGE,
    "alleged": Cue.RUMOUR,
    "supposed": Cue.RUMOUR,
    "rumoured": Cue.RUMOUR,
    "rumored": Cue.RUMOUR,
    "purported": Cue.RUMOUR,
    "fake": Cue.NOT,
    "false": Cue.NOT,
    "no": Cue.NOT,
    "any": Cue.IF,
    "demanded": Cue.DEMAND,
    "requested": Cue.REQUEST,
}
"""Adjectives and articles of a measure that is not there yet."""

MODALS = {
    "will": Cue.WILL,
    "shall": Cue.WILL,
    "'ll": Cue.WILL,
    "ll": Cue.WILL,
    "wo": Cue.WILL,
    "would": Cue.WOULD,
    "'d": Cue.WOULD,
    "may": Cue.MAY,
    "might": Cue.MAY,
    "could": Cue.MAY,
    "can": Cue.MAY,
    "must": Cue.MUST,
    "should": Cue.MUST,
    "ought": Cue.MUST,
    "need": Cue.MUST,
    "needs": Cue.MUST,
}
PRESENT_BE = listed("is are remain remains stay stays")
"""Verbs by which something is so now."""
ROLLS = listed("list lists register annex schedule")
"""Papers on which somebody is entered."""
NEGATIONS = listed(
    "not never no neither nor n't without hardly barely scarcely almost nearly cannot nobody nothing none"
    " nowhere unlikely yet rarely seldom"
)
PARTS = listed("half some none any most many few all each one two much")
"""Before "of" and a noun in the plural, they pick out some of what it names."""
BE = listed("is are was were be been being am 's")
HAVE = listed("has have had having")
DO = listed("did does do")
AUXILIARIES = BE | HAVE | DO | frozenset(MODALS)
"""Words that are no verb of their own beside another one."""

COMES = listed("took went came taken gone come put remained stayed entered")
"""Verbs that with "effect", "force" or "place" tell that a measure is there."""

CONTINUES = listed("extended renewed prolonged")
"""Participles by which a measure goes on."""
ADVERBS = listed(
    "also then just already still first soon later recently now last this week month year even ever once"
    " again today yesterday largely monday tuesday wednesday thursday friday saturday sunday only both all"
    " hereby long often indeed too likewise nonetheless nevertheless meanwhile instead moreover thus"
    " therefore hence duly effectively almost"
)
MONTHS = frozenset(("month", *MONTH_NAMES, *SHORT_MONTHS)) | listed(
    "jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec."
)
"""Months; of May, `month` (see `Line`)."""

NOT_ADVERB = listed("july supply apply reply family assembly ally rally italy imply comply rely anomaly")

UNREAL = listed("would could might may should if unless whether")
"""Words of which one makes a clause tell of nothing that is so."""
FACING = listed("face faces faced facing")
CONDITIONS = listed("if unless whether lest provided assuming supposing")
"""Words that open a condition or an indirect question."""

FACTIVE = listed("after since because when while although though as where once")
"""Words that open a clause which is taken as true."""

UNTRUE = listed("before until till")
"""Words that open a clause which need not be true."""

RELATIVE = listed("which who whom whose")
SAYS = _verbs(
    "claim insist note explain acknowledge declare respond reply report recall stress admit concede confirm"
    " contend emphasize emphasise remark assert complain conclude reiterate disclose reveal indicate signal"
    " hint imply learn joke tweet post write add repeat tell"
) | listed(
    "signalled signalling informed informs notified stated stating say says said saying told wrote written"
    " argued argue argues arguing suggested suggest suggests suggesting quoted predicted know knows knew"
    " found find finds shows show showed shown boasted bragged mused muses musing quipped"
)
SOFT = _verbs("hint imply suggest signal indicate joke boast speculate") | listed(
    "signalled signalling muse muses mused musing bragged quipped predicted"
)
"""Verbs of saying that leave open whether it is so, whoever speaks."""
DENIALS = _verbs("deny refute dispute") | listed("denial denials")

UNNAMED = listed(
    "person people official officials source sources insider insiders aide aides adviser advisers advisor"
    " advisors analyst analysts expert experts diplomat diplomats executive executives trader traders banker"
    " bankers lawyer lawyers spokesman spokeswoman spokesperson spokesmen spokespeople observer observers"
    " critic critics media reports report newspaper newspapers outlets rumours rumors others lawmaker"
    " lawmakers employee employees negotiator negotiators someone somebody tabloid blog blogger bloggers"
)
"""Heads of a speaker who is not named."""

OFFICIAL = listed(
    "department ministry government administration commission court agency bureau treasury regulator"
    " regulators authorities customs congress parliament tribunal senate cabinet authority judge judges"
    " watchdog inspectorate ministers governments prosecutors magistrates legislature watchdogs office"
    " council directorate secretariat presidency chancellery ombudsman registrar panel courts ministries"
    " agencies state minister premier commissions tribunals inspectors junta parliaments bloc"
)
"""Common nouns of an authority."""

OFFICES = frozenset(
    (
        ("sanctions", "office"),
        ("sanctions", "unit"),
        ("trade", "office"),
        ("export", "office"),
        ("customs", "officers"),
        ("customs", "service"),
        ("central", "bank"),
        ("development", "bank"),
        ("border", "force"),
        ("coast", "guard"),
        ("tax", "service"),
        ("sanctions", "committee"),
        ("directorate", "general"),
        ("inspectorate", "general"),
        ("attorney", "general"),
    )
) | frozenset(
    (field, body)
    for body, fields in {
        "service": "revenue border security immigration forest forestry veterinary fisheries quarantine",
        "police": "financial fiscal federal national customs border tax maritime economic",
        "guard": "border frontier",
        "guards": "border frontier coast",
        "board": "cocoa tea coffee cotton wheat grain sugar timber tobacco fisheries review trade tariff"
        " licensing tender procurement revenue spices rubber",
        "committee": "review screening end-user tender licensing tariff",
    }.items()
    for field in fields.split()
)
"""Pairs of words that name an authority, some by the field of the state that it keeps."""

INSTRUMENTS = listed("notice rule decree gazette ruling register regulation")
"""Official papers: what they say is the act itself."""

ENACTING = INSTRUMENTS | listed(
    "order directive resolution judgment judgement proclamation regulations rules act law statute edict"
    " circular notification"
)
"""Papers that are told to have done what they bring about ("the decree banned exports")."""

NO_INSTRUMENT = listed(
    "draft leaked seen reviewed purported copy unpublished company stock fake forged bogus hoax false"
    " satirical mock alleged supposed doctored unsigned proposed planned"
)
"""Words that leave open whether a paper is official."""

PREPOSITIONS = listed(
    "of for with against by from in on at to over under about into onto toward towards through during amid"
    " despite following within between among behind beyond upon per via as without than off including after"
    " before since because until"
)
DETERMINERS = listed("the this that these those its his her their our a an any no some every each such both")
DEFINITE = listed("the this that these those its his her their our")

CAUSES = listed("because result due despite consequence response thanks wake owing")
"""What comes from a cause, the cause is there."""

UNDER = listed("under amid following after since")
"""What happens under a measure or after it, told as past, takes the measure as there."""

UNDO = _verbs(
    "remove ease relax annul soften loosen reverse revoke rescind waive repeal overturn"
    " quash vacate nullify dissolve"
) | listed("lift lifts lifted lifting rollback reversal relief removal revocation relaxation")
"""To undo a measure takes it as there."""

DELAYS = _verbs("delay postpone shelve abandon")
"""To do this to a measure is an act of its own, where the words tell it of an authority."""

WEAK_UNDO = (
    DELAYS
    | _verbs(
        "cancel suspend end scrap withdraw modify amend extend prolong renew appeal challenge contest"
        " review resolve enforce revise"
    )
    | listed("drop drops dropped dropping suspension modification extension back backing roll rolled rolling")
)
"""Verbs and nouns of which the object may be there or only planned."""

VIOLATE = _verbs("violate breach evade circumvent flout skirt cooperate defy bypass") | listed(
    "violation violations evasion comply complies complied complying compliance cooperation bust busting"
    " broke break breaks breaking broken"
)

ENACT = _verbs(
    "impose issue place levy enact adopt slap grant award reimpose reinstate publish hand approve extend"
    " receive pass introduce serve renew activate sign prolong raise tighten widen expand toughen apply"
    " double treble triple quadruple inflict clamp unleash strengthen stiffen broaden escalate deepen secure"
    " level reintroduce restore retain maintain uphold notify"
) | listed(
    "slapped brought levelled put puts gave give given hit hits won win obtained laid lay took take taken"
    " reached struck upheld keep keeps kept"
)
"""Verbs by which an authority makes its measure effective, or a party gets it."""

STATES = listed(
    "barred banned prohibited forbidden blocked frozen sanctioned blacklisted listed designated debarred"
    " restricted excluded embargoed outlawed exempt exempted suspended halted"
)
"""Participles that tell, with a present form of being, how things stand."""

TRANSITIVE = STATES | listed(
    "added placed put named fined penalised penalized detained seized confiscated impounded revoked"
    " disqualified stripped hit slapped removed delisted struck waived lifted levied imposed"
    " annulled quashed overturned rescinded withdrawn cancelled canceled granted awarded licensed authorised"
    " authorized renewed extended prolonged curbed capped stopped held ordered"
)
"""Verbs of acts that need an object: without one behind them their past form is a participle."""

HELD = BE | listed(
    "remain remains remained stay stays stayed fell fall falls fallen came come comes placed put kept"
    " operate operates operated live lives lived"
)
"""Verbs that go on with "under a measure" or "on a list"."""

PAYS = listed("pay pays paid paying")
PAID = listed(
    "fine fines penalty penalties levy sum settlement duty duties tariff tariffs surcharge surcharges"
)
"""Nouns of what is paid to an authority."""

DUTIES = listed("duty duties tariff tariffs surcharge surcharges")
"""Nouns of what whoever imports pays as long as it is there."""

DECLARED = listed(
    "fine fines penalty penalties sanctions designation designations freeze freezes settlement settlements"
    " debarment debarments"
)
"""Nouns of what an authority imposes by announcing it."""

REACHING = listed("agreed agree agrees")
"""To agree to settle is to settle."""

SETTLES = _verbs("settle") | listed("settlement settlements plea")
FORESEEN = {
    "possible": Cue.MAY,
    "likely": Cue.PREDICT,
    "near": Cue.PREDICT,
    "close": Cue.PREDICT,
    "imminent": Cue.PREDICT,
    "in": Cue.PREDICT,
}
"""After "is", words that tell what is only foreseen ("is in sight")."""

EFFECT = frozenset(("effect", "force", "place"))
"""Nouns of being there: "in force", "took effect", "in place"."""

ECHOES = listed("kind suit likewise same responded retaliated")
QUALIFIES = listed("recent year month day week existing current sweeping severe longstanding decade")
TARGETING = listed("on against involving for imposed issued regarding")

IRREGULAR_PAST = listed(
    "begun risen fallen flown driven grown thrown torn worn sworn stolen hidden shaken cut put hit set shut"
    " quit let bid bound made took gave began came went sent held led won lost got rose fell sold bought"
    " paid left saw wrote struck found spoke broke ran became kept built brought thought stood fled flew"
    " drove grew knew shot threw sank shook swore sought taught caught laid forbade forbidden forbid said"
    " told met fought blew drew froze frozen hid taken given written shown known done been beaten broken"
    " chosen withdrawn withdrew overthrew overturned undertook underwent spent lent bent burnt dealt dug fed"
    " felt forgot heard hung lit meant read rode sang slew slept slid spread stole stuck swept swung tore"
    " wore wound upheld unfroze unfrozen withheld withstood had was were did gone overran overcame oversaw"
    " undid undone retook retaken rebuilt repaid rewrote rewritten redrew redrawn resold arose arisen awoke"
    " bore borne bitten clung crept drawn eaten ate foresaw foreseen forgave forgiven forwent misled mistook"
    " overtook overtaken rang rung sung slain spat sped spun sprang sprung stung strove swam trod wept"
    " understood woke wrung leapt leant learnt pled seen shrank shrunk spoken spilt sunk overthrown overseen"
    " outbid sat knelt flung slung strewn"
)
NOT_PAST = listed(
    "need indeed united speed proceed exceed hundred red bed limited feed seed breed creed greed weed deed"
    " unprecedented unspecified embed shed"
)
PRONOUNS = listed("he she it they we i you")
