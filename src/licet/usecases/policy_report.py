"""A policy test as one HTML page that needs nothing else: for a file, a printer or an examiner's desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from licet.usecases.policy_curve import curve_svg

_STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; color: #1f2933;
  max-width: 62rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.7rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
p.note, caption, .soft { color: #52606d; } p { max-width: 46rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; padding-bottom: .4rem; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #e4e7eb; vertical-align: top; }
th { border-bottom: 2px solid #9aa5b1; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
tr.set td { background: #fdecea; font-weight: 600; }
.figures { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1.4rem 0; }
.figure { border: 1px solid #cbd2d9; border-radius: .5rem; padding: .8rem 1rem; flex: 1 1 10rem; }
.figure b { display: block; font-size: 1.7rem; line-height: 1.2; }
.verdict { border-left: .4rem solid #0b6e4f; background: #eefbf4; padding: .7rem 1rem; margin: 1.2rem 0; }
.verdict.missed { border-color: #b42318; background: #fdecea; }
.bar { background: #e4e7eb; height: .55rem; min-width: 6rem; margin-top: .4rem; }
.bar i { display: block; height: 100%; background: #0072b2; }
svg { max-width: 100%; height: auto; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; }
  tr, svg { break-inside: avoid; } }
"""
Row = Sequence[tuple[str, bool]]
"""Cells as (HTML, whether it is a number)."""


def report_html(content: Mapping[str, Any], failures: Sequence[str], *, limited: bool) -> str:
    """Return the report of a policy test; the bytes depend on the figures only.

    Args:
        content: `PolicyTest.to_dict`.
        failures: Limits that were missed.
        limited: Whether any limit was set.
    """
    parts = [
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Policy test, threshold {content['threshold']:g}</title><style>{_STYLE}</style></head><body>",
        "<h1>Test of the screening policy</h1>",
        f'<p class="soft">{_frame(content)}</p>',
        _verdict(failures, limited=limited),
        *[f'<p class="verdict missed">{escape(text)}</p>' for text in content["warnings"]],
        _figures(content),
        "<h2>The trade-off</h2>",
        curve_svg(content),
        _curve_table(content),
        "<h2>Recall by family of changes</h2>",
        _families(content),
        *_pack(content),
        "<h2>What is missed</h2>",
        _misses(content),
        "<h2>Clean customers that are hit</h2>",
        _clean_hits(content),
        *_ofac(content),
        "<h2>What this rests on</h2>",
        _lists(content),
        _method(content),
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _frame(content: Mapping[str, Any]) -> str:
    return (
        f"Lists as of {escape(content['as_of'])}, known by {escape(content['known_by'])}. Engine"
        f" {escape(content['engine'])}, threshold {content['threshold']:g}, seed {content['seed']}, policy"
        f" {escape(content['policy']['hash'][:16])}."
    )


def _verdict(failures: Sequence[str], *, limited: bool) -> str:
    if not failures and not limited:
        return '<p class="soft">No limits were set: the figures stand for themselves.</p>'
    if not failures:
        return '<p class="verdict">Every limit that was set is kept.</p>'
    said = "; ".join(escape(text) for text in failures)
    return f'<p class="verdict missed"><b>Limits missed:</b> {said}.</p>'


def _figures(content: Mapping[str, Any]) -> str:
    recall, clean, pack = content["recall"], content["clean"], content["pack"]
    low, high = recall["interval"] or (0.0, 0.0)
    least, most = clean["interval"] or (0.0, 0.0)
    boxes = [
        (
            _percent(recall["recall"]),
            f"of {recall['asked']:,} changed listed names found ({low:.1%} to {high:.1%})",
        ),
        (
            f"{clean['per_1000'] or 0:g} in 1,000",
            f"of {clean['asked']:,} clean customers hit ({least:g} to {most:g})",
        ),
    ]
    if pack:
        boxes.append((f"{pack['all']['f1'] or 0:.3f}", f"F1 on {pack['all']['pairs']:,} labelled pairs"))
        boxes.append((f"{pack['held_back_half']['f1'] or 0:.3f}", "F1 on the half of them that is held back"))
    inner = "".join(f'<div class="figure"><b>{value}</b>{escape(text)}</div>' for value, text in boxes)
    return f'<div class="figures">{inner}</div><p class="note">In brackets: 95 % intervals (Wilson).</p>'


def _curve_table(content: Mapping[str, Any]) -> str:
    groups = list(content["curve"][0]["by_group"])
    rows: list[tuple[bool, Row]] = []
    for point in content["curve"]:
        mine = abs(point["threshold"] - content["threshold"]) < 0.005
        if mine or round(100 * point["threshold"]) % 5 == 0:
            shares = [point["recall"], *(point["by_group"][group] for group in groups)]
            cells = [f"{point['threshold']:.2f}", *map(_percent, shares), f"{point['clean_per_1000'] or 0:g}"]
            rows.append((mine, [(cell, True) for cell in cells]))
    heads = ["threshold", "all changes", *groups, "clean hits in 1,000"]
    return _table(
        "The curve as figures; the policy's threshold is marked.", [(head, True) for head in heads], rows
    )


def _families(content: Mapping[str, Any]) -> str:
    compared = "ofac" in content
    heads = [
        ("family", False),
        ("group", False),
        ("what is changed", False),
        ("asked", True),
        ("found", True),
    ]
    heads += [("95 % interval", True)] + ([("ofac column", True)] if compared else [])
    rows: list[tuple[bool, Row]] = []
    for row in content["families"]:
        low, high = row["interval"] or (0.0, 0.0)
        bar = f'<div class="bar"><i style="width:{100 * (row["recall"] or 0):.1f}%"></i></div>'
        cells: list[tuple[str, bool]] = [
            (escape(row["family"].replace("_", " ")), False),
            (escape(row["group"]), False),
            (escape(row["does"]), False),
            (f"{row['asked']:,}", True),
            (_percent(row["recall"]) + bar, True),
            (f"{low:.1%} to {high:.1%}", True),
        ]
        rows.append((False, cells + ([(_percent(row["ofac_recall"]), True)] if compared else [])))
    return _table(
        "Each family changes listed names in one way; the party that was changed must be found.", heads, rows
    )


def _pack(content: Mapping[str, Any]) -> list[str]:
    pack = content["pack"]
    if not pack:
        return []
    columns = ("pairs", "must_match", "found", "false_alarms", "precision", "recall", "f1")
    heads = [("", False), *((name.replace("_", " "), True) for name in columns)]
    named = [
        ("all pairs", "all"),
        ("half used for tuning", "tuning_half"),
        ("held-back half", "held_back_half"),
    ]
    named.append(("strong cases", "strong_cases"))
    rows: list[tuple[bool, Row]] = [(False, _counted(title, pack[key], columns)) for title, key in named]
    rows += [(False, _counted(row["family"].replace("_", " "), row, columns)) for row in pack["families"]]
    told = "Pairs of names with the known answer and a reason, scored with the weights of these lists."
    return ["<h2>The labelled pack</h2>", _table(told, heads, rows)]


def _counted(title: str, row: Mapping[str, Any], columns: Iterable[str]) -> Row:
    values = (row[name] for name in columns)
    cells = [
        f"{value:.3f}" if isinstance(value, float) else "-" if value is None else f"{value:,}"
        for value in values
    ]
    return [(escape(title), False), *((cell, True) for cell in cells)]


def _misses(content: Mapping[str, Any]) -> str:
    rows: list[tuple[bool, Row]] = [
        (
            False,
            [
                (escape(row["family"].replace("_", " ")), False),
                (_name(row["listed"]), False),
                (_name(row["query"]), False),
                (escape(row["entity_id"]), False),
                ("not found" if row["score"] is None else f"{row['score']:.3f}", True),
            ],
        )
        for row in content["misses"]
    ]
    heads = [("family", False), ("listed", False), ("asked", False), ("party", False), ("score", True)]
    return _table("Examples from the families that lose most, the nearest misses first.", heads, rows)


def _clean_hits(content: Mapping[str, Any]) -> str:
    rows: list[tuple[bool, Row]] = [
        (False, [(_name(row["query"]), False), (_name(row["hit"]), False), (f"{row['score']:.3f}", True)])
        for row in content["clean_hits"]
    ]
    return _table(
        "The highest scores; some may truly bear the name of a listed party.",
        [("customer", False), ("listed", False), ("score", True)],
        rows,
    )


def _ofac(content: Mapping[str, Any]) -> list[str]:
    if "ofac" not in content:
        return []
    found = content["ofac"]
    recall, clean = _percent(found["recall"]), f"{found['clean_per_1000'] or 0:g}"
    text = (
        f"Scored as OFAC describes its search page, at {found['at']}: {recall} of changed names found,"
        f" {clean} in 1,000 clean customers hit. It is a reproduction for comparison, not the page itself."
    )
    return ["<h2>Beside the official search page</h2>", f"<p>{text}</p>"]


def _lists(content: Mapping[str, Any]) -> str:
    rows: list[tuple[bool, Row]] = [
        (
            False,
            [
                (escape(use["id"]), False),
                (escape(use.get("edition", "not seen")), False),
                (f"{use.get('listings', 0):,}", True),
                (f"<code>{escape(use.get('sha256', '')[:16])}</code>", False),
            ],
        )
        for use in content["lists"]
    ]
    heads = [("list", False), ("edition", False), ("parties", True), ("SHA-256", False)]
    return _table("Editions used.", heads, rows)


def _method(content: Mapping[str, Any]) -> str:
    origin = (
        "put together from common words that come with licet; some bear the name of a listed person"
        if content["customers"] == "built in"
        else "from the user's files"
    )
    return (
        f"<p>Up to {content['sample']:,} listed names for each family were changed by fixed rules and the"
        f" seed {content['seed']}; words of fewer than four letters are never misspelt. Clean customers are"
        f" {origin}. Every query gives a name and a kind, nothing else. All thresholds are read from the"
        " scores of one screening. The same lists, policy and seed give the same page.</p>"
    )


def _table(caption: str, heads: Row, rows: Sequence[tuple[bool, Row]]) -> str:
    if not rows:
        return f'<p class="note">{escape(caption)} There are none.</p>'
    head = "".join(f'<th scope="col"{_number(number)}>{escape(text)}</th>' for text, number in heads)
    body = "".join(
        ('<tr class="set">' if marked else "<tr>")
        + "".join(f"<td{_number(number)}>{text}</td>" for text, number in row)
        + "</tr>\n"
        for marked, row in rows
    )
    top = f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
    return f"<table>{top}<tbody>\n{body}</tbody></table>"


def _number(number: bool) -> str:  # noqa: FBT001  a cell's second half
    return ' class="n"' if number else ""


def _name(text: str) -> str:
    """Return a name that keeps its own direction of writing inside the page."""
    return f'<bdi dir="auto">{escape(text)}</bdi>'


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"
