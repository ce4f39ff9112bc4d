import pytest

from tests.unit.agent_container.brain.asking import question, talk

pytestmark = pytest.mark.unit


def test_what_was_asked_and_what_was_answered_are_told_apart() -> None:
    asked = question("c", said_before=talk("a", "A", "b", "B"))

    assert [said.text for said in asked.asked()] == ["a", "b"]
    assert [said.text for said in asked.answered()] == ["A", "B"]


def test_the_most_alike_of_some_titles_is_found() -> None:
    asked = question("c", likeness={"tea": 0.2, "boat": 0.6, "moon": 0.9})

    assert asked.most_like("tea", "boat") == ("boat", 0.6)


def test_a_title_that_nothing_is_known_of_is_not_alike_at_all() -> None:
    assert question("c").most_like("tea") == ("tea", 0.0)
