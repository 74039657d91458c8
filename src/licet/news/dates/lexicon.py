"""The words of time, each with the one-letter kind that the grammar is written in.

| Kind | Words | Kind | Words |
| --- | --- | --- | --- |
| `I` | 05/14/2018 | `M` | months |
| `n` | a number | `W` | weekdays |
| `d` | 1 to 31 in figures | `S` | seasons |
| `y` | a year in figures | `U` | units, `u` in the plural |
| `o` | 14th | `P` | morning, night |
| `O` | first ... fourth, last of an ordered row | `Q` | quarter, `q` Q3 |
| `Z` | 1990s | `V` | several, a few |
| `m` | early, late, mid | `b` | beginning, end |
| `k` | last, this, next | `e` | more than, about |
| `T` | today | `D` | daily |
| `R` | recently, now, soon | `E` | every |
| `g` | ago | `h` | earlier, later |
| `B` | after, before | `X` | times, once, twice |
| `c` | 10:30 | `p` | p.m., o'clock |
| `i` | 4/22, Christmas | `G` | overnight |
| `K` | GMT | `/` | the mark |
| `a t f w v` | a, the, of, or, in | `, - .` | marks; `.` ends a sentence |
| `F` | fiscal | `H` | half |
| `N` | noon | `Y` | Mondays |
| `L` | future | `r` | near, foreseeable |
| `j` | straight, full | `z` | old |
| `&` | and | `'` | the genitive |
| `·` | the stop of an abbreviation | `A` | another |
| `x` | any other word | | |
"""

from __future__ import annotations

from licet.model.news import Mod

MONTHS = {
    name: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        start=1,
    )
}
SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], start=1
    )
}
SHORT_WEEKDAYS = {
    "mon": 1,
    "tue": 2,
    "tues": 2,
    "wed": 3,
    "thu": 4,
    "thur": 4,
    "thurs": 4,
    "fri": 5,
    "sat": 6,
    "sun": 7,
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
UNITS = {
    "second": "TS",
    "sec": "TS",
    "minute": "TM",
    "min": "TM",
    "hour": "TH",
    "hr": "TH",
    "day": "D",
    "week": "W",
    "fortnight": "F",
    "weekend": "WE",
    "month": "M",
    "year": "Y",
    "yr": "Y",
    "decade": "E",
    "century": "C",
}
PLURALS = {f"{word}s": unit for word, unit in UNITS.items() if word != "century"} | {"centuries": "C"}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": -1, "latest": 0}
MODIFIERS = {"early": Mod.START, "late": Mod.END, "mid": Mod.MID}
PLACES = {
    "beginning": Mod.START,
    "start": Mod.START,
    "middle": Mod.MID,
    "end": Mod.END,
    "close": Mod.END,
}
SHIFTS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "prior": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
}
DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
SETS = {
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
}
REFERENCES = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
    "recent": "PAST_REF",
    "lately": "PAST_REF",
    "previously": "PAST_REF",
    "formerly": "PAST_REF",
    "soon": "FUTURE_REF",
}
ZONES = frozenset(("gmt", "utc", "est", "edt", "et", "pst", "pdt", "cet", "cest", "bst", "msk", "hkt"))
APPROXIMATORS = {
    "about": Mod.APPROX,
    "around": Mod.APPROX,
    "roughly": Mod.APPROX,
    "approximately": Mod.APPROX,
    "some": Mod.APPROX,
    "nearly": Mod.LESS_THAN,
    "almost": Mod.LESS_THAN,
    "over": Mod.MORE_THAN,
}
VAGUE = frozenset(("several", "few", "many", "some", "couple", "dozens", "hundreds", "thousands", "multiple"))
Told = Mod | int | str | None
PHRASES: dict[str, tuple[tuple[tuple[str, ...], str, Told], ...]] = {
    "more": ((("than",), "e", Mod.MORE_THAN),),
    "less": ((("than",), "e", Mod.LESS_THAN),),
    "fewer": ((("than",), "e", Mod.LESS_THAN),),
    "at": (
        (("the", "present", "time"), "R", "PRESENT_REF"),
        (("the", "moment"), "R", "PRESENT_REF"),
        (("this", "time"), "R", "PRESENT_REF"),
        (("present",), "R", "PRESENT_REF"),
        (("least",), "e", Mod.EQUAL_OR_MORE),
        (("most",), "e", Mod.EQUAL_OR_LESS),
    ),
    "up": ((("to",), "e", Mod.EQUAL_OR_LESS),),
    "as": (
        (("many", "as"), "e", Mod.EQUAL_OR_LESS),
        (("much", "as"), "e", Mod.EQUAL_OR_LESS),
        (("long", "as"), "e", Mod.EQUAL_OR_LESS),
    ),
    "no": (
        (("more", "than"), "e", Mod.EQUAL_OR_LESS),
        (("longer", "than"), "e", Mod.EQUAL_OR_LESS),
        (("less", "than"), "e", Mod.EQUAL_OR_MORE),
    ),
    "right": ((("now",), "R", "PRESENT_REF"),),
    "these": ((("days",), "R", "PRESENT_REF"),),
    "christmas": ((("eve",), "i", 1224), (("day",), "i", 1225), ((), "i", 1225)),
    "new": ((("year", "'s", "eve"), "i", 1231), (("year", "'s", "day"), "i", 101)),
    "valentine": ((("'s", "day"), "i", 214),),
    "boxing": ((("day",), "i", 1226),),
    "halloween": (((), "i", 1031),),
    "next": ((("time",), "R", "FUTURE_REF"),),
    "not": ((("too", "distant", "future"), "R", "FUTURE_REF"),),
    "from": ((("now",), "g", 1), (("today",), "g", 1)),
    "a": (
        (("couple", "of"), "V", None),
        (("number", "of"), "V", None),
        (("couple",), "V", None),
        (("few",), "V", None),
        (("half",), "H", None),
    ),
    "half": ((("a", "dozen"), "V", None), (("a",), "H", None), (("an",), "H", None)),
    "couple": ((("of",), "V", None),),
    "dozens": ((("of",), "V", None),),
    "hundreds": ((("of",), "V", None),),
    "thousands": ((("of",), "V", None),),
}

WORDS: dict[str, tuple[str, Told]] = {
    **{word: ("M", value) for word, value in (MONTHS | SHORT_MONTHS).items()},
    **{word: ("W", value) for word, value in (WEEKDAYS | SHORT_WEEKDAYS).items()},
    **{f"{word}s": ("Y", value) for word, value in WEEKDAYS.items()},
    **{word: ("S", value) for word, value in SEASONS.items()},
    **{word: ("P", value) for word, value in PARTS.items()},
    **{word: ("U", value) for word, value in UNITS.items()},
    **{word: ("u", value) for word, value in PLURALS.items()},
    **{word: ("O", value) for word, value in ORDINALS.items()},
    **{word: ("m", value) for word, value in MODIFIERS.items()},
    **{word: ("b", value) for word, value in PLACES.items()},
    **{word: ("k", value) for word, value in SHIFTS.items()},
    **{word: ("T", value) for word, value in DAYS.items()},
    **{word: ("D", value) for word, value in SETS.items()},
    **{word: ("R", value) for word, value in REFERENCES.items()},
    **{word: ("e", value) for word, value in APPROXIMATORS.items()},
    **dict.fromkeys(VAGUE, ("V", None)),
    **dict.fromkeys(("every", "each"), ("E", None)),
    **dict.fromkeys(("once", "twice", "times"), ("X", None)),
    **dict.fromkeys(("after", "before", "since"), ("B", None)),
    **dict.fromkeys(("a.m.", "am"), ("p", 0)),
    **dict.fromkeys(("p.m.", "pm"), ("p", 12)),
    **{word: ("q", word) for word in ("q1", "q2", "q3", "q4", "h1", "h2")},
    "ago": ("g", -1),
    "earlier": ("h", -1),
    "later": ("h", 1),
    "quarter": ("Q", "Q"),
    "quarters": ("u", "Q"),
    "overnight": ("G", "NI"),
    "noon": ("N", "T12:00"),
    "midday": ("N", "T12:00"),
    "midnight": ("N", "T24:00"),
    "another": ("A", None),
    "a": ("a", None),
    "an": ("a", None),
    "per": ("a", None),
    "the": ("t", None),
    "of": ("f", None),
    "in": ("v", None),
    "or": ("w", None),
    "and": ("&", None),
    "half": ("H", None),
    "future": ("L", None),
    "near": ("r", None),
    "foreseeable": ("r", None),
    "distant": ("r", None),
    "'s": ("'", None),
    **{f"{word[1]}{word[0]}": ("q", word) for word in ("q1", "q2", "q3", "q4", "h1", "h2")},
    "fiscal": ("F", None),
    "fy": ("F", None),
    "consecutive": ("j", None),
    "straight": ("j", None),
    **dict.fromkeys(("full", "whole", "entire"), ("j", None)),
    **dict.fromkeys(ZONES, ("K", None)),
    "more": ("j", None),
    "additional": ("j", None),
    "long": ("j", None),
    "calendar": ("j", None),
    "business": ("j", None),
    "working": ("j", None),
    "old": ("z", None),
    ",": (",", None),
    "-": ("-", None),
    "–": ("-", None),
    "/": ("/", None),
    "—": (";", None),
    "·": ("·", None),
    ".": (".", None),
    "!": (".", None),
    "?": (".", None),
    "¶": (".", None),
}
