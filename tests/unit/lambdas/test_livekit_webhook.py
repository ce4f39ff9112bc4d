"""The webhook's route is public: what is not signed by our LiveKit changes nothing."""

import json
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from livekit import api

from echosphere.adapters.livekit_api import LiveKitKeys, always
from echosphere.adapters.memory.recorder import MemoryRecorder
from lambdas.livekit_webhook import handler as module
from tests.examples import a_guest
from tests.unit.lambdas.lambda_context import FakeContext
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit
KEYS = LiveKitKeys("key", "a secret of at least thirty-two bytes")
OTHER_KEYS = LiveKitKeys("key", "another secret of thirty-two bytes, too")


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = set_stage()
    monkeypatch.setattr(module, "backend_ports", lambda: stage.ports)
    monkeypatch.setattr(module, "livekit_keys", lambda: always(KEYS))
    return stage


def room_finished(session_id: str) -> str:
    room = {"name": "room-1", "metadata": json.dumps({"session_id": session_id})}
    return json.dumps({"event": "room_finished", "id": "EV_1", "createdAt": "1700000000", "room": room})


def news(kind: str, session_id: str, **more: object) -> str:
    return json.dumps({**json.loads(room_finished(session_id)), "event": kind, **more})


def track_published(room_name: str, source: str) -> str:
    """Without the room's metadata, as the server sends it."""
    track = {"sid": "TR_1", "source": source}
    return json.dumps({"event": "track_published", "id": "EV_3", "room": {"name": room_name}, "track": track})


def egress_news(stage: Stage, status: str, **more: object) -> str:
    output = {"filepath": f"raw/{stage.session.id}/001.mp4"}
    info = {"egressId": "EG_1", "status": status, "roomComposite": {"fileOutputs": [output]}, **more}
    return json.dumps({"event": "egress_updated", "id": "EV_2", "egressInfo": info})


def recordings(stage: Stage) -> list[tuple[str, str]]:
    return [(each.kind, each.status) for each in stage.ports.recordings.list_by_session(stage.session.id)]


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


def test_news_that_are_signed_with_a_rotated_key_are_taken(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def rotated(*, refused: LiveKitKeys | None = None) -> LiveKitKeys:
        return OTHER_KEYS if refused == KEYS else KEYS

    monkeypatch.setattr(module, "livekit_keys", lambda: rotated)
    body = room_finished(stage.session.id)

    assert post(body, signed(body, OTHER_KEYS))["statusCode"] == 204
    assert stage.published() == ["SessionEnded"]


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


@pytest.mark.parametrize("kind", ["room_started", "participant_joined", "track_published"])
def test_a_room_is_recorded_from_the_first_that_is_heard_of_it(stage: Stage, kind: str) -> None:
    body = news(kind, stage.session.id)

    post(body, signed(body))
    post(body, signed(body))

    assert recordings(stage) == [("audio", "starting")]


def test_a_guest_who_was_removed_and_comes_in_by_an_old_pass_is_removed_again(stage: Stage) -> None:
    here, removed = "guest-1", "guest-2"
    stage.rooms.open(stage.session)
    stage.rooms.people[stage.session.room_name] = {here, removed}
    for identity in (here, removed):
        stage.ports.speakers.create(a_guest(stage.session, identity=identity))
    stage.ports.speakers.remove(stage.session.id, removed, at=stage.clock.now())

    for identity in (here, removed):
        body = news("participant_joined", stage.session.id, participant={"identity": identity})
        assert post(body, signed(body))["statusCode"] == 204

    assert stage.rooms.people_in(stage.session.room_name) == {here}


@pytest.mark.parametrize("source", ["CAMERA", "SCREEN_SHARE"])
def test_a_picture_is_recorded_beside_the_sound(stage: Stage, source: str) -> None:
    stage.rooms.open(stage.session)
    body = track_published(stage.session.room_name, source)

    post(body, signed(body))
    post(body, signed(body))

    assert recordings(stage) == [("video", "starting")]


def test_a_picture_in_a_room_that_is_not_ours_is_not_recorded(stage: Stage) -> None:
    body = track_published("another", "CAMERA")

    assert post(body, signed(body))["statusCode"] == 204
    assert recordings(stage) == []


def test_a_microphone_is_no_picture(stage: Stage) -> None:
    body = news("track_published", stage.session.id, track={"sid": "TR_1", "source": "MICROPHONE"})

    post(body, signed(body))

    assert recordings(stage) == [("audio", "starting")]


def test_an_egress_tells_of_itself_by_the_file_that_was_asked_for(stage: Stage) -> None:
    body = news("room_started", stage.session.id)
    post(body, signed(body))
    file = {"startedAt": "1700000000123456789", "duration": "12500000000", "size": "4096"}
    body = egress_news(stage, "EGRESS_COMPLETE", fileResults=[file])

    assert post(body, signed(body))["statusCode"] == 204

    (recording,) = stage.ports.recordings.list_by_session(stage.session.id)
    assert (recording.status, recording.duration_s) == ("uploaded", 12.5)
    assert recording.started_at is not None and recording.started_at.microsecond == 123_000


def test_an_egress_that_is_none_of_ours_is_ignored(stage: Stage) -> None:
    body = json.dumps({"event": "egress_ended", "egressInfo": {"egressId": "EG_9", "status": "EGRESS_FAILED"}})

    assert post(body, signed(body))["statusCode"] == 204


def test_a_recorder_out_of_reach_makes_livekit_send_again_and_the_talk_goes_on(stage: Stage) -> None:
    assert isinstance(stage.ports.recorder, MemoryRecorder)
    stage.ports.recorder.is_down = True
    body = news("room_started", stage.session.id)

    assert post(body, signed(body))["statusCode"] == 503
    assert not stage.ports.sessions.get(stage.session.id).is_over
