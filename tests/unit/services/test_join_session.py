from datetime import timedelta

import pytest

from echosphere.adapters.memory import memory_ports
from echosphere.domain.errors import NotTheSpeaker, SessionOver
from echosphere.domain.language import Language
from echosphere.domain.session import EndReason
from echosphere.domain.workspace import Member
from echosphere.services.activate_session import activate_session
from echosphere.services.end_session import end_session
from echosphere.services.join_session import join_session
from echosphere.services.start_session import TalkWish, start_session
from tests.examples import a_member
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit


def test_a_pass_opens_the_room_for_ten_minutes() -> None:
    ports, member = memory_ports(), a_member()
    session = start_session(ports, member, TalkWish(language=Language.ENGLISH), idempotency_key="key-0001")

    room_pass = join_session(ports, member, session.id)

    assert room_pass.expires_at - ports.clock.now() == timedelta(minutes=10)


def test_nobody_enters_a_talk_that_is_over() -> None:
    ports, member = memory_ports(), a_member()
    session = start_session(ports, member, TalkWish(language=Language.ENGLISH), idempotency_key="key-0001")
    end_session(ports, session.id, reason=EndReason.HUNG_UP)

    with pytest.raises(SessionOver):
        join_session(ports, member, session.id)


def test_a_colleague_does_not_speak_in_anothers_name() -> None:
    ports, member = memory_ports(), a_member()
    session = start_session(ports, member, TalkWish(language=Language.ENGLISH), idempotency_key="key-0001")
    colleague = a_member(workspace_id=member.workspace_id)

    with pytest.raises(NotTheSpeaker):
        join_session(ports, colleague, session.id)


def test_who_comes_back_to_a_talk_finds_an_agent_in_it() -> None:
    stage = set_stage()
    stage.rooms.open(stage.session)
    activate_session(stage.ports, stage.session.id)

    join_session(stage.ports, the_speaker(stage), stage.session.id)

    assert stage.rooms.called == [stage.session.room_name]


def test_the_first_to_come_need_not_wait_for_a_call_that_the_room_itself_makes() -> None:
    stage = set_stage()
    stage.rooms.open(stage.session)

    join_session(stage.ports, the_speaker(stage), stage.session.id)

    assert stage.rooms.called == []


def test_who_waits_for_the_first_agent_has_it_called_again() -> None:
    stage = set_stage()
    stage.rooms.open(stage.session)
    stage.clock.advance(10)

    join_session(stage.ports, the_speaker(stage), stage.session.id)

    assert stage.rooms.called == [stage.session.room_name]


def test_one_may_enter_though_no_agent_can_be_called() -> None:
    stage = set_stage()
    activate_session(stage.ports, stage.session.id)
    stage.rooms.is_down = True

    assert join_session(stage.ports, the_speaker(stage), stage.session.id).token


def the_speaker(stage: Stage) -> Member:
    return a_member(workspace_id=stage.session.workspace_id, person_id=stage.session.person_id)
