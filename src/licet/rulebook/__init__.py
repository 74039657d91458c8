"""Law as dated YAML, read strictly: every value has its citation, and an error names file and line."""
