"""What an Entity List row asks for: the licence-requirement and licence-policy strings, taken apart.

The strings are not uniform (88 and 77 distinct ones on 2026-07-31). Known clauses are taken out one by one;
a string is understood only when nothing but punctuation is left. Footnotes to Supplement No. 4 to part 744
stand as bare digits, glued to what comes before: `EAR2`, `734.9(g),3 746.8(a)(3)`, `EAR)4`, `(e) 1`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

WIDEST = "widest, review"
"""Stands where a string belongs to no known family: treat as all items, and have a person read it."""
UNSAID = "unsaid"
"""The string cites the foreign-direct-product rules without saying which of them."""


@dataclass(frozen=True, slots=True)
class LicenceRequirement:
    """A licence requirement, taken apart.

    Attributes:
        item_scope: Items for which a licence is needed; `WIDEST` when not understood.
        fdp_footnotes: Footnotes to the Entity List that apply (`1` to `5`), or (`unsaid`,).
        de_minimis_override: The section that takes de minimis away, such as `734.4(a)(9)`.
        gov_exception: The part of License Exception GOV that may overcome the requirement.
        worldwide_clause: It follows the entity wherever located worldwide.
        carve_out: What is excepted, verbatim.
        sections: Sections of the EAR cited, in order.
        understood: Nothing was left over.
    """

    item_scope: str
    fdp_footnotes: tuple[str, ...] = ()
    de_minimis_override: str = ""
    gov_exception: str = ""
    worldwide_clause: bool = False
    carve_out: str = ""
    sections: tuple[str, ...] = ()
    understood: bool = True

    def details(self) -> dict[str, str]:
        """Return the filled fields as the details of a listing."""
        pairs = {
            "item_scope": self.item_scope,
            "fdp_footnotes": " ".join(self.fdp_footnotes),
            "de_minimis_override": self.de_minimis_override,
            "gov_exception": self.gov_exception,
            "worldwide_clause": "yes" if self.worldwide_clause else "",
            "carve_out": self.carve_out,
            "ear_sections": " ".join(self.sections),
        }
        return {name: value for name, value in pairs.items() if value}


_ALL = "all items subject to the EAR"
_SCOPES = (
    (
        re.compile(
            r"^for all items subject to the ear having a classification other than ear99 or a classification "
            r"where the third through fifth digits of the eccn are \W?999\W*e\.g\., xx999",
            re.IGNORECASE,
        ),
        "items classified neither EAR99 nor under an ECCN that ends in 999",
    ),
    (re.compile(r"^(?:for )?all items subjects? to the ear\b", re.IGNORECASE), _ALL),
    (
        re.compile(
            r"^for items on the ccl and ear ?99 items listed in supplement no\. 7 to part 746 of the ear",
            re.IGNORECASE,
        ),
        "CCL items and EAR99 items in Supp. 7 to part 746",
    ),
    (
        re.compile(
            r"^for items on the ccl and listed in supplement no\. 7 to part 746 of the ear", re.IGNORECASE
        ),
        "CCL items and items in Supp. 7 to part 746",
    ),
    (
        re.compile(
            r"^for any item subject to the ear listed in supplement no\. 2 to part 744\b", re.IGNORECASE
        ),
        "items in Supp. 2 to part 744",
    ),
)
_PROJECTS = re.compile(
    r"\s*when used in projects specified in\s*§+\s*(?P<section>746\.\d+(?:\([a-z0-9]+\))*) of the EAR",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?P<number>7\d\d\.\d+)(?P<l>l(?=\())?(?P<parts>(?:\s?\((?:\d|[ivx]+|[a-z])\))*)")
_SEE = re.compile(
    r"[,.]?\s*\(?\s*see?\s*(?:part\s*)?(?P<body>[§\s]*7\d\d\.(?:[\d§.,()\s]|\([ivx]+\)|[a-z](?=\))|l(?=\()|and)+?)"
    r"(?:\s*of the EAR|(?=\s*\)\s*$))(?P<after>[.)\s]*(?:[1-5](?![\d(])(?!\.\d)[.)\s]*)?)",
    re.IGNORECASE,
)
_GOV = re.compile(
    r"this licen[sc]e requirement may be overcome by licen[sc]e exception gov under\s*§*\s*"
    r"(?P<text>740\.11\(b\)(?:(?!the license requirements).)*)",
    re.IGNORECASE | re.DOTALL,
)
_WORLDWIDE = re.compile(
    r"the licen[sc]e requirements under this entry also extend to any export, reexport and transfer "
    r"\(in-country\)(?: to the entity wherever located worldwide\.?|(?: to t)?\.\.\.$)",
    re.IGNORECASE,
)
_CARVE_OUT = re.compile(r"[,\s]*\b(?P<text>(?:except for|apart from)\b.*)$", re.IGNORECASE | re.DOTALL)
_CASE_BY_CASE = re.compile(r",\s*with case-by-case basis for items listed on the CCL", re.IGNORECASE)
_LOST_SIGN = re.compile(r"\?(?=7\d\d\.)")
"""Copies of 2016 lost the section sign."""
_PUNCTUATION = " .,;()§"
_FOOTNOTE_OF = (("734.9(e)(1)", "1"), ("734.9(g)", "3"), ("734.9(e)(2)", "4"), ("734.9(e)(3)", "5"))
_OLD_FOOTNOTE_1 = "736.2(b)(3)(vi)"
"""Where footnote 1 had its foreign-direct-product rule before the rules moved to 734.9 (2022-02-03)."""
_DE_MINIMIS = "734.4(a)(9)"


@lru_cache(maxsize=1024)
def licence_requirement(text: str) -> LicenceRequirement:
    """Take a licence-requirement string apart; `understood` is False when it belongs to no known family."""
    rest = _LOST_SIGN.sub("§", " ".join(text.split()))
    worldwide = _WORLDWIDE.search(rest) is not None
    rest = _WORLDWIDE.sub(" ", rest)
    gov = _GOV.search(rest)
    rest = _GOV.sub(" ", rest)
    see = _SEE.search(rest)
    sections, footnotes, odd = _cited(see)
    if see:
        rest = f"{rest[: see.start()]} {rest[see.end() :]}"
    scope, rest = _scope(rest)
    carve_out = _CARVE_OUT.search(rest)
    rest = _CASE_BY_CASE.sub("", _CARVE_OUT.sub("", rest))
    understood = bool(scope) and not odd and not rest.strip(_PUNCTUATION)
    return LicenceRequirement(
        item_scope=scope if understood else WIDEST,
        fdp_footnotes=_footnotes(sections, footnotes),
        de_minimis_override=_DE_MINIMIS if _DE_MINIMIS in sections else "",
        gov_exception=gov["text"].strip(" .") if gov else "",
        worldwide_clause=worldwide,
        carve_out=carve_out["text"].strip(" ,") if carve_out else "",
        sections=sections,
        understood=understood,
    )


def _scope(text: str) -> tuple[str, str]:
    text = text.strip()
    for pattern, scope in _SCOPES:
        if found := pattern.match(text):
            rest = text[found.end() :]
            if projects := _PROJECTS.match(rest):
                return f"{scope}, in projects specified in {projects['section']}", rest[projects.end() :]
            return scope, rest
    return "", text


def _cited(see: re.Match[str] | None) -> tuple[tuple[str, ...], set[str], bool]:
    """Return sections, footnote digits and whether anything else stands in a see-clause."""
    if see is None:
        return (), set(), False
    sections = []
    for found in _SECTION.finditer(see["body"]):
        number = found["number"] + ("1" if found["l"] else "")
        sections.append(number + found["parts"].replace(" ", ""))
    others = _SECTION.sub(" ", see["body"]).replace("and", " ")
    digits = set(re.findall(r"(?<!\d)[1-5](?!\d)", f"{others} {see['after']}"))
    odd = re.sub(r"(?<!\d)[1-5](?!\d)", "", others).strip(_PUNCTUATION)
    return tuple(dict.fromkeys(sections)), digits, any(letter not in _PUNCTUATION for letter in odd)


def _footnotes(sections: tuple[str, ...], digits: set[str]) -> tuple[str, ...]:
    """Add the footnotes that a cited section stands for by law to those printed."""
    found = digits | {footnote for section, footnote in _FOOTNOTE_OF if section in sections}
    if _OLD_FOOTNOTE_1 in sections:
        found.add("1")
    if not found and "734.9(e)" in sections:
        return (UNSAID,)
    return tuple(sorted(found))


_POLICIES = (
    ("policy of denial", re.compile(r"\bpolicy of denial\b", re.IGNORECASE)),
    ("presumption of denial", re.compile(r"\bpresumption (?:of|for) denial\b", re.IGNORECASE)),
    ("case by case", re.compile(r"\bcas[ea][- ]by[- ]case\b", re.IGNORECASE)),
    ("presumption of approval", re.compile(r"\bpresumption of approval\b", re.IGNORECASE)),
)
_AS_CITED = re.compile(
    r"see\s*§+[\s\d.§()a-z,]*\.?"
    r"|the license application procedure and license review policy for entities specified in supplement "
    r"no\. 2 to part 744 is specified in §744\.21\(d\) and \(e\)\.?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def licence_policies(text: str) -> tuple[str, ...]:
    """Return the review policies that a licence-policy string names, the strictest first.

    `as cited` stands for a string that only points to a section. Empty when the string names no known policy.
    """
    plain = " ".join(text.split())
    found = tuple(name for name, pattern in _POLICIES if pattern.search(plain))
    if not found and _AS_CITED.fullmatch(plain):
        return ("as cited",)
    return found
