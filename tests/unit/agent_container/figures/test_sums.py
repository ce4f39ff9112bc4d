"""What talks tell, as whoever asks the worker reads it."""

import json

import pytest
from prometheus_client import CollectorRegistry, generate_latest

from agent_container.figures.of_talks import figures_of_turn, figures_of_use
from agent_container.figures.sums import Sums
from agent_container.figures.table import FIGURES, Told
from echosphere.domain.language import Language
from echosphere.domain.turn import Incident, Turn
from echosphere.domain.usage import Part, Use
from tests.examples import a_session, a_turn

pytestmark = pytest.mark.unit
# Each of a closed set of words: none can hold a person, a talk or what was said.
LABELS = {"language", "incident", "stage", "provider", "kind", "part", "generation", "tool"}
SESSION = a_session()


@pytest.fixture
def registry() -> CollectorRegistry:
    return CollectorRegistry()


@pytest.fixture
def sums(registry: CollectorRegistry) -> Sums:
    return Sums(registry)


def sent(*told: Told) -> bytes:
    return json.dumps([(each.name, each.value, dict(each.labels)) for each in told]).encode()


def a_spoken_turn() -> Turn:
    return a_turn(SESSION, heard_until_s=2.0, answered_s=2.9, interrupted=True, incidents=(Incident.APOLOGISED,))


def test_turns_of_two_processes_are_one_sum(sums: Sums, registry: CollectorRegistry) -> None:
    for _ in range(2):
        sums.take(sent(*figures_of_turn(a_spoken_turn(), Language.ENGLISH)))

    asked = generate_latest(registry).decode()
    assert 'echosphere_turns_total{language="en-US"} 2.0' in asked
    assert 'echosphere_barge_ins_total{language="en-US"} 2.0' in asked
    assert 'echosphere_incidents_total{incident="apologised"} 2.0' in asked
    assert 'echosphere_voice_to_voice_seconds_bucket{language="en-US",le="1.0"} 2.0' in asked
    assert 'echosphere_voice_to_voice_seconds_bucket{language="en-US",le="0.8"} 0.0' in asked
    assert 'echosphere_stage_seconds_count{language="en-US",stage="voicing"} 2.0' in asked


def test_a_question_after_which_nothing_was_heard_is_counted_as_such(sums: Sums, registry: CollectorRegistry) -> None:
    sums.take(sent(*figures_of_turn(a_turn(SESSION, answered_s=None), Language.ENGLISH)))
    sums.take(sent(*figures_of_turn(a_spoken_turn(), Language.ENGLISH)))

    asked = generate_latest(registry).decode()
    assert 'echosphere_turns_total{language="en-US"} 2.0' in asked
    assert 'echosphere_unanswered_total{language="en-US"} 1.0' in asked


def test_what_was_promised_is_a_step_of_its_own() -> None:
    """Else nobody could ask how many kept to it."""
    for name, promised_s in (
        ("echosphere_voice_to_voice_seconds", {1.2}),
        ("echosphere_stage_seconds", {0.3, 0.4, 0.6}),
    ):
        assert promised_s <= set(FIGURES[name].steps)


def test_what_a_talk_used_is_told_once_though_it_is_known_as_a_sum(sums: Sums, registry: CollectorRegistry) -> None:
    first = Use(part=Part.BRAIN, provider="aws", model="nova", tokens_in=100, tokens_out=7)
    second = Use(part=Part.BRAIN, provider="aws", model="nova", tokens_in=150, tokens_out=7)

    sums.take(sent(*figures_of_use([first], [])))
    sums.take(sent(*figures_of_use([second], [first])))

    asked = generate_latest(registry).decode()
    assert 'echosphere_tokens_total{kind="in",provider="aws"} 150.0' in asked
    assert 'echosphere_tokens_total{kind="out",provider="aws"} 7.0' in asked


def test_sound_and_characters_are_told_by_who_serves() -> None:
    told = [*figures_of_use([Use(part=Part.VOICE, provider="local", seconds=1.5, characters=20)], [])]

    assert [(each.name, each.value, each.labels) for each in told] == [
        ("echosphere_characters_total", 20, {"provider": "local"}),
        ("echosphere_sound_seconds_total", 1.5, {"provider": "local", "part": "voice"}),
    ]


def test_spans_that_talks_lost_are_one_sum_which_is_there_before_any_is_lost(
    sums: Sums, registry: CollectorRegistry
) -> None:
    """Else the first loss would be no change of anything."""
    assert "echosphere_spans_dropped_total 0.0" in generate_latest(registry).decode()

    for lost in (3, 2):
        sums.take(sent(Told("echosphere_spans_dropped_total", lost)))

    assert "echosphere_spans_dropped_total 5.0" in generate_latest(registry).decode()


def test_no_label_can_hold_a_person_a_talk_or_a_word() -> None:
    told = [*figures_of_turn(a_spoken_turn(), Language.JAPANESE)]
    ids = {SESSION.id, SESSION.workspace_id, SESSION.person_id, a_spoken_turn().id}

    assert {label for figure in FIGURES.values() for label in figure.labels} == LABELS
    assert all(set(each.labels) == set(FIGURES[each.name].labels) for each in told)
    assert not ids & {value for each in told for value in each.labels.values()}


@pytest.mark.parametrize(
    "news",
    [
        b"not json",
        b"7",
        b'[["echosphere_unknown_total", 1, {}]]',
        b'[["echosphere_turns_total", 1, {"person": "p"}]]',
        b'[["echosphere_turns_total", "many", {"language": "en-US"}]]',
        b'[["echosphere_turns_total", -1, {"language": "en-US"}]]',
        b'[["echosphere_turns_total", 1, "en-US"]]',
        b'[["echosphere_turns_total", 1, {}]]',
        b"\xff",
    ],
)
def test_what_no_talk_would_say_changes_nothing_and_stops_nothing(
    sums: Sums, registry: CollectorRegistry, news: bytes
) -> None:
    sums.take(news)
    sums.take(sent(Told("echosphere_turns_total", labels={"language": "en-US"})))

    asked = generate_latest(registry).decode()
    assert 'echosphere_turns_total{language="en-US"} 1.0' in asked and "person=" not in asked
