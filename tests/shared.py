"""Where the real list files are, and how a test asks for them."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("LICET_SHARED", Path(__file__).resolve().parents[2] / "shared"))
DATA = SHARED / "data"

needs_shared = pytest.mark.skipif(not DATA.is_dir(), reason="the real list files (../shared/data) are absent")


def read_bytes(relative: str) -> bytes:
    """Return a file below ../shared/data, decompressed when its name ends in .gz."""
    content = (DATA / relative).read_bytes()
    return gzip.decompress(content) if relative.endswith(".gz") else content
