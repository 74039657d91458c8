"""The stories that `licet demo` reads: invented, about customers of its customer file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from licet import demo
from licet.news.signals.signal import SignalKind
from licet.reports import news_timeline_page
from licet.usecases import timeline
from licet.usecases.read import ToldTogether, read_all
from licet.usecases.signals import Watched
from licet.wiring.desk import Desk
from licet.wiring.watching import WatchQuestion

CUSTOMER = "C105"
"""The customer whose stories make the timeline."""


@dataclass(frozen=True, slots=True)
class DemonstratedNews:
    """What was read.

    Attributes:
        together: The stories about `CUSTOMER`, each for itself and merged.
        matter: What they are about, and the law that is known of it.
        pledges: The signals of pledged relief about customers.
        signals: Number of all signals about customers.
        picture: The page with the timeline.
        commands: The commands that do the same by hand: the timeline, the signals, one story.
    """

    together: ToldTogether
    matter: timeline.Matter
    pledges: tuple[Watched, ...]
    signals: int
    picture: Path
    commands: tuple[str, ...]


def tell(desk: Desk, folder: Path, customers: Path, day: str) -> DemonstratedNews:
    """Write the stories into a folder, merge those about one customer, and watch them for all.

    Args:
        desk: The embedded lists.
        folder: Where the stories and the picture are written.
        customers: The customer file.
        day: The day up to which law and lists are asked.
    """
    source, picture = _written(folder), folder / "timeline.html"
    told = read_all([str(source)], lambda dated: desk.as_of(dated).session()).told
    together = timeline.together(told)
    matter = timeline.matter(together, desk.shipments.book, "", date.fromisoformat(day))
    picture.write_text(news_timeline_page.build(together, matter), encoding="utf-8", newline="\n")
    found = WatchQuestion((str(source),), (customers,)).ask(desk.as_of(day)).found
    return DemonstratedNews(
        together,
        matter,
        tuple(item for item in found if item.signal.kind is SignalKind.RELIEF_PLEDGED),
        len(found),
        picture,
        (
            f"licet timeline {source} --as-of {day} -o {picture}",
            f"licet signals {source} --customers {customers} --as-of {day}",
            f"licet read {folder / 'stories' / demo.stories()[0].name} --format text",
        ),
    )


def _written(folder: Path) -> Path:
    """Write every story to a file of its own, those about the customer also into one with their outlets."""
    stories = folder / "stories"
    stories.mkdir(exist_ok=True)
    rows = []
    for story in demo.stories():
        (stories / story.name).write_bytes(story.content)
        if story.customer == CUSTOMER:
            rows.append({"outlet": story.outlet, "text": story.content.decode()})
    together = folder / "fjordvik.jsonl"
    text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    together.write_text(text, encoding="utf-8", newline="\n")
    return together
