"""The policy test over a desk: reads the customers and the pack, and asks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from licet.model import PartyKind
from licet.usecases.policy_customers import customers
from licet.usecases.policy_pack import Pair, read_pack, shipped_pack
from licet.usecases.policy_test import Limits, PolicyTest, PolicyTestOptions, examine_policy
from licet.wiring.desk import Desk


@dataclass(frozen=True, slots=True)
class PolicyQuestion:
    """What the command line asks for.

    Attributes:
        names: Files of clean customers.
        names_are: What they are where the files do not say: `person`, `organisation` or `unknown`.
        pack: Files and folders of labelled pairs; the shipped pack when None.
        sample: Listed names for each family.
        clean: Clean customers.
        seed: Decides which names, and how they are changed.
        min_recall: Limit; see `Limits`.
        max_clean: Limit.
        min_f1: Limit.
        compare_ofac: Also score by the official page's way.
    """

    names: tuple[Path, ...] = ()
    names_are: str = PartyKind.UNKNOWN
    pack: tuple[Path, ...] | None = None
    sample: int = 100
    clean: int = 2000
    seed: int = 1
    min_recall: float | None = None
    max_clean: float | None = None
    min_f1: float | None = None
    compare_ofac: bool = False

    def ask(self, desk: Desk) -> PolicyTest:
        """Test the policy of a desk, at its point on the clocks.

        Raises:
            UnreadableInputError: A file of names or pairs cannot be read.
        """
        options = PolicyTestOptions(
            sample=self.sample,
            clean=self.clean,
            seed=self.seed,
            customers=customers(self.names, PartyKind(self.names_are)) if self.names else (),
            pack=self._pairs(),
            compare_ofac=self.compare_ofac,
            limits=Limits(self.min_recall, self.max_clean, self.min_f1),
        )
        return examine_policy(desk.store, desk.session(), options)

    def _pairs(self) -> list[Pair]:
        if self.pack is not None:
            return read_pack(self.pack)
        folder = shipped_pack()
        return read_pack([folder]) if folder else []
