"""What a judging model is asked, and what it answers, on whichever wire."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from echosphere.domain.usage import Use

MAX_ANSWER_TOKENS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolAnswer:
    """`arguments` as the model gave them, unread; None where it called nothing."""

    arguments: object
    use: Use


class ChatModel(Protocol):
    @property
    def name(self) -> str:
        """As the provider calls it."""
        ...

    def call_tool(self, *, system: str, said: Sequence[str], schema: Mapping[str, Any]) -> ToolAnswer:
        """At temperature 0, forced to the tool. `said`: the messages of the user's side, one after the other.

        Raises JudgeUnavailable, JudgeRefused.
        """
        ...
