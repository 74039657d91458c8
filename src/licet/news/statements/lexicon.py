"""Words of saying, and what stands around them."""

from __future__ import annotations

from licet.news.listed import listed

SAYS = listed(
    "say says said tell tells told add adds added argue argues argued announce announces announced"
    " claim claims claimed insist insists insisted state states stated note notes noted write writes"
    " wrote tweet tweets tweeted explain explains explained suggest suggests suggested acknowledge"
    " acknowledges acknowledged warn warns warned declare declares declared respond responds responded"
    " reply replies replied report reports reported recall recalls recalled stress stresses stressed"
    " admit admits admitted concede concedes conceded confirm confirms confirmed deny denies denied"
    " contend contends contended emphasize emphasized emphasise emphasised remark remarked predict"
    " predicts predicted assert asserts asserted allege alleges alleged complain complains complained"
    " conclude concludes concluded caution cautions cautioned reiterate reiterates reiterated testify"
    " testified maintain maintains maintained posted posts joked quipped disclose discloses disclosed"
    " reveal reveals revealed repeated repeats countered counters asked asks"
)
"""Finite verbs of saying."""

THINKS = listed(
    "believe believes believed think thinks thought expect expects expected hope hopes hoped fear"
    " fears feared"
)
"""Verbs of thought, told of persons only."""

TO = listed(
    "pledge pledges pledged promise promises promised vow vows vowed propose proposes proposed"
    " threaten threatens threatened offer offers offered urge urges urged ask asks asked demand"
    " demands demanded call calls called warn warned refuse refuses refused"
)
"""Verbs that go on with "to"."""

CALLS = listed(
    "call calls called describe describes described dismiss dismissed denounced branded labelled labeled"
)
"""Verbs that go on with a quoted name for something."""

ACCUSES = listed("accuse accuses accused")

SAYING = listed(
    "saying adding stressing telling arguing noting claiming insisting warning announcing"
    " acknowledging writing tweeting declaring explaining suggesting pledging promising accusing"
    " vowing denying confirming calling"
)
"""Participles after a comma."""

NOT_VERB_AFTER = listed(
    "the a an to be been being its their his her my our this that of no is are was were any some such and/or"
)
"""Before a word of saying, they tell that it is a noun or no act of saying told here."""

AUXILIARY = listed(
    "has have had also then later recently previously repeatedly once often long already even further"
    " reportedly publicly privately just still first subsequently immediately did does do not never"
    " would will could may might must should didn't doesn't has n't hasn't haven't only now again"
    " earlier itself himself herself themselves both"
)
"""Between a speaker and the verb."""

NEGATION = listed(
    "not never didn't doesn't hasn't haven't would will could may might must should won't can't cannot"
)
"""Before a verb of saying, they tell that nothing was said."""

BOUNDARIES = listed(
    "and but because while when after that as if where although though since before until unless"
    " which who whose so whereas"
)
"""Words before which a speaker's name does not reach back."""

OPENING = listed(
    "in on at after before during with for by from last this earlier later when while if shortly"
    " however but and nevertheless still meanwhile yet according asked speaking since even though"
    " although despite following under until then so also separately asked"
)

STOPS = listed(
    "in on during after before when as while last this late early via monday tuesday wednesday"
    " thursday friday saturday sunday yesterday today adding who which whose where but and"
)
"""After "said", they end the name of the speaker."""

DAYS = listed(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow recently earlier later"
)

UNNAMED = listed(
    "person people official officials source sources diplomat diplomats executive executives employee"
    " employees trader traders banker bankers lawyer lawyers aide aides adviser advisers advisor"
    " advisors spokesman spokeswoman spokesperson spokespeople spokesmen lawmaker lawmakers analyst"
    " analysts expert experts insider insiders negotiator negotiators prosecutor prosecutors"
    " investigator investigators critic critics observer observers envoy envoys representative"
    " representatives others man woman minister ministers agent agents engineer engineers officer"
    " officers manager managers captain owner owners resident residents shipper shippers exporter"
    " exporters importer importers broker brokers buyer buyers broker two three four five both several"
    " economist economists senator senators democrats republicans regulators regulator authorities"
    " supporters opponents"
)
"""Heads of a speaker's name when no name is given."""

BODIES = listed(
    "company firm group government administration ministry department agency commission bureau office"
    " bank yard court council manufacturer maker supplier carrier operator newspaper paper bloc board"
    " union statement filing report letter notice tweet post memo document documents order indictment"
    " complaint release panel committee owner judge president minister secretary chairman chief"
    " director leader embassy"
)
"""Heads of a speaker's name that stand for one that the story names elsewhere."""

PRONOUNS = listed("he she they it we i")

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
    " isn't wasn't aren't won't can't had n't"
)

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
