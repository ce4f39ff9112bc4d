import logging
from datetime import timedelta

import pytest
from livekit.agents import ConversationItemAddedEvent, llm

from agent_container.behaviors import measure_turns
from echosphere.domain.turn import Incident, Turn
from tests.examples import NINE_O_CLOCK
from tests.unit.agent_container.stand_ins import Scene, Voiceless, set_scene

pytestmark = pytest.mark.unit


def unix(seconds_into_the_talk: float) -> float:
    return (NINE_O_CLOCK + timedelta(seconds=seconds_into_the_talk)).timestamp()


def add(scene: Scene, role: llm.ChatRole, metrics: llm.MetricsReport) -> llm.ChatMessage:
    item = llm.ChatMessage(role=role, content=["my secret"], metrics=metrics)
    scene.spoken.emit("conversation_item_added", ConversationItemAddedEvent(item=item))
    return item


async def written(scene: Scene) -> list[Turn]:
    await scene.talk.messages.flush()
    return scene.stage.ports.turns.list_by_session(scene.talk.session.id, limit=9, cursor=None).items


async def test_a_turn_is_logged_without_a_word_and_without_a_moment_of_it(caplog: pytest.LogCaptureFixture) -> None:
    scene = set_scene()
    measure_turns.attach(scene.talk)

    with caplog.at_level(logging.INFO):
        add(scene, "user", {"started_speaking_at": unix(1), "stopped_speaking_at": unix(2)})
        add(scene, "assistant", {"started_speaking_at": unix(2.9), "llm_node_ttft": 0.2})

    (line,) = (each for each in caplog.records if each.message == "turn measured")
    assert vars(line)["voice_to_voice_s"] == 0.9
    assert not [name for name in vars(line) if name.endswith("_at")]
    assert "my secret" not in str(vars(line))


async def test_the_end_of_speech_is_where_the_detector_had_it_when_no_sound_was_kept() -> None:
    scene = set_scene()
    measure_turns.attach(scene.talk)

    asked = add(
        scene,
        "user",
        {
            "started_speaking_at": unix(1),
            "stopped_speaking_at": unix(2),
            "transcription_delay": 0.3,
            "end_of_turn_delay": 0.5,
        },
    )

    (turn,) = await written(scene)
    assert (turn.id, turn.heard_from_s, turn.heard_until_s) == (asked.id, 1.0, 2.0)
    assert (turn.understood_s, turn.decided_s) == (2.3, 2.5)


async def test_the_way_here_is_taken_off_what_the_owner_said_and_not_off_what_the_agent_decided() -> None:
    scene = set_scene()
    measure_turns.attach(scene.talk)
    scene.talk.stages.note_way(0.1)
    spoken: llm.MetricsReport = {
        "started_speaking_at": unix(1),
        "stopped_speaking_at": unix(2),
        "end_of_turn_delay": 0.5,
    }

    add(scene, "user", spoken)
    scene.spoken.emit(
        "conversation_item_added",
        ConversationItemAddedEvent(
            item=llm.ChatMessage(role="user", content=["Oi"], metrics=spoken, extra={"speaker": "guest-1"})
        ),
    )

    owners, guests = sorted(await written(scene), key=lambda turn: turn.heard_until_s)
    assert (owners.heard_from_s, owners.heard_until_s, owners.decided_s) == (0.9, 1.9, 2.5)
    assert guests.heard_until_s == 2.0


async def test_what_is_said_of_its_own_accord_answers_nothing() -> None:
    scene = set_scene()
    measure_turns.attach(scene.talk)
    add(scene, "assistant", {"started_speaking_at": unix(0.2)})
    add(scene, "user", {"started_speaking_at": unix(1), "stopped_speaking_at": unix(2)})

    add(scene, "assistant", {"started_speaking_at": unix(9)})

    (turn,) = await written(scene)
    assert (turn.answered_s, turn.answer_ids) == (None, ())


async def test_that_another_provider_took_over_stands_with_the_turn_in_which_it_did() -> None:
    scene = set_scene()
    measure_turns.attach(scene.talk)
    add(scene, "user", {"started_speaking_at": unix(1), "stopped_speaking_at": unix(2)})

    assert isinstance(scene.talk.ready.providers, Voiceless)
    scene.talk.ready.providers.fall_back()
    add(scene, "assistant", {"started_speaking_at": unix(2.9), "llm_node_ttft": 0.2})

    (turn,) = await written(scene)
    assert turn.incidents == (Incident.FELL_BACK,)
