"""What a judge is given: what was said, and what the persona was told, which is the ground of all that it may claim."""

from dataclasses import dataclass

from echosphere.domain.language import Language
from echosphere.domain.message import Message, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedTalk:
    """Or a part of one. Without `instructions` nothing is known that the persona could be untrue to."""

    language: Language
    persona_name: str
    instructions: str
    messages: tuple[Message, ...]

    @property
    def has_somebody_to_judge_by(self) -> bool:
        """A greeting that nobody answered says nothing of either side."""
        return any(message.role is Role.USER for message in self.messages)
