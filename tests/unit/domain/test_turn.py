import pytest

from echosphere.domain.message import Via
from echosphere.domain.turn import Incident
from tests.examples import a_session, a_turn

pytestmark = pytest.mark.unit
SESSION = a_session()


def test_voice_to_voice_is_from_the_persons_last_sound_to_the_answers_first() -> None:
    assert a_turn(SESSION, heard_until_s=4.2, answered_s=5.123).voice_to_voice_s == 0.923


def test_a_typed_line_has_no_voice_to_measure_from() -> None:
    assert a_turn(SESSION, via=Via.TEXT).voice_to_voice_s is None


def test_what_was_never_answered_has_no_figures_of_an_answer() -> None:
    turn = a_turn(SESSION, thinking_from_s=None, thought_s=None, voicing_from_s=None, voiced_s=None, answered_s=None)

    assert (turn.voice_to_voice_s, turn.thinking_s, turn.voicing_s) == (None, None, None)


def test_each_stage_is_measured_from_where_it_began() -> None:
    turn = a_turn(
        SESSION,
        heard_until_s=4.0,
        understood_s=4.3,
        decided_s=4.5,
        thinking_from_s=4.3,
        thought_s=4.55,
        voicing_from_s=4.6,
        voiced_s=4.7,
    )

    assert (turn.hearing_s, turn.deciding_s, turn.thinking_s, turn.voicing_s) == (0.3, 0.5, 0.25, 0.1)


def test_an_incident_is_told_once() -> None:
    turn = a_turn(SESSION).note(Incident.APOLOGISED).note(Incident.FELL_BACK).note(Incident.APOLOGISED)

    assert turn.incidents == (Incident.APOLOGISED, Incident.FELL_BACK)
