"""The worker hears of a talk in sums: that it began, what it used since it was last told, stops for nothing."""

import gc

from livekit.agents import ConversationItemAddedEvent, FunctionToolsExecutedEvent, llm

from agent_container.figures.of_talks import figures_of_use
from agent_container.figures.table import COLLECTIONS, FALSE_INTERRUPTIONS, TALKS, TOOLS, Told
from agent_container.figures.teller import Teller
from agent_container.talk import Talk
from agent_container.tools_used import called_in, skill_of, tools_given
from echosphere.domain.usage import Use


def attach(talk: Talk) -> None:
    """Of turns `measure_turns` tells, which alone knows when one is over."""
    if (teller := talk.ready.figures) is None:
        return
    since = _Since(talk, teller)
    language = {"language": talk.session.language.value}

    def after_an_answer(event: ConversationItemAddedEvent) -> None:
        if isinstance(event.item, llm.ChatMessage) and event.item.role == "assistant":
            since.tell()
            if (skill := skill_of(event.item.extra)) is not None:
                teller.tell(Told(TOOLS, labels={"tool": skill}))

    def after_calls(event: FunctionToolsExecutedEvent) -> None:
        names = called_in(event, tools_given(talk.agent_session))
        teller.tell(*(Told(TOOLS, labels={"tool": name}) for name in names))

    talk.agent_session.on("conversation_item_added", after_an_answer)
    talk.agent_session.on("function_tools_executed", after_calls)
    talk.agent_session.on("close", lambda _: since.tell())
    talk.agent_session.on("agent_false_interruption", lambda _: teller.tell(Told(FALSE_INTERRUPTIONS, labels=language)))
    teller.tell(Told(TALKS, labels=language))


class _Since:
    """What came since it was last told."""

    def __init__(self, talk: Talk, teller: Teller) -> None:
        self._talk = talk
        self._teller = teller
        self._uses: tuple[Use, ...] = ()
        self._collections = _collections()

    def tell(self) -> None:
        uses, collections = self._talk.ready.providers.meter.uses, _collections()
        told = [*figures_of_use(uses, self._uses)]
        for generation, (now, before) in enumerate(zip(collections, self._collections, strict=True)):
            if now > before:
                told.append(Told(COLLECTIONS, now - before, {"generation": str(generation)}))
        self._uses, self._collections = uses, collections
        self._teller.tell(*told)


def _collections() -> list[int]:
    return [generation["collections"] for generation in gc.get_stats()]
