"""One trace for a talk: from the browser's request through every function that does something for it."""

import json
from typing import Any

import pytest

from echosphere.domain.recording import RecordingKind
from echosphere.domain.trace import TraceParent
from lambdas.api.handler import handler as api
from lambdas.tracing.queue import work_off
from lambdas.tracing.span import SpanKind, note_session, spanning
from lambdas.wire import Event
from tests.examples import a_session
from tests.unit.lambdas.gateway import Gateway
from tests.unit.lambdas.queue import received
from tests.unit.lambdas.spans import attributes_of, spans_in
from tests.unit.services.stage import Stage

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("stage")]
BROWSER = TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7")
KEY = "a-new-key-0001"


def start(**headers: str) -> str:
    answer = Gateway(api).post("/api/sessions", {"language": "en-US"}, idempotency_key=KEY, **headers)
    session_id: str = answer.json()["session"]["id"]
    return session_id


def test_the_request_for_a_talk_goes_on_from_the_browsers(capsys: pytest.CaptureFixture[str]) -> None:
    session_id = start(traceparent=str(BROWSER))

    (span,) = spans_in(capsys)
    assert (span["traceId"], span["parentSpanId"]) == (BROWSER.trace_id, BROWSER.span_id)
    assert (span["name"], span["kind"]) == ("POST /api/sessions", SpanKind.SERVER)
    assert attributes_of(span) == {
        "http.request.method": "POST",
        "http.route": "/api/sessions",
        "http.response.status_code": "201",
        "session.id": session_id,
    }


def test_a_talk_its_recordings_and_their_news_belong_to_the_request(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    session_id = start()

    (span,) = spans_in(capsys)
    request = TraceParent(span["traceId"], span["spanId"])
    assert stage.ports.sessions.get(session_id).trace == request
    (recording,) = stage.ports.recordings.list_by_session(session_id)
    assert recording.kind is RecordingKind.AUDIO and recording.trace == request


def test_hanging_up_belongs_to_the_talk_and_not_to_the_browsers_request(capsys: pytest.CaptureFixture[str]) -> None:
    session_id = start()
    Gateway(api).post(f"/api/sessions/{session_id}/end", traceparent=str(BROWSER))

    begun, ended = spans_in(capsys)
    assert (ended["traceId"], ended["parentSpanId"]) == (begun["traceId"], begun["spanId"])
    assert ended["name"] == "POST /api/sessions/{session_id}/end"


def test_the_same_request_again_is_another_span_of_the_same_talk(capsys: pytest.CaptureFixture[str]) -> None:
    start()
    start()

    first, second = spans_in(capsys)
    assert second["parentSpanId"] == first["spanId"] and second["traceId"] == first["traceId"]


def test_an_address_is_never_told_of_only_the_route_that_it_has(capsys: pytest.CaptureFixture[str]) -> None:
    Gateway(api).get("/api/sessions/somebody@example.com")
    Gateway(api).get("/api/somebody@example.com")

    known, unknown = spans_in(capsys)
    assert known["name"] == "GET /api/sessions/{session_id}" and unknown["name"] == "GET"
    assert attributes_of(unknown) == {"http.response.status_code": "404"}


def test_what_is_no_trace_begins_a_new_one(capsys: pytest.CaptureFixture[str]) -> None:
    start(traceparent="rubbish")

    (span,) = spans_in(capsys)
    assert "parentSpanId" not in span and len(span["traceId"]) == 32


def a_worker(event: Event, context: Any) -> Any:  # noqa: ANN401  # Lambda's own
    return work_off(event, _fail_on_rubbish, context)


def _fail_on_rubbish(record: Any) -> None:  # noqa: ANN401  # SQSRecord
    if json.loads(record.body) == "rubbish":
        raise ValueError("the very words of somebody")


def test_work_goes_on_from_the_event_that_asks_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    received(a_worker, {"detail": {"traceparent": str(BROWSER)}}, {"detail": {}}, {"Records": []})

    of_ours, without, of_s3 = spans_in(capsys)
    assert (of_ours["traceId"], of_ours["parentSpanId"]) == (BROWSER.trace_id, BROWSER.span_id)
    assert "parentSpanId" not in without and "parentSpanId" not in of_s3


def test_work_that_fails_says_of_what_kind_and_not_in_which_words(capsys: pytest.CaptureFixture[str]) -> None:
    answer = received(a_worker, "rubbish", {"detail": {}})

    failed, done = spans_in(capsys)
    assert [each["itemIdentifier"] for each in answer["batchItemFailures"]] == ["message-0"]
    assert failed["status"] == {"code": 2} and attributes_of(failed)["error.type"] == "ValueError"
    assert "status" not in done and "somebody" not in json.dumps(failed)


def test_work_finds_its_talk_while_it_is_at_it(capsys: pytest.CaptureFixture[str]) -> None:
    session = a_session(trace=BROWSER)
    with spanning("transcode_recording", SpanKind.CONSUMER):
        note_session(session)

    (span,) = spans_in(capsys)
    assert (span["traceId"], span["parentSpanId"]) == (BROWSER.trace_id, BROWSER.span_id)
    assert attributes_of(span) == {"session.id": session.id}


def test_a_span_lasts_as_long_as_its_work(capsys: pytest.CaptureFixture[str]) -> None:
    with spanning("outer", SpanKind.SERVER), spanning("inner", SpanKind.CONSUMER):
        pass

    inner, outer = spans_in(capsys)
    begins, ends = "startTimeUnixNano", "endTimeUnixNano"
    assert int(outer[begins]) <= int(inner[begins]) <= int(inner[ends]) <= int(outer[ends])


def test_a_function_tells_who_it_is(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("POWERTOOLS_SERVICE_NAME", "finish_recording")
    received(a_worker, {})

    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["service"] == "finish_recording"
