"""What was said before this job began: a job that takes over a talk must not have forgotten it."""

from livekit.agents import llm

from agent_container.talk import Talk
from echosphere.domain.message import Message
from echosphere.ports import Ports

PAGE = 100


async def chat_history(talk: Talk) -> llm.ChatContext:
    """Empty for a new talk. Raises StoreUnavailable."""
    history = llm.ChatContext.empty()
    if talk.is_return:
        for message in await talk.ready.bridge.run(_read_messages, talk.ready.ports, talk.session.id):
            history.add_message(
                role=message.role.value, content=message.text, id=message.id, interrupted=message.interrupted
            )
    return history


def _read_messages(ports: Ports, session_id: str) -> list[Message]:
    page = ports.sessions.list_messages(session_id, limit=PAGE, cursor=None)
    messages = list(page.items)
    while page.next_cursor:
        page = ports.sessions.list_messages(session_id, limit=PAGE, cursor=page.next_cursor)
        messages += page.items
    return messages
