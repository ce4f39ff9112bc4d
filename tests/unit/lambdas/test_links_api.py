"""Links to a talk, as its owner and as a stranger sees them."""

import pytest

from echosphere.domain.recording import RecordingStatus
from lambdas.api.handler import handler as api
from tests.examples import a_message, a_recording
from tests.unit.lambdas.gateway import Answer, Gateway
from tests.unit.services.stage import Stage

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("stage")]
A_WEEK_H = 168


@pytest.fixture
def talk(stage: Stage) -> str:
    """A talk of `person-1` that is over, with a message and a recording."""
    gateway = Gateway(api)
    started = gateway.post("/api/sessions", {"language": "en-US"}, idempotency_key="a-new-key-0001").json()
    session_id: str = started["session"]["id"]
    gateway.post(f"/api/sessions/{session_id}/end")
    session = stage.ports.sessions.get(session_id)
    stage.ports.sessions.add_message(a_message(session))
    (started_with,) = stage.ports.recordings.list_by_session(session_id)
    stage.ports.recordings.replace(a_recording(session, status=RecordingStatus.READY), was=started_with)
    return session_id


def made(talk: str, hours: object = A_WEEK_H) -> Answer:
    return Gateway(api).post(f"/api/sessions/{talk}/links", {"expires_in_h": hours})


def opened(url: str) -> Answer:
    return Gateway(api, person=None).post(f"/api{url}/playback")


def test_a_link_is_told_once_with_its_end(talk: str) -> None:
    answer = made(talk)

    (listed,) = Gateway(api).get(f"/api/sessions/{talk}/links").json()["items"]
    assert answer.status == 201 and set(answer.json()) == {"id", "url", "created_at", "expires_at"}
    assert listed == {name: value for name, value in answer.json().items() if name != "url"}


def test_a_stranger_reads_and_hears_the_talk_by_the_link(talk: str) -> None:
    answer = opened(made(talk).json()["url"])

    body = answer.json()
    assert answer.status == 200 and answer.headers["cache-control"] == "no-store"
    assert body["title"] == "Where are my talks kept?" == body["messages"][0]["text"]
    assert body["playback"]["parts"][0]["master_url"] == f"/media/{talk}/001/master.m3u8"
    assert len(answer.cookies) == 3 and all(f"Path=/media/{talk};" in f"{one};" for one in answer.cookies)


def test_a_stranger_learns_nothing_of_person_workspace_or_room(talk: str) -> None:
    body = opened(made(talk).json()["url"]).json()

    assert set(body) == {"title", "language", "persona_name", "started_at", "duration_s", "messages", "playback"}


def test_a_link_that_was_taken_back_opens_nothing(talk: str) -> None:
    link = made(talk).json()

    assert Gateway(api).delete(f"/api/sessions/{talk}/links/{link['id']}").status == 204

    answer = opened(link["url"])
    assert (answer.status, answer.json()["code"], answer.cookies) == (404, "shared_link_not_found", ())


def test_a_wrong_secret_looks_like_one_that_never_was(talk: str) -> None:
    known, unknown = made(talk).json()["url"], f"/shared/{'0' * 32}-guess"

    problems = [opened(url).json() for url in (f"{known}x", unknown)]

    assert problems[0] == problems[1] and problems[0]["status"] == 404


@pytest.mark.parametrize("hours", [0, 721, -1, "soon", None])
def test_a_link_lasts_from_an_hour_to_thirty_days(talk: str, hours: object) -> None:
    assert made(talk, hours).status == 422


def test_a_stranger_of_another_workspace_cannot_share_the_talk(talk: str) -> None:
    answer = Gateway(api, person="person-2").post(f"/api/sessions/{talk}/links", {"expires_in_h": 1})

    assert (answer.status, answer.json()["code"]) == (404, "session_not_found")
