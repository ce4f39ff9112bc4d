import gzip
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from starlette.testclient import TestClient

from echosphere.adapters.otlp.request import to_request
from local.collector.app import collector_app
from local.collector.shelf import TraceShelf
from local.collector.tree import tree_of
from tests.unit.adapters.otlp.test_exporter import a_line

pytestmark = pytest.mark.unit
PROTOBUF = {"content-type": "application/x-protobuf"}


@pytest.fixture
def shelf(tmp_path: Path) -> TraceShelf:
    return TraceShelf(tmp_path / "traces")


@pytest.fixture
def client(shelf: TraceShelf) -> TestClient:
    return TestClient(collector_app(shelf))


def test_a_trace_is_read_as_it_was_sent(client: TestClient, shelf: TraceShelf) -> None:
    line = a_line("api", "POST /api/sessions")

    answer = client.post("/v1/traces", content=to_request([line], {}), headers=PROTOBUF)

    (span,) = shelf.read(line.span["traceId"])
    assert answer.status_code == 200 and (span.service, span.name) == ("echosphere-api", "POST /api/sessions")
    assert span.attributes["http.response.status_code"] == 200 and not span.failed


def test_what_is_packed_is_unpacked(client: TestClient, shelf: TraceShelf) -> None:
    line = a_line()
    packed = gzip.compress(to_request([line], {}))

    answer = client.post("/v1/traces", content=packed, headers={**PROTOBUF, "content-encoding": "gzip"})

    assert answer.status_code == 200 and len(shelf.read(line.span["traceId"])) == 1


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_rubbish_is_refused_with_what_it_should_be(client: TestClient, encoding: str) -> None:
    answer = client.post("/v1/traces", content=b"rubbish", headers={**PROTOBUF, "content-encoding": encoding})

    assert (answer.status_code, answer.text) == (400, "not an ExportTraceServiceRequest")


def test_another_form_is_refused(client: TestClient) -> None:
    assert client.post("/v1/traces", json={}).status_code == 415


def test_a_talk_is_found_by_its_session(client: TestClient, shelf: TraceShelf) -> None:
    line = a_line()
    line.span["attributes"].append({"key": "session.id", "value": {"stringValue": "session-1"}})
    client.post("/v1/traces", content=to_request([line], {}), headers=PROTOBUF)

    assert [span.name for span in shelf.of_session("session-1")] == ["GET /api/health"]
    assert shelf.of_session("session-2") == [] and shelf.read("0" * 32) == []


def test_a_span_that_is_told_twice_is_kept_once(client: TestClient, shelf: TraceShelf) -> None:
    line = a_line()
    for _ in range(2):
        client.post("/v1/traces", content=to_request([line], {}), headers=PROTOBUF)

    assert len(shelf.read(line.span["traceId"])) == 1


def test_the_oldest_of_many_traces_are_forgotten(
    client: TestClient, shelf: TraceShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("local.collector.shelf.MOST_TRACES", 2)
    monkeypatch.setattr("local.collector.shelf.FORGET_EVERY", 0)
    lines = [a_line() for _ in range(5)]
    for line in lines:
        client.post("/v1/traces", content=to_request([line], {}), headers=PROTOBUF)

    assert sum(bool(shelf.read(line.span["traceId"])) for line in lines) == 2


def test_a_span_that_is_being_written_is_not_read_yet(client: TestClient, shelf: TraceShelf, tmp_path: Path) -> None:
    line = a_line()
    client.post("/v1/traces", content=to_request([line], {}), headers=PROTOBUF)
    (file,) = (tmp_path / "traces").iterdir()
    with file.open("a") as written:
        written.write(file.read_text()[:40])

    assert [span.span_id for span in shelf.read(file.stem)] == [line.span["spanId"]]


def test_a_trace_is_drawn_as_what_caused_what(client: TestClient, shelf: TraceShelf) -> None:
    parent, child = a_line("api", "POST /api/sessions"), a_line("finish_recording", "finish_recording")
    child.span.update({"traceId": parent.span["traceId"], "parentSpanId": parent.span["spanId"]})
    client.post("/v1/traces", content=to_request([child, parent], {}), headers=PROTOBUF)

    console = Console(width=120, file=StringIO())
    console.print(tree_of(shelf.read(parent.span["traceId"])))

    assert isinstance(console.file, StringIO)
    _, first, second = console.file.getvalue().splitlines()
    assert "POST /api/sessions echosphere-api" in first and "finish_recording echosphere-finish_recording" in second
    assert first.index("ms") < second.index("ms"), "what it caused stands below it, further to the right"
