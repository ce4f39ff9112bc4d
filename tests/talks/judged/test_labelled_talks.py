"""The set by which judges are judged: balanced, in every language, and with a part that nobody tunes on."""

from collections import Counter

import pytest

from echosphere.domain.language import Language
from evals.injection.attempts import sayings
from evals.labelled.talks import KINDS, Fault, labelled_talks

pytestmark = pytest.mark.talk
TALKS, SAYINGS = labelled_talks(), list(sayings())


def test_every_fault_is_planted_as_often_in_each_language() -> None:
    counted = Counter((talk.fault, talk.language) for talk in TALKS)

    assert {(fault, language) for fault in (None, *Fault) for language in Language} == set(counted)
    assert len({counted[Fault.OFF_TOPIC, language] for language in Language}) == 1
    assert len(TALKS) >= 120


def test_a_third_of_the_talks_is_held_out_with_all_their_translations() -> None:
    held_out = {talk.name.split(".")[0] for talk in TALKS if talk.held_out}
    tuned_on = {talk.name.split(".")[0] for talk in TALKS if not talk.held_out}

    assert not held_out & tuned_on
    assert 3 * sum(talk.held_out for talk in TALKS) == len(TALKS)


def test_a_talk_begins_as_its_scenario_says_and_holds_what_was_planted() -> None:
    kinds = Counter(talk.name.split(".")[1] for talk in TALKS)

    assert set(kinds) == set(KINDS) and len(set(kinds.values())) == 1
    assert all(not talk.lines[0].by_person for talk in TALKS)
    assert all(any(line.cut for line in talk.lines) for talk in TALKS if talk.fault is Fault.TALKED_OVER)


def test_no_two_talks_are_the_same() -> None:
    assert len({(talk.persona, talk.lines) for talk in TALKS}) == len(TALKS)


def test_there_are_enough_attempts_in_each_language_and_some_that_only_sound_like_it() -> None:
    attempts = Counter(saying.language for saying in SAYINGS if saying.is_attempt)

    assert all(attempts[language] >= 20 for language in Language)
    assert {saying.language for saying in SAYINGS if not saying.is_attempt} == set(Language)
    assert {saying.held_out for saying in SAYINGS if saying.is_attempt} == {True, False}
