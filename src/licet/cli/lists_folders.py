"""What `licet lists import` does with folders, and how it sums up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from licet.cli.opening import notice

if TYPE_CHECKING:  # only for the type checker: at run time it would load the store for --help
    from licet.usecases.lists_import import Examined
    from licet.usecases.lists_tree import TreeOutcome
    from licet.wiring import Desk


def import_folders(
    desk: Desk, folders: Sequence[Path], known: str | None, chosen: Mapping[str, Any], *, quiet: bool
) -> list[TreeOutcome]:
    """Import every edition below some folders, telling each on stderr as it is done.

    Args:
        desk: The desk.
        folders: The folders.
        known: `published`, or None for now.
        chosen: `only`, `accept` and `dry_run` of `ListDesk.import_folder`.
        quiet: Tell nothing.
    """
    if known not in {None, "published"}:
        raise typer.BadParameter("for folders, --known is `published` or not given", param_hint="--known")

    def report(outcome: TreeOutcome) -> None:
        if quiet:
            return
        if outcome.imported is not None:
            edition = outcome.imported.edition
            said = f"{edition.listings:,} parties, {edition.problems:,} problems"
            moved = f"+{edition.added:,} -{edition.removed:,} ~{edition.changed:,}"
            notice(f"{outcome.list_id} {edition.published}: {said}, {moved}")
        elif outcome.examined is not None and not outcome.refused:
            seen = outcome.examined
            notice(f"{outcome.list_id} {seen.published}: would be imported, {len(seen.listings):,} parties")
        elif outcome.refused:
            notice(f"{outcome.list_id} REFUSED {outcome.where}: {'; '.join(outcome.refused)}")

    return [
        outcome
        for folder in folders
        for outcome in desk.lists.import_folder(
            folder, report, known_as_published=known == "published", **chosen
        )
    ]


def folder_summary(outcomes: Sequence[TreeOutcome]) -> list[dict[str, Any]]:
    """Return one row per list: editions, refusals, days, problems by code; then what no list knows."""
    rows = []
    for list_id in sorted({item.list_id for item in outcomes if item.list_id}):
        own = [item for item in outcomes if item.list_id == list_id]
        done = [item.imported for item in own if item.imported is not None]
        seen = [item.examined for item in own if item.examined is not None and not item.refused]
        days = [str(item.edition.published) for item in done] + [str(item.published) for item in seen]
        found = [item.problems for item in done] + [item.problems for item in seen]
        codes = Counter(problem.code for problems in found for problem in problems)
        sizes = [item.edition.listings for item in done] + [len(item.listings) for item in seen]
        rows.append(
            {
                "list": list_id,
                "editions": sum(item.new for item in done) + len(seen),
                "already_there": sum(not item.new for item in done),
                "refused": sum(bool(item.refused) for item in own),
                "first": min(days, default=""),
                "last": max(days, default=""),
                "listings": sizes[-1] if sizes else 0,
                "problems": ", ".join(f"{count:,} {code}" for code, count in codes.most_common()),
            }
        )
    skipped = [item for item in outcomes if item.skipped]
    if skipped:
        blank: dict[str, Any] = dict.fromkeys(rows[0] if rows else ("list", "problems"), "")
        rows.append(blank | {"list": "(no list)", "problems": f"{len(skipped):,} files that no list knows"})
    return rows


def folder_outcome(outcome: TreeOutcome) -> dict[str, Any]:
    """Return what became of one edition as plain JSON values."""
    imported = outcome.imported
    return {
        "where": outcome.where,
        "list": outcome.list_id,
        "edition": imported.edition.name if imported else None,
        "new": imported.new if imported else False,
        "refused": list(outcome.refused),
        "skipped": outcome.skipped,
    }


def examined_row(list_id: str, seen: Examined) -> dict[str, Any]:
    """Return what a dry run found in one edition."""
    return {
        "list": list_id,
        "dry_run": True,
        "published": seen.published.isoformat(),
        "published_from": seen.published_from,
        "rows": seen.rows,
        "listings": len(seen.listings),
        "problems": len(seen.problems),
        "refused": list(seen.reasons),
    }
