"""A talk that is over is judged, once by each judge, however often one is told of it."""

from dataclasses import replace

from echosphere.domain.errors import (
    EchoSphereError,
    JudgeRefused,
    JudgeUnavailable,
    PersonaNotFound,
    SessionNotFound,
    VerdictInvalid,
    WriteConflict,
)
from echosphere.domain.evaluation import Evaluation, EvaluationFailure, Flag, Verdict, new_evaluation
from echosphere.domain.events import EvaluationCompleted, EvaluationEvent, EvaluationFailed
from echosphere.domain.instruction_attempts import is_instruction_attempt
from echosphere.domain.judged_talk import JudgedTalk
from echosphere.domain.message import Message, Role
from echosphere.domain.session import Session
from echosphere.domain.usage import Use
from echosphere.domain.windows import earlier_results, merge, windows
from echosphere.ports import Judge, Ports
from echosphere.ports.judge import Meter
from echosphere.services.publish_event import publish_event
from echosphere.services.read_all_messages import read_all_messages
from echosphere.services.read_persona import read_persona

FAILURES: dict[type[EchoSphereError], EvaluationFailure] = {
    JudgeUnavailable: EvaluationFailure.JUDGE_UNAVAILABLE,
    JudgeRefused: EvaluationFailure.JUDGE_REFUSED,
    VerdictInvalid: EvaluationFailure.VERDICT_INVALID,
}


def evaluate_session(ports: Ports, judge: Judge, session_id: str, *, uses: list[Use]) -> Evaluation | None:
    """None: there is no such talk, it goes on, or it was deleted meanwhile. To `uses` is added what the judge uses,
    whatever comes of it.

    Raises JudgeUnavailable, JudgeRefused and VerdictInvalid after they are stored, so that whoever looks is told and
    the queue tries again.
    """
    try:
        session = ports.sessions.get(session_id)
        known = ports.evaluations.find(session_id, judge.identity)
        if not session.is_over or (known and known.is_settled):
            return known
        return _evaluate(ports, judge, session, known, uses)
    except SessionNotFound:
        return None


def _evaluate(ports: Ports, judge: Judge, session: Session, known: Evaluation | None, uses: list[Use]) -> Evaluation:
    was = known or new_evaluation(session, judge.identity, at=ports.clock.now())
    talk = _talk(ports, session)
    try:
        verdict = _judge(judge, talk, uses.append) if talk.has_somebody_to_judge_by else None
    except (JudgeUnavailable, JudgeRefused, VerdictInvalid) as error:
        failed = was.fail(FAILURES[type(error)], at=ports.clock.now(), uses=uses)
        _store(ports, failed, EvaluationFailed.of(failed, session.trace), known, uses)
        raise
    settled = was.settle(verdict, messages=len(talk.messages), at=ports.clock.now(), uses=uses)
    event = EvaluationCompleted.of(settled, session.trace) if settled.scores else None
    return _store(ports, settled, event, known, uses)


def _talk(ports: Ports, session: Session) -> JudgedTalk:
    """Where the persona is gone, so is what it was told."""
    try:
        instructions = read_persona(ports, session.workspace_id, session.persona_id).instructions
    except PersonaNotFound:
        instructions = ""
    messages = [each for each in read_all_messages(ports, session.id) if each.role is not Role.SYSTEM]
    return JudgedTalk(
        language=session.language,
        persona_name=session.persona_name,
        instructions=instructions,
        messages=tuple(messages),
    )


def _judge(judge: Judge, talk: JudgedTalk, meter: Meter) -> Verdict:
    cut = windows(talk.messages)
    parts = [replace(talk, messages=part, earlier_results=earlier_results(talk.messages, part)) for part in cut.parts]
    verdict = merge([judge.judge(part, meter=meter) for part in parts])
    attempted = any(is_instruction_attempt(text) for each in talk.messages for text in _of_others(each))
    raised = {Flag.INSTRUCTION_ATTEMPT} if attempted else set[Flag]()
    left_out = set[Flag]() if cut.is_whole else {Flag.TRUNCATED}
    return replace(verdict, flags=verdict.flags | raised | left_out)


def _of_others(message: Message) -> list[str]:
    """What did not come from the persona itself: a person's words, and what a tool gave, whoever wrote it."""
    said = [message.text] if message.role is Role.USER else []
    return [*said, *(each.result for each in message.tool_results)]


def _store(
    ports: Ports, evaluation: Evaluation, event: EvaluationEvent | None, was: Evaluation | None, uses: list[Use]
) -> Evaluation:
    try:
        ports.evaluations.save(evaluation, was=was, event=event)
    except WriteConflict:
        return _charge(ports, evaluation, uses)
    if event:
        publish_event(ports, event)
    return evaluation


def _charge(ports: Ports, late: Evaluation, uses: list[Use]) -> Evaluation:
    """Who was faster has told of it; theirs stands, and bears what both used. Raises WriteConflict."""
    theirs = ports.evaluations.find(late.session_id, late.judge)
    if theirs is None or not uses:
        return theirs or late
    charged = theirs.charge(uses)
    ports.evaluations.save(charged, was=theirs)
    return charged
