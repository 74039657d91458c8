"""Wordings of several words that refuse, pledge, threaten or demand."""

from __future__ import annotations

from benchmarks.modality.forms import forms_of

from licet.news.listed import listed
from licet.news.modality.cues import Cue

REFUSALS = frozenset(
    form
    for verb in listed(
        "reject refuse deny decline oppose resist fail dismiss defy balk baulk snub spurn shun scorn"
        " disregard ignore disown renege veto rebuff repudiate disavow disclaim foil thwart stonewall"
        " withhold disobey flout contravene rebut refute disdain eschew forswear forgo repel discount"
        " downplay disallow dispute demur dissent disagree evade dodge sidestep shirk stall procrastinate"
        " temporise temporize overrule override preclude scupper nix negate abstain refrain neglect omit"
        " frustrate filibuster hesitate equivocate prevaricate quibble cold-shoulder persist obstruct"
        " hinder impede hamper undermine blackball contradict distrust mistrust belittle deprecate falter"
        " flounder"
    )
    for form in forms_of(verb)
) | listed(
    "reluctant unwilling deadlocked impossible unacceptable unable intransigent opposed adamant defiant"
    " unmoved unbending averse hostile loath resistant inflexible unyielding impassive sceptical skeptical"
    " uncooperative evasive noncommittal non-committal undeterred unrepentant"
)
"""Words that refuse by themselves."""

SHOTS = listed("plan proposal offer bid idea demand call motion request")
"""What is shot down in words, as a helicopter is not."""

DEFEATS = listed(
    "blocked killed sank scuttled torpedoed derailed buried defeated overturned quashed shelved scrapped"
    " stalled"
    " delayed blocks stymied scotched"
)
"""Verbs that refuse what is proposed, asked or planned, where such a noun is their object."""

PROPOSED = SHOTS | listed(
    "bill resolution amendment appointment nomination treaty petition appeal amnesty accord deal agreement"
    " initiative reform reforms inquiry investigation membership vote election elections visit"
)
"""What is proposed, asked or planned."""

VIOLATES = frozenset(
    form
    for verb in listed("violate breach break contravene infringe transgress flout ignore circumvent overstep")
    for form in forms_of(verb)
)
"""Verbs of going against a rule; against a truce it is an act of war."""

NORMS = listed(
    "law laws norm norms rule rules order orders ban resolution resolutions convention conventions"
    " constitution ruling embargo sanctions curfew obligation obligations sovereignty charter treaty"
    " promise pledge word"
)
"""What binds whoever goes against it."""

STALEMATES = listed("deadlock stalemate impasse failure disarray acrimony")
"""What talks end in that came to nothing."""

SPANS = listed("hours days week weeks month months hour day fortnight year until")
"""A time that is given to do something, or else."""

NOUNS: dict[str, Cue] = {
    word: cue
    for cue, words in (
        (
            Cue.THREAT,
            (
                "notice deadline ultimatum ultimatums reprisal reprisals retaliation revenge vengeance"
                " retribution threat threats warning warnings menace"
            ),
        ),
        (Cue.MAY, "prospect spectre specter possibility likelihood chance"),
        (
            Cue.DEMAND,
            (
                "demand demands need call calls appeal appeals plea pleas request requests pressure"
                " insistence petition petitions entreaty entreaties exhortation urging precondition"
                " preconditions condition conditions clamour clamor bid"
            ),
        ),
        (
            Cue.PLEDGE,
            (
                "willingness readiness intention intentions intent hope hopes invitation invitations promise"
                " promises pledge pledges vow vows oath"
                " assurance assurances commitment commitments undertaking undertakings offer offers overture"
                " overtures consent assent acceptance agreement principle"
                " interest desire guarantee guarantees approval nod go-ahead blessing backing door way light"
                " permission proposal proposals plan plans"
            ),
        ),
        (
            Cue.REFUSE,
            (
                "refusal refusals rejection rejections objection objections veto vetoes opposition denial"
                " denials defiance rebuff snub reluctance unwillingness intransigence noncompliance"
                " non-compliance dismissal repudiation disregard resistance"
            ),
        ),
    )
    for word in words.split()
}
"""Nouns that a verb without meaning of its own goes with ("expressed its willingness")."""

PLANS = listed("plan plans proposal proposals bill draft scheme package budget")
"""What is unveiled and still to come."""

LIGHT = listed(
    "made makes make insisted repeated renewed delivered sent issued gave given give expressed voiced"
    " raised set"
    "  accepted reached signed declared extended offered approved received put showed shown announced"
    " conveyed"
    "  reaffirmed used cast exercised passed adopted wrote left kept opened cleared paved served"
    " handed presented posed drew signalled signaled lodged registered reiterated had has"
)
"""Verbs of which the noun tells what was done."""

BROKEN_OFF = listed(
    "suspended suspend halted ended cancelled canceled postponed left quit boycotted abandoned froze"
)
TALKS = listed("talks negotiations meeting visit summit dialogue negotiation cooperation")
"""To end these is to refuse to talk."""

ACCEPTS = listed(
    "accepted accept accepts consented consent consents acceded assented acquiesced welcomes hopes looks"
)
"""Verbs of agreeing to something that is still to come."""

PAPERS = listed(
    "statement letter message declaration communique resolution petition memo note speech leaflet"
)
"""What carries a demand or a threat that a participle tells ("a letter warning of war")."""

TELLS = listed(
    "told tells tell required require requires reminded instructed advised pressured pressed warned"
)
"""Verbs of demanding when "to" and a verb follow."""

DECLARES = listed(
    "supports condemns denounces criticises criticizes deplores accuses praises recognises recognizes blames"
    " endorses"
)
"""Verbs of the present tense of which the saying is the act; none of them is a noun."""

WANTS = DECLARES | listed(
    "want wants seek seeks need needs refuse refuses reject rejects expect expects intend intends"
    " insist insists hope"
    "  hopes agree agrees threaten threatens demands urges vows pledges promises plans warns faces"
    " risks believes fears stands remains"
)
"""Verbs of the present tense that are seldom nouns."""

ASKS = listed("advocated advocates advocate petitioned canvassed campaigned lobbied")
"""Verbs of asking that need no object."""
