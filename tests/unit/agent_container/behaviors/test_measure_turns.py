import logging

import pytest
from livekit.agents import ConversationItemAddedEvent, llm

from agent_container.behaviors import measure_turns
from tests.unit.agent_container.stand_ins import set_scene

pytestmark = pytest.mark.unit


async def test_a_turn_is_measured_without_a_word_of_it(caplog: pytest.LogCaptureFixture) -> None:
    scene = set_scene()
    measure_turns.attach(scene.talk)
    metrics: llm.MetricsReport = {"transcription_delay": 0.41234, "started_speaking_at": 1_795_000_000.0}
    item = llm.ChatMessage(role="user", content=["my secret"], metrics=metrics)

    with caplog.at_level(logging.INFO):
        scene.spoken.emit("conversation_item_added", ConversationItemAddedEvent(item=item))

    (line,) = caplog.records
    assert vars(line)["transcription_delay"] == 0.412
    assert "started_speaking_at" not in vars(line)
    assert "my secret" not in str(vars(line))
