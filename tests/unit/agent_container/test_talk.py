"""A talk is settled once, after its last words are written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
import stamina

from echosphere.domain.errors import RoomsUnavailable
from echosphere.domain.session import EndReason, FailureReason, SessionStatus
from tests.examples import a_message
from tests.unit.agent_container.stand_ins import set_scene

pytestmark = pytest.mark.unit


@dataclass(frozen=True)
class LockedRooms:
    refusal: Exception

    def issue_pass(self, *_: object, **__: object) -> None:
        raise NotImplementedError

    def close(self, room_name: str) -> None:
        raise self.refusal


@pytest.fixture(autouse=True)
def no_waits_between_tries() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3):
        yield


async def test_the_first_reason_is_the_one_that_counts() -> None:
    scene = set_scene()

    await scene.talk.end(EndReason.PERSON_LEFT)
    await scene.talk.fail(FailureReason.AGENT_LOST)

    assert scene.stage.ports.sessions.get(scene.talk.session.id).end_reason is EndReason.PERSON_LEFT


async def test_who_reads_an_ended_talk_finds_its_last_words() -> None:
    scene = set_scene()
    scene.talk.messages.put(a_message(scene.talk.session, text="Goodbye."))

    await scene.talk.end(EndReason.PERSON_LEFT)

    ended = scene.stage.ports.sessions.get(scene.talk.session.id)
    assert (ended.status, ended.message_count) == (SessionStatus.ENDED, 1)


@pytest.mark.parametrize("refusal", [RoomsUnavailable(), ValueError("a fault that nobody foresaw")])
async def test_a_talk_that_cannot_be_settled_at_least_empties_its_room(refusal: Exception) -> None:
    scene = set_scene()
    rooms = LockedRooms(refusal)
    scene.talk.ready = replace(scene.talk.ready, ports=replace(scene.stage.ports, rooms=rooms))  # type: ignore[arg-type]  # refuses whatever is asked

    await scene.talk.end(EndReason.PERSON_LEFT)

    assert scene.job.deleted_rooms == 1
