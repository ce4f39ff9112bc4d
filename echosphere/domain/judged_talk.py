"""What a judge is given: what was said, and the ground of all that the persona may claim: what it was told, and what
tools gave it, which stands with the message that it had it for.
"""

from dataclasses import dataclass

from echosphere.domain.language import Language
from echosphere.domain.message import Message, Role, ToolResult


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedTalk:
    """Or a part of one: then `earlier_results` are what tools gave before it.

    Without instructions and results nothing is known that the persona could be untrue to.
    """

    language: Language
    persona_name: str
    instructions: str
    messages: tuple[Message, ...]
    earlier_results: tuple[ToolResult, ...] = ()

    @property
    def has_somebody_to_judge_by(self) -> bool:
        """A greeting that nobody answered says nothing of either side."""
        return any(message.role is Role.USER for message in self.messages)
