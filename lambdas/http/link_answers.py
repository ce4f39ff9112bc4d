"""How links to a talk, and the talk behind one, look to clients."""

from typing import Self

from pydantic import BaseModel

from echosphere.domain.language import Language
from echosphere.domain.shared_link import SharedLink
from echosphere.services.open_shared_session import SharedSession
from lambdas.http.answers import MessageAnswer, Moment
from lambdas.http.playback_answers import PlaybackAnswer


class LinkAnswer(BaseModel):
    id: str
    created_at: Moment
    expires_at: Moment

    @classmethod
    def of(cls, link: SharedLink) -> Self:
        return cls.model_validate(link, from_attributes=True)


class NewLinkAnswer(LinkAnswer):
    """`url` is below the page's own address, and told this once."""

    url: str

    @classmethod
    def of_both(cls, link: SharedLink, secret: str) -> Self:
        return cls(url=f"/shared/{secret}", **LinkAnswer.of(link).__dict__)


class LinksAnswer(BaseModel):
    items: list[LinkAnswer]

    @classmethod
    def of_all(cls, links: list[SharedLink]) -> Self:
        return cls(items=[LinkAnswer.of(each) for each in links])


class SharedSessionAnswer(BaseModel):
    """What a stranger with a link is told of a talk. `playback` is null while there is nothing to hear."""

    title: str | None
    language: Language
    persona_name: str
    started_at: Moment | None
    duration_s: float | None
    messages: list[MessageAnswer]
    playback: PlaybackAnswer | None

    @classmethod
    def of(cls, shared: SharedSession) -> Self:
        session = shared.session
        return cls(
            title=session.title,
            language=session.language,
            persona_name=session.persona_name,
            started_at=session.started_at,
            duration_s=session.duration_s,
            messages=[MessageAnswer.of(each) for each in shared.messages],
            playback=PlaybackAnswer.of(shared.playback) if shared.playback else None,
        )
