"""United Kingdom, OFSI consolidated list of financial sanctions targets, closed on 28 January 2026."""
