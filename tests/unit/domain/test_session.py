from datetime import timedelta

import pytest

from echosphere.domain.errors import SessionAlreadyStarted, SessionOver
from echosphere.domain.session import TITLE_CHARACTERS, EndReason, FailureReason, SessionStatus, title_from
from tests.examples import NINE_O_CLOCK, a_session

pytestmark = pytest.mark.unit
LATER = NINE_O_CLOCK + timedelta(seconds=90.5)


def test_a_talk_begins_once() -> None:
    active = a_session().activate(at=NINE_O_CLOCK)

    with pytest.raises(SessionAlreadyStarted):
        active.activate(at=LATER)


def test_a_talk_lasts_from_its_start_to_its_end() -> None:
    ended = a_session().activate(at=NINE_O_CLOCK).end(at=LATER, reason=EndReason.HUNG_UP)

    assert ended.status is SessionStatus.ENDED
    assert ended.duration_s == 90.5


def test_a_talk_nobody_joined_has_no_length() -> None:
    assert a_session().end(at=LATER, reason=EndReason.HUNG_UP).duration_s is None


def test_what_is_over_can_neither_begin_nor_end_nor_fail_again() -> None:
    over = a_session().fail(at=NINE_O_CLOCK, reason=FailureReason.AGENT_ERROR)

    with pytest.raises(SessionOver):
        over.activate(at=LATER)
    with pytest.raises(SessionOver):
        over.end(at=LATER, reason=EndReason.HUNG_UP)
    with pytest.raises(SessionOver):
        over.fail(at=LATER, reason=FailureReason.AGENT_LOST)


def test_a_long_first_utterance_is_cut_at_a_word_for_the_title() -> None:
    title = title_from("word " * 40)

    assert len(title) <= 80
    assert title.endswith("word…")


def test_a_title_is_one_line() -> None:
    assert title_from("  first\n second ") == "first second"


def test_a_title_may_be_as_long_as_it_may_and_no_longer() -> None:
    assert title_from("a" * TITLE_CHARACTERS) == "a" * TITLE_CHARACTERS
    assert title_from("a" * (TITLE_CHARACTERS + 1)) == "a" * (TITLE_CHARACTERS - 1) + "…"


def test_a_title_keeps_every_word_that_fits() -> None:
    words = "one two three " + "a" * (TITLE_CHARACTERS - 20)

    assert title_from(f"{words} {'b' * 20}") == f"{words}…"
