import pytest

from bench.recording import LENGTHS, MORE_SAMPLES, lengths

pytestmark = pytest.mark.unit


def test_a_longer_talk_is_measured_beside_the_others_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECORDING_MINUTES", "20")

    assert lengths() == {**LENGTHS, 20: MORE_SAMPLES}


def test_a_talk_of_twenty_minutes_is_not_waited_for_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RECORDING_MINUTES", raising=False)

    assert lengths() == LENGTHS
