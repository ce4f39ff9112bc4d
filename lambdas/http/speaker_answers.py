"""How the people of a talk, and the invitations to it, look to clients."""

from typing import Literal, Self

from pydantic import BaseModel

from echosphere.domain.language import Language
from echosphere.domain.session import Session
from echosphere.domain.shared_link import SharedLink
from echosphere.domain.speaker import Speaker
from echosphere.services.join_as_guest import Entry
from lambdas.http.answers import RoomPassAnswer
from lambdas.http.link_answers import LinkAnswer


class SpeakerAnswer(BaseModel):
    """`identity` is what messages and the room name. `number` counts guests in the order in which they came, from 1."""

    identity: str
    role: Literal["host", "guest"]
    number: int
    label: str | None


class SpeakersAnswer(BaseModel):
    items: list[SpeakerAnswer]

    @classmethod
    def of(cls, session: Session, guests: list[Speaker]) -> Self:
        host = SpeakerAnswer(identity=session.participant_identity, role="host", number=0, label=None)
        others = [
            SpeakerAnswer(identity=guest.identity, role="guest", number=number, label=guest.label)
            for number, guest in enumerate(guests, start=1)
        ]
        return cls(items=[host, *others])


class NewInvitationAnswer(LinkAnswer):
    """`url` is below the page's own address, and told this once."""

    url: str

    @classmethod
    def of_both(cls, invitation: SharedLink, secret: str) -> Self:
        return cls(url=f"/join/{secret}", **LinkAnswer.of(invitation).__dict__)


class InvitationAnswer(BaseModel):
    """What a guest is told of a talk: nothing of what was said, and nobody's id."""

    persona_name: str
    language: Language
    recorded: bool
    speakers: SpeakersAnswer

    @classmethod
    def of(cls, session: Session, guests: list[Speaker]) -> Self:
        return cls(
            persona_name=session.persona_name,
            language=session.language,
            recorded=session.recorded,
            speakers=SpeakersAnswer.of(session, guests),
        )


class GuestPassAnswer(RoomPassAnswer):
    """With `guest_key` one comes back as the same guest; it is nobody else's to know."""

    identity: str
    guest_key: str

    @classmethod
    def of_entry(cls, entry: Entry) -> Self:
        room_pass = RoomPassAnswer.of(entry.room_pass)
        return cls(identity=entry.guest.identity, guest_key=entry.key, **room_pass.__dict__)
