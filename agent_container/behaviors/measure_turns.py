"""What each turn took, figures only: written down beside the messages, and one line of log for each."""

import logging
from dataclasses import replace
from functools import partial

from livekit.agents import ConversationItemAddedEvent, ErrorEvent, llm, stt, tts

from agent_container.behaviors.never_dead_air import OF_THE_BRAIN
from agent_container.behaviors.record_messages import seconds_into_the_talk
from agent_container.figures.of_talks import figures_of_turn
from agent_container.stages import Stages, last_before
from agent_container.talk import Talk
from echosphere.domain.message import Via
from echosphere.domain.session import Session
from echosphere.domain.turn import Incident, Turn

logger = logging.getLogger(__name__)


def attach(talk: Talk) -> None:
    meter = _Meter(talk)
    talk.agent_session.on("conversation_item_added", meter.measure)
    talk.agent_session.on("error", meter.note_failure)
    talk.agent_session.on("close", lambda _: meter.close())
    talk.ready.providers.when_one_falls_back(lambda: talk.stages.note(Incident.FELL_BACK))


class _Meter:
    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._turn: Turn | None = None

    def measure(self, event: ConversationItemAddedEvent) -> None:
        session, stages = self._talk.session, self._talk.stages
        if not isinstance(event.item, llm.ChatMessage) or session.started_at is None:
            return
        if event.item.role == "user":
            if self._turn is not None and self._turn.answered_s is None:
                self.settle()
            self._tell()
            self._turn = question(event.item, session, stages)
            self._write(self._turn)
        elif event.item.role == "assistant" and OF_THE_BRAIN in event.item.metrics and self._turn is not None:
            self._turn = answered(self._turn, event.item, session, stages)
            self._write(self._turn)
            logger.info("turn measured", extra=_durations_of(self._turn))

    def note_failure(self, event: ErrorEvent) -> None:
        if isinstance(event.error, stt.STTError):
            self._talk.stages.note(Incident.HEARING_FAILED)
        elif isinstance(event.error, llm.LLMError):
            self._talk.stages.note(Incident.THINKING_FAILED)
        elif isinstance(event.error, tts.TTSError):
            self._talk.stages.note(Incident.VOICE_FAILED)

    def settle(self) -> None:
        """What happened since, where no answer came to tell it."""
        if self._turn is not None and self._talk.stages.has_incidents:
            self._write(self._turn)

    def close(self) -> None:
        self.settle()
        self._tell()

    def _tell(self) -> None:
        """When the next one begins: until then its answer may go on."""
        tracing, figures = self._talk.ready.tracing, self._talk.ready.figures
        if self._turn is None:
            return
        if tracing is not None:
            tracing.add_turn(self._turn, self._talk.session)
        if figures is not None:
            figures.tell(*figures_of_turn(self._turn, self._talk.session.language))

    def _write(self, turn: Turn) -> None:
        for incident in self._talk.stages.take_incidents():
            turn = turn.note(incident)
        self._turn = turn
        self._talk.messages.put(turn)


def question(item: llm.ChatMessage, session: Session, stages: Stages) -> Turn:
    metrics, into = item.metrics, partial(seconds_into_the_talk, session=session)
    spoken_from = metrics.get("started_speaking_at", item.created_at)
    spoken_until = metrics.get("stopped_speaking_at", spoken_from)
    via = Via(item.extra.get("via", Via.VOICE))
    is_owners = item.extra.get("speaker", session.participant_identity) == session.participant_identity
    silent_from, way_s = spoken_until, 0.0
    if via is Via.VOICE and is_owners:
        silent_from, way_s = stages.fell_silent_at(from_=spoken_from, until=spoken_until), stages.way_s
    understood, decided = metrics.get("transcription_delay"), metrics.get("end_of_turn_delay")
    return Turn(
        id=item.id,
        session_id=session.id,
        workspace_id=session.workspace_id,
        via=via,
        heard_from_s=into(spoken_from - way_s),
        heard_until_s=into(silent_from - way_s),
        understood_s=None if understood is None else into(max(silent_from, spoken_until + understood)),
        decided_s=None if decided is None else into(max(silent_from, spoken_until + decided)),
    )


def answered(turn: Turn, item: llm.ChatMessage, session: Session, stages: Stages) -> Turn:
    """The first message of an answer is what was waited for; those after it make it longer."""
    into, metrics = partial(seconds_into_the_talk, session=session), item.metrics
    until_s = into(metrics["stopped_speaking_at"]) if "stopped_speaking_at" in metrics else None
    said = replace(
        turn,
        answer_ids=(*turn.answer_ids, item.id),
        interrupted=item.interrupted,
        answered_until_s=until_s or turn.answered_until_s,
    )
    if turn.answered_s is not None or "started_speaking_at" not in metrics:
        return said
    played_at = metrics["started_speaking_at"]
    thinking, voicing = last_before(stages.thinking, played_at), last_before(stages.voicing, played_at)
    return replace(
        said,
        thinking_from_s=into(thinking.began_at) if thinking else None,
        thought_s=into(thinking.gave_at) if thinking and thinking.gave_at else None,
        voicing_from_s=into(voicing.began_at) if voicing else None,
        voiced_s=into(voicing.gave_at) if voicing and voicing.gave_at else None,
        answered_s=into(played_at + (voicing.silent_s if voicing else 0.0)),
    )


def _durations_of(turn: Turn) -> dict[str, float | None]:
    """Seconds. No moment: those would say when somebody spoke."""
    return {
        "voice_to_voice_s": turn.voice_to_voice_s,
        "hearing_s": turn.hearing_s,
        "deciding_s": turn.deciding_s,
        "thinking_s": turn.thinking_s,
        "voicing_s": turn.voicing_s,
    }
