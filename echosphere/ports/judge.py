from typing import Protocol

from echosphere.domain.evaluation import JudgeIdentity, Verdict
from echosphere.domain.judged_talk import JudgedTalk


class Judge(Protocol):
    @property
    def identity(self) -> JudgeIdentity: ...

    def judge(self, talk: JudgedTalk) -> Verdict:
        """A verdict that holds. Raises VerdictInvalid when none comes, JudgeRefused, JudgeUnavailable."""
        ...
