"""Forms of verbs by their base form, irregular ones written out."""

from __future__ import annotations

from licet.news.listed import listed

_IRREGULAR: dict[str, str] = {
    words.split()[0]: words
    for words in (
        "be is are was were been being",
        "bear bears bore borne bearing",
        "beat beats beaten beating",
        "begin begins began begun beginning",
        "bend bends bent bending",
        "bid bids bidding",
        "bind binds bound binding",
        "blow blows blew blown blowing",
        "break breaks broke broken breaking",
        "bring brings brought bringing",
        "build builds built building",
        "buy buys bought buying",
        "cast casts casting",
        "catch catches caught catching",
        "come comes came coming",
        "cut cuts cutting",
        "dig digs dug digging",
        "do does did done doing",
        "draw draws drew drawn drawing",
        "drive drives drove driven driving",
        "fall falls fell fallen falling",
        "feed feeds fed feeding",
        "fight fights fought fighting",
        "find finds found finding",
        "flee flees fled fleeing",
        "fly flies flew flown flying",
        "forbid forbids forbade forbidden forbidding",
        "forgive forgives forgave forgiven forgiving",
        "forgo forgoes forwent forgone forgoing",
        "forswear forswears forswore forsworn forswearing",
        "free frees freed freeing",
        "freeze freezes froze frozen freezing",
        "get gets got gotten getting",
        "give gives gave given giving",
        "go goes went gone going",
        "hang hangs hung hanged hanging",
        "have has had having",
        "hear hears heard hearing",
        "hit hits hitting",
        "hold holds held holding",
        "hurt hurts hurting",
        "keep keeps kept keeping",
        "know knows knew known knowing",
        "lay lays laid laying",
        "lead leads led leading",
        "leave leaves left leaving",
        "lend lends lent lending",
        "let lets letting",
        "light lights lit lighting",
        "make makes made making",
        "meet meets met meeting",
        "overrun overruns overran overrunning",
        "overthrow overthrows overthrew overthrown overthrowing",
        "pay pays paid paying",
        "plead pleads pleaded pled pleading",
        "put puts putting",
        "quit quits quitting",
        "rebuild rebuilds rebuilt rebuilding",
        "repay repays repaid repaying",
        "retake retakes retook retaken retaking",
        "ring rings ringed rang rung ringing",
        "rise rises rose risen rising",
        "ride rides rode ridden riding",
        "run runs ran running",
        "say says said saying",
        "see sees saw seen seeing",
        "seek seeks sought seeking",
        "sell sells sold selling",
        "send sends sent sending",
        "set sets setting",
        "shake shakes shook shaken shaking",
        "shoot shoots shot shooting",
        "show shows showed shown showing",
        "shut shuts shutting",
        "sing sings sang sung singing",
        "sink sinks sank sunk sinking",
        "sit sits sat sitting",
        "slay slays slew slain slaying",
        "spill spills spilled spilt spilling",
        "split splits splitting",
        "speak speaks spoke spoken speaking",
        "stand stands stood standing",
        "steal steals stole stolen stealing",
        "spread spreads spreading",
        "stick sticks stuck sticking",
        "strike strikes struck striking",
        "swear swears swore sworn swearing",
        "sweep sweeps swept sweeping",
        "take takes took taken taking",
        "teach teaches taught teaching",
        "tear tears tore torn tearing",
        "tell tells told telling",
        "think thinks thought thinking",
        "throw throws threw thrown throwing",
        "thrust thrusts thrusting",
        "undertake undertakes undertook undertaken undertaking",
        "underwrite underwrites underwrote underwritten underwriting",
        "uphold upholds upheld upholding",
        "wear wears wore worn wearing",
        "win wins won winning",
        "withdraw withdraws withdrew withdrawn withdrawing",
        "withhold withholds withheld withholding",
        "write writes wrote written writing",
    )
}
_DOUBLED = listed(
    "ban bar bat beg bug chat clap chip club commit drag drop equip fit flag flog gag gun gut hug jam jog"
    " kidnap knit lag lob map mob mop nag nod omit permit pin plan plot prod ram rebut refer rid rig rip"
    " rob rub sag scrap scrub shelve ship shun sip slam slap slot snip snub spot stab step stop strip swap"
    " tag tap tip top trap trim trip unban wag whip wrap compel control dispel enrol expel handcuff impel"
    " patrol propel quell repel cancel level model shovel travel signal confer defer infer prefer initial"
    " rebel transfer admit acquit emit remit submit transmit nix occur concur demur deter recur"
)
"""Verbs that write their last letter twice."""


def forms_of(verb: str) -> frozenset[str]:
    """All forms of a verb in both spellings."""
    if verb in _IRREGULAR:
        return frozenset(_IRREGULAR[verb].split())
    if verb.endswith("e"):
        return frozenset((verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing", f"{verb}ing"))
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return frozenset((verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"))
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"
    plain = {verb, third, f"{verb}ed", f"{verb}ing"}
    if verb in _DOUBLED:
        plain |= {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
    return frozenset(plain)
