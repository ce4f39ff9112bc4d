"""CloudWatch's side of the wire in, whoever keeps traces out; what cannot be given waits in a queue."""

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import boto3
import pytest
from aws_lambda_powertools.utilities.batch.exceptions import BatchProcessingError
from botocore.exceptions import ClientError, EndpointConnectionError

from echosphere.adapters.otlp.exporter import OtlpExporter
from echosphere.bootstrap.traces import span_exporters, trace_settings
from echosphere.domain.errors import EchoSphereError, TracesRefused, TracesUnavailable
from echosphere.domain.span_line import SpanLine
from lambdas.forward_spans import handler as module
from lambdas.tracing.span import Span, SpanKind
from tests.unit.lambdas.lambda_context import FakeContext
from tests.unit.lambdas.queue import received

pytestmark = pytest.mark.unit


@dataclass
class MemoryExporter:
    name: str
    kept: list[SpanLine] = field(default_factory=list)
    fails: EchoSphereError | None = None
    throws_away: int = 0

    def export(self, spans: Sequence[SpanLine]) -> int:
        if self.fails:
            raise self.fails
        self.kept += spans
        return self.throws_away


@dataclass
class Queue:
    messages: list[Any] = field(default_factory=list)

    def send_message(self, **sent: str) -> None:
        assert sent["QueueUrl"] == "https://queue"
        self.messages.append(json.loads(sent["MessageBody"]))


@pytest.fixture
def exporters(monkeypatch: pytest.MonkeyPatch) -> tuple[MemoryExporter, MemoryExporter]:
    both = MemoryExporter("xray"), MemoryExporter("langsmith")
    monkeypatch.setattr(module, "span_exporters", lambda: both)
    return both


@pytest.fixture(autouse=True)
def queue(monkeypatch: pytest.MonkeyPatch) -> Queue:
    queue = Queue()
    monkeypatch.setenv("SPANS_QUEUE_URL", "https://queue")
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    monkeypatch.setenv("STAGE", "dev")
    trace_settings.cache_clear()
    monkeypatch.setattr(module, "_sqs", lambda: queue)
    return queue


def a_span(name: str = "GET /api/me") -> str:
    return Span(name, SpanKind.SERVER, None).as_line(ended_ns=1)


def told(*messages: str) -> dict[str, Any]:
    events = {"logEvents": [{"id": str(number), "message": message} for number, message in enumerate(messages)]}
    return {"awslogs": {"data": b64encode(gzip.compress(json.dumps(events).encode())).decode()}}


def forward(*messages: str) -> None:
    module.handler(told(*messages), FakeContext())  # type: ignore[arg-type]


def test_every_exporter_gets_every_span(exporters: tuple[MemoryExporter, MemoryExporter]) -> None:
    forward(a_span("one"), a_span("two"))

    assert [[line.span["name"] for line in each.kept] for each in exporters] == [["one", "two"], ["one", "two"]]


def test_a_line_that_only_speaks_of_spans_is_passed_by(exporters: tuple[MemoryExporter, MemoryExporter]) -> None:
    forward("the word otlp_span", '{"otlp_span": "x"}', '{"otlp_span": {}}', "[1]", "{", a_span("one"))

    assert [line.span["name"] for line in exporters[0].kept] == ["one"]


def test_what_one_could_not_take_waits_for_it_and_the_other_has_it(
    exporters: tuple[MemoryExporter, MemoryExporter], queue: Queue
) -> None:
    away, there = exporters
    away.fails = TracesUnavailable()
    forward(a_span("one"))
    assert len(there.kept) == 1 and [message["exporter"] for message in queue.messages] == ["xray"]

    away.fails = None
    assert received(module.handler, *queue.messages) == {"batchItemFailures": []}
    assert [line.span["name"] for line in away.kept] == ["one"] and len(there.kept) == 1


def test_what_waits_fits_into_messages(exporters: tuple[MemoryExporter, MemoryExporter], queue: Queue) -> None:
    exporters[0].fails = TracesUnavailable()

    forward(*[a_span()] * 450)

    assert [len(message["spans"]) for message in queue.messages] == [200, 200, 50]
    assert max(len(json.dumps(message)) for message in queue.messages) < 256_000


def test_what_still_cannot_be_given_goes_back_to_the_queue(exporters: tuple[MemoryExporter, MemoryExporter]) -> None:
    exporters[0].fails = TracesUnavailable()

    with pytest.raises(BatchProcessingError):
        received(module.handler, {"exporter": "xray", "spans": []})


def test_what_waited_for_an_exporter_that_is_no_more_is_let_go(
    exporters: tuple[MemoryExporter, MemoryExporter],
) -> None:
    assert received(module.handler, {"exporter": "other", "spans": []}) == {"batchItemFailures": []}


def test_dropped_spans_are_counted(
    exporters: tuple[MemoryExporter, MemoryExporter], queue: Queue, capsys: pytest.CaptureFixture[str]
) -> None:
    refuses, throws_away = exporters
    refuses.fails, throws_away.throws_away = TracesRefused("400"), 1
    forward(a_span(), a_span())

    counted = [json.loads(line) for line in capsys.readouterr().out.splitlines() if "SpansDropped" in line]
    assert [(each["exporter"], each["SpansDropped"]) for each in counted] == [("xray", [2.0]), ("langsmith", [1.0])]
    assert queue.messages == []


def test_of_itself_it_writes_no_spans(
    exporters: tuple[MemoryExporter, MemoryExporter], capsys: pytest.CaptureFixture[str]
) -> None:
    forward(a_span())
    received(module.handler, {"exporter": "xray", "spans": []})

    assert "otlp_span" not in capsys.readouterr().out


class Secrets:
    def __init__(self, fails: Exception | None = None) -> None:
        self.fails = fails

    def get_secret_value(self, **asked: str) -> dict[str, str]:
        assert asked == {"SecretId": "arn:secret"}
        if self.fails:
            raise self.fails
        return {"SecretString": '{"api_key": "key-0001"}'}


@pytest.fixture
def of_langsmith(monkeypatch: pytest.MonkeyPatch) -> Iterator[Secrets]:
    """The stage's only exporter, and where its key lies."""
    for name, value in (
        ("TRACE_EXPORTERS", "langsmith"),
        ("LANGSMITH_SECRET_ARN", "arn:secret"),
        ("LANGSMITH_PROJECT", "ours"),
    ):
        monkeypatch.setenv(name, value)
    secrets = Secrets()
    monkeypatch.setattr(boto3, "client", lambda name, **_: secrets)
    span_exporters.cache_clear()
    yield secrets
    span_exporters.cache_clear()


def test_langsmith_is_told_with_the_key_of_its_secret_and_the_project_of_the_stage(of_langsmith: Secrets) -> None:
    (langsmith,) = span_exporters()

    assert isinstance(langsmith, OtlpExporter)
    assert langsmith._headers() == {"x-api-key": "key-0001", "langsmith-project": "ours"}


@pytest.mark.parametrize(
    "fault",
    [
        EndpointConnectionError(endpoint_url="https://secrets"),
        ClientError({"Error": {"Code": "AccessDeniedException", "Message": "no"}}, "GetSecretValue"),
    ],
    ids=lambda fault: type(fault).__name__,
)
def test_spans_wait_for_an_exporter_whose_key_cannot_be_read(
    of_langsmith: Secrets, queue: Queue, fault: Exception
) -> None:
    of_langsmith.fails = fault

    forward(a_span("one"))

    assert [message["exporter"] for message in queue.messages] == ["langsmith"]
