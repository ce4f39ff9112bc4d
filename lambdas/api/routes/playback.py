from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from echosphere.domain.errors import PlaybackRefused, RecordingNotFound, RecordingNotReady, SessionNotFound
from echosphere.services.open_playback import open_playback
from echosphere.services.read_signed_playlist import read_signed_playlist
from lambdas.http.dependencies import Id, TheMember, ThePorts, TheSigner
from lambdas.http.limits import count_address
from lambdas.http.playback_answers import PlaybackAnswer
from lambdas.http.playback_cookies import set_playback_cookies
from lambdas.http.problems import documented

router = APIRouter(prefix="/sessions/{session_id}/playback", tags=["playback"])


# As many as three digits of a key can count.
HIGHEST_ATTEMPT = 999


class PlaylistResponse(Response):
    media_type = "application/vnd.apple.mpegurl"


@router.post("", responses=documented(SessionNotFound, RecordingNotFound, RecordingNotReady))
def open_for_an_hour(
    ports: ThePorts, signer: TheSigner, member: TheMember, session_id: Id, response: Response
) -> PlaybackAnswer:
    """Says what can be replayed, and sets the cookies that CloudFront asks for. Ask again before `expires_at`."""
    playback = open_playback(ports, signer, member, session_id)
    set_playback_cookies(response, playback.access, session_id=playback.session_id)
    return PlaybackAnswer.of(playback)


@router.get(
    "/{attempt}/{playlist:path}",
    response_class=PlaylistResponse,
    responses=documented(PlaybackRefused, RecordingNotFound),
    dependencies=[Depends(count_address)],
)
def read_playlist(
    ports: ThePorts,
    signer: TheSigner,
    session_id: Id,
    attempt: Annotated[int, Path(ge=1, le=HIGHEST_ATTEMPT)],
    playlist: str,
    policy: Annotated[str, Query(alias="Policy")] = "",
    signature: Annotated[str, Query(alias="Signature")] = "",
    key_pair_id: Annotated[str, Query(alias="Key-Pair-Id")] = "",
) -> str:
    """Public, to who brings `signed_query`: a playlist in which every address brings it, too. For native players."""
    parameters = {"Policy": policy, "Signature": signature, "Key-Pair-Id": key_pair_id}
    return read_signed_playlist(
        ports, signer, session_id=session_id, attempt=attempt, name=playlist, parameters=parameters
    )
