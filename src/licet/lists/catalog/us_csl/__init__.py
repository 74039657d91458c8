"""US Consolidated Screening List."""
