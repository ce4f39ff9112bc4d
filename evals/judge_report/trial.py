"""A judge before the whole set: what it said of each talk, how long it took and what it used."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from time import perf_counter

from echosphere.domain.errors import VerdictInvalid
from echosphere.domain.evaluation import Flag, JudgeIdentity, Metric, Verdict
from echosphere.domain.instruction_attempts import is_instruction_attempt
from echosphere.domain.judged_talk import JudgedTalk
from echosphere.domain.message import Message, Role
from echosphere.domain.usage import Use
from echosphere.ports import Judge
from evals.labelled.talks import Fault, LabelledTalk

LINE_S = 3.0
type Sees = Callable[[Verdict], bool]


def _is_faulty(metric: Metric) -> Sees:
    return lambda verdict: verdict.of(metric).is_faulty


# Who should see which fault, by what the report calls it.
SEEN_BY: Mapping[str, tuple[Fault, Sees]] = {
    "faithfulness": (Fault.FALSE_CLAIM, _is_faulty(Metric.FAITHFULNESS)),
    "goal_completion": (Fault.UNANSWERED, _is_faulty(Metric.GOAL_COMPLETION)),
    "response_relevance": (Fault.OFF_TOPIC, _is_faulty(Metric.RESPONSE_RELEVANCE)),
    "sentiment_end": (Fault.SOURING, _is_faulty(Metric.SENTIMENT_END)),
    "sentiment_lowest": (Fault.SOURING, _is_faulty(Metric.SENTIMENT_LOWEST)),
    "interruptions_handled": (Fault.TALKED_OVER, _is_faulty(Metric.INTERRUPTIONS_HANDLED)),
    "language_kept": (Fault.LANGUAGE_SWITCH, _is_faulty(Metric.LANGUAGE_KEPT)),
    "instruction_attempt": (Fault.INJECTION, lambda verdict: Flag.INSTRUCTION_ATTEMPT in verdict.flags),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """`verdict` is None where the judge gave none that holds; `uses` are of each of its answers."""

    talk: LabelledTalk
    verdict: Verdict | None
    took_s: float
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    judge: JudgeIdentity
    heard: tuple[Heard, ...]

    @property
    def answered(self) -> list[tuple[LabelledTalk, Verdict]]:
        return [(each.talk, each.verdict) for each in self.heard if each.verdict]

    @property
    def without_verdict(self) -> int:
        return len(self.heard) - len(self.answered)

    @property
    def tokens(self) -> tuple[int, int]:
        """In, out."""
        uses = [use for each in self.heard for use in each.uses]
        return sum(use.tokens_in for use in uses), sum(use.tokens_out for use in uses)

    def part(self, *, held_out: bool) -> "Trial":
        return Trial(judge=self.judge, heard=tuple(each for each in self.heard if each.talk.held_out is held_out))


def hold_trial(judge: Judge, talks: Sequence[LabelledTalk]) -> Trial:
    """Raises JudgeUnavailable, JudgeRefused: a judge that is not there is not judged."""
    return Trial(judge=judge.identity, heard=tuple(_hear(judge, talk) for talk in talks))


def judged_talk(labelled: LabelledTalk) -> JudgedTalk:
    return JudgedTalk(
        language=labelled.language,
        persona_name="",
        instructions=labelled.persona,
        messages=tuple(_messages(labelled)),
    )


def _hear(judge: Judge, labelled: LabelledTalk) -> Heard:
    began, uses = perf_counter(), list[Use]()
    try:
        verdict: Verdict | None = _with_flag(judge.judge(judged_talk(labelled), meter=uses.append), labelled)
    except VerdictInvalid:
        verdict = None
    return Heard(talk=labelled, verdict=verdict, took_s=perf_counter() - began, uses=tuple(uses))


def _with_flag(verdict: Verdict, labelled: LabelledTalk) -> Verdict:
    """As the use case raises it, whatever the judge says."""
    if not any(is_instruction_attempt(line.text) for line in labelled.lines if line.by_person):
        return verdict
    return Verdict(scores=verdict.scores, flags=verdict.flags | {Flag.INSTRUCTION_ATTEMPT})


def _messages(labelled: LabelledTalk) -> list[Message]:
    return [
        Message(
            id=f"line-{number}",
            session_id=labelled.name,
            workspace_id="evals",
            role=Role.USER if line.by_person else Role.ASSISTANT,
            text=line.text,
            started_s=number * LINE_S,
            ended_s=(number + 1) * LINE_S,
            interrupted=line.cut,
            tool_results=line.results,
        )
        for number, line in zip(count(), labelled.lines, strict=False)
    ]
