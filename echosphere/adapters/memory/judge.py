from collections.abc import Callable
from dataclasses import dataclass, field

from echosphere.domain.errors import EchoSphereError
from echosphere.domain.evaluation import JudgeIdentity, Verdict
from echosphere.domain.judged_talk import JudgedTalk


@dataclass
class MemoryJudge:
    """Says what it is told to say. `fault` is raised as long as it is set."""

    identity: JudgeIdentity
    answer: Callable[[JudgedTalk], Verdict]
    fault: EchoSphereError | None = None
    asked: list[JudgedTalk] = field(default_factory=list)

    def judge(self, talk: JudgedTalk) -> Verdict:
        self.asked.append(talk)
        if self.fault:
            raise self.fault
        return self.answer(talk)
