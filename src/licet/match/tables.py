"""Compiles the text tables of `licet.text` into the bytes that the native analyser reads.

The bytes are stored in the corpus, so that a process that screens imports neither pypinyin nor anyascii.
The same tables, Unicode version and libraries give the same bytes; see `tables_format` for how they lie.
"""

from __future__ import annotations

from hashlib import sha256

from licet.match import tables_format
from licet.text import legal_forms


def compile_tables() -> bytes:
    """Return the tables as one blob; takes the better part of a second, once for each corpus built."""
    # Imported here: readers of a corpus ask this module for a digest alone.
    from licet.match.tables_characters import CharacterTables, Flag  # noqa: PLC0415  anyascii
    from licet.match.tables_readings import ReadingTables, readable  # noqa: PLC0415  pypinyin
    from licet.match.tables_words import WordTables  # noqa: PLC0415  anyascii, through latin

    pools = tables_format.Pools()
    endings = [text for text, _ in legal_forms.endings()]
    letters = frozenset(ord(letter) for text in endings for letter in (text[0], text[-1]))
    characters = CharacterTables(pools, {Flag.ENDING: letters, Flag.HAN: readable()})
    readings = ReadingTables().sections(characters.maps, pools)
    words = WordTables(pools).sections()
    return tables_format.assemble({**characters.sections(), **readings, **words, **pools.sections()})


def tables_digest(blob: bytes) -> str:
    """Return the SHA-256 of compiled tables, for the policy hash."""
    return sha256(blob).hexdigest()
