import pytest

from agent_container.brain.skills.unit_words import FILLERS, UNIT_OF, spoken_unit
from agent_container.brain.skills.units import _registry

pytestmark = pytest.mark.unit


def test_every_unit_that_can_be_said_can_be_measured() -> None:
    assert [unit for unit in sorted(set(UNIT_OF.values())) if unit not in _registry()] == []


def test_no_unit_is_passed_over_as_a_filler() -> None:
    assert UNIT_OF.keys() & FILLERS == set()


@pytest.mark.parametrize(
    ("unit", "one", "many"),
    [("mile", "mile", "miles"), ("foot", "foot", "feet"), ("inch", "inch", "inches")],
)
def test_one_is_said_otherwise_than_many(unit: str, one: str, many: str) -> None:
    assert (spoken_unit(unit, is_one=True), spoken_unit(unit, is_one=False)) == (one, many)


def test_a_temperature_is_said_in_degrees() -> None:
    assert spoken_unit("celsius", is_one=True) == "degrees Celsius"
