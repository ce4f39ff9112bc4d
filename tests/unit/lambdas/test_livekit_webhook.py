"""The webhook's route is public: what is not signed by our LiveKit changes nothing."""

import json
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from livekit import api

from echosphere.adapters.livekit_rooms import LiveKitKeys
from lambdas.livekit_webhook import handler as module
from tests.unit.lambdas.lambda_context import FakeContext
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit
KEYS = LiveKitKeys("key", "a secret of at least thirty-two bytes")
OTHER_KEYS = LiveKitKeys("key", "another secret of thirty-two bytes, too")


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = set_stage()
    monkeypatch.setattr(module, "backend_ports", lambda: stage.ports)
    monkeypatch.setattr(module, "livekit_keys", lambda: lambda: KEYS)
    return stage


def room_finished(session_id: str) -> str:
    room = {"name": "room-1", "metadata": json.dumps({"session_id": session_id})}
    return json.dumps({"event": "room_finished", "id": "EV_1", "createdAt": "1700000000", "room": room})


def signed(body: str, keys: LiveKitKeys = KEYS) -> str:
    body_hash = b64encode(sha256(body.encode()).digest()).decode()
    return api.AccessToken(keys.api_key, keys.api_secret).with_sha256(body_hash).to_jwt()


def post(body: str, authorization: str | None, *, as_base64: bool = True) -> dict[str, Any]:
    event = {
        "headers": {"authorization": authorization} if authorization else {},
        "body": b64encode(body.encode()).decode() if as_base64 else body,
        "isBase64Encoded": as_base64,
    }
    return module.handler(event, FakeContext())  # type: ignore[arg-type]  # the fake has what the handler reads


@pytest.mark.parametrize("as_base64", [True, False])
def test_a_room_that_closed_without_the_agents_word_ends_its_session(stage: Stage, as_base64: bool) -> None:
    body = room_finished(stage.session.id)

    answer = post(body, signed(body), as_base64=as_base64)

    assert answer["statusCode"] == 204
    assert stage.ports.sessions.get(stage.session.id).end_reason == "room_closed"


def test_the_same_news_twice_ends_it_once(stage: Stage) -> None:
    body = room_finished(stage.session.id)

    post(body, signed(body))
    post(body, signed(body))

    assert stage.published() == ["SessionEnded"]


@pytest.mark.parametrize(
    "authorization",
    [None, "rubbish", signed(room_finished("another")), signed(room_finished("session"), OTHER_KEYS)],
    ids=["unsigned", "rubbish", "signed for another body", "signed with other keys"],
)
def test_what_is_not_signed_by_our_livekit_is_refused(stage: Stage, authorization: str | None) -> None:
    answer = post(room_finished("session"), authorization)

    assert answer["statusCode"] == 401
    assert json.loads(answer["body"])["code"] == "webhook_not_genuine"
    assert stage.published() == []


def test_bytes_that_are_no_text_are_refused(stage: Stage) -> None:
    event = {"headers": {}, "body": b64encode(b"\xff\xfe").decode(), "isBase64Encoded": True}

    assert module.handler(event, FakeContext())["statusCode"] == 401  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize("metadata", ["", "rubbish", "[]", '{"session_id": 7}', '{"session_id": "unknown"}'])
def test_a_room_that_is_not_ours_is_ignored(stage: Stage, metadata: str) -> None:
    body = json.dumps({"event": "room_finished", "room": {"name": "x", "metadata": metadata}})

    assert post(body, signed(body))["statusCode"] == 204


def test_other_news_change_nothing(stage: Stage) -> None:
    body = room_finished(stage.session.id).replace("room_finished", "participant_left")

    assert post(body, signed(body))["statusCode"] == 204
    assert stage.published() == []


def test_a_store_that_is_down_makes_livekit_send_again(stage: Stage) -> None:
    stage.rooms.is_down = True
    body = room_finished(stage.session.id)

    assert post(body, signed(body))["statusCode"] == 503
