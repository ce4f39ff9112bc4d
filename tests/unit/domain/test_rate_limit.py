from datetime import timedelta

import pytest

from echosphere.domain.rate_limit import RateLimit, address_counted_as, counted_as
from tests.examples import NINE_O_CLOCK

pytestmark = pytest.mark.unit
LIMIT = RateLimit(name="writes", most=100)
BEGAN_AT = int(NINE_O_CLOCK.timestamp())


@pytest.mark.parametrize("seconds", [0, 1, 899])
def test_a_window_begins_for_everybody_at_the_same_second(seconds: int) -> None:
    now = NINE_O_CLOCK + timedelta(seconds=seconds)

    assert LIMIT.window_at(now) == BEGAN_AT
    assert LIMIT.resets_in_s(now) == 900 - seconds


def test_the_next_one_begins_when_it_is_over() -> None:
    assert LIMIT.window_at(NINE_O_CLOCK + timedelta(seconds=900)) == BEGAN_AT + 900


def test_each_person_is_counted_alone_under_a_name_of_one_length() -> None:
    assert counted_as("person-1") == counted_as("person-1") != counted_as("person-2")
    assert len(counted_as("person-1")) == len(address_counted_as("192.0.2.1", key="key")) == 32


def test_an_address_is_counted_under_a_key() -> None:
    assert address_counted_as("192.0.2.1", key="one") != address_counted_as("192.0.2.1", key="another")


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("2001:db8::1", "2001:db8:0:0:ffff::1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
    ],
)
def test_a_home_is_counted_once_whichever_of_its_addresses_it_has(one: str, other: str, are_one: bool) -> None:
    assert (address_counted_as(one, key="key") == address_counted_as(other, key="key")) is are_one


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(ValueError, match="example"):
        address_counted_as("example.com", key="key")
