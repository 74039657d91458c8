"""Exceptions: bad use. Bad data is a value (`licet.model.Problem`).

```text
LicetError
├── UsageError            the question or the command was wrong; nothing was done
│   ├── UnknownListError
│   ├── UnknownEntityError
│   ├── UnknownRuleError
│   ├── UnreadableInputError
│   ├── RulebookError
│   ├── ShipmentError
│   └── SettingsError
├── RefusedEditionError   a gate refused a list edition; the last good one stays
├── StoreError            the store cannot be used
│   ├── StoreBusyError    another process is writing
│   └── TamperedError     kept bytes no longer match their hash
├── FetchError            a download failed; the last good edition stays
└── IncompleteError       a screening did not see all it should have
```

Each leaf takes values and writes its own sentence: what happened, to what, what to do next.
"""

from __future__ import annotations

from collections.abc import Sequence


class LicetError(Exception):
    """Root of everything that licet raises on purpose."""


class UsageError(LicetError):
    """The question or the command was wrong; nothing was done."""


class UnknownListError(UsageError):
    """A list id that no folder of the catalogue has."""

    def __init__(self, list_id: str, known: Sequence[str]) -> None:
        self.list_id = list_id
        super().__init__(f"no list is called {list_id!r}. Known lists: {', '.join(known)}.")


class UnknownEntityError(UsageError):
    """An entity id that no edition has under the clocks asked for."""

    def __init__(self, entity_id: str) -> None:
        self.entity_id = entity_id
        super().__init__(
            f"no listed party has the id {entity_id!r} (form: LIST:KEY). Try `licet search NAME` to find it."
        )


class UnknownRuleError(UsageError):
    """An id that no document, party, measure, value, signal or table of the rulebook has."""

    def __init__(self, key: str, near: Sequence[str]) -> None:
        self.key = key
        hint = f" Near it: {', '.join(near)}." if near else ""
        super().__init__(f"the rulebook has nothing with the id {key!r}.{hint}")


class UnreadableInputError(UsageError):
    """A file of the user's that cannot be read as what it should be."""

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        self.path = path
        super().__init__(f"{path}: {reason}. {remedy}")


class SettingsError(UsageError):
    """A setting with a value that it cannot have."""

    def __init__(self, name: str, value: str, origin: str, reason: str) -> None:
        super().__init__(f"setting {name} = {value!r} (from {origin}): {reason}.")


class RulebookError(UsageError):
    """Law in a rulebook folder that cannot be loaded: every place at once, each with file and line."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        lines = "\n  ".join(self.problems)
        super().__init__(
            f"the rulebook was not loaded; {len(self.problems)} wrong:\n  {lines}\n"
            "Mend these places; `licet rulebook check FOLDER` reads a folder without using it."
        )


class ShipmentError(UsageError):
    """A shipment that cannot be read: every place at once, each with its path and line."""

    def __init__(self, where: str, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        lines = "".join(f"\n  {problem}" for problem in self.problems)
        super().__init__(
            f"{where}: the shipment was not read; nothing was decided. {len(self.problems)} wrong:{lines}\n"
            "Mend these places; `licet shipment schema` prints every field."
        )


class RefusedEditionError(LicetError):
    """A gate refused a list edition; the last good one stays."""

    def __init__(self, list_id: str, file: str, reasons: Sequence[str], last_good: str) -> None:
        self.list_id = list_id
        self.reasons = tuple(reasons)
        stays = f"The edition {last_good} stays in use" if last_good else "The list still has no edition"
        super().__init__(
            f"{list_id}: {file} was refused: {'; '.join(reasons)}. {stays}. "
            "If you have checked that the file is right, import it again with --accept REASON."
        )


class StoreError(LicetError):
    """The store cannot be used."""


class StoreBusyError(StoreError):
    """Another process is writing to the store."""

    def __init__(self, url: str, seconds: float) -> None:
        super().__init__(
            f"{url}: another process is writing; waited {seconds:g} s. "
            "Nothing was changed. Try again when it is done."
        )


class TamperedError(StoreError):
    """Kept bytes no longer match their hash."""

    def __init__(self, what: str, expected: str, found: str) -> None:
        super().__init__(
            f"{what} has SHA-256 {found} where {expected} was recorded: it was changed after it was kept. "
            "Restore it from a backup, or fetch the edition again; do not rely on it."
        )


class FetchError(LicetError):
    """A download failed; the last good edition stays."""

    def __init__(self, url: str, reason: str) -> None:
        self.url = url
        self.reason = reason
        super().__init__(f"{url}: {reason}. The last good edition stays in use.")


class IncompleteError(LicetError):
    """A screening did not see all it should have; it is no clearance."""

    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(f"incomplete, not a clearance: {'; '.join(reasons)}.")
