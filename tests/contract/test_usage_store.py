"""What every store of usage does, the one in memory and the one in DynamoDB alike."""

from dataclasses import dataclass, replace

import pytest

from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.dynamodb.usage_store import DynamoUsageStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.adapters.memory.usage_store import MemoryUsageStore
from echosphere.domain.errors import SessionNotFound
from echosphere.ports import UsageStore
from tests.contract.with_sessions import WithSessions
from tests.examples import a_usage

pytestmark = pytest.mark.contract


@dataclass(frozen=True)
class Stores(WithSessions):
    usage: UsageStore


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        sessions = MemorySessionStore(MemoryOutbox())
        return Stores(sessions, MemoryUsageStore(sessions))
    request.getfixturevalue("table")
    return Stores(DynamoSessionStore(), DynamoUsageStore())


def test_each_job_of_a_talk_is_kept_whole_beside_the_others(stores: Stores) -> None:
    session = stores.session()
    killed, next_one = a_usage(session, id="AJ_1"), a_usage(session, id="AJ_2", uses=())
    for usage in (next_one, killed):
        stores.usage.put(usage)
    stores.usage.put(a_usage(stores.session()))

    assert stores.usage.list_by_session(session.id) == [killed, next_one]


def test_what_a_job_used_later_takes_the_place_of_what_it_had_used_before(stores: Stores) -> None:
    session = stores.session()
    early = a_usage(session)
    late = replace(early, listened_s=90.5)

    stores.usage.put(early)
    stores.usage.put(late)

    assert stores.usage.list_by_session(session.id) == [late]


def test_a_deleted_session_takes_its_usage_with_it_and_gets_none_back(stores: Stores) -> None:
    session, other = stores.session(), stores.session()
    for each in (session, other):
        stores.usage.put(a_usage(each))

    stores.sessions.delete(session)

    with pytest.raises(SessionNotFound):
        stores.usage.put(a_usage(session))
    assert stores.usage.list_by_session(session.id) == []
    assert len(stores.usage.list_by_session(other.id)) == 1
