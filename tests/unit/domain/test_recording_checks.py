"""What may be called ready: a file that lasts as long as its talk, with each side where the transcript has it."""

import pytest

from echosphere.domain.loudness import STEPS_PER_SECOND, Loudness
from echosphere.domain.message import Message, Role, Via
from echosphere.domain.recording import RecordingFailure
from echosphere.domain.recording_checks import CLOCKS_APART_S, SHORTEST_SPEECH_S, Fault, silent_side, wrong_length
from tests.examples import a_message, a_session

pytestmark = pytest.mark.unit
SESSION = a_session()
LENGTH_S = 60.0
STEP_S = 1 / STEPS_PER_SECOND


def a_file(*, person: tuple[float, float] | None = None, agent: tuple[float, float] | None = None) -> Loudness:
    """Each side sounds from one second of the file to another, or not at all."""
    return Loudness(duration_s=LENGTH_S, person=_side(person), agent=_side(agent))


def _side(sounds: tuple[float, float] | None) -> tuple[float, ...]:
    from_s, to_s = sounds or (LENGTH_S, LENGTH_S)
    return tuple(0.5 if from_s <= step * STEP_S < to_s else 0.0 for step in range(round(LENGTH_S / STEP_S)))


def said(from_s: float, to_s: float, role: Role = Role.USER, via: Via = Via.VOICE) -> Message:
    return a_message(SESSION, started_s=from_s, ended_s=to_s, role=role, via=via)


@pytest.mark.parametrize(
    ("measured_s", "expected_s"), [(60.0, 60.0), (58.0, 60.0), (62.0, 60.0), (1188.0, 1200.0), (1212.0, 1200.0)]
)
def test_a_file_may_be_two_seconds_off_or_a_hundredth(measured_s: float, expected_s: float) -> None:
    assert wrong_length(measured_s, expected_s) is None


@pytest.mark.parametrize(("measured_s", "expected_s"), [(57.9, 60.0), (62.1, 60.0), (1187.9, 1200.0), (0.0, 2.1)])
def test_one_that_is_further_off_says_how_long_it_is_and_should_be(measured_s: float, expected_s: float) -> None:
    words = f"The file lasts {measured_s:.1f} s where {expected_s:.1f} s were recorded."

    assert wrong_length(measured_s, expected_s) == Fault(failure=RecordingFailure.WRONG_LENGTH, words=words)


@pytest.mark.parametrize(
    ("role", "side", "name"), [(Role.USER, "person", "person's"), (Role.ASSISTANT, "agent", "agent's")]
)
def test_a_side_must_sound_where_the_transcript_has_its_speech(role: Role, side: str, name: str) -> None:
    messages = [said(10.0, 12.0, role)]
    words = f"The {name} side is silent in 1 of 1 places where it spoke."

    assert silent_side(a_file(**{side: (10.5, 11.0)}), messages, offset_s=0.0) is None
    assert silent_side(a_file(), messages, offset_s=0.0) == Fault(failure=RecordingFailure.SIDE_SILENT, words=words)


def test_the_other_sides_sound_is_not_its_own() -> None:
    assert silent_side(a_file(agent=(0.0, LENGTH_S)), [said(10.0, 12.0)], offset_s=0.0) is not None


@pytest.mark.parametrize(("sounds", "is_heard"), [((30.0, 32.0), True), ((50.0, 52.0), False), ((40.0, 42.0), False)])
def test_a_second_of_the_talk_is_looked_for_at_its_second_of_the_file(
    sounds: tuple[float, float], is_heard: bool
) -> None:
    """The file began ten seconds after the talk."""
    assert (silent_side(a_file(person=sounds), [said(40.0, 42.0)], offset_s=10.0) is None) is is_heard


@pytest.mark.parametrize(
    ("sounds", "is_heard"),
    [
        ((9.0, 10.0 - CLOCKS_APART_S), False),
        ((9.0, 10.0 - CLOCKS_APART_S + 2 * STEP_S), True),
        ((12.0 + CLOCKS_APART_S - STEP_S, 13.0), True),
        ((12.0 + CLOCKS_APART_S + 2 * STEP_S, 13.0), False),
    ],
)
def test_it_may_lie_as_far_beside_as_two_clocks_are_apart(sounds: tuple[float, float], is_heard: bool) -> None:
    assert (silent_side(a_file(person=sounds), [said(10.0, 12.0)], offset_s=0.0) is None) is is_heard


@pytest.mark.parametrize(("heard", "is_enough"), [(1, False), (2, True), (3, True)])
def test_half_of_what_was_said_is_enough(heard: int, is_enough: bool) -> None:
    messages = [said(float(second), second + 1.0) for second in (10, 20, 30, 40)]

    fault = silent_side(a_file(person=(10.0, heard * 10 + 1.0)), messages, offset_s=0.0)

    assert (fault is None) is is_enough
    assert fault is None or "3 of 4 places" in fault.words


@pytest.mark.parametrize(
    ("from_s", "to_s"),
    [(10.0, 10.0 + SHORTEST_SPEECH_S - 0.01), (LENGTH_S, LENGTH_S + 5.0), (-5.0, SHORTEST_SPEECH_S - 0.01)],
)
def test_what_is_too_short_to_tell_or_outside_the_file_is_not_looked_for(from_s: float, to_s: float) -> None:
    assert silent_side(a_file(), [said(from_s, to_s)], offset_s=0.0) is None


def test_the_shortest_that_can_be_told_is() -> None:
    assert silent_side(a_file(), [said(0.0, SHORTEST_SPEECH_S)], offset_s=0.0) is not None


def test_what_was_typed_makes_no_sound() -> None:
    assert silent_side(a_file(), [said(10.0, 12.0, via=Via.TEXT)], offset_s=0.0) is None
