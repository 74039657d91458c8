"""Quotes as papers print them: split, nested, partial, without a verb; and quoted words that nobody said."""

from __future__ import annotations

import pytest
from tests.news.test_layout import quoted
from tests.news.test_statements import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "'The minister told me “never again”, and I believed her,' said Dan Whitlock.",
            [("Dan Whitlock", "'The minister told me “never again”, and I believed her,'")],
        ),
        ("‘The order’, said Ann Ek, ‘is a farce.’", [("Ann Ek", "‘The order’ | ‘is a farce.’")]),
        (
            "'The ban', Ann Ek said, 'will cost us a year.'",
            [("Ann Ek", "'The ban' | 'will cost us a year.'")],
        ),
        ("Ann Ek attacked what she called 'a mess' at the licensing office.", [("she", "'a mess'")]),
        ('The ministry spoke of "a clear breach of trust".', [("The ministry", '"a clear breach of trust"')]),
        ('Ann Ek praised a "brave" ruling.', [("Ann Ek", '"brave"')]),
        ('Ann Ek likened the order to "a tax on honesty".', [("Ann Ek", '"a tax on honesty"')]),
        (
            '"No vessel shall load without a permit," the notice reads.',
            [("the notice", '"No vessel shall load without a permit,"')],
        ),
        (
            'The notice reads: "No vessel shall load without a permit."',
            [("The notice", '"No vessel shall load without a permit."')],
        ),
        (
            'A sign on the gate read "Closed by order of the court".',
            [("A sign on the gate", '"Closed by order of the court"')],
        ),
        ('Ann Ek was blunt: "We are not a charity."', [("Ann Ek", '"We are not a charity."')]),
        (
            'Piet Varga had one piece of advice for exporters: "Read the annex before you sign."',
            [("Piet Varga", '"Read the annex before you sign."')],
        ),
        ('His reply was short: "Never."', [("His", '"Never."')]),
        (
            'The answer from the ministry was a single line: "The matter is under review."',
            [("the ministry", '"The matter is under review."')],
        ),
        ('"Sanctions work," tweeted Donald Trump on Sunday.', [("Donald Trump", '"Sanctions work,"')]),
        ('Ann Ek shook her head. "It was never our cargo."', [("Ann Ek", '"It was never our cargo."')]),
        (
            'Piet Varga is tired of the forms.\n\n"I fill in nine of them a week and nobody reads one."',
            [("Piet Varga", '"I fill in nine of them a week and nobody reads one."')],
        ),
        (
            'Ann Ek called the rule "a trap" and its authors "amateurs".',
            [("Ann Ek", '"a trap" | "amateurs"')],
        ),
        (
            'Beijing described the listing as "bullying" and promised "countermeasures".',
            [("Beijing", '"bullying"'), ("Beijing", '"countermeasures"')],
        ),
        ('This from Ann Ek: "We were the last to know."', [("Ann Ek", '"We were the last to know."')]),
        ('"The sea does not read lists." - Ann Ek', [("Ann Ek", '"The sea does not read lists."')]),
        (
            '"The sea does not read lists." — Ann Ek, harbour master',
            [("Ann Ek, harbour master", '"The sea does not read lists."')],
        ),
        (
            'The order amounts to "a blockade in all but name", in the view of Ann Ek.',
            [("Ann Ek", 'The order amounts to "a blockade in all but name"')],
        ),
        ('"Rubbish," was Ann Ek\'s verdict.', [("Ann Ek", '"Rubbish,"')]),
        (
            '"I would sign it again tomorrow": Piet Varga in his office on Monday.',
            [("Piet Varga", '"I would sign it again tomorrow"')],
        ),
        (
            'The White House called the list "baseless," and envoy Ann Ek said that a tariff was "ready."',
            [("The White House", '"baseless,"'), ("envoy Ann Ek", 'a tariff was "ready."')],
        ),
        ('Marta Quill, whose harbour he called "a swamp," is not amused.', [("he", '"a swamp,"')]),
        (
            'The ministry has published nothing and says that "a promise is not a law".',
            [("The ministry", '"a promise is not a law"')],
        ),
        (
            "'The workers' pay comes first,' Ann Ek told the Harbour Wire.",
            [("Ann Ek", "'The workers' pay comes first,'")],
        ),
        ('"Why us?" Piet Varga asked. "Why now?"', [("Piet Varga", '"Why us?" | "Why now?"')]),
        (
            'The panel found that the bank "wilfully ignored" warnings.',
            [("The panel", 'the bank "wilfully ignored" warnings')],
        ),
        (
            'Ann Ek, asked about the fine, laughed: "Which one?"',
            [("Ann Ek, asked about the fine,", '"Which one?"')],
        ),
        (
            '"We have been patient," said Ann Ek. "We sent nine letters.\n\n"Nobody answered one."',
            [
                (
                    "Ann Ek",
                    '"We have been patient," | "We sent nine letters. | "Nobody answered one."',
                )
            ],
        ),
        (
            'Ann Ek said: "The list is long.\n\n"It will be longer."\n\nThe ministry met on Monday.',
            [("Ann Ek", '"The list is long. | "It will be longer."')],
        ),
        ('"It was," Ann Ek admitted, "a very bad year."', [("Ann Ek", '"It was," | "a very bad year."')]),
        (
            'Speaking in Oslo, Ann Ek said the ban was "working", but added: "It will take time."',
            [("Ann Ek", 'the ban was "working"'), ("Ann Ek", '"It will take time."')],
        ),
        ('Norvane Ltd. rejected the fine, calling it "excessive".', [("Norvane Ltd.", '"excessive"')]),
        (
            'Article 5 says: "It shall be prohibited to sell such goods."',
            [("Article 5", '"It shall be prohibited to sell such goods."')],
        ),
        (
            'The decision, which Ann Ek called "a disgrace", takes effect on Monday.',
            [("Ann Ek", '"a disgrace"')],
        ),
        ('"I ask for nothing," he wrote to the court in May.', [("he", '"I ask for nothing,"')]),
        (
            '"I do not recall the meeting," Lahtsin, 54, told the court through an interpreter.',
            [("Lahtsin, 54,", '"I do not recall the meeting,"')],
        ),
        (
            'The order, described by one trader as "a hand grenade", took effect at noon.',
            [("one trader", '"a hand grenade"')],
        ),
        (
            'The company admitted to "serious failings" in its controls.',
            [("The company", '"serious failings"')],
        ),
        (
            '"Dear Minister," the letter begins, "we write in sorrow."',
            [("the letter", '"Dear Minister," | "we write in sorrow."')],
        ),
        (
            '"We will not be bullied," read a statement from the embassy.',
            [("a statement from the embassy", '"We will not be bullied,"')],
        ),
        ('Ann Ek: "We were told nothing."', [("Ann Ek", '"We were told nothing."')]),
        (
            'The judge, Helen Marsh, rejected the argument as "too clever by half".',
            [("The judge, Helen Marsh,", '"too clever by half"')],
        ),
        ('He asked: "Where is my ship?" Nobody answered.', [("He", '"Where is my ship?"')]),
        ('"What do you want?" Piet Varga wanted to know.', [("Piet Varga", '"What do you want?"')]),
        (
            'The plan ("a dog\'s breakfast", in the words of one official) was dropped.',
            [("one official", '"a dog\'s breakfast"')],
        ),
        (
            "\"We thought so. Then she asked, 'Did you weigh it?'\" he said.",
            [("he", "\"We thought so. Then she asked, 'Did you weigh it?'\"")],
        ),
        (
            "“My husband, he said, ‘It is only snow,’” Ann Ek said.",
            [("Ann Ek", "“My husband, he said, ‘It is only snow,’”")],
        ),
        (
            "‘We hid,’ said Ann Ek. ‘My son asked, “Is it thunder?” I told him yes. I told him yes.’",
            [("Ann Ek", "‘We hid,’ | ‘My son asked, “Is it thunder?” I told him yes. I told him yes.’")],
        ),
        (
            "‘We need a pause,’ Ann Ek said. ‘I will ask again.\n\n‘They have each other's numbers.’",
            [("Ann Ek", "‘We need a pause,’ | ‘I will ask again. | ‘They have each other's numbers.’")],
        ),
    ],
)
def test_a_quote_has_its_speaker_however_it_is_introduced(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The "unacceptable" decision will be appealed.',
        'The so-called "shadow fleet" has grown to 600 ships.',
        'She read "The Drowned Port" on the train to Leeds.',
        'The tanker "Nordic Star" left Oslo on Monday.',
        'Viktor "the Welder" Lahtsin was held in Riga.',
        'Under the rule, "controlled technology" means any item on Annex I.',
        'The term "foreign person" covers branches abroad.',
        'The programme "Panorama" showed the film on Monday.',
        "The film 'The Long Quay' opens on Friday.",
        'Under the headline "Ships of Shame", the paper printed a list.',
        'The firm was told to "cease and desist" by the court.',
        'The word "sanction" appears nine times.',
        'He was known as "the Admiral" on the docks.',
        '"Operation Sea Guard" began in May.',
        'The committee has one item on its agenda: "Any Other Business."',
        'The panel found a "smoking gun" in the files.',
        'The ministry rejected a "cease and desist" letter.',
        'The regulation defines a dual-use item as "any item that can serve both ends".',
        'The ministry attacked the tanker "Nordic Star" in its leaflet.',
    ],
)
def test_titles_names_terms_and_scare_quotes_are_no_statements(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 'dead ends' and 'so on'. The workers' union's plan.", ["'dead ends'", "'so on'"]),
        ("'The firms' licences will go,' he said.", ["'The firms' licences will go,'"]),
        ("In the '90s he told 'em 'no way' at all.", ["'no way'"]),
        ("The unions' leaders' plan. 'Tis odd.", []),
        ("The 'boss' said \"It is over.\"", ['"It is over."']),
    ],
)
def test_single_marks_are_quotes_and_apostrophes_none(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize("unit", ["'a ", "the firms' ", "'em ", "'a' ", "“'a ", '"a?" b said. '])
def test_marks_without_end_are_read(unit: str) -> None:
    assert all(content for _, content in told(unit * 3000))
