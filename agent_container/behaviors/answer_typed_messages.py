"""What is typed on `lk.chat` is answered aloud, at once: it interrupts what is being said."""

from livekit.agents import AgentSession, llm
from livekit.agents.voice.room_io import TextInputEvent

from agent_container.talk import Talk

TYPED = {"via": "text"}  # a chat item's mark, read by `record_messages`
LONGEST = 2_000  # characters, as in the page's own field


def attach(talk: Talk) -> None:
    talk.agent_session.room_io.register_text_input(answer_typed_message)


async def answer_typed_message(agent_session: AgentSession[None], typed: TextInputEvent) -> None:
    if not (text := typed.text.strip()[:LONGEST]):
        return
    await agent_session.interrupt()
    message = llm.ChatMessage(role="user", content=[text], extra=dict(TYPED))
    agent_session.generate_reply(user_input=message, input_modality="text")
