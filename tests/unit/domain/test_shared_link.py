from datetime import timedelta

import pytest

from echosphere.domain.shared_link import new_link, place_of
from tests.examples import NINE_O_CLOCK

pytestmark = pytest.mark.unit
A_DAY = timedelta(days=1)


def test_a_link_opens_to_its_secret_until_its_end() -> None:
    link, secret = new_link("0a1b", at=NINE_O_CLOCK, lasts=A_DAY)

    assert link.opens(secret, at=NINE_O_CLOCK + A_DAY - timedelta(seconds=1))
    assert not link.opens(secret, at=NINE_O_CLOCK + A_DAY)
    assert not link.opens(secret[:-1], at=NINE_O_CLOCK)


def test_the_secret_leads_to_the_link_and_cannot_be_told_from_it() -> None:
    link, secret = new_link("0a1b", at=NINE_O_CLOCK, lasts=A_DAY)

    assert place_of(secret) == (link.session_id, link.id)
    assert secret.rpartition("-")[2] not in repr(link)


def test_two_links_to_one_talk_have_nothing_in_common() -> None:
    (one, its_secret), (other, other_secret) = (new_link("0a1b", at=NINE_O_CLOCK, lasts=A_DAY) for _ in range(2))

    assert one.id != other.id and its_secret != other_secret
    assert not one.opens(other_secret, at=NINE_O_CLOCK)


@pytest.mark.parametrize("rubbish", ["", "-", "0a1b", "0a1b-", "é-é", "a" * 4000])
def test_rubbish_leads_nowhere_without_harm(rubbish: str) -> None:
    link, _ = new_link("0a1b", at=NINE_O_CLOCK, lasts=A_DAY)

    assert place_of(rubbish)[1] != link.id
    assert not link.opens(rubbish, at=NINE_O_CLOCK)


def test_a_secret_is_one_word_of_an_address_without_a_dot() -> None:
    """The page's routes take a last word with a dot in it for a file."""
    for _ in range(50):
        _, secret = new_link("0a1b", at=NINE_O_CLOCK, lasts=A_DAY)
        assert all(character.isalnum() or character in "-_" for character in secret) and len(secret) > 40
