"""By what an answer was found: a skill of the offline brain, or functions that a model has called.

Names go into figures. What the tools gave goes into the store with the message, and nowhere else.
"""

from collections.abc import Iterable, Mapping

from livekit.agents import AgentSession, FunctionToolsExecutedEvent, llm

from echosphere.domain.message import ToolResult

SKILL, RESULT = "echosphere.skill", "echosphere.result"
OTHER = "other"  # a model may call what nobody has given to it, by any name

type Tools = Iterable[llm.Tool | llm.Toolset]


def found_by(skill: str, *, result: str | None = None) -> dict[str, str]:
    """What a brain adds to an answer of its own; LiveKit keeps it with the message."""
    return {SKILL: skill} | ({RESULT: result} if result else {})


def skill_of(extra: Mapping[str, object]) -> str | None:
    """Of a message that a brain has said."""
    skill = extra.get(SKILL)
    return skill if isinstance(skill, str) else None


def results_of(extra: Mapping[str, object]) -> list[ToolResult]:
    """Of a message that a brain has said: what its skill found for it."""
    skill, result = skill_of(extra), extra.get(RESULT)
    return [ToolResult(skill, result)] if skill is not None and isinstance(result, str) else []


def tools_given(agent_session: AgentSession[None]) -> Tools:
    """To its brain, for now."""
    return (*agent_session.tools, *agent_session.current_agent.tools)


def called_in(event: FunctionToolsExecutedEvent, given: Tools) -> list[str]:
    known = llm.ToolContext(list(given)).function_tools
    return [_name_of(call, known) for call in event.function_calls]


def results_in(event: FunctionToolsExecutedEvent, given: Tools) -> list[ToolResult]:
    """What the functions returned. One that failed gave nothing that an answer could stand on."""
    known = llm.ToolContext(list(given)).function_tools
    return [ToolResult(_name_of(call, known), output.output) for call, output in event.zipped() if not output.is_error]


def _name_of(call: llm.FunctionCall, known: Mapping[str, object]) -> str:
    return call.name if call.name in known else OTHER
