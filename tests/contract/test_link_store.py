"""What every store of links does, the one in memory and the one in DynamoDB alike."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from echosphere.adapters.dynamodb.link_store import DynamoLinkStore
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.memory.link_store import MemoryLinkStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.session import Session
from echosphere.domain.shared_link import SharedLink, new_link
from echosphere.ports import LinkStore, SessionStore
from tests.examples import NINE_O_CLOCK, a_session

pytestmark = pytest.mark.contract


@dataclass(frozen=True)
class Stores:
    sessions: SessionStore
    links: LinkStore

    def session(self) -> Session:
        key = IdempotencyKey(scope="person-0", value=new_id(), request="start")
        return self.sessions.create(a_session(id=new_id()), key=key)


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        sessions = MemorySessionStore(MemoryOutbox())
        return Stores(sessions, MemoryLinkStore(sessions))
    request.getfixturevalue("table")
    return Stores(DynamoSessionStore(), DynamoLinkStore())


def link_to(session: Session, *, made_after_s: int = 0) -> SharedLink:
    at = NINE_O_CLOCK + timedelta(seconds=made_after_s)
    return new_link(session.id, at=at, lasts=timedelta(days=36_500))[0]


def test_a_link_is_found_as_it_was_stored(stores: Stores) -> None:
    link = link_to(stores.session())

    stores.links.create(link)

    assert stores.links.find(link.session_id, link.id) == link


def test_an_unknown_link_is_nothing(stores: Stores) -> None:
    mine, other = stores.session(), stores.session()
    link = link_to(mine)
    stores.links.create(link)

    assert stores.links.find(mine.id, "unknown") is None
    assert stores.links.find(other.id, link.id) is None


def test_the_links_of_a_session_come_in_the_order_in_which_they_were_made(stores: Stores) -> None:
    session = stores.session()
    links = [link_to(session, made_after_s=second) for second in range(4)]
    for link in (links[2], links[0], links[3], links[1]):
        stores.links.create(link)
    stores.links.create(link_to(stores.session()))

    assert stores.links.list_by_session(session.id) == links


def test_a_deleted_link_is_gone_and_may_be_deleted_again(stores: Stores) -> None:
    session = stores.session()
    gone, kept = link_to(session), link_to(session, made_after_s=1)
    for link in (gone, kept):
        stores.links.create(link)

    for _ in range(2):
        stores.links.delete(session.id, gone.id)

    assert stores.links.list_by_session(session.id) == [kept]


def test_a_deleted_session_takes_its_links_with_it(stores: Stores) -> None:
    session, other = stores.session(), stores.session()
    for link in (link_to(session), link_to(other)):
        stores.links.create(link)

    stores.sessions.delete(session)

    assert stores.links.list_by_session(session.id) == []
    assert len(stores.links.list_by_session(other.id)) == 1
