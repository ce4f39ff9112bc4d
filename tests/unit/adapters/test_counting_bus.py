import json

import pytest

from echosphere.adapters.counting_bus import SERVICE, CountingBus
from echosphere.adapters.memory.event_bus import MemoryEventBus
from echosphere.domain.events import Event, RecordingCutShort, RecordingFailed, RecordingReady, RecordingStarted
from echosphere.domain.recording import RecordingFailure
from tests.examples import a_recording, a_session

pytestmark = pytest.mark.unit
RECORDING = a_recording(a_session(), duration_s=1.0, failure=RecordingFailure.SIDE_SILENT)


def counted(event: Event, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    CountingBus(MemoryEventBus()).publish(event)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (RecordingReady.of(RECORDING), "RecordingReady"),
        (RecordingFailed.of(RECORDING), "RecordingFailed"),
        (RecordingCutShort.of(RECORDING), "RecordingFailed"),
    ],
)
def test_each_end_of_a_recording_counts_once_under_one_name_whatever_function_saw_it(
    event: Event, name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POWERTOOLS_SERVICE_NAME", "finish_recording")
    monkeypatch.setenv("POWERTOOLS_METRICS_NAMESPACE", "EchoSphere/test")

    (metric,) = counted(event, capsys)

    assert (metric[name], metric["service"]) == ([1.0], SERVICE)
    assert "EchoSphere/test" in json.dumps(metric["_aws"]) and RECORDING.session_id not in json.dumps(metric)


def test_what_is_no_end_counts_nothing_and_all_of_it_is_published(capsys: pytest.CaptureFixture[str]) -> None:
    bus, event = MemoryEventBus(), RecordingStarted.of(RECORDING)

    CountingBus(bus).publish(event)

    assert bus.published == [event] and capsys.readouterr().out == ""
