import pytest

from echosphere.domain.usage import Part, Use, summed

pytestmark = pytest.mark.unit


def test_uses_of_one_model_become_one_and_those_of_others_stay_apart() -> None:
    voice = Use(part=Part.VOICE, provider="aws", model="neural", characters=10, seconds=1.5)
    other = Use(part=Part.VOICE, provider="local", characters=4)
    ears = Use(part=Part.EARS, provider="aws", seconds=60.0)

    assert summed([voice, ears, other, voice]) == (
        ears,
        Use(part=Part.VOICE, provider="aws", model="neural", characters=20, seconds=3.0),
        other,
    )


def test_of_nothing_nothing_was_used() -> None:
    assert summed([]) == ()
