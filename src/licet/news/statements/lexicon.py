"""Words of saying, and what stands around them."""

from __future__ import annotations

from functools import lru_cache

from licet.news.listed import listed

SAYS = listed(
    "signal signals signalled signaled ruled hinted say says said tell tells told add adds added argue"
    " argues argued announce announces announced claim claims claimed insist insists insisted state states"
    " stated note notes noted write writes wrote tweet tweets tweeted explain explains explained suggest"
    " suggests suggested acknowledge acknowledges acknowledged warn warns warned declare declares declared"
    " respond responds responded reply replies replied report reports reported recall recalls recalled"
    " stress stresses stressed admit admits admitted concede concedes conceded confirm confirms confirmed"
    " deny denies denied contend contends contended emphasize emphasized emphasise emphasised remark"
    " remarked predict predicts predicted assert asserts asserted allege alleges alleged complain"
    " complains complained conclude concludes concluded caution cautions cautioned reiterate reiterates"
    " reiterated testify testified maintain maintains maintained posted posts joked quipped disclose"
    " discloses disclosed reveal reveals revealed repeated repeats counter countered counters asked asks"
    " answer answers answered assure assures assured comment commented comments continued observed observes"
    " retorted recounted recounts boasted boasts hint hints indicate indicates indicated remind reminds"
    " reminded shouted snapped summed lamented laments grumbled opined estimated estimates estimate"
    " pointed mused muses speculated speculates attested confessed confesses recount advised advises"
    " forecast griped fumed swore swears theorized theorised"
    " apologized apologised vented groused interjected protested protests confided confides"
    " clarified clarifies elaborated reasoned reasons surmised bragged brags affirmed affirms attests"
)
"""Finite verbs of saying."""

THAT_ONLY = listed(
    "points agree agrees agreed decided worry worries worried suspect suspects suspected feel feels felt"
    " assume assumes assumed imagine imagines imagined guess guesses guessed wonder wonders wondered question"
    " questions questioned"
)
"""Verbs that tell a statement only before "that" or a word that asks."""

ASKS = listed("ask asks asked wonder wonders wondered question questions questioned asking")
"""Verbs that go on with a word that asks."""

ASKING = listed("why whether if how what who where when")
"""Words with which a question that is told begins."""

STUDIES = listed(
    "study studies survey surveys poll polls review reviews audit audits inquiry research data figures"
    " records assessment assessments analysis analyses investigation investigations statistics census papers"
    " paper filing filings document documents memo memos transcript transcripts affidavit lawsuit testimony"
    " report reports email emails e-mails findings evidence estimates estimate"
)
"""Nouns of what tells by itself what was found: "a survey found that"."""

THINKS = listed(
    "doubt doubts doubted reckon reckons reckoned believe believes believed think thinks thought expect"
    " expects expected hope hopes hoped fear fears feared suspect suspects suspected"
)
"""Verbs of thought, told of persons only."""

TO = listed(
    "pledge pledges pledged promise promises promised vow vows vowed propose proposes proposed threaten"
    " threatens threatened offer offers offered urge urges urged ask asks asked demand demands demanded"
    " call calls called warn warned refuse refuses refused"
)
"""Verbs that go on with "to"."""

CALLS = listed(
    "calling describing dismissing denouncing branding termed terms terming slammed condemned criticised"
    " criticized decried call calls called describe describes described dismiss dismissed denounced"
    " branded labelled labeled"
)
"""Verbs that go on with a quoted name for something."""

ABOUT = listed(
    "spoke speaks talked talks complained complains warned warns wrote writes admitted admits boasted boasts"
)
"""Verbs that tell a statement where "of", "about" or "to" and words in quotes follow."""

AS_ONLY = listed(
    "rejected rejects defended defends portrayed portrays characterised characterized cast casts"
)
"""Verbs that tell a statement where "as" and words in quotes follow."""

JUDGES = (
    ABOUT
    | AS_ONLY
    | listed(
        "hailed hails praised praises blasted deplored deplores derided mocked welcomed welcomes likened"
        " likens considers considered deems deemed regards regarded blamed blames attacked attacks lambasted"
        " ridiculed"
        " cited cites invoked lauded"
    )
)
"""Verbs that tell a statement where they give words in quotes to something, and otherwise none."""

SHOWS = listed("found find finds show shows showed suggest suggests suggested indicate indicates indicated")
"""Verbs by which a study tells what it found."""

FINDS = listed("found find finds held holds determined determines show shows showed")
"""Verbs of a court or a body that tell a statement where "that" and a quote follow, and of any study."""

WILLS = listed("plan plans planned intend intends intended want wants wanted")
"""Verbs of will only: what somebody plans or wants is no report of what is so."""

INTENDS = WILLS | listed("hope hopes hoped expect expects expected")
"""Verbs of will that go on with "to"."""

ACCUSES = listed("accuse accuses accused")

SAYING = listed(
    "alleging contending asserting maintaining conceding admitting recalling remarking predicting estimating"
    " cautioning complaining concluding urging demanding asking requesting hinting joking observing reporting"
    " describing dismissing denouncing branding saying adding stressing telling arguing noting claiming"
    " insisting warning announcing acknowledging writing tweeting declaring explaining suggesting pledging"
    " promising accusing vowing denying confirming calling"
)
"""Participles after a comma."""

READS = listed("reads read runs ran begins began")
"""What a notice does that is quoted."""

ACTS = (
    SAYS | THAT_ONLY | THINKS | TO | CALLS | JUDGES | SHOWS | FINDS | INTENDS | ACCUSES | SAYING | READS
) | {"according"}
"""All that tells who says what: places of its words are looked for once a sentence."""

NOT_VERB_AFTER = listed(
    "nor neither the a an to be been being its their his her my our this that of no is are was were any"
    " some such and/or"
)
"""Before a word of saying, they tell that it is a noun or no act of saying told here."""

AUXILIARY = listed(
    "has have had also then later recently previously repeatedly once often long already even further"
    " reportedly publicly privately just still first subsequently immediately did does do not never would"
    " will could may might must should didn't doesn't n't hasn't haven't only now again earlier itself"
    " himself herself themselves both today yesterday tonight merely simply"
)
"""Between a speaker and the verb."""

NEGATION = listed(
    "not never didn't doesn't hasn't haven't would will could may might must should won't can't cannot"
)
"""Before a verb of saying, they tell that nothing was said."""

BOUNDARIES = listed(
    "what and but because while when after that as if where although though since before until unless"
    " which who whose so whereas"
)
"""Words before which a speaker's name does not reach back."""

OPENING = listed(
    "in on at after before during with for by from last this earlier later when while if shortly however"
    " but and nevertheless still meanwhile yet according asked speaking since even though although despite"
    " following under until then so also separately"
)

STOPS = listed(
    "in on during after before when as while last this late early via monday tuesday wednesday thursday"
    " friday saturday sunday yesterday today adding who which whose where but and"
)
"""After "said", they end the name of the speaker."""

DAYS = listed(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow recently earlier later"
)

UNNAMED = listed(
    "women men mother father son daughter sister brother wife husband families juror jurors patient patients"
    " pupil pupils tenant tenants refugee refugees migrants victim victims survivor fans players coach"
    " coaches priest pastor bishop politician politicians protester physician physicians surgeon historian"
    " widow bodies lobbyist lobbyists campaigners crew member staff person people official officials source"
    " sources diplomat diplomats executive executives employee employees trader traders banker bankers"
    " lawyer lawyers aide aides adviser advisers advisor advisors spokesman spokeswoman spokesperson"
    " spokespeople spokesmen lawmaker lawmakers analyst analysts expert experts insider insiders"
    " negotiator negotiators prosecutor prosecutors investigator investigators critic critics observer"
    " observers envoy envoys representative representatives others man woman minister ministers agent"
    " agents engineer engineers officer officers manager managers captain owner owners resident residents"
    " shipper shippers exporter exporters importer importers broker brokers buyer buyers two three four"
    " five both several economist economists senator senators democrats republicans regulators regulator"
    " authorities supporters opponents colleague colleagues neighbour neighbours neighbor neighbors friend"
    " friends relative relatives dealer dealers customer customers supplier suppliers competitor"
    " competitors rival rivals consultant consultants accountant auditor auditors shareholder shareholders"
    " investor investors operator farmer farmers driver drivers sailor sailors worker workers staffer"
    " staffers mp mps councillor councillors veteran insurer insurers solicitor solicitors barrister"
    " barristers doctor doctors nurse nurses teacher teachers student students parent parents soldier"
    " soldiers scientist scientists academic academics researcher researchers visitor witness witnesses"
    " deputies"
)
"""Heads of a speaker's name when no name is given."""

BODIES = listed(
    "police city county university school district hospital college team organization organisation network"
    " fund review assessment poll polls surveys studies research audit inquiry analysis data records papers"
    " filings affidavit lawsuit testimony findings"
    " media outlets press groups associations unions rule rules ruling judgment resolution text draft law"
    " decree guidance advisory agreement website blog site study survey ministers consortium lender"
    " insurer charity institute association club retailer airline shipowner refiner unit lobby federation"
    " chamber commissioner parliament regulator watchdog prosecutor congressman congresswoman mayor"
    " governor ambassador editor columnist campaign party founder head deputy authority shipyard factory"
    " exporter trader magazine journal broadcaster service opposition coalition governments embassies"
    " ministries companies banks firms prospectus article version editorial column company firm group"
    " government administration ministry department agency commission bureau office bank yard court"
    " council manufacturer maker supplier carrier operator newspaper paper bloc board union statement"
    " filing report letter notice tweet post memo document documents order indictment complaint release"
    " panel committee owner judge president minister secretary chairman chief director leader embassy"
    " treasury cabinet"
)
"""Heads of a speaker's name that stand for one that the story names elsewhere."""

ROLES = listed("director editor columnist founder head owner")
"""Heads that stand for one named elsewhere only where no "a" or "one" stands before them."""

POSSESSIVES = frozenset(("his", "her", "their", "its"))

PRONOUNS = listed("he she they it we i")

PERSONAL = listed("he she they")
"""Directly before a verb they act, whatever stands before them: "whose pie he called"."""

MEDIA = {
    "tweet": "tweet",
    "tweets": "tweet",
    "tweeted": "tweet",
    "tweeting": "tweet",
    "twitter": "tweet",
    "post": "post",
    "posted": "post",
    "statement": "statement",
    "filing": "filing",
    "prospectus": "filing",
    "disclosure": "filing",
    "letter": "letter",
    "interview": "interview",
    "email": "email",
    "e-mail": "email",
    "memo": "memo",
    "speech": "speech",
    "testimony": "testimony",
    "briefing": "briefing",
    "report": "report",
    "notice": "notice",
    "release": "release",
    "call": "call",
}
"""Nouns and verbs that tell by what means something was said."""

FINITE = listed(
    "would will is are was were has had have did does could should may might must can didn't doesn't"
    " isn't wasn't aren't won't can't n't"
)

DETERMINERS = listed("the a an his her its their our my one another some this that two three several")
"""Words with which a noun phrase begins."""

SOME = listed("one another others some many most both neither two three four")
"""By themselves or before "of them", they stand for persons told of before."""

TOOK = listed("took went wrote rang phoned called tweeted stood came appeared used")
"""Before "to say that", they tell that it was said."""

PROGRESSIVE = listed("was were is are")
"""Before "saying", they tell an act of its own."""

NOUNS_TOO = listed(
    "report reports claim claims note notes state states call calls demand demands promise promises"
)
"""Words of saying that are nouns behind another noun."""

PERSONS_ONLY = listed(
    "told tells asked asks said says recalled insisted insists complained joked testified"
    " replied warned argued argues believes believed thinks thought remembers remembered"
)
"""Verbs of saying before which any noun phrase is a speaker: "a boy asked why"."""

REPORTERS = listed(
    "reporters journalists lawmakers investors analysts parliament congress staff us me him her them"
    " peers mps senators deputies colleagues delegates shareholders customers clients"
)
"""Behind "told", those spoken to."""

OFFICES = listed("prosecutors officials authorities regulators investigators police")
"""Heads that stand for a body when no article and no number stands before them."""

_NO_TRADE = listed(
    "letters orders papers numbers powers matters chapters members offers factors sectors doctors"
    " monitors others waters tankers carriers containers errors indicators computers semiconductors"
    " corners quarters borders headquarters rivers sensors motors reactors processors tractors barriers"
    " figures vectors lasers boosters filters cylinders transistors boilers trailers routers servers"
    " printers loaders dredgers"
)


def _is_trade(word: str) -> bool:
    """Whether a plural tells persons by what they do: truckers, shipowners, economists."""
    return len(word) > 5 and word.endswith(("ers", "ors", "ists", "smen")) and word not in _NO_TRADE


@lru_cache(maxsize=20_000)
def is_unnamed(word: str) -> bool:
    """Whether a word tells a person without a name: one of `UNNAMED`, or one of a trade."""
    return word in UNNAMED or _is_trade(word)


@lru_cache(maxsize=20_000)
def is_speaker(word: str) -> bool:
    """Whether a word is the head of a speaker's name: a person without a name, or a body."""
    return word in BODIES or is_unnamed(word)


HEARD = listed("hearing heard hear learned learnt learn understand understood")
"""Before "from NAME that", they tell what NAME said."""

TOLD_BY = listed("told informed warned advised assured")
"""Before "by NAME that", they tell what NAME said."""

VIEWS = listed(
    "view position argument message answer advice opinion verdict point theory complaint line conclusion"
    " explanation"
)
"""Before "is that", they tell a statement of whose they are."""

IRREGULAR = listed(
    "cost came went knew saw took gave made found kept held lost paid rose fell grew sold bought brought"
    " sent met left stood broke ran began led won wrote spoke drove felt meant thought became got stayed"
    " remain remains stays needs wants lies means costs depends applies makes takes comes goes"
)
"""Finite verbs without -ed."""

FINITE_FORMS = FINITE | IRREGULAR
"""With words in -ed, the finite verbs that are known."""

JUDGEMENTS = listed("shift move step sign change reversal departure setback blow turnaround retreat signal")
"""Nouns by which a narrator weighs what was said."""

COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "both": 2,
}
