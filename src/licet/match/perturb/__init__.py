"""Listed names written another way, with the known answer: what `licet policy test` and the benchmarks ask.

A *family* is one way of writing a name otherwise (`typo`, `initial`, `legal_form_dropped`). Families are
pure functions of a listed name and a seeded generator; none looks at how the matcher works, but for
`nickname`, which takes its forms from the same table and says so.
"""

from licet.match.perturb.clean import clean_names, clean_organisations, clean_persons
from licet.match.perturb.families import FAMILIES, GROUPS, FamilyFacts, family_facts, perturbed
from licet.match.perturb.listed import Family, Listed

__all__ = [
    "FAMILIES",
    "GROUPS",
    "Family",
    "FamilyFacts",
    "Listed",
    "clean_names",
    "clean_organisations",
    "clean_persons",
    "family_facts",
    "perturbed",
]
