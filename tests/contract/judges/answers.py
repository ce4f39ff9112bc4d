"""What a model behind a wire calls its tool with."""

from typing import Any

from echosphere.domain.evaluation import MAY_BE_UNSCORED, Metric


def scored(score: int, *messages: str, reason: str = "It was said so.") -> dict[str, Any]:
    return {"score": score, "reason": reason, "messages": list(messages)}


def verdict_of(told: str) -> dict[str, Any]:
    """An ordinary one, whatever it was told."""
    return a_call()


def a_call(**changes: object) -> dict[str, Any]:
    metrics = {metric.value: scored(0 if metric in MAY_BE_UNSCORED else 3) for metric in Metric}
    return {**metrics, "language_kept": scored(5, "m1"), "instruction_attempt": False, **changes}
