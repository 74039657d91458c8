"""A story that is not in English says so, in whatever form it is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.command import licet

from licet.news.reading import read
from licet.news.story import read_story

OTHERS = (
    "El Consejo de la Unión impuso sanciones a la petrolera del país, y congeló los activos.",
    "Die Union hat am Montag Sanktionen gegen die Reederei verhängt; das Vermögen wurde eingefroren.",
    "L’Union a sanctionné la compagnie, selon le Conseil. Les avoirs de ses filiales sont gelés.",
    "Avrupa Birliği pazartesi günü şirkete yaptırım uyguladı. Bu karar ile bir banka da etkilendi.",
    "美国商务部周一宣布,将华宁微电子列入实体清单,禁止向其出口芯片。",
    "Министерство финансов США в понедельник ввело санкции против банка «Росинвест».",
    "أعلنت وزارة الخزانة الأمريكية يوم الاثنين فرض عقوبات على الشركة.",
)
ENGLISH = (
    "The Treasury sanctioned the Banco del Sur y de los Andes of La Paz on Monday.",
    "*U.S. TO ADD HELIOR MICRO TO ENTITY LIST\n*CHINA SAYS WILL TAKE COUNTERMEASURES",
    "PETRUNIN, Oleg Viktorovich; DOB 12 Mar 1960; POB Moscow; nationality Russia (individual).",
    "The ministry named Министерство торговли as the buyer of the chips, it said on Monday.",
    "",
)


def codes(text: str) -> list[str]:
    """Codes of the problems of a story once it is read."""
    return [problem.code for problem in read(read_story(f"date 2025-06-03\n{text}\n")).story.problems]


@pytest.mark.parametrize("text", OTHERS)
def test_another_language_is_told_as_a_problem(text: str) -> None:
    """By its letters or by its small words."""
    assert codes(text) == ["language"]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_none(text: str) -> None:
    """Neither are names of other languages in it, a wire in capitals, a table of names."""
    assert codes(text) == []


def test_every_form_of_the_answer_tells_it(tmp_path: Path) -> None:
    """So that nothing read never passes for nothing told."""
    path = tmp_path / "story.txt"
    path.write_text(f"date 2025-06-03\n{OTHERS[4]}\n", encoding="utf-8")
    said = "only English is read"
    for form in ("text", "html", "json"):
        done = licet("read", "--no-lists", "-q", "--format", form, str(path))
        assert done.status == 0
        assert said in done.out.replace("\n", " ")
        if form == "json":
            [story] = json.loads(done.out)["stories"]
            assert [problem["code"] for problem in story["problems"]] == ["language"]
