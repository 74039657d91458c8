"""Pure string functions: normalise, scripts, tokens, sound, legal forms, countries, checksums."""
