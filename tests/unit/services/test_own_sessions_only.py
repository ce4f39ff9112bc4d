"""A workspace sees its own talks; of all others it does not even learn that they exist."""

import pytest

from echosphere.adapters.memory import memory_ports
from echosphere.domain.errors import SessionNotFound
from echosphere.domain.language import Language
from echosphere.services.join_session import join_session
from echosphere.services.list_messages import list_messages
from echosphere.services.list_sessions import list_sessions
from echosphere.services.list_turns import list_turns
from echosphere.services.read_session import read_session
from echosphere.services.rename_session import rename_session
from echosphere.services.start_session import TalkWish, start_session
from tests.examples import a_member

pytestmark = pytest.mark.unit


def test_somebody_elses_session_is_unknown() -> None:
    ports, stranger = memory_ports(), a_member()
    session = start_session(ports, a_member(), TalkWish(language=Language.ENGLISH), idempotency_key="key-0001")

    with pytest.raises(SessionNotFound):
        read_session(ports, stranger, session.id)
    with pytest.raises(SessionNotFound):
        join_session(ports, stranger, session.id)
    with pytest.raises(SessionNotFound):
        rename_session(ports, stranger, session.id, "Mine now")
    with pytest.raises(SessionNotFound):
        list_messages(ports, stranger, session.id, limit=10, cursor=None)
    with pytest.raises(SessionNotFound):
        list_turns(ports, stranger, session.id, limit=10, cursor=None)


def test_a_list_holds_the_own_workspace_only() -> None:
    ports, member = memory_ports(), a_member()
    mine = start_session(ports, member, TalkWish(language=Language.ENGLISH), idempotency_key="key-0001")
    start_session(ports, a_member(), TalkWish(language=Language.ENGLISH), idempotency_key="key-0001")

    assert list_sessions(ports, member, limit=10, cursor=None).items == [mine]
