"""What guests say is answered in the order in which it was said, when nobody is speaking or being answered."""

import asyncio
import logging
import time
from collections import deque

from livekit.agents import ConversationItemAddedEvent, UserStateChangedEvent, llm

from agent_container.talk import Talk
from agent_container.turn_taking import PAUSE_MAX_S

TURN_S = PAUSE_MAX_S + 0.5  # from the owner's silence until it is known whether they have finished; at the most

logger = logging.getLogger(__name__)


class AnswerQueue:
    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._waiting = deque[llm.ChatMessage]()
        self._news = asyncio.Event()
        self._owners_turn: asyncio.TimerHandle | None = None
        talk.agent_session.on("agent_state_changed", self._wake)
        talk.agent_session.on("user_state_changed", self._follow_the_owner)
        talk.agent_session.on("conversation_item_added", self._note_the_owners_words)
        talk.guests.when_they_speak(self._news.set)
        talk.spawn(self._answer_one_after_the_other())

    def put(self, message: llm.ChatMessage) -> None:
        self._waiting.append(message)
        self._news.set()

    async def _answer_one_after_the_other(self) -> None:
        while True:
            while not (self._waiting and self._is_quiet()):
                self._news.clear()
                await self._news.wait()
            await self._answer(self._waiting.popleft())

    async def _answer(self, message: llm.ChatMessage) -> None:
        message.created_at = time.time()  # by which LiveKit finds the last question
        try:
            answer = self._talk.agent_session.generate_reply(user_input=message, input_modality="audio")
            await answer.wait_for_playout()
        except Exception as error:  # noqa: BLE001  # an edge: whatever befell one answer must not stop the next
            logger.error("a guest was not answered", extra={"message_id": message.id, "error": type(error).__name__})

    def _is_quiet(self) -> bool:
        agent_session = self._talk.agent_session
        states = (agent_session.agent_state, agent_session.user_state)
        return states == ("listening", "listening") and not (self._owners_turn or self._talk.guests.speaking)

    def _follow_the_owner(self, event: UserStateChangedEvent) -> None:
        """Their last words, when they are recognised, would cut off an answer that began meanwhile."""
        self._end_turn()
        if event.old_state == "speaking":
            self._owners_turn = asyncio.get_running_loop().call_later(TURN_S, self._end_turn)

    def _note_the_owners_words(self, event: ConversationItemAddedEvent) -> None:
        if isinstance(event.item, llm.ChatMessage) and event.item.role == "user":
            self._end_turn()

    def _end_turn(self) -> None:
        if self._owners_turn is not None:
            self._owners_turn.cancel()
            self._owners_turn = None
        self._news.set()

    def _wake(self, _: object) -> None:
        self._news.set()
