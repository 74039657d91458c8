"""Words that tell on which side of the story's day a verb points."""

from __future__ import annotations

from licet.news.listed import listed

FUTURE = listed(
    "will ll shall would wo won't wouldn't may might can could should plans plan planning planned"
    " expects expect expected scheduled due set slated upcoming intends intend hopes hope aims aim"
    " agreed vows vowed poised tentatively starting effective promised pledged prepare prepares"
    " preparing going ready"
)
"""They point ahead."""

OPENERS = listed("until till by through starting beginning effective")
"""Before a date they point ahead, unless a past verb governs it."""

PAST = listed(
    "was were had did didn't wasn't weren't hadn't said told has have been met made took gave began"
    " came went sent held led won lost hit cut got rose fell sold bought paid left saw wrote struck"
    " found spoke broke ran became kept built brought thought stood fled flew drove grew knew shot"
    " threw sank shook swore sought taught caught since ago dead ate awoke bade befell bent bit bled"
    " blew bred burnt chose clung crept dealt dug drew drank fed felt forbade foresaw forgot forgave"
    " fought froze hid hung knelt laid leapt learnt lent lit meant mistook misled overcame overtook"
    " oversaw pled rang rebuilt rode sang sat shone shrank slept slid spent sped sprang stole stuck"
    " stung strove swam swept swung tore undertook underwent understood upheld wept withdrew withheld"
    " withstood woke wore wrung"
)
"""Irregular past forms and auxiliaries; forms that are the present too are left out."""

AUXILIARY_FUTURE = listed("will shall would to may might could should can")
"""Before `be` and a participle."""

AUXILIARY_PAST = listed("was were had did has have been")
"""They make a past of what follows."""

NOT_PAST = listed("need indeed united speed proceed exceed hundred red bed based limited feed seed")
"""They end like a participle."""

SCHEDULED = listed(
    "begins starts resumes resume expires expire lapses lapse meets arrives opens ends convenes reconvenes"
)
"""Verbs whose present tells of what is to come: "the panel meets Tuesday"."""

STARTS = listed("start begin commence apply")
"""Behind "to" under a verb of `AHEAD` they point ahead: "threatened a tariff to start on June 1"."""

AHEAD = listed(
    "threatened threatens proposed proposes demanded demands planned plans pledged promised vowed wanted"
    " wants was were is are due set scheduled expected slated"
)
"""What somebody threatens, plans or wants to begin is to come."""

EITHER = frozenset(("threatened",))
"""They leave open whether a day tells when it was said or when it is to be: the nearest is meant."""

COMES = listed("take takes taking come comes coming go goes enter enters entering kick kicks")
"""With `effect`, `force` or `place` behind them they point ahead."""

EFFECT = frozenset(("effect", "force", "place", "off"))
