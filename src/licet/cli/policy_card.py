"""A policy test laid out for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from licet.cli.cards import Paint, plain

_BAR = 20


def policy_card(content: Mapping[str, Any], failures: Sequence[str], *, color: bool = False) -> str:
    """Lay out the figures of a policy test: the verdict, families, curve, pack and examples."""
    paint = Paint(color=color)
    recall, clean = content["recall"], content["clean"]
    lines = [
        paint.bold(f"Policy test at threshold {content['threshold']:g}, lists as of {content['as_of']}"),
        f"{_percent(recall['recall'])} of {recall['asked']:,} changed listed names found",
        _clean(clean),
        "",
        *_families(content),
        "",
        *_curve(content, paint),
        *_pack(content),
        "",
        *_examples(content),
    ]
    if "ofac" in content:
        found = content["ofac"]
        told = f"{_percent(found['recall'])} found, {found['clean_per_1000'] or 0:g} of 1,000 clean hit"
        lines += ["", f"As OFAC describes its search page, at {found['at']}: {told}."]
    lines += [paint.yellow(f"note: {text}") for text in content["warnings"]]
    lines += [paint.red(f"LIMIT MISSED: {text}") for text in failures]
    return "".join(f"{line}\n" for line in lines)


def _clean(clean: Mapping[str, Any]) -> str:
    told = f"{clean['per_1000'] or 0:g} of 1,000 clean customers hit"
    return told if clean["asked"] == 1000 else f"{told} ({clean['hit']:,} of {clean['asked']:,})"


def _families(content: Mapping[str, Any]) -> list[str]:
    lines = [f"{'family':<20}  {'asked':>6}  {'found':>8}"]
    for row in content["families"]:
        share = row["recall"] or 0.0
        bar = "#" * round(_BAR * share)
        beside = f"  ofac {_percent(row['ofac_recall'])}" if "ofac_recall" in row else ""
        lines.append(
            f"{row['family']:<20}  {row['asked']:>6,}  {_percent(row['recall']):>8}"
            f"  {bar:<{_BAR}}{beside}".rstrip()
        )
    return lines


def _curve(content: Mapping[str, Any], paint: Paint) -> list[str]:
    groups = list(content["curve"][0]["by_group"])
    lines = ["threshold  clean in 1,000     all  " + "  ".join(groups)]
    for point in content["curve"]:
        mine = abs(point["threshold"] - content["threshold"]) < 0.005
        if mine or round(100 * point["threshold"]) % 5 == 0:
            shares = "  ".join(f"{_percent(point['by_group'][group]):>{len(group)}}" for group in groups)
            clean = f"{point['clean_per_1000'] or 0:>14g}"
            line = f"{point['threshold']:>9.2f}  {clean}  {_percent(point['recall']):>6}  "
            lines.append(paint.bold(f"{line}{shares}  <- policy") if mine else line + shares)
    return lines


def _pack(content: Mapping[str, Any]) -> list[str]:
    if not content["pack"]:
        return []
    lines = ["", f"{'labelled pack':<16}  {'pairs':>6}  {'precision':>9}  {'recall':>6}  {'F1':>6}"]
    for key in ("all", "tuning_half", "held_back_half", "strong_cases"):
        row = content["pack"][key]
        figures = [_figure(row[name]) for name in ("precision", "recall", "f1")]
        lines.append(
            f"{key.replace('_', ' '):<16}  {row['pairs']:>6,}"
            f"  {figures[0]:>9}  {figures[1]:>6}  {figures[2]:>6}"
        )
    return lines


def _examples(content: Mapping[str, Any]) -> list[str]:
    lines = ["Missed, from the families that lose most:"]
    for row in content["misses"]:
        score = "not found" if row["score"] is None else f"{row['score']:.3f}"
        lines.append(
            f"  {row['family']:<20} {plain(row['query'])}  (listed: {plain(row['listed'])})  {score}"
        )
    lines.append("Clean customers hit, highest scores first:")
    lines += [
        f"  {row['score']:.3f}  {plain(row['query'])}  ->  {plain(row['hit'])}"
        for row in content["clean_hits"]
    ]
    return lines


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"


def _figure(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
