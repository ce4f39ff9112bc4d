"""What every store of links does, the one in memory and the one in DynamoDB alike."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from echosphere.adapters.dynamodb.link_store import INVITATION, LINK, DynamoLinkStore
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.memory.link_store import MemoryLinkStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.session import Session
from echosphere.domain.shared_link import SharedLink, new_link
from echosphere.ports import LinkStore
from tests.contract.with_sessions import WithSessions
from tests.examples import NINE_O_CLOCK

pytestmark = pytest.mark.contract


@dataclass(frozen=True)
class Stores(WithSessions):
    links: LinkStore
    invitations: LinkStore


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        sessions = MemorySessionStore(MemoryOutbox())
        return Stores(sessions, MemoryLinkStore(sessions), MemoryLinkStore(sessions))
    request.getfixturevalue("table")
    return Stores(DynamoSessionStore(), DynamoLinkStore(LINK), DynamoLinkStore(INVITATION))


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


def test_what_is_for_one_purpose_is_unknown_to_the_other(stores: Stores) -> None:
    link = link_to(stores.session())
    stores.links.create(link)

    assert stores.invitations.find(link.session_id, link.id) is None
    assert stores.invitations.list_by_session(link.session_id) == []


def test_a_link_is_used_so_many_times_and_no_more(stores: Stores) -> None:
    used, other = link_to(stores.session()), link_to(stores.session())
    for link in (used, other):
        stores.links.create(link)

    assert [stores.links.count_use(used, most=2) for _ in range(4)] == [True, True, False, False]
    assert stores.links.count_use(other, most=2)
    assert stores.links.find(used.session_id, used.id) == used


def test_a_link_that_is_gone_is_not_used(stores: Stores) -> None:
    link = link_to(stores.session())

    assert not stores.links.count_use(link, most=2)
    assert stores.links.find(link.session_id, link.id) is None


def test_a_deleted_session_takes_its_links_with_it(stores: Stores) -> None:
    session, other = stores.session(), stores.session()
    for link in (link_to(session), link_to(other)):
        stores.links.create(link)
    stores.invitations.create(link_to(session))

    stores.sessions.delete(session)

    assert stores.links.list_by_session(session.id) == []
    assert stores.invitations.list_by_session(session.id) == []
    assert len(stores.links.list_by_session(other.id)) == 1
