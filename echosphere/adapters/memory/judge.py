from collections.abc import Callable
from dataclasses import dataclass, field

from echosphere.domain.errors import EchoSphereError
from echosphere.domain.evaluation import JudgeIdentity, Verdict
from echosphere.domain.judged_talk import JudgedTalk
from echosphere.domain.usage import Use
from echosphere.ports.judge import Meter


@dataclass
class MemoryJudge:
    """Says what it is told to say. `fault` is raised as long as it is set. `uses` are of each answer."""

    identity: JudgeIdentity
    answer: Callable[[JudgedTalk], Verdict]
    fault: EchoSphereError | None = None
    uses: tuple[Use, ...] = ()
    asked: list[JudgedTalk] = field(default_factory=list)

    def judge(self, talk: JudgedTalk, *, meter: Meter) -> Verdict:
        self.asked.append(talk)
        for use in self.uses:
            meter(use)
        if self.fault:
            raise self.fault
        return self.answer(talk)
