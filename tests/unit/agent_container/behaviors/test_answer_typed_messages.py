import pytest
from livekit.agents import AgentSession, llm

from agent_container.behaviors.answer_typed_messages import answer_typed_message

pytestmark = pytest.mark.unit


class Asked(AgentSession[None]):
    def __init__(self) -> None:
        super().__init__(turn_handling={"turn_detection": "manual"}, vad=None)
        self.happened: list[object] = []

    async def interrupt(self, **_: object) -> None:  # type: ignore[override]  # returns a future there
        self.happened.append("interrupted")

    def generate_reply(self, *, user_input: llm.ChatMessage, **_: object) -> None:  # type: ignore[override]
        self.happened.append((user_input.text_content, user_input.extra["via"], user_input.extra["speaker"]))


async def test_a_typed_message_interrupts_and_is_marked_as_typed() -> None:
    asked = Asked()

    await answer_typed_message(asked, " What is EchoSphere? ", speaker="guest-1")

    assert asked.happened == ["interrupted", ("What is EchoSphere?", "text", "guest-1")]


async def test_no_message_is_longer_than_the_store_takes() -> None:
    asked = Asked()

    await answer_typed_message(asked, "x" * 1_000_000, speaker="guest-1")

    assert asked.happened == ["interrupted", ("x" * 2_000, "text", "guest-1")]


async def test_an_empty_message_interrupts_nothing() -> None:
    asked = Asked()

    await answer_typed_message(asked, " \n", speaker="guest-1")

    assert asked.happened == []
