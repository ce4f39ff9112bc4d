from pathlib import Path

import pytest

from bench.by_hand import command
from bench.recording import HELD, PLAYED, SOUND, VIDEO, held, played
from bench.talk_file import TalkFile

pytestmark = pytest.mark.unit


def test_a_longer_talk_is_measured_beside_the_others_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECORDING_MINUTES", "20")

    assert played() == {**PLAYED, (VIDEO, 20): 1}


def test_a_picture_of_twenty_minutes_is_not_waited_for_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RECORDING_MINUTES", raising=False)

    assert played() == PLAYED


@pytest.mark.parametrize(("kind", "encoders"), [(SOUND, {"aac": 4}), (VIDEO, {"aac": 3, "libx264": 2})])
def test_by_hand_the_same_is_made_as_by_a_job(kind: object, encoders: dict[str, int]) -> None:
    typed = command(TalkFile(Path("talk.mp4"), SOUND if kind is SOUND else VIDEO, 1), Path("made"))

    assert {name: typed.count(name) for name in ("aac", "libx264") if name in typed} == encoders


def test_a_longer_talk_is_held_only_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HELD_MINUTES", raising=False)
    assert held() == HELD

    monkeypatch.setenv("HELD_MINUTES", "20")
    assert held() == {**HELD, (SOUND, 20): 1}
