"""Who keeps traces is away, silent, or refuses: no request waits, and spans of functions come later or are counted."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from http import HTTPStatus
from uuid import uuid4

import pytest

from local.collector.spans import KeptSpan
from local.readiness import wait_until
from tests.end_to_end.person import Person
from tests.faults.span_gate import SpanGate
from tests.faults.traced import dropped_by_functions, told_of
from tests.faults.work_queue import WorkQueue, redrive
from tests.function_variables import with_variables
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

API = "echosphere-api"
STARTS = {"language": "en-US", "record": False}
ASKED_FOR = "POST /api/sessions"
READ = "GET /api/sessions/{session_id}"
READS = 5
ONCE = {ASKED_FOR: 1, READ: READS}
ARRIVES_S, DEAD_S = 60, 120


@pytest.fixture(scope="module")
def exporter(platform: Platform) -> Iterator[SpanGate]:
    gate = SpanGate(platform.installation.collector_url)
    with ExitStack() as around:
        around.enter_context(gate.standing())
        around.enter_context(with_variables(platform, "forward_spans", {"OTLP_ENDPOINT": gate.address}))
        yield gate


@pytest.fixture(autouse=True)
def there_again(exporter: SpanGate) -> Iterator[None]:
    """Whatever a test saw of it."""
    yield
    exporter.refuses = False
    exporter.come_back()


def asked_for(person: Person) -> str:
    """A talk, that nobody begins, and is read some times. No answer is late or missing."""
    headers = {"authorization": f"Bearer {person.access_token()}", "idempotency-key": str(uuid4())}
    started = person.page.request.post(f"{person.origin}/api/sessions", headers=headers, data=STARTS)
    assert started.status == HTTPStatus.CREATED
    session_id: str = started.json()["session"]["id"]
    assert [person.api(f"/api/sessions/{session_id}")[0] for _ in range(READS)] == [HTTPStatus.OK] * READS
    return session_id


def requests(platform: Platform, session_id: str) -> list[KeptSpan]:
    """Those for it, as often as each came. The agent, who waits for its person, tells by a way of its own."""
    return [span for span in told_of(platform.installation, session_id) if span.service == API]


def times_told(platform: Platform, session_id: str) -> Counter[str]:
    """By their names."""
    return Counter(span.name for span in requests(platform, session_id))


def all_told(platform: Platform, session_id: str) -> bool:
    """One that an exporter took too late, and was given again, is one."""
    return len({span.span_id for span in requests(platform, session_id)}) == sum(ONCE.values())


def until_told(platform: Platform, session_id: str) -> None:
    wait_until(lambda: times_told(platform, session_id) == ONCE, what="the spans", within_s=ARRIVES_S)


def test_spans_of_an_exporter_that_is_away_come_by_themselves_when_it_is_back(
    person: Person, platform: Platform, exporter: SpanGate, waiting_spans: WorkQueue
) -> None:
    exporter.go_away()
    session_id = asked_for(person)
    wait_until(lambda: waiting_spans.waiting > 0, what="spans that wait", within_s=ARRIVES_S)

    exporter.come_back()

    until_told(platform, session_id)
    wait_until(lambda: waiting_spans.waiting == 0, what="the last of them", within_s=ARRIVES_S)
    assert times_told(platform, session_id) == ONCE
    assert waiting_spans.dead == 0


def test_spans_of_an_exporter_that_is_away_for_too_long_are_handed_back(
    person: Person, platform: Platform, exporter: SpanGate, waiting_spans: WorkQueue
) -> None:
    exporter.go_away()
    session_id = asked_for(person)
    wait_until(lambda: waiting_spans.dead > 0, what="the first dead letter", within_s=DEAD_S)
    assert requests(platform, session_id) == []

    exporter.come_back()
    wait_until(lambda: waiting_spans.waiting == 0, what="those that still had a try", within_s=DEAD_S)
    redrive(platform, "forward-spans")

    until_told(platform, session_id)
    wait_until(lambda: waiting_spans.waiting == waiting_spans.dead == 0, what="the last of them", within_s=ARRIVES_S)
    assert times_told(platform, session_id) == ONCE


def test_no_request_waits_for_an_exporter_that_is_silent(
    person: Person, platform: Platform, exporter: SpanGate, waiting_spans: WorkQueue
) -> None:
    exporter.fall_silent()
    taken = exporter.taken

    session_id = asked_for(person)

    wait_until(lambda: exporter.held > 0, what="who forwards spans", within_s=ARRIVES_S)
    assert exporter.taken == taken, "all were answered, and nothing of them was taken"
    exporter.come_back()
    wait_until(lambda: exporter.held == 0, what="those who were held", within_s=ARRIVES_S)
    wait_until(lambda: waiting_spans.waiting == 0, what="those who left", within_s=ARRIVES_S)
    wait_until(lambda: all_told(platform, session_id), what="the spans", within_s=ARRIVES_S)


def test_spans_that_are_refused_are_counted_and_not_tried_again(
    person: Person, platform: Platform, exporter: SpanGate, waiting_spans: WorkQueue
) -> None:
    before = dropped_by_functions(platform)
    exporter.refuses = True

    session_id = asked_for(person)

    wait_until(
        lambda: dropped_by_functions(platform) >= before + 1 + READS, what="the count of them", within_s=ARRIVES_S
    )
    assert (waiting_spans.waiting, waiting_spans.dead, requests(platform, session_id)) == (0, 0, [])
