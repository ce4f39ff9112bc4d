"""A day's figures hold each talk once, however often its end is told; reading them takes no longer for it."""

from dataclasses import replace

import pytest

from echosphere.domain.cost import CostPart
from echosphere.domain.day_figures import SLOWEST, DayFigures, SlowTurn
from echosphere.domain.language import Language
from echosphere.domain.message import Via
from echosphere.domain.recording import RecordingStatus
from echosphere.domain.session import EndReason, FailureReason, Session
from echosphere.domain.usage import Part, Use
from echosphere.services.activate_session import activate_session
from echosphere.services.count_talk import count_recording, count_talk
from echosphere.services.end_session import end_session
from echosphere.services.fail_session import fail_session
from echosphere.services.forget_session import forget_session
from echosphere.services.read_day_figures import WantedDays, read_day_figures
from tests.examples import NINE_O_CLOCK, a_member, a_message, a_recording, a_turn, a_usage
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit
TODAY = NINE_O_CLOCK.date().isoformat()


def held(stage: Stage, *, used: tuple[Use, ...] | None = None) -> Session:
    """A minute of talk with an interrupted answer and a typed line."""
    session = stage.session
    activate_session(stage.ports, session.id)
    stage.ports.sessions.add_message(a_message(session))
    stage.ports.turns.put(a_turn(session, heard_until_s=2.0, answered_s=2.9, interrupted=True))
    stage.ports.usage.put(a_usage(session) if used is None else a_usage(session, uses=used))
    stage.clock.advance(60)
    return end_session(stage.ports, session.id, reason=EndReason.HUNG_UP)


def days(stage: Stage, *, persona_id: str | None = None, language: Language | None = None) -> list[DayFigures]:
    member = a_member(workspace_id=stage.session.workspace_id)
    today = NINE_O_CLOCK.date()
    wanted = WantedDays(from_day=today, to_day=today, persona_id=persona_id, language=language)
    found, together = read_day_figures(stage.ports, member, wanted)
    assert together.sessions == sum(day.sessions for day in found)
    return found


def test_a_talk_is_counted_with_what_it_took_and_cost() -> None:
    stage = set_stage()
    session = held(stage)

    counted = count_talk(stage.ports, session.id)

    (day,) = days(stage)
    assert counted is not None and len(counted.turns) == 1
    assert counted.cost.usd_micros == 25_000 + 192 + 19_200
    assert (day.sessions, day.failed, day.messages, day.turns, day.interrupted) == (1, 0, 1, 1, 1)
    assert day.duration_s == 60.0
    assert day.voice_to_voice.percentile_s(0.5) == pytest.approx(0.9, rel=0.05)
    assert day.cost == {CostPart.EARS: 25_000, CostPart.BRAIN: 192, CostPart.VOICE: 19_200}
    assert (day.unpriced, day.unpriced_on_aws) == (0, 0)


def test_told_again_it_is_not_counted_again() -> None:
    stage = set_stage()
    session = held(stage)

    assert count_talk(stage.ports, session.id) is not None
    assert count_talk(stage.ports, session.id) is None

    assert days(stage)[0].sessions == 1


def test_a_day_says_that_something_in_it_has_no_known_price() -> None:
    stage = set_stage()
    unknown = Use(part=Part.BRAIN, provider="openai", model="a-model-without-a-price", tokens_in=2_000)

    count_talk(stage.ports, held(stage, used=(unknown,)).id)

    (day,) = days(stage)
    assert (day.unpriced, day.cost, day.unpriced_on_aws) == (1, {}, 0)


def test_a_recording_adds_what_it_cost_once() -> None:
    stage = set_stage()
    session = held(stage)
    recording = a_recording(session, status=RecordingStatus.READY, duration_s=60.0)
    stage.ports.recordings.create(recording)
    stage.ports.media.put(f"{recording.media_prefix}mix.m4a", bytes(1_000_000), content_type="audio/mp4")
    count_talk(stage.ports, session.id)

    first, again = (count_recording(stage.ports, session.id, 1) for _ in range(2))

    assert first is not None and again is None
    assert first.usd_micros == 4 * 2_900 + 23

    (day,) = days(stage)
    assert (day.sessions, day.cost[CostPart.TRANSCODING], day.cost[CostPart.STORAGE]) == (1, 4 * 2_900, 23)


def test_a_talk_that_failed_counts_as_one() -> None:
    stage = set_stage()
    fail_session(stage.ports, stage.session.id, reason=FailureReason.AGENT_LOST)

    count_talk(stage.ports, stage.session.id)

    assert [(day.sessions, day.failed, day.duration_s) for day in days(stage)] == [(1, 1, 0.0)]


def test_a_talk_that_was_deleted_meanwhile_is_passed_by() -> None:
    stage = set_stage()
    session = held(stage)
    stage.ports.sessions.delete(session)

    assert count_talk(stage.ports, session.id) is None
    assert days(stage) == []


def test_talks_with_several_personas_are_one_day() -> None:
    stage = set_stage()
    one = DayFigures(workspace_id=stage.session.workspace_id, day=TODAY, persona_id="mina", sessions=2)
    stage.ports.days.add(one, session_id="session-8", what="talk")
    stage.ports.days.add(replace(one, persona_id="echosphere", sessions=3), session_id="session-9", what="talk")

    assert [day.sessions for day in days(stage)] == [5]


def test_a_part_that_costs_nothing_here_is_told_as_nothing_and_not_left_out() -> None:
    stage = set_stage()
    free = DayFigures(workspace_id=stage.session.workspace_id, day=TODAY, persona_id="mina", cost={CostPart.VOICE: 0})
    for session_id in ("session-8", "session-9"):
        stage.ports.days.add(free, session_id=session_id, what="talk")

    assert days(stage)[0].cost == {CostPart.VOICE: 0}


def test_the_slowest_turns_and_talks_that_failed_lead_to_their_talks() -> None:
    stage = set_stage()
    for number in range(SLOWEST + 1):
        asked_s = 10.0 * number
        stage.ports.turns.put(
            a_turn(stage.session, heard_from_s=asked_s, heard_until_s=asked_s, answered_s=asked_s + 2)
        )
    slow = a_turn(stage.session, heard_from_s=80.0, heard_until_s=81.0, answered_s=86.5)
    for turn in (slow, a_turn(stage.session, heard_until_s=90.0, answered_s=99.0, via=Via.TEXT)):
        stage.ports.turns.put(turn)
    fail_session(stage.ports, stage.session.id, reason=FailureReason.AGENT_LOST)

    count_talk(stage.ports, stage.session.id)

    (day,) = days(stage)
    assert len(day.slowest) == SLOWEST
    assert day.slowest[0] == SlowTurn(session_id=stage.session.id, day=TODAY, at_s=80.0, voice_to_voice_s=5.5)
    assert day.failed_ids == (stage.session.id,)


def test_days_are_told_of_one_persona_and_of_one_language() -> None:
    stage = set_stage()
    blank = DayFigures(workspace_id=stage.session.workspace_id, day=TODAY, persona_id="mina")
    for number, (persona, language) in enumerate(
        [("mina", Language.ENGLISH), ("mina", Language.JAPANESE), ("echosphere", Language.JAPANESE)]
    ):
        figures = replace(blank, persona_id=persona, language=language, sessions=10**number)
        stage.ports.days.add(figures, session_id=f"session-{number}", what="talk")

    assert [day.sessions for day in days(stage, persona_id="mina")] == [11]
    assert [day.sessions for day in days(stage, language=Language.JAPANESE)] == [110]
    assert [day.sessions for day in days(stage, persona_id="mina", language=Language.JAPANESE)] == [10]
    assert days(stage, persona_id="nobody") == []


def test_a_deleted_talk_is_named_nowhere_and_stays_in_the_sums() -> None:
    stage = set_stage()
    stage.ports.turns.put(a_turn(stage.session))
    failed = fail_session(stage.ports, stage.session.id, reason=FailureReason.AGENT_LOST)
    count_talk(stage.ports, stage.session.id)

    forget_session(stage.ports, failed)

    (day,) = days(stage)
    assert (day.sessions, day.failed, day.turns) == (1, 1, 1)
    assert stage.session.id not in str(day)
