"""What the talk has used so far is written down after each answer, and once more at its end.

So of a killed job as much is known as it had written; who takes the talk over counts anew, beside it.
"""

import time

from livekit.agents import ConversationItemAddedEvent, llm

from agent_container.talk import Talk
from echosphere.domain.usage import JobUsage


def attach(talk: Talk) -> None:
    presence = Presence()

    def write(_: object = None) -> None:
        if talk.session.has_begun:
            talk.messages.put(used_so_far(talk, presence))

    def after_an_answer(event: ConversationItemAddedEvent) -> None:
        if isinstance(event.item, llm.ChatMessage) and event.item.role == "assistant":
            write()

    talk.agent_session.on("conversation_item_added", after_an_answer)
    talk.agent_session.on("close", write)
    talk.job.room.on("participant_connected", lambda participant: presence.come(participant.identity))
    talk.job.room.on("participant_disconnected", lambda participant: presence.leave(participant.identity))
    presence.come(_MYSELF)
    for identity in talk.job.room.remote_participants:
        presence.come(identity)


_MYSELF = ""


class Presence:
    """For how long each participant has been in the room."""

    def __init__(self) -> None:
        self._since: dict[str, float] = {}
        self._gone_s = 0.0

    def come(self, identity: str) -> None:
        self._since.setdefault(identity, time.monotonic())

    def leave(self, identity: str) -> None:
        if (since := self._since.pop(identity, None)) is not None:
            self._gone_s += time.monotonic() - since

    @property
    def all_together_s(self) -> float:
        now = time.monotonic()
        return self._gone_s + sum(now - since for since in self._since.values())


def used_so_far(talk: Talk, presence: Presence) -> JobUsage:
    return JobUsage(
        id=talk.job.job.id,
        session_id=talk.session.id,
        workspace_id=talk.session.workspace_id,
        uses=talk.ready.providers.meter.uses,
        listened_s=round(talk.stages.listened_s, 3),
        participant_s=round(presence.all_together_s, 3),
    )
