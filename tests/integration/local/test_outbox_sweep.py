"""A function is killed between what it writes and what it tells: the sweep tells it, with its own grants."""

from dataclasses import replace

import pytest

from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.domain.events import SessionEnded
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.session import EndReason, Session, SessionStatus
from local.readiness import wait_until
from tests.end_to_end.left_behind import kept_of
from tests.examples import NINE_O_CLOCK, a_session
from tests.integration.local.as_root import act_as_root
from tests.platform import Platform

pytestmark = pytest.mark.integration
TOLD_S = 60  # ten seconds in the judge's queue, and a function that starts cold


def end_and_die() -> Session:
    """The transaction was written; nobody lived to publish its event."""
    store, talk = DynamoSessionStore(), replace(a_session(id=new_id()), status=SessionStatus.ACTIVE)
    store.create(talk, key=IdempotencyKey(scope=talk.person_id, value=new_id(), request="start"))
    ended = talk.end(at=NINE_O_CLOCK, reason=EndReason.HUNG_UP)
    store.replace(ended, was=talk, event=SessionEnded.of(ended))
    return ended


def test_what_a_killed_function_has_not_told_is_told_and_forgotten(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    act_as_root(platform, monkeypatch)
    talk = end_and_die()
    assert any(key.startswith("OUTBOX#") for key in kept_of(platform, talk.id))

    sweep = next(url for url in _queues(platform) if "SweepOutboxQueue" in url)
    platform.cloud().client("sqs").send_message(QueueUrl=sweep, MessageBody="{}")

    wait_until(
        lambda: any("EVALUATION#" in key for key in kept_of(platform, talk.id)), what="who judges", within_s=TOLD_S
    )
    assert not [key for key in kept_of(platform, talk.id) if key.startswith("OUTBOX#")]


def _queues(platform: Platform) -> list[str]:
    found: list[str] = platform.cloud().client("sqs").list_queues()["QueueUrls"]
    return found
