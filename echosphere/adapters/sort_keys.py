"""The order of records inside a partition; every store sorts by these, and a cursor is one of them."""

import re

from echosphere.domain.message import Message
from echosphere.domain.moment import to_text
from echosphere.domain.recording import Recording
from echosphere.domain.session import Session
from echosphere.domain.turn import Turn

SESSION_SORT_KEY = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[0-9a-z-]{1,64}")
PERSONA_SORT_KEY = re.compile(r"PERSONA#[0-9a-z-]{1,64}")
TURN_SORT_KEY = re.compile(r"METRICS#\d{9}#[\w-]{1,64}")
MESSAGE_SORT_KEY = re.compile(r"MESSAGE#\d{9}#[\w-]{1,64}")


def session_sort_key(session: Session) -> str:
    return f"{to_text(session.created_at)}#{session.id}"


def right_before(sort_key: str) -> str:
    """The last text that comes before it: a range of DynamoDB's takes in both of its ends. Its last character is one
    of an id's, all of which are ASCII and come before '~'.
    """
    return f"{sort_key[:-1]}{chr(ord(sort_key[-1]) - 1)}~"


def message_sort_key(message: Message) -> str:
    """The start in milliseconds, nine digits (eleven days), so that text order is the order of the talk."""
    return f"MESSAGE#{round(message.started_s * 1000):09d}#{message.id}"


def turn_sort_key(turn: Turn) -> str:
    """As messages are sorted; a turn that is measured again lies where it lay, because its question does not move."""
    return f"METRICS#{round(turn.heard_until_s * 1000):09d}#{turn.id}"


def persona_sort_key(persona_id: str) -> str:
    return f"PERSONA#{persona_id}"


def recording_sort_key(attempt: int) -> str:
    return f"RECORDING#{attempt:03d}"


def unsettled_sort_key(recording: Recording) -> str:
    return f"{to_text(recording.changed_at)}#{recording.session_id}#{recording.attempt:03d}"
