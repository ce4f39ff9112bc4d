"""A recording on the whole platform, as it is deployed: signed by the API's own role, judged and served by the edge."""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx2
import pytest

from echosphere.adapters.dynamodb.items import open_table
from echosphere.adapters.dynamodb.recording_store import DynamoRecordingStore
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.recording import RecordingStatus
from echosphere.domain.session import SessionStatus
from local.warm_functions import http_event
from tests.examples import NINE_O_CLOCK, a_message, a_recording, a_session
from tests.integration.local.as_root import act_as_root
from tests.platform import ANSWERS_WITHIN_S, Platform

pytestmark = pytest.mark.integration

LISTENER, LENGTH_S = "a-listener", 13
PLAYLIST = "application/vnd.apple.mpegurl"
MASTER = '#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-STREAM-INF:BANDWIDTH=140800,CODECS="mp4a.40.2"\nhls/a.m3u8\n'


@dataclass(frozen=True)
class Talk:
    """One that is over, and whose recording is ready."""

    platform: Platform
    session_id: str

    @property
    def segment(self) -> str:
        return f"/media/{self.session_id}/001/hls/a_00000.ts"

    def ask(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401  # Lambda's own answer
        """The API as the listener reaches it, behind API Gateway's authorizer."""
        client = self.platform.cloud().client("lambda")
        (function,) = (
            each["FunctionName"]
            for each in client.list_functions()["Functions"]
            if each["Handler"] == "lambdas.api.handler.handler"
        )
        event = {**http_event(method, path, LISTENER), "body": json.dumps(body)}
        return json.load(client.invoke(FunctionName=function, Payload=json.dumps(event))["Payload"])

    def open(self) -> tuple[Any, dict[str, str]]:
        """The answer, and what a browser sends from then on."""
        answer = self.ask("POST", f"/api/sessions/{self.session_id}/playback")
        cookies = {name: one.value for text in answer["cookies"] for name, one in SimpleCookie(text).items()}
        return json.loads(answer["body"]), {"cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}


@pytest.fixture
def talk(platform: Platform, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Talk:
    act_as_root(platform, monkeypatch)
    return recorded_talk(platform, tmp_path)


@pytest.fixture
def stranger(platform: Platform) -> Iterator[httpx2.Client]:
    """A browser without cookies."""
    with httpx2.Client(base_url=platform.page_origin, trust_env=False, timeout=ANSWERS_WITHIN_S) as client:
        yield client


def recorded_talk(platform: Platform, folder: Path) -> Talk:
    talk = Talk(platform, new_id())
    workspace_id = json.loads(talk.ask("GET", "/api/me")["body"])["workspace"]["id"]
    _store(talk, workspace_id)
    _upload(talk, folder)
    return talk


def _store(talk: Talk, workspace_id: str) -> None:
    open_table(talk.platform.outputs.get("data", "TableName"))
    session = replace(
        a_session(id=talk.session_id, workspace_id=workspace_id, person_id=LISTENER),
        status=SessionStatus.ENDED,
        started_at=NINE_O_CLOCK,
        ended_at=NINE_O_CLOCK + timedelta(seconds=LENGTH_S),
    )
    DynamoSessionStore().create(session, key=IdempotencyKey(scope=LISTENER, value=new_id(), request="start"))
    DynamoSessionStore().add_message(a_message(session))
    ready = a_recording(session, status=RecordingStatus.READY, started_at=NINE_O_CLOCK, duration_s=float(LENGTH_S))
    DynamoRecordingStore().create(ready)


def _upload(talk: Talk, folder: Path) -> None:
    tone = ["-f", "lavfi", "-i", f"sine=440:duration={LENGTH_S}", "-c:a", "aac"]
    pieces = [
        "-f",
        "hls",
        "-hls_time",
        "6",
        "-hls_playlist_type",
        "vod",
        "-hls_segment_filename",
        "a_%05d.ts",
        "a.m3u8",
    ]
    subprocess.run(["ffmpeg", "-v", "error", *tone, *pieces], cwd=folder, check=True)  # noqa: S607  # the system's
    files = {f"hls/{path.name}": path.read_bytes() for path in folder.iterdir()}
    bucket = talk.platform.outputs.get("media", "MediaBucketName")
    for name, body in {**files, "master.m3u8": MASTER.encode()}.items():
        kind = PLAYLIST if name.endswith(".m3u8") else "video/MP2T"
        key = f"media/{talk.session_id}/001/{name}"
        talk.platform.cloud().client("s3").put_object(Bucket=bucket, Key=key, Body=body, ContentType=kind)


def _length_s(url: str) -> float:
    """As a native player without cookies and without a token finds it, reading to the end."""
    command = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", url]
    return float(subprocess.run(command, capture_output=True, check=True, text=True, env=_plain()).stdout)


def _plain() -> dict[str, str]:
    """Without a proxy, which might stand before the loopback."""
    return {"PATH": os.environ["PATH"]}


def test_the_listener_hears_and_a_stranger_does_not(talk: Talk, stranger: httpx2.Client) -> None:
    body, cookies = talk.open()
    master = body["parts"][0]["master_url"]

    assert stranger.get(master, headers=cookies).headers["content-type"] == PLAYLIST
    assert stranger.get(talk.segment, headers={**cookies, "range": "bytes=0-9"}).status_code == 206
    for path in (master, talk.segment):
        refused = stranger.get(path)
        assert (refused.status_code, "<Code>MissingKey</Code>" in refused.text) == (403, True)


def test_the_cookies_of_one_talk_open_no_other(talk: Talk, stranger: httpx2.Client) -> None:
    _, cookies = talk.open()

    refused = stranger.get(talk.segment.replace(talk.session_id, new_id()), headers=cookies)

    assert (refused.status_code, "<Code>AccessDenied</Code>" in refused.text) == (403, True)


def test_a_native_player_needs_nothing_but_the_signed_address(talk: Talk) -> None:
    body, _ = talk.open()
    signed = urljoin(talk.platform.page_origin, body["parts"][0]["signed_master_url"])

    assert _length_s(signed) == pytest.approx(LENGTH_S, abs=0.1)
    with pytest.raises(subprocess.CalledProcessError):
        _length_s(signed.split("?")[0])


def test_a_link_lets_a_stranger_in_until_it_is_taken_back(talk: Talk, stranger: httpx2.Client) -> None:
    links = f"/api/sessions/{talk.session_id}/links"
    link = json.loads(talk.ask("POST", links, {"expires_in_h": 1})["body"])

    let_in = stranger.post(f"/api{link['url']}/playback")
    assert talk.ask("DELETE", f"{links}/{link['id']}")["statusCode"] == 204
    refused = stranger.post(f"/api{link['url']}/playback")

    assert let_in.json()["playback"]["parts"] and len(let_in.headers.get_list("set-cookie")) == 3
    assert (refused.status_code, refused.json()["code"]) == (404, "shared_link_not_found")


def test_a_link_that_was_guessed_is_not_found(stranger: httpx2.Client) -> None:
    assert stranger.post(f"/api/shared/{new_id()}-{'0' * 64}/playback").status_code == 404
