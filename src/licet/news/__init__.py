"""News stories to claims: what was said, by whom, about what and when; never law.

Everything read is a `licet.model.news.Value` with the words that carry it and the rule that read it. Nothing
in this package can reach the rulebook, the rules, the store or a decision: import-linter checks it.
"""
