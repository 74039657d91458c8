"""Stories of one sentence: what one who takes measures does is a theme, what a club does is none."""

from __future__ import annotations

import pytest
from tests.news.test_told_in_force import places

from licet.news.modality.modality import EFFECTIVE

TOLD = (
    # a government or an office of the catalogue
    "New Zealand banned Orlan Timber from its ports in March.",
    "Sri Lanka has suspended imports of lathes by Orlan Timber.",
    "Ottawa delisted the smelter on Friday.",
    "London listed the ship in June.",
    "Norda Air, sanctioned last spring by the EU, has sold two jets.",
    "The EU has frozen the yacht of Anton Orlan.",
    "Chile closed its border to all timber of Orlan Timber.",
    "Turkey shut the Orlan crossing to goods from Norda.",
    "Chile closed its airspace and its ports to Orlan Air.",
    "Japan has declared Orlan Roads unfit to contract with the state.",
    "The World Bank has made Orlan Roads ineligible for its contracts.",
    "Mozambique cancelled the concession of Orlan Timber to export hardwoods.",
    "Lebanon's central bank forbade lenders to deal with Orlan Finance.",
    "Anton Orlan has been on the UN's 1988 list since January.",
    # one told by a common noun, before the verb and behind "by"
    "Federal agents in Tampa seized 400 routers bound for Orlan Timber.",
    "Chilean customs detained a cargo of Norda Steel.",
    "The pumps of Norda Steel were seized on Monday by Chilean customs.",
    "The Chilean revenue service has impounded 90 tonnes of copper of Norda Steel.",
)
NO_ACT = (
    "Federal agents in Tampa searched 400 routers bound for Orlan Timber.",
    "Federal agents in Tampa may seize 400 routers bound for Orlan Timber.",
    "Chilean customs never detained a cargo of Norda Steel.",
    "Chilean customs have refused to deny entry to shrimp of Norda Seafood.",
    "Chilean customs deny that they refused entry to shrimp of Norda Seafood.",
    "Chilean customs refused a request to ban shrimp of Norda Seafood.",
    "Turkey never shut the Orlan crossing to goods from Norda.",
    "Turkey may close its border to goods from Norda.",
    "Mozambique considered whether to cancel the concession of Orlan Timber to export hardwoods.",
    "Anton Orlan was never on the UN's 1988 list.",
    "Anton Orlan could be on the UN's list by May.",
    "Japan could declare Orlan Roads unfit to contract with the state.",
    "Had the World Bank made Orlan Roads ineligible for its contracts, the bridge would be Norda's.",
    "A blogger says that the World Bank has made Orlan Roads ineligible for its contracts.",
    "Lebanon's central bank wants to forbid lenders to deal with Orlan Finance.",
    "Argentina is weighing a duty of 12 per cent on soybean exports.",
    "A 12 per cent duty on Norda shrimp was proposed.",
    "If London lists the ship, her flag is gone.",
    "London is weighing whether to list the ship.",
    "Norda Air, praised last spring by the EU, would have been sanctioned.",
    "The pumps, wanted on Monday by border guards, could be seized.",
    "A draft says that New Zealand bans Orlan Timber from its ports.",
    "The EU would have frozen the yacht of Anton Orlan.",
)
NONE = (
    "The landlord has banned the tenant from the garden.",
    "The football club has suspended its goalkeeper by order of the league.",
    "The club president, sanctioned last spring by the league, has resigned.",
    "The school council has seized the pupils' phones.",
    "The bourse suspended the shares, held on Monday by a fund.",
    "The museum guards seized a visitor's camera.",
    "The police service of the borough fined a cyclist.",
    "The school closed its gate to parents.",
    "The town cancelled the concession of the beach bar.",
    "Anton Orlan has been on the dentist's list since January.",
    "The referee declared the goalkeeper unfit to play.",
    "The landlord forbade guests to use the pool.",
    "The casino refused entry to a gambler.",
    "The parish put a 5 per cent levy on weddings.",
    "The library listed the novel in June.",
)


@pytest.mark.parametrize("text", TOLD)
def test_an_act_of_one_who_takes_measures_is_told_by_one_sentence(text: str) -> None:
    assert [item for item in places(text) if item.standing.modality in EFFECTIVE], places(text)


@pytest.mark.parametrize("text", NO_ACT)
@pytest.mark.parametrize("before", ["", "Trade ministers met in Geneva. Exports of steel fell.\n\n"])
def test_what_is_no_such_act_is_not_in_force(text: str, before: str) -> None:
    assert not [item for item in places(before + text) if item.standing.modality in EFFECTIVE]


@pytest.mark.parametrize("text", NONE)
def test_who_is_no_state_takes_no_measure_by_it(text: str) -> None:
    assert not places(text)
