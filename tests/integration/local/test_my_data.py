"""A person's data as the deployed functions copy and delete it, each with its own grants, by way of their queues."""

import json
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from time import monotonic
from typing import Any

import httpx2
import pytest

from echosphere.adapters.dynamodb.recording_store import DynamoRecordingStore
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.domain.export import exports_folder
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.recording import RecordingStatus
from echosphere.domain.session import Session, SessionStatus
from local.warm_functions import http_event
from tests.end_to_end.left_behind import kept_of
from tests.examples import NINE_O_CLOCK, a_message, a_recording, a_session
from tests.integration.local.as_root import act_as_root
from tests.platform import ANSWERS_WITHIN_S, Platform

pytestmark = pytest.mark.integration
EMAIL = "leaver@example.com"
PERSONA = {"name": "Mina", "languages": ["en-US"]}
# The deletion begins half a minute after it was asked for; functions start cold, and others use the machine.
SOON_S, LATER_S = 60, 120


class Person:
    """The API behind API Gateway's authorizer, which takes a token for as long as it says, whoever has left."""

    def __init__(self, platform: Platform) -> None:
        platform.another_person(EMAIL)
        self.platform = platform
        self.pool_id = platform.outputs.get("identity", "UserPoolId")
        (user,) = self.signed_up(f'email = "{EMAIL}"')
        self.sub = next(one["Value"] for one in user["Attributes"] if one["Name"] == "sub")

    def signed_up(self, which: str) -> Any:  # noqa: ANN401  # boto3's own answer
        return self.platform.cloud().client("cognito-idp").list_users(UserPoolId=self.pool_id, Filter=which)["Users"]

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, Any]:
        client = self.platform.cloud().client("lambda")
        (function,) = (
            each["FunctionName"]
            for each in client.list_functions()["Functions"]
            if each["Handler"] == "lambdas.api.handler.handler"
        )
        event = {**http_event(method, path, self.sub), "body": json.dumps(body)}
        event["headers"] = {"content-type": "application/json", **headers}
        answer = json.load(client.invoke(FunctionName=function, Payload=json.dumps(event))["Payload"])
        text = b64decode(answer["body"]) if answer["isBase64Encoded"] else answer["body"]
        return answer["statusCode"], json.loads(text)

    def ask_until(self, path: str, done: Callable[[int, Any], bool], *, within_s: float) -> tuple[int, Any]:
        end = monotonic() + within_s
        status, body = self.ask("GET", path)
        while not done(status, body) and monotonic() < end:
            status, body = self.ask("GET", path)
        return status, body


@pytest.fixture
def person(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> Person:
    act_as_root(platform, monkeypatch)
    return Person(platform)


def recorded_talk(person: Person, workspace_id: str) -> Session:
    """One that is over, with its words, its recording and a link to it."""
    session = replace(
        a_session(id=new_id(), workspace_id=workspace_id, person_id=person.sub),
        status=SessionStatus.ENDED,
        started_at=NINE_O_CLOCK,
        ended_at=NINE_O_CLOCK + timedelta(seconds=13),
    )
    DynamoSessionStore().create(session, key=IdempotencyKey(scope=person.sub, value=new_id(), request="start"))
    DynamoSessionStore().add_message(a_message(session))
    recording = a_recording(session, status=RecordingStatus.READY)
    DynamoRecordingStore().create(recording)
    s3 = person.platform.cloud().client("s3")
    for bucket, key in (("Raw", recording.raw_key), ("Media", f"{recording.media_prefix}mix.m4a")):
        s3.put_object(Bucket=person.platform.outputs.get("media", f"{bucket}BucketName"), Key=key, Body=b"sound")
    person.ask("POST", f"/api/sessions/{session.id}/links", {"expires_in_h": 1})
    return session


def test_a_person_takes_a_copy_of_everything_and_then_leaves_nothing(person: Person) -> None:
    _, me = person.ask("GET", "/api/me")
    person.ask("POST", "/api/personas", PERSONA, **{"idempotency-key": new_id()})
    talk = recorded_talk(person, me["workspace"]["id"])

    copy = _copied(person)

    assert copy["person"]["profile"]["email"] == EMAIL
    assert [each["name"] for each in copy["personas"]] == ["Mina"]
    assert [(each["id"], each["messages"][0]["text"]) for each in copy["talks"]] == [
        (talk.id, "Where are my talks kept?")
    ]
    assert _fetch(person, copy["talks"][0]["recordings"][0]["files"][0]["address"]).content == b"sound"

    assert person.ask("DELETE", "/api/me")[0] == 202
    assert person.ask("GET", "/api/sessions")[1]["code"] == "person_gone"
    status, body = person.ask_until("/api/me/departure", lambda status, _: status != 200, within_s=LATER_S)

    assert (status, body["code"]) == (401, "person_gone")
    assert _left(person, talk, me["workspace"]["id"]) == []
    assert person.signed_up(f'sub = "{person.sub}"') == []


def _copied(person: Person) -> Any:  # noqa: ANN401  # foreign JSON
    assert person.ask("POST", "/api/me/export")[0] == 202
    _, ready = person.ask_until("/api/me/export", lambda _, body: body["status"] == "ready", within_s=SOON_S)
    (file,) = ready["files"]
    address = person.platform.page_origin + file["url"]
    assert _fetch(person, address.partition("?")[0]).status_code == 403
    return _fetch(person, address).json()


def _fetch(person: Person, address: str) -> httpx2.Response:
    with httpx2.Client(base_url=person.platform.page_origin, trust_env=False, timeout=ANSWERS_WITHIN_S) as browser:
        return browser.get(address)


def _left(person: Person, talk: Session, workspace_id: str) -> list[str]:
    names = (person.sub, talk.id, workspace_id, exports_folder(person.sub))
    return [kept for name in names for kept in kept_of(person.platform, name)]
