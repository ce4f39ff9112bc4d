import pytest

from echosphere.domain.errors import SessionAlreadyStarted, SessionOver
from echosphere.domain.session import EndReason, SessionStatus
from echosphere.services.activate_session import activate_session
from echosphere.services.end_session import end_session
from tests.unit.services.stage import set_stage

pytestmark = pytest.mark.unit


def test_the_clock_of_a_talk_starts_when_agent_and_person_have_met() -> None:
    stage = set_stage()
    stage.clock.advance(3)

    active = activate_session(stage.ports, stage.session.id)

    assert active.status is SessionStatus.ACTIVE
    assert active.started_at == stage.clock.now()
    assert stage.published() == ["SessionStarted"]


def test_a_store_that_was_slow_does_not_shift_the_clock_of_a_talk() -> None:
    stage = set_stage()
    met_at = stage.clock.now()
    stage.clock.advance(3)

    assert activate_session(stage.ports, stage.session.id, at=met_at).started_at == met_at


def test_a_second_agent_finds_the_talk_taken() -> None:
    stage = set_stage()
    activate_session(stage.ports, stage.session.id)

    with pytest.raises(SessionAlreadyStarted):
        activate_session(stage.ports, stage.session.id)


def test_an_ended_talk_is_not_raised() -> None:
    stage = set_stage()
    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)

    with pytest.raises(SessionOver):
        activate_session(stage.ports, stage.session.id)
