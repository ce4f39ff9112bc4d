"""A talk's recording as a browser sees it."""

import pytest

from echosphere.domain.recording import RecordingKind
from echosphere.services.start_recording import start_recording
from lambdas.api.handler import handler as api
from tests.unit.lambdas.gateway import Gateway
from tests.unit.services.stage import Stage

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("stage")]


def started(*, record: bool = True) -> str:
    wish = {"language": "en-US", "record": record}
    answer = Gateway(api).post("/api/sessions", wish, idempotency_key="a-new-key-0001")
    session_id: str = answer.json()["session"]["id"]
    return session_id


def test_a_talk_without_a_recording_says_so() -> None:
    answer = Gateway(api).get(f"/api/sessions/{started(record=False)}/recording")

    assert answer.json() == {"status": "off", "percent": None, "missing": [], "parts": []}


def test_a_part_carries_what_the_page_shows_and_no_key() -> None:
    body = Gateway(api).get(f"/api/sessions/{started()}/recording").json()

    assert body["status"] == "recording"
    assert set(body["parts"][0]) == {
        "attempt",
        "kind",
        "offset_s",
        "duration_s",
        "status",
        "failure",
        "failure_words",
    }


def test_what_did_not_change_is_not_sent_again() -> None:
    path = f"/api/sessions/{started()}/recording"
    first = Gateway(api).get(path)

    same = Gateway(api).get_if_changed(path, first.headers["etag"])

    assert (same.status, same.text) == (304, "")
    assert same.headers["etag"] == first.headers["etag"]


def test_what_changed_is_sent_under_another_tag(stage: Stage) -> None:
    session_id = started()
    path = f"/api/sessions/{session_id}/recording"
    first = Gateway(api).get(path)
    start_recording(stage.ports, session_id, kind=RecordingKind.VIDEO)

    changed = Gateway(api).get_if_changed(path, first.headers["etag"])

    assert changed.status == 200 and changed.headers["etag"] != first.headers["etag"]


def test_a_deleted_talk_is_gone() -> None:
    session_id = started()

    assert Gateway(api).delete(f"/api/sessions/{session_id}").status == 204
    assert Gateway(api).get(f"/api/sessions/{session_id}").status == 404
    assert Gateway(api).delete(f"/api/sessions/{session_id}").status == 404


def test_a_stranger_neither_sees_nor_deletes() -> None:
    session_id = started()
    stranger = Gateway(api, person="person-2")

    assert stranger.get(f"/api/sessions/{session_id}/recording").status == 404
    assert stranger.delete(f"/api/sessions/{session_id}").status == 404
    assert Gateway(api).get(f"/api/sessions/{session_id}").status == 200
