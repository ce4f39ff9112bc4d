"""One utterance of a talk."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    USER = "user"
    ASSISTANT = "assistant"
    SYSTEM = "system"


class Via(StrEnum):
    """How the words came: heard or spoken, or typed."""

    VOICE = "voice"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """`started_s` and `ended_s` are seconds from the session's start.

    When `interrupted`, `text` is only what was really said before. `speaker` is the participant's identity: of a
    person who spoke or typed, where it is known.
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
