"""Decision records: all that a second person needs to make a decision again, without store or network.

A record holds the question, the clocks, what the screening found (every hit with its listing and reasons),
and the text of the law, compressed. Names are not screened again: the hits are the evidence. The law is
applied again, by the measure kinds of the program that replays.
"""

from __future__ import annotations

import base64
import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import zstandard

from licet.errors import UnreadableInputError, UsageError
from licet.model import AsOf
from licet.model.law import Question
from licet.model.rulebook import Rulebook
from licet.rulebook import load
from licet.rules.case import Case, Involved, ListUsed, PartyHit
from licet.rules.kind import Kind
from licet.rules.life import Moment
from licet.usecases.record_codec import decode, encode
from licet.usecases.shipment_case import with_jurisdictions
from licet.usecases.shipment_check import decision
from licet.usecases.shipment_decision import Basis, Decision, decision_bytes, not_checked, ran
from licet.usecases.shipment_law import known_by, law_facts
from licet.usecases.shipment_reading import read
from licet.usecases.shipment_text import Document

FORMAT = "licet decision record 1"
_LARGEST = 256 * 1024 * 1024
_MOST_DIFFERENCES = 50
_DAMAGED = "Take an undamaged copy."


@dataclass(frozen=True, slots=True)
class LawFile:
    """One file of the rulebook.

    Attributes:
        root: 0 for the law that ships, then one number for each private folder.
        path: Path from the folder above its root, such as `law/us/zte.yml`.
        text: Its text.
    """

    root: int
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Replay:
    """What came of replaying a record.

    Attributes:
        differences: What differs, in words; empty when every byte is the same.
        content: The decision as made again, as plain JSON values.
    """

    differences: tuple[str, ...]
    content: Mapping[str, Any]

    @property
    def same(self) -> bool:
        """Whether the decision made again is the recorded one, byte for byte."""
        return not self.differences


def packed(files: Sequence[LawFile]) -> str:
    """Return the files of the law, compressed, as text; equal files give equal text."""
    content = json.dumps([encode(item) for item in files], ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zstandard.ZstdCompressor(level=19).compress(content.encode())).decode()


def record_of(made: Decision, law: str) -> dict[str, Any]:
    """Return the record of a decision.

    Args:
        made: The decision.
        law: Its rulebook, from `packed`.
    """
    basis = made.basis
    case = basis.case
    content = {
        "format": FORMAT,
        "decision": made.to_dict(),
        "clocks": encode(case.clocks),
        "involved": encode(case.involved),
        "hits": encode(case.hits),
        "ended": encode(case.ended),
        "aside": encode(basis.aside),
        "lists": encode(case.lists),
        "intake": encode(basis.intake),
        "facts": basis.facts,
        "fresh_until": encode(basis.fresh_until),
        "law": law,
        "law_known": made.basis.law.get("known_by"),
    }
    return {**content, "sha256": _digest(content)}


def record_text(record: Mapping[str, Any]) -> str:
    """Return a record as the text that is kept."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def read_record(content: bytes, where: str) -> dict[str, Any]:
    """Return the record in a file.

    Raises:
        UnreadableInputError: It is none.
    """
    remedy = "Give a file that `licet shipment check --record` wrote."
    try:
        record = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableInputError(where, "it is no JSON", remedy) from error
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise UnreadableInputError(where, "it is no decision record of this licet", remedy)
    return record


def replay(record: Mapping[str, Any], kinds: tuple[Kind, ...], where: str) -> Replay:
    """Make the decision of a record again and compare every byte.

    Args:
        record: From `read_record`.
        kinds: Every measure kind of this program.
        where: The record's name, for errors.

    Raises:
        UnreadableInputError: Something that the record must hold is missing or damaged.
        RulebookError: The law in it cannot be loaded by this program.
    """
    try:
        again = _made_again(record, kinds)
        recorded = record["decision"]
    except UsageError as error:
        if changed := next(_changed(record), ""):
            raise UnreadableInputError(where, f"{changed}, and its law cannot be read", _DAMAGED) from error
        raise
    except (KeyError, TypeError, ValueError, AttributeError, zstandard.ZstdError) as error:
        reason = f"the record is damaged ({type(error).__name__}: {error})"
        raise UnreadableInputError(where, reason, _DAMAGED) from error
    content = json.loads(decision_bytes(again.to_dict()))
    found = list(_changed(record)) + list(differences(recorded, content, ""))
    if not found and decision_bytes(recorded) != decision_bytes(content):
        found.append("the order of what is said differs")
    return Replay(tuple(found[:_MOST_DIFFERENCES]), content)


def _changed(record: Mapping[str, Any]) -> Iterator[str]:
    content = {name: value for name, value in record.items() if name != "sha256"}
    if _digest(content) != record.get("sha256"):
        yield "the record was changed after it was made: its SHA-256 is another"


def differences(before: Any, after: Any, path: str) -> Iterator[str]:  # noqa: ANN401  any JSON values
    """Tell where two plain JSON values differ, place by place."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            yield from differences(before.get(name), after.get(name), f"{path}.{name}" if path else name)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for place, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from differences(old, new, f"{path}[{place}]")
    elif before != after:
        yield f"{path}: {_shown(before)} in the record, {_shown(after)} now"


def _shown(value: Any) -> str:  # noqa: ANN401  any JSON value
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else f"{text[:120]}..."


def _digest(content: Mapping[str, Any]) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _made_again(record: Mapping[str, Any], kinds: tuple[Kind, ...]) -> Decision:
    book = law_of(record["law"], kinds)
    by = decode(date | None, record["law_known"])
    if by is not None:
        book = known_by(book, by)
    asked = read(Document(record["decision"]["question"], "the question of the record"))
    known = decode(AsOf, record["clocks"])
    case = Case(
        asked.shipment,
        Moment(asked.shipment.day, asked.shipment.instant),
        known,
        book,
        decode(tuple[Involved, ...], record["involved"]),
        decode(tuple[PartyHit, ...], record["hits"]),
        decode(tuple[PartyHit, ...], record["ended"]),
        decode(tuple[ListUsed, ...], record["lists"]),
    )
    basis = Basis(
        record["decision"]["question"],
        with_jurisdictions(case),
        decode(tuple[PartyHit, ...], record["aside"]),
        decode(tuple[Question, ...], record["intake"]),
        record["facts"],
        law_facts(book, asked.shipment.day, by),
        ran(kinds),
        not_checked(case.lists, kinds),
        decode(date | None, record["fresh_until"]),
    )
    return decision(basis, kinds)


def law_of(packed_law: str, kinds: tuple[Kind, ...]) -> Rulebook:
    """Load the law of a record.

    Raises:
        RulebookError: It cannot be loaded by this program.
        ValueError: It is no law of a record.
    """
    raw = base64.b64decode(packed_law, validate=True)
    if not 0 < zstandard.frame_content_size(raw) <= _LARGEST:
        message = "its law is larger than any"
        raise ValueError(message)
    files = json.loads(zstandard.ZstdDecompressor().decompress(raw))
    with tempfile.TemporaryDirectory(prefix="licet-") as folder:
        roots: dict[int, Path] = {}
        for item in decode(tuple[LawFile, ...], files):
            inside = Path(item.path)
            if inside.is_absolute() or ".." in inside.parts or len(inside.parts) < 2:
                message = f"{item.path} leaves its folder"
                raise ValueError(message)
            above = Path(folder) / str(int(item.root))
            roots[item.root] = above / inside.parts[0]
            (above / inside).parent.mkdir(parents=True, exist_ok=True)
            (above / inside).write_text(item.text, encoding="utf-8", newline="")
        private = [roots[key] for key in sorted(roots) if key]
        return load(private, forms={kind.id: kind.terms for kind in kinds}, law=roots[0])
