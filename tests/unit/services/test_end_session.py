from dataclasses import replace

import pytest

from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.errors import RoomsUnavailable, SessionNotFound, WriteConflict
from echosphere.domain.events import Event
from echosphere.domain.session import EndReason, FailureReason, Session, SessionStatus
from echosphere.services.activate_session import activate_session
from echosphere.services.end_session import end_session
from echosphere.services.fail_session import fail_session
from tests.unit.services.stage import set_stage

pytestmark = pytest.mark.unit


def test_hanging_up_ends_the_talk_tells_everybody_and_empties_the_room() -> None:
    stage = set_stage()
    activate_session(stage.ports, stage.session.id)
    stage.clock.advance(12.5)

    ended = end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)

    assert (ended.status, ended.duration_s) == (SessionStatus.ENDED, 12.5)
    assert stage.ports.sessions.get(ended.id) == ended
    assert stage.published() == ["SessionStarted", "SessionEnded"]
    assert stage.rooms.closed == [ended.room_name]


def test_the_first_word_about_an_end_is_the_one_that_counts() -> None:
    stage = set_stage()
    first = end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)

    again = fail_session(stage.ports, stage.session.id, reason=FailureReason.AGENT_ERROR)

    assert again == first
    assert stage.published() == ["SessionEnded"]


def test_a_room_that_could_not_be_closed_is_closed_by_the_next_try() -> None:
    stage = set_stage()
    stage.rooms.is_down = True
    with pytest.raises(RoomsUnavailable):
        end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)
    stage.rooms.is_down = False

    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)

    assert stage.rooms.closed == [stage.session.room_name]
    assert stage.published() == ["SessionEnded"]


def test_what_does_not_exist_cannot_end() -> None:
    with pytest.raises(SessionNotFound):
        end_session(set_stage().ports, "nothing", reason=EndReason.HUNG_UP)


class RacedStore(MemorySessionStore):
    """The agent activates the session between our reading and our writing."""

    raced = False

    def replace(self, session: Session, *, was: Session, event: Event) -> None:
        if not self.raced:
            self.raced = True
            super().replace(was.activate(at=was.created_at), was=was, event=event)
            raise WriteConflict
        super().replace(session, was=was, event=event)


def test_an_end_that_races_the_start_still_ends_the_talk() -> None:
    stage = set_stage()
    raced = RacedStore(MemoryOutbox())
    raced._sessions[stage.session.id] = stage.session
    ports = replace(stage.ports, sessions=raced)

    assert end_session(ports, stage.session.id, reason=EndReason.HUNG_UP).status is SessionStatus.ENDED
