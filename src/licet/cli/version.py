"""`licet version`: what is installed, in figures that pin a result."""

from __future__ import annotations

import json
import platform
import sys
from typing import Annotated

import typer

from licet._version import __version__
from licet.cli import options as opt

_NEWS = ("trafilatura", "htmldate", "feedparser")
"""What the texts of pages and feeds depend on."""


def version(
    as_json: Annotated[bool, typer.Option("--json", help="Every part's version as JSON.")] = False,
    _quiet: opt.QuietOption = False,
) -> None:
    """Print the version; with --json, that of every part that can change a result.

    Examples:

        licet version

        licet version --json
    """
    if not as_json:
        sys.stdout.write(f"licet {__version__}\n")
        return
    from importlib.metadata import version as installed

    from licet.lists import registry
    from licet.match import ENGINE

    parts = ("numpy", "rapidfuzz", "anyascii", "pypinyin", "python-stdnum", "sqlalchemy", "lxml", *_NEWS)
    content = {
        "licet": __version__,
        "engine": ENGINE,
        "python": platform.python_version(),
        "lists": list(registry.list_ids()),
        "libraries": {name: installed(name) for name in parts},
    }
    sys.stdout.write(json.dumps(content, indent=2) + "\n")
