"""Whose word of a talk is looked for: for who reads it and asks nobody, so without the libraries of those who do."""

from functools import cache

from echosphere.adapters.judges.model.model_judge import model_identity
from echosphere.adapters.judges.rules.judge import RULES
from echosphere.domain.evaluation import JudgeIdentity
from echosphere.settings import JudgeName, JudgeSettings, read_settings


@cache
def judge_identity() -> JudgeIdentity:
    """Raises MissingSettings."""
    settings = read_settings(JudgeSettings)
    return RULES if settings.judge is JudgeName.RULES else model_identity(settings.judge_model)
