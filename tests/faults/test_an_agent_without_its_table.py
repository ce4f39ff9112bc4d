"""The agent's table throttles, takes no writes, or is silent: one talks on, and all of it is kept when that is over."""

from collections.abc import Iterator

import pytest

from local.readiness import wait_until
from tests.end_to_end.person import Person
from tests.faults.agents_gate import agent_led_through
from tests.faults.stored import texts
from tests.faults.table_gate import TableGate, Trouble
from tests.gate import standing
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

KEPT_S = 60
SAID = ["What is seven times six?", "7 times 6 is 42.", "What is five plus six?", "5 plus 6 is 11."]


@pytest.fixture(scope="module")
def gate(platform: Platform) -> Iterator[TableGate]:
    with standing(TableGate(platform.installation)) as gate, agent_led_through(platform, gate, ("DYNAMODB",)):
        yield gate


@pytest.mark.parametrize("trouble", list(Trouble))
def test_the_talk_goes_on_and_all_of_it_is_kept(person: Person, gate: TableGate, trouble: Trouble) -> None:
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    assert "42" in person.type(SAID[0])

    gate.trouble, gate.asked = trouble, 0
    assert "11" in person.type(SAID[2])
    wait_until(lambda: gate.asked > 0, what="a write", within_s=KEPT_S)
    gate.trouble = None

    wait_until(lambda: texts(person, session_id)[1:] == SAID, what="what was said", within_s=KEPT_S)
    person.hang_up()
    assert texts(person, session_id)[1:] == SAID
    session = person.api(f"/api/sessions/{session_id}")[1]
    assert (session["status"], session["end_reason"]) == ("ended", "hung_up")
