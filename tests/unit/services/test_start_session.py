from dataclasses import replace

import pytest

from echosphere.adapters.memory import memory_ports
from echosphere.adapters.memory.recorder import MemoryRecorder
from echosphere.domain.errors import IdempotencyKeyReused, RoleTooLow
from echosphere.domain.language import Language
from echosphere.domain.persona import PersonaDraft
from echosphere.domain.recording import RecordingKind
from echosphere.domain.session import EndReason, SessionStatus
from echosphere.domain.workspace import WorkspaceRole
from echosphere.services.create_persona import create_persona
from echosphere.services.delete_persona import delete_persona
from echosphere.services.end_session import end_session
from echosphere.services.start_recording import start_recording
from echosphere.services.start_session import TalkWish, start_session
from tests.examples import a_member
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit
KEY = "key-0001"


def test_a_new_session_waits_for_its_agent() -> None:
    session = start_session(memory_ports(), a_member(), TalkWish(language=Language.JAPANESE), idempotency_key=KEY)

    assert session.status is SessionStatus.PENDING


def test_the_agent_is_called_before_the_person_comes() -> None:
    stage = set_stage()

    session = start_session(stage.ports, a_member(), TalkWish(language=Language.ENGLISH), idempotency_key=KEY)

    assert stage.rooms.opened == [session.room_name]


def recorder_of(stage: Stage) -> MemoryRecorder:
    assert isinstance(stage.ports.recorder, MemoryRecorder)
    return stage.ports.recorder


def test_the_recorder_is_called_before_the_person_comes_and_livekits_news_call_no_other() -> None:
    stage = set_stage()

    session = start_session(stage.ports, a_member(), TalkWish(language=Language.ENGLISH), idempotency_key=KEY)
    start_recording(stage.ports, session.id, kind=RecordingKind.AUDIO)

    assert recorder_of(stage).started == [(RecordingKind.AUDIO, f"raw/{session.id}/001.mp4")]


def test_the_second_of_two_recorders_is_left_to_livekits_news() -> None:
    stage = set_stage()
    ports = replace(stage.ports, recorders_of_sound=2)

    session = start_session(ports, a_member(), TalkWish(language=Language.ENGLISH), idempotency_key=KEY)
    assert len(recorder_of(stage).started) == 1
    start_recording(ports, session.id, kind=RecordingKind.AUDIO)

    assert [key for _, key in recorder_of(stage).started] == [f"raw/{session.id}/{n:03d}.mp4" for n in (1, 2)]


def test_a_request_sent_twice_calls_one_recorder() -> None:
    stage, member = set_stage(), a_member()

    for _ in range(2):
        start_session(stage.ports, member, TalkWish(language=Language.ENGLISH), idempotency_key=KEY)

    assert len(recorder_of(stage).started) == 1


def test_a_talk_starts_without_its_recorder_which_livekits_news_call_again() -> None:
    stage = set_stage()
    recorder_of(stage).is_down = True

    session = start_session(stage.ports, a_member(), TalkWish(language=Language.ENGLISH), idempotency_key=KEY)
    recorder_of(stage).is_down = False
    start_recording(stage.ports, session.id, kind=RecordingKind.AUDIO)

    assert session.status is SessionStatus.PENDING
    assert recorder_of(stage).started == [(RecordingKind.AUDIO, f"raw/{session.id}/002.mp4")]


def test_nobody_is_recorded_who_said_no() -> None:
    stage = set_stage()

    start_session(stage.ports, a_member(), TalkWish(language=Language.ENGLISH, record=False), idempotency_key=KEY)

    assert recorder_of(stage).started == []


def test_a_talk_starts_without_livekits_answer_because_the_pass_makes_the_room_too() -> None:
    stage = set_stage()
    stage.rooms.is_down = True

    session = start_session(stage.ports, a_member(), TalkWish(language=Language.ENGLISH), idempotency_key=KEY)

    assert session.status is SessionStatus.PENDING
    assert recorder_of(stage).started == [], "there is no room to record"


def test_a_repeated_request_opens_no_room_for_a_talk_that_is_over() -> None:
    stage, member = set_stage(), a_member()
    session = start_session(stage.ports, member, TalkWish(language=Language.ENGLISH), idempotency_key=KEY)
    end_session(stage.ports, session.id, reason=EndReason.HUNG_UP)

    start_session(stage.ports, member, TalkWish(language=Language.ENGLISH), idempotency_key=KEY)

    assert stage.rooms.opened == [session.room_name]


def test_a_request_sent_twice_starts_one_session() -> None:
    ports, member = memory_ports(), a_member()

    first = start_session(ports, member, TalkWish(language=Language.ENGLISH), idempotency_key=KEY)
    second = start_session(ports, member, TalkWish(language=Language.ENGLISH), idempotency_key=KEY)

    assert first == second


def test_a_request_sent_again_gets_its_talk_although_the_persona_is_deleted() -> None:
    ports, member = memory_ports(), a_member()
    draft = PersonaDraft(name="Mina", languages=(Language.ENGLISH,))
    wish = TalkWish(persona_id=create_persona(ports, member, draft, idempotency_key=KEY).id)
    first = start_session(ports, member, wish, idempotency_key=KEY)
    delete_persona(ports, member, wish.persona_id)

    assert start_session(ports, member, wish, idempotency_key=KEY) == first


def test_a_request_sent_again_from_where_consent_is_needed_gets_the_talk_that_began_where_it_is_not() -> None:
    ports, member = memory_ports(), a_member()
    first = start_session(ports, member, TalkWish(), idempotency_key=KEY, consent_needed=False)

    assert start_session(ports, member, TalkWish(), idempotency_key=KEY, consent_needed=True) == first


def test_a_key_belongs_to_one_request() -> None:
    ports, member = memory_ports(), a_member()
    start_session(ports, member, TalkWish(language=Language.ENGLISH), idempotency_key=KEY)

    with pytest.raises(IdempotencyKeyReused):
        start_session(ports, member, TalkWish(language=Language.JAPANESE), idempotency_key=KEY)


def test_a_talk_is_recorded_unless_its_person_says_no() -> None:
    ports, member = memory_ports(), a_member()

    kept = start_session(ports, member, TalkWish(language=Language.ENGLISH), idempotency_key=KEY)
    unkept = start_session(ports, member, TalkWish(language=Language.ENGLISH, record=False), idempotency_key="key-0002")

    assert (kept.recorded, unkept.recorded) == (True, False)


def test_a_key_is_not_reused_to_change_ones_mind_about_recording() -> None:
    ports, member = memory_ports(), a_member()
    start_session(ports, member, TalkWish(language=Language.ENGLISH), idempotency_key=KEY)

    with pytest.raises(IdempotencyKeyReused):
        start_session(ports, member, TalkWish(language=Language.ENGLISH, record=False), idempotency_key=KEY)


def test_two_people_may_use_the_same_key() -> None:
    ports = memory_ports()

    mine = start_session(ports, a_member(), TalkWish(language=Language.ENGLISH), idempotency_key=KEY)
    yours = start_session(ports, a_member(), TalkWish(language=Language.ENGLISH), idempotency_key=KEY)

    assert mine.id != yours.id


def test_a_viewer_starts_nothing() -> None:
    viewer = a_member(role=WorkspaceRole.VIEWER)

    with pytest.raises(RoleTooLow):
        start_session(memory_ports(), viewer, TalkWish(language=Language.ENGLISH), idempotency_key=KEY)


def test_names_in_the_room_say_nothing_of_the_person() -> None:
    member = a_member(person_id="taro@example.com")

    session = start_session(memory_ports(), member, TalkWish(language=Language.ENGLISH), idempotency_key=KEY)

    for public in (session.room_name, session.participant_identity):
        assert member.person_id not in public
        assert session.id not in public
