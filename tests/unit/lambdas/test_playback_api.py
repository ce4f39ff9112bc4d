"""The way to a recording as a player sees it."""

from http.cookies import Morsel, SimpleCookie
from urllib.parse import parse_qsl, urlsplit

import pytest

from echosphere.domain.moment import to_text
from echosphere.domain.recording import RecordingStatus
from lambdas.api.handler import handler as api
from tests.examples import a_recording
from tests.unit.lambdas.gateway import Answer, Gateway
from tests.unit.services.stage import Stage

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("stage")]
MASTER = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=140800\nhls/audio_128k.m3u8\n"


@pytest.fixture
def talk(stage: Stage) -> str:
    """A talk of `person-1` that is over, and whose sound is ready."""
    gateway = Gateway(api)
    started = gateway.post("/api/sessions", {"language": "en-US"}, idempotency_key="a-new-key-0001").json()
    session_id: str = started["session"]["id"]
    gateway.post(f"/api/sessions/{session_id}/end")
    recording = a_recording(
        stage.ports.sessions.get(session_id),
        status=RecordingStatus.READY,
        duration_s=63.4,
        has_captions=True,
        has_mix=True,
    )
    (started_with,) = stage.ports.recordings.list_by_session(session_id)
    stage.ports.recordings.replace(recording, was=started_with)
    stage.ports.media.put(f"media/{session_id}/001/master.m3u8", MASTER.encode(), content_type="")
    return session_id


def opened(session_id: str) -> Answer:
    return Gateway(api).post(f"/api/sessions/{session_id}/playback")


def cookies(answer: Answer) -> dict[str, Morsel[str]]:
    return {name: one for text in answer.cookies for name, one in SimpleCookie(text).items()}


def follow(url: str) -> Answer:
    """As a native player does: without a token, without cookies."""
    asked = urlsplit(url)
    return Gateway(api, person=None).get(asked.path, **dict(parse_qsl(asked.query)))


def test_the_answer_says_what_can_be_replayed_and_for_how_long(talk: str, stage: Stage) -> None:
    body = opened(talk).json()

    (part,) = body["parts"]
    signed = part.pop("signed_master_url")
    assert part == {
        "attempt": 1,
        "kind": "audio",
        "offset_s": 0.0,
        "duration_s": 63.4,
        "master_url": f"/media/{talk}/001/master.m3u8",
        "peaks_url": f"/media/{talk}/001/peaks.json",
        "captions_url": f"/media/{talk}/001/captions.vtt",
        "mix_url": f"/media/{talk}/001/mix.m4a",
        "dual_url": f"/media/{talk}/001/dual.m4a",
        "sprite_url": None,
        "poster_url": None,
    }
    assert signed == f"/api/sessions/{talk}/playback/1/master.m3u8?{body['signed_query']}"
    assert body["expires_at"] > to_text(stage.clock.now())


def test_three_cookies_open_the_talks_folder_to_this_page_alone(talk: str) -> None:
    held = cookies(opened(talk))

    assert set(held) == {"CloudFront-Policy", "CloudFront-Signature", "CloudFront-Key-Pair-Id"}
    for one in held.values():
        assert (one["path"], one["max-age"]) == (f"/media/{talk}", "3600")
        assert one["secure"] and one["httponly"] and one["samesite"] == "strict"


def test_the_cookies_hold_the_same_signature_as_the_query(talk: str) -> None:
    answer = opened(talk)

    held = {name: one.value for name, one in cookies(answer).items()}
    assert held == {f"CloudFront-{name}": value for name, value in parse_qsl(answer.json()["signed_query"])}


def test_no_cache_keeps_the_way_to_a_recording(talk: str) -> None:
    assert opened(talk).headers["cache-control"] == "no-store"
    assert follow(opened(talk).json()["parts"][0]["signed_master_url"]).headers["cache-control"] == "no-store"


def test_a_player_without_cookies_follows_signed_playlists(talk: str) -> None:
    body = opened(talk).json()

    answer = follow(body["parts"][0]["signed_master_url"])

    assert (answer.status, answer.headers["content-type"]) == (200, "application/vnd.apple.mpegurl")
    assert answer.text == MASTER.replace("128k.m3u8", f"128k.m3u8?{body['signed_query']}")


def test_a_playlist_that_is_not_there_is_not_found(talk: str) -> None:
    url = opened(talk).json()["parts"][0]["signed_master_url"]

    assert follow(url.replace("master.m3u8", "hls/audio.m3u8")).status == 404
    assert follow(url.replace("/1/master", "/2/master")).status == 404


def test_a_playlist_is_for_who_brings_the_talks_signature(talk: str) -> None:
    url = opened(talk).json()["parts"][0]["signed_master_url"]

    for asked in (url.split("?")[0], url.replace(talk, "another"), url.replace("Signature=", "Signature=0")):
        answer = follow(asked)
        assert (answer.status, answer.json()["code"]) == (403, "playback_refused")


def test_somebody_elses_recording_is_unknown(talk: str) -> None:
    answer = Gateway(api, person="person-2").post(f"/api/sessions/{talk}/playback")

    assert (answer.status, answer.json()["code"], answer.cookies) == (404, "session_not_found", ())


def test_a_recording_that_is_still_made_is_a_conflict_and_sets_no_cookie(talk: str, stage: Stage) -> None:
    session = stage.ports.sessions.get(talk)
    stage.ports.recordings.create(a_recording(session, attempt=2, status=RecordingStatus.TRANSCODING))

    answer = opened(talk)

    assert (answer.status, answer.json()["code"], answer.cookies) == (409, "recording_not_ready", ())


def test_a_talk_without_a_recording_has_nothing_to_open(stage: Stage) -> None:
    gateway = Gateway(api)
    unrecorded = {"language": "en-US", "record": False}
    started = gateway.post("/api/sessions", unrecorded, idempotency_key="a-new-key-0002").json()

    answer = opened(started["session"]["id"])

    assert (answer.status, answer.json()["code"]) == (404, "recording_not_found")
