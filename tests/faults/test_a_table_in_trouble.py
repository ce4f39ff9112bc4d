"""The table throttles, takes no writes, or does not answer at all: what a person is told, and what is stored."""

from collections.abc import Iterator
from contextlib import ExitStack
from uuid import uuid4

import pytest
from playwright.sync_api import APIResponse, expect

from tests.end_to_end.person import Person
from tests.faults.table_gate import TableGate, Trouble
from tests.gate import led_through, standing
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

FUNCTIONS = ("api", "token")
TOLD_MS = 40_000
STARTS = {"language": "en-US", "record": False}


@pytest.fixture(scope="module")
def gate(platform: Platform) -> Iterator[TableGate]:
    with ExitStack() as around:
        gate = around.enter_context(standing(TableGate(platform.installation)))
        for function in FUNCTIONS:
            around.enter_context(led_through(platform, function, gate, ("DYNAMODB",)))
        yield gate


@pytest.fixture(autouse=True)
def passes(gate: TableGate) -> Iterator[None]:
    """Whatever a test saw of it."""
    yield
    gate.trouble, gate.asked = None, 0


def start(person: Person, key: str) -> APIResponse:
    headers = {"authorization": f"Bearer {person.access_token()}", "idempotency-key": key}
    return person.page.request.post(f"{person.origin}/api/sessions", headers=headers, data=STARTS, timeout=TOLD_MS)


def talks(person: Person) -> set[str]:
    return {each["id"] for each in person.api("/api/sessions")[1]["items"]}


@pytest.mark.parametrize("trouble", list(Trouble))
def test_a_start_is_told_to_come_again_and_makes_one_talk_when_it_does(
    person: Person, gate: TableGate, trouble: Trouble
) -> None:
    before, key = talks(person), str(uuid4())

    gate.trouble = trouble
    refused = start(person, key)
    gate.trouble = None

    assert gate.asked > 0
    assert (refused.status, refused.json()["code"]) == (503, "store_unavailable")
    assert int(refused.headers["retry-after"]) > 0
    assert talks(person) == before
    first, second = start(person, key), start(person, key)
    assert (first.status, second.status) == (201, 201)
    assert talks(person) - before == {first.json()["session"]["id"]} == {second.json()["session"]["id"]}


def test_a_table_that_takes_no_writes_is_still_read(person: Person, gate: TableGate) -> None:
    session_id = start(person, str(uuid4())).json()["session"]["id"]

    gate.trouble = Trouble.READ_ONLY
    status, session = person.api(f"/api/sessions/{session_id}")

    assert (status, session["id"]) == (200, session_id)
    assert session_id in talks(person)


@pytest.mark.parametrize("trouble", list(Trouble))
def test_the_page_says_so_and_begins_the_talk_when_it_is_over(
    person: Person, gate: TableGate, trouble: Trouble
) -> None:
    gate.trouble = trouble
    person.choose_language("en-US")
    person.start_button.click()
    expect(person.page.get_by_role("alert").filter(has_text="busy").first).to_be_visible(timeout=TOLD_MS)
    gate.trouble = None

    person.start_talk("en-US")
    person.hear_greeting()
    assert "42" in person.type("What is seven times six?")
    person.hang_up()
