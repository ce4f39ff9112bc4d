"""What anybody types on `lk.chat` is answered aloud, at once: it interrupts what is being said.

LiveKit's own handler takes lines of the talk's owner alone, and tells nobody whether they came: in a cut that neither
side has noticed they are lost. A page that gives its lines ids may ask, and send again what has not come.
"""

from livekit import rtc
from livekit.agents import AgentSession, llm

from agent_container.guests.people import people_in
from agent_container.talk import Talk
from agent_container.typed_lines import TypedLines

TYPED = {"via": "text"}  # a chat item's mark, read by `record_messages`
CHAT = "lk.chat"
LINE = "echosphere.line"  # attribute of a text stream: the line's id
HAS_LINE = "echosphere.has_line"  # RPC: has this line of mine come?
LONGEST = 2_000  # characters, as in the page's own field


def attach(talk: Talk) -> None:
    lines = TypedLines()

    async def answer(reader: rtc.TextStreamReader, speaker: str) -> None:
        typed = await reader.read_all()
        if lines.take(speaker, (reader.info.attributes or {}).get(LINE)):
            await answer_typed_message(talk.agent_session, typed, speaker=speaker)

    async def has_line(asked: rtc.RpcInvocationData) -> str:
        come = await lines.has_come(asked.caller_identity, asked.payload)
        return "true" if come else "false"

    def take(reader: rtc.TextStreamReader, identity: str) -> None:
        if identity in people_in(talk.job.room):
            talk.spawn(answer(reader, identity))

    talk.job.room.register_text_stream_handler(CHAT, take)
    talk.job.room.local_participant.register_rpc_method(HAS_LINE, has_line)


async def answer_typed_message(agent_session: AgentSession[None], typed: str, *, speaker: str) -> None:
    if not (text := typed.strip()[:LONGEST]):
        return
    await agent_session.interrupt()
    message = llm.ChatMessage(role="user", content=[text], extra={**TYPED, "speaker": speaker})
    agent_session.generate_reply(user_input=message, input_modality="text")
