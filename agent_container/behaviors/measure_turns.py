"""Where the time of each turn went, as one line of log: figures only, no words."""

import logging

from livekit.agents import ConversationItemAddedEvent, llm

from agent_container.talk import Talk

logger = logging.getLogger(__name__)


def attach(talk: Talk) -> None:
    def measure(event: ConversationItemAddedEvent) -> None:
        if isinstance(event.item, llm.ChatMessage):
            logger.info("turn measured", extra={"role": event.item.role, **_durations_in(event.item.metrics)})

    talk.agent_session.on("conversation_item_added", measure)


def _durations_in(metrics: llm.MetricsReport) -> dict[str, float]:
    """Seconds. The others are moments, and would say when somebody spoke."""
    numbers = {name: value for name, value in metrics.items() if isinstance(value, float)}
    return {name: round(value, 3) for name, value in numbers.items() if not name.endswith("_at")}
