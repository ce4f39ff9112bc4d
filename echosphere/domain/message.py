"""One utterance of a talk."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

# Of all results of a message together. As much as a persona is told: whoever judges reads both, and four messages that
# two parts of a long talk share must leave room for more (domain/windows.py). The handbook's longest has 181.
TOOL_RESULTS_CHARACTERS = 2_000


class Role(StrEnum):
    USER = "user"
    ASSISTANT = "assistant"
    SYSTEM = "system"


class Via(StrEnum):
    """How the words came: heard or spoken, or typed."""

    VOICE = "voice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What the assistant was given by a tool: looked up, computed, read from a clock. `tool` is a name of ours."""

    tool: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """`started_s` and `ended_s` are seconds from the session's start.

    When `interrupted`, `text` is only what was really said before. `speaker` is the participant's identity: of a
    person who spoke or typed, where it is known. `tool_results`: what the assistant had for this utterance.
    """

    id: str
    session_id: str
    workspace_id: str
    role: Role
    text: str
    started_s: float
    ended_s: float
    interrupted: bool = False
    via: Via = Via.VOICE
    speaker: str | None = None
    tool_results: tuple[ToolResult, ...] = ()


def kept_results(results: Iterable[ToolResult]) -> tuple[ToolResult, ...]:
    """In their order, as far as TOOL_RESULTS_CHARACTERS reach. What is cut off, nobody knows of afterwards."""
    kept, left = list[ToolResult](), TOOL_RESULTS_CHARACTERS
    for each in results:
        if each.result and left:
            kept.append(replace(each, result=each.result[:left]))
            left -= len(kept[-1].result)
    return tuple(kept)
