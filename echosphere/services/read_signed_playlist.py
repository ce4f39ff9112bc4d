"""Playlists for players that carry no cookies: every address in one brings the signature that this one came with.

CloudFront signs addresses one by one, and what a playlist names is fetched by names in it; so somebody must write
the signature into it.
"""

from collections.abc import Mapping

from echosphere.domain.errors import PlaybackRefused, RecordingNotFound
from echosphere.domain.playback import is_playlist_name, with_query
from echosphere.domain.recording import media_prefix
from echosphere.ports import BackendPorts, PlaybackSigner


def read_signed_playlist(
    ports: BackendPorts,
    signer: PlaybackSigner,
    *,
    session_id: str,
    attempt: int,
    name: str,
    parameters: Mapping[str, str],
) -> str:
    """`parameters` are those of an Access, and prove by themselves that its holder may read.

    Raises PlaybackRefused, RecordingNotFound, SignerUnavailable, MediaUnavailable.
    """
    if not signer.allows(session_id, parameters, at=ports.clock.now()):
        raise PlaybackRefused
    folder = media_prefix(session_id, attempt)
    found = ports.media.get(f"{folder}{name}") if is_playlist_name(name) else None
    if found is None:
        raise RecordingNotFound(session_id)
    query = "&".join(f"{key}={value}" for key, value in parameters.items())
    inner = name.rpartition("/")[0]
    return with_query(found.decode(), folder=f"/{folder}{inner}/" if inner else f"/{folder}", query=query)
