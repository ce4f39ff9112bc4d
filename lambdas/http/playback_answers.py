"""How the way to a recording looks to clients."""

from typing import Self

from pydantic import BaseModel

from echosphere.domain.playback import MASTER, PlayablePart, Playback
from echosphere.domain.recording import RecordingKind
from lambdas.http.answers import Moment


class PlayablePartAnswer(BaseModel):
    """Second of the talk = second of the file + `offset_s`. Every `…_url` is below the page's own address.

    `signed_master_url` and all that it leads to need no cookies, for players that send none.
    `mix_url` and `dual_url` are files for download: both sides in one channel, and the agent left, the person right.
    `sprite_url` is a WebVTT track of small pictures, `poster_url` a large one; both only where there is a picture.
    """

    attempt: int
    kind: RecordingKind
    offset_s: float
    duration_s: float | None
    master_url: str
    signed_master_url: str
    peaks_url: str
    captions_url: str | None
    mix_url: str | None
    dual_url: str | None
    sprite_url: str | None
    poster_url: str | None

    @classmethod
    def of(cls, part: PlayablePart, *, query: str) -> Self:
        recording = part.recording
        asked_of_us = f"/api/sessions/{recording.session_id}/playback/{recording.attempt}/{MASTER}"
        return cls(
            attempt=recording.attempt,
            kind=recording.kind,
            offset_s=part.offset_s,
            duration_s=recording.duration_s,
            master_url=part.master_path,
            signed_master_url=f"{asked_of_us}?{query}",
            peaks_url=part.peaks_path,
            captions_url=part.captions_path,
            mix_url=part.mix_path,
            dual_url=part.dual_path,
            sprite_url=part.thumbnails_path,
            poster_url=part.poster_path,
        )


class PlaybackAnswer(BaseModel):
    """`signed_query` stands in for the cookies: behind a `?`, it opens any of the URLs below /media/."""

    expires_at: Moment
    signed_query: str
    parts: list[PlayablePartAnswer]

    @classmethod
    def of(cls, playback: Playback) -> Self:
        query = playback.access.query
        parts = [PlayablePartAnswer.of(each, query=query) for each in playback.parts]
        return cls(expires_at=playback.access.expires_at, signed_query=query, parts=parts)
