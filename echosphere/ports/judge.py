from collections.abc import Callable
from typing import Protocol

from echosphere.domain.evaluation import JudgeIdentity, Verdict
from echosphere.domain.judged_talk import JudgedTalk
from echosphere.domain.usage import Use

type Meter = Callable[[Use], None]


class Judge(Protocol):
    @property
    def identity(self) -> JudgeIdentity: ...

    def judge(self, talk: JudgedTalk, *, meter: Meter) -> Verdict:
        """A verdict that holds; `meter` is told what each answer used, also of those that do not hold.

        Raises VerdictInvalid when no verdict comes, JudgeRefused, JudgeUnavailable.
        """
        ...
