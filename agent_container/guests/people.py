"""Who in a room is a person: agents and recorders are there, too."""

from livekit import rtc

PERSON = rtc.ParticipantKind.PARTICIPANT_KIND_STANDARD


def is_person(participant: rtc.RemoteParticipant) -> bool:
    return participant.kind == PERSON


def people_in(room: rtc.Room) -> list[str]:
    """Their identities, who came first in front."""
    return [each.identity for each in room.remote_participants.values() if is_person(each)]
