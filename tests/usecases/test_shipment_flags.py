"""Flags for a reader: one paragraph for each measure, what may bite first."""

from __future__ import annotations

from licet.usecases.shipment_flags import grouped


def flag(code: str, sentence: str, measure: str = "", cite: str = "C") -> dict[str, object]:
    return {"code": code, "sentence": sentence, "measure": measure, "citations": [cite]}


def test_flags_of_one_measure_are_told_together_under_one_title() -> None:
    """What all begin with is told once, up to its last whole word."""
    title = "Settlement of 2017 with BIS, with probation"
    (group,) = grouped(
        [
            flag("obligations", f"{title}: BIS: 10 USD paid.", "m"),
            flag("duties", f"{title}: DOJ: six reports.", "m", "D"),
            flag("duties", f"{title}: DOJ: six reports.", "m", "D"),
            flag("breach", f"{title}, breach: a letter.", "m"),
        ]
    )
    assert group.lead == f"{title}: BIS: 10 USD paid."
    assert group.more == ("DOJ: six reports.", "probation, breach: a letter.")
    assert group.citations == ("C", "D")


def test_what_may_come_into_force_stands_first() -> None:
    """Latent denials, red flags, probation; the rest as it came; flags without a measure stay apart."""
    groups = grouped(
        [
            flag("other_regime", "O.", "a"),
            flag("proposed", "P."),
            flag("red_flag", "R."),
            flag("probation", "B.", "b"),
            flag("latent_denial", "L.", "c"),
        ]
    )
    assert [group.lead for group in groups] == ["L.", "R.", "B.", "O.", "P."]
    assert grouped([]) == ()
