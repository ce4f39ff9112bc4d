"""What was said before this job began: a job that takes over a talk must not have forgotten it."""

from livekit.agents import llm

from agent_container.talk import Talk
from echosphere.services.read_all_messages import read_all_messages


async def chat_history(talk: Talk) -> llm.ChatContext:
    """Empty for a new talk. Raises StoreUnavailable."""
    history = llm.ChatContext.empty()
    if talk.is_return:
        for message in await talk.ready.bridge.run(read_all_messages, talk.ready.ports, talk.session.id):
            history.add_message(
                role=message.role.value, content=message.text, id=message.id, interrupted=message.interrupted
            )
    return history
