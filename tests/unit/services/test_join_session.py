from datetime import timedelta

import pytest

from echosphere.adapters.memory import memory_ports
from echosphere.domain.errors import NotTheSpeaker, SessionOver
from echosphere.domain.language import Language
from echosphere.domain.session import EndReason
from echosphere.services.end_session import end_session
from echosphere.services.join_session import join_session
from echosphere.services.start_session import start_session
from tests.examples import a_member

pytestmark = pytest.mark.unit


def test_a_pass_opens_the_room_for_ten_minutes() -> None:
    ports, member = memory_ports(), a_member()
    session = start_session(ports, member, language=Language.ENGLISH, idempotency_key="key-0001")

    room_pass = join_session(ports, member, session.id)

    assert room_pass.expires_at - ports.clock.now() == timedelta(minutes=10)


def test_nobody_enters_a_talk_that_is_over() -> None:
    ports, member = memory_ports(), a_member()
    session = start_session(ports, member, language=Language.ENGLISH, idempotency_key="key-0001")
    end_session(ports, session.id, reason=EndReason.HUNG_UP)

    with pytest.raises(SessionOver):
        join_session(ports, member, session.id)


def test_a_colleague_does_not_speak_in_anothers_name() -> None:
    ports, member = memory_ports(), a_member()
    session = start_session(ports, member, language=Language.ENGLISH, idempotency_key="key-0001")
    colleague = a_member(workspace_id=member.workspace_id)

    with pytest.raises(NotTheSpeaker):
        join_session(ports, colleague, session.id)
