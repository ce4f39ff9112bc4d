"""Every utterance is written down when it is over: what the person said, and what was heard of the agent's words.

With the agent's words stands what tools gave for them, so that a judge can hold the one against the other.
"""

from collections.abc import Iterable

from livekit.agents import ConversationItemAddedEvent, FunctionToolsExecutedEvent, llm

from agent_container.talk import Talk
from agent_container.tools_used import results_in, results_of, tools_given
from echosphere.domain.message import Message, Role, ToolResult, Via, kept_results
from echosphere.domain.session import Session

WRITTEN = "written"  # a chat item's mark: it stands in the store already


def attach(talk: Talk) -> None:
    returned = list[ToolResult]()
    """By functions, since the agent last spoke: for what it says next, even if that is not the answer, cut unheard."""

    def record(event: ConversationItemAddedEvent) -> None:
        if isinstance(event.item, llm.ChatMessage) and (message := message_of(event.item, talk.session, returned)):
            talk.messages.put(message)
            if message.role is Role.ASSISTANT:
                returned.clear()

    def remember(event: FunctionToolsExecutedEvent) -> None:
        returned.extend(results_in(event, tools_given(talk.agent_session)))

    talk.agent_session.on("conversation_item_added", record)
    talk.agent_session.on("function_tools_executed", remember)


def message_of(item: llm.ChatMessage, session: Session, returned: Iterable[ToolResult] = ()) -> Message | None:
    """None for what is written already or nobody said: instructions, words cut off before their first sound.

    `returned` by functions, for an answer that is made of it.
    """
    text = (item.text_content or "").strip()
    if not text or item.extra.get(WRITTEN) or item.role not in ("user", "assistant") or session.started_at is None:
        return None
    started_at = item.metrics.get("started_speaking_at", item.created_at)
    ended_at = item.metrics.get("stopped_speaking_at", started_at)
    return Message(
        id=item.id,
        session_id=session.id,
        workspace_id=session.workspace_id,
        role=Role(item.role),
        text=text,
        started_s=seconds_into_the_talk(started_at, session),
        ended_s=seconds_into_the_talk(ended_at, session),
        interrupted=item.interrupted,
        via=Via(item.extra.get("via", Via.VOICE)),
        speaker=item.extra.get("speaker", session.participant_identity) if item.role == "user" else None,
        tool_results=kept_results((*returned, *results_of(item.extra))) if item.role == "assistant" else (),
    )


def seconds_into_the_talk(unix_s: float, session: Session) -> float:
    """Never negative: the store's clock and this machine's may differ by some milliseconds."""
    assert session.started_at is not None
    return round(max(0.0, unix_s - session.started_at.timestamp()), 3)
