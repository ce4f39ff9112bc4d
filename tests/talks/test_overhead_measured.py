"""The bench of what watching costs: one side is watched, the other is not, and all else is the same."""

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from agent_container.meter import Meter
from bench import watched_turns, written_turns
from bench.overhead import bench_overhead
from bench.traced_calls import BARE, COUNTED, TRACED, Contestant, measure_calls
from bench.watched_turns import Packer, measure_turns
from bench.written_turns import measure_writes
from lambdas.tracing.span import Span
from tests.talks.script import Script

pytestmark = pytest.mark.talk


def test_of_calls_those_that_are_traced_write_a_span_and_the_bare_ones_none(monkeypatch: pytest.MonkeyPatch) -> None:
    written = list[str]()
    write = Span.write

    def noted(span: Span, *, ended_ns: int) -> None:
        written.append(span.name)
        write(span, ended_ns=ended_ns)

    monkeypatch.setattr(Span, "write", noted)
    monkeypatch.setattr("bench.traced_calls.UNMEASURED", 0)

    taken = measure_calls(3)

    assert {name: len(each) for name, each in taken.items()} == {BARE: 3, TRACED: 3, COUNTED: 3}
    assert written == ["POST /api/sessions", *6 * ["GET /api/sessions/{session_id}"]]


def test_of_calls_one_in_three_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = list[str]()
    monkeypatch.setattr("bench.traced_calls.UNMEASURED", 0)
    monkeypatch.setattr("bench.traced_calls.count", lambda name, **_: counted.append(name))

    measure_calls(2)

    assert Contestant.counts is False and counted == 2 * ["bench.calls"]


def test_of_talks_one_writes_turns_use_and_spans_and_the_other_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    held, packed = list[Script](), list[int]()
    take, pack = watched_turns._take_turns, Packer.export

    async def noted(talk: Script, *rest: object) -> None:
        held.append(talk)
        await take(talk, *rest)  # type: ignore[arg-type]  # handed on as they came

    def counted(packer: Packer, spans: object) -> object:
        result = pack(packer, spans)  # type: ignore[arg-type]  # the same
        packed.append(packer.packed_bytes)
        return result

    monkeypatch.setattr(watched_turns, "_take_turns", noted)
    monkeypatch.setattr(Packer, "export", counted)
    watch = Meter.watch

    watched, unwatched = measure_turns(1, turns=2)

    without, with_it = held
    assert (len(watched), len(unwatched)) == (2, 2)
    assert (len(with_it.turns), len(without.turns)) == (3, 0)
    assert with_it.said == without.said and len(with_it.said) == 1 + 2 * 3
    uses = [talk.talk.ready.ports.usage.list_by_session(talk.talk.session.id) for talk in held]
    assert uses[0] == [] and uses[1][0].uses
    assert packed and Meter.watch is watch


def test_of_a_turn_its_question_its_answer_and_the_use_are_packed_for_the_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent = list[str]()
    answer = written_turns._yes

    def noted(request: AWSPreparedRequest) -> AWSResponse:
        sent.append(str(request.body))
        return answer(request)

    monkeypatch.setattr(written_turns, "_yes", noted)
    monkeypatch.setattr(written_turns, "UNMEASURED", 0)

    assert len(measure_writes(2)) == 2
    kinds = [[kind for kind in ("METRICS#", "USAGE#") if kind in body] for body in sent]
    assert kinds == 2 * [["METRICS#"], ["METRICS#"], ["USAGE#"]]


def test_a_report_says_what_was_simulated_and_whether_the_aims_are_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.traced_calls.UNMEASURED", 0)

    report = bench_overhead(calls=2, talks=1)

    assert set(report) == {"simulated", "load_of_the_machine", "api_call", "turn"}
    for part in ("api_call", "turn"):
        row = report[part]
        assert isinstance(row, dict) and isinstance(row["holds"], bool)
