"""Abbreviations with a full stop that ends no sentence by itself."""

from __future__ import annotations

from licet.news.listed import listed

TITLES = listed(
    "Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Gen Lt Col Sgt Capt Maj Adm Cmdr Rev Hon Amb Pres St"
)
"""Before a name."""

COMPANY_FORMS = listed("Corp Inc Co Ltd LLC Bros Cie Pte Pty Pvt Cos Intl")
"""After a company's name."""

PLACES_AND_MONTHS = listed(
    "Calif Fla Ky Mass Ariz Ill Va Pa Wis Vt Tenn Tex Conn Del Colo Mich Minn Miss Mont Nev Okla Ore Wash"
    " Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat"
)

OTHERS = listed("Jr Sr vs etc approx est Art Sec Reg Dept Fig Vol")

BEFORE_FIGURES = listed("No Nos no nos p pp")
"""Abbreviations only where a figure follows; elsewhere words that end a sentence."""

ABBREVIATIONS = TITLES | COMPANY_FORMS | PLACES_AND_MONTHS | OTHERS

STARTERS = listed(
    "the a an it its he she they we i you this that these those his her their but and or so in on at by for"
    " from as after before when while if since although though because under with without however"
    " meanwhile still then there what who where why how last one two some many most no not both each"
    " according asked officials"
)
"""Words that begin a sentence and no name: after `U.S.` or `Corp.` they tell that a sentence ended."""
