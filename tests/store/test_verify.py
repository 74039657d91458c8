"""`verify` finds each kind of damage, and says in one sentence what it is."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from tests.store.building import LIST, Draft, add, day, instant

from licet.store import Store
from licet.store.body import BodyCodec


@pytest.fixture
def filled(store: Store) -> Store:
    """Give a sound store of three editions."""
    add(store, Draft(day(1), instant(1), {"1": "Anna", "2": "Boris"}))
    add(store, Draft(day(2), instant(2), {"1": "Anna"}))
    add(store, Draft(day(3), instant(3), {"1": "Anna", "3": "Clara"}))
    assert store.verify() == []
    return store


def damage(store: Store, statement: str, **values: object) -> None:
    """Change the database behind the store's back."""
    with store._database.writing("damage") as connection:
        assert connection.execute(text(statement), values).rowcount > 0


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        (
            "update presence set last_seq = 3 where last_seq = 2",
            "has 2 listings and 0 problems where 1 and",
        ),
        ("update presence set last_seq = 9 where last_seq = 2", "is no interval of the 3 editions"),
        ("delete from presence where first_seq = 3", "has 1 listings and 0 problems where 2 and 0"),
        (
            "insert into presence values ('xx_test', 2, 3, null)",
            "has 3 listings and 0 problems where 2",
        ),
        ("insert into presence values ('xx_test', 1, 2, null)", "overlaps the interval before it"),
        ("update presence set listing_id = 2 where first_seq = 3", "holds other listings or problems"),
        ("update list_edition set published = '2020-01-09' where seq = 2", "facts, or those of an edition"),
        ("update list_edition set accepted = 'yes' where seq = 1", "facts, or those of an edition"),
        ("update edition_file set sha256 = repeat_a where seq = 1", "no sound copy in the archive"),
        (
            "update listing set key = '7' where key = '1'",
            "kept under this id is that of xx_test:1",
        ),
        ("update listing set body = sha256 where key = '1'", "unknown form"),
    ],
)
def test_a_change_of_the_database_is_found(filled: Store, statement: str, finding: str) -> None:
    damage(filled, statement.replace("repeat_a", f"'{'a' * 64}'"))
    assert any(finding in sentence for sentence in filled.verify()), filled.verify()


def test_a_body_with_other_content_is_found(filled: Store) -> None:
    forged = BodyCodec().encode(b'{"key":"1","kind":"person","list_id":"xx_test"}')
    damage(filled, "update listing set body = :body where key = '1'", body=forged)
    [sentence] = filled.verify()
    assert sentence.startswith(f"{LIST}:1 has SHA-256 ")


def test_a_lost_edition_is_found(filled: Store) -> None:
    damage(filled, "delete from edition_file where seq = 2")
    damage(filled, "delete from list_edition where seq = 2")
    assert any("the editions before it are not all there" in sentence for sentence in filled.verify())


def test_a_damaged_and_a_lost_file_are_found(filled: Store) -> None:
    first, second = (filled.editions()[number].files[0].sha256 for number in (0, 1))
    path = filled.archive.root / first[:2] / first[2:]
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-2])
    (filled.archive.root / second[:2] / second[2:]).unlink()
    found = "\n".join(filled.verify())
    assert f"main.csv ({first}) has no sound copy" in found
    assert f"main.csv ({second}) has no sound copy" in found
    assert str(path) in found
