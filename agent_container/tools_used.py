"""By what an answer was found: a skill of the offline brain, or functions that a model has called. Names alone."""

from collections.abc import Iterable, Mapping

from livekit.agents import FunctionToolsExecutedEvent, llm

SKILL = "echosphere.skill"
OTHER = "other"  # a model may call what nobody has given to it, by any name


def found_by(skill: str) -> dict[str, str]:
    """What a brain adds to an answer of its own; LiveKit keeps it with the message."""
    return {SKILL: skill}


def skill_of(extra: Mapping[str, object]) -> str | None:
    """Of a message that a brain has said."""
    skill = extra.get(SKILL)
    return skill if isinstance(skill, str) else None


def called_in(event: FunctionToolsExecutedEvent, given: Iterable[llm.Tool | llm.Toolset]) -> list[str]:
    known = llm.ToolContext(list(given)).function_tools
    return [call.name if call.name in known else OTHER for call in event.function_calls]
