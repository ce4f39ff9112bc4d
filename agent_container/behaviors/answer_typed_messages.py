"""What anybody types on `lk.chat` is answered aloud, at once: it interrupts what is being said.

LiveKit's own handler takes lines of the talk's owner alone.
"""

from livekit import rtc
from livekit.agents import AgentSession, llm

from agent_container.guests.people import people_in
from agent_container.talk import Talk

TYPED = {"via": "text"}  # a chat item's mark, read by `record_messages`
CHAT = "lk.chat"
LONGEST = 2_000  # characters, as in the page's own field


def attach(talk: Talk) -> None:
    async def answer(reader: rtc.TextStreamReader, speaker: str) -> None:
        await answer_typed_message(talk.agent_session, await reader.read_all(), speaker=speaker)

    def take(reader: rtc.TextStreamReader, identity: str) -> None:
        if identity in people_in(talk.job.room):
            talk.spawn(answer(reader, identity))

    talk.job.room.register_text_stream_handler(CHAT, take)


async def answer_typed_message(agent_session: AgentSession[None], typed: str, *, speaker: str) -> None:
    if not (text := typed.strip()[:LONGEST]):
        return
    await agent_session.interrupt()
    message = llm.ChatMessage(role="user", content=[text], extra={**TYPED, "speaker": speaker})
    agent_session.generate_reply(user_input=message, input_modality="text")
