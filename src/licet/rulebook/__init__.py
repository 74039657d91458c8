"""Law as dated YAML, read strictly: every value has its citation, and an error names file and line."""

from licet.rulebook.loading import LAW, load
from licet.rulebook.terms import FORMS, Forms

__all__ = ["FORMS", "LAW", "Forms", "load"]
