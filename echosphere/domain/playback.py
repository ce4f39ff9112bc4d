"""What of a talk can be replayed, where it lies, and how a playlist reads for a player that carries no cookies."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from echosphere.domain.recording import Recording, RecordingKind

# Longer than most talks; who listens longer asks again.
ACCESS_LASTS = timedelta(hours=1)
PLAYLIST_SUFFIX = ".m3u8"
MASTER = "master.m3u8"
# Ours, and those of the transcoder below `hls/`.
_PLAYLIST_NAME = re.compile(r"(hls/)?[\w-]+\.m3u8", re.ASCII)
_URI = re.compile(r'URI="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayablePart:
    """One recording that is ready; second of the talk = second of the file + `offset_s`. Paths begin with a slash."""

    recording: Recording
    offset_s: float

    @property
    def master_path(self) -> str:
        return self._path(MASTER)

    @property
    def peaks_path(self) -> str:
        return self._path("peaks.json")

    @property
    def captions_path(self) -> str | None:
        return self._path("captions.vtt") if self.recording.has_captions else None

    @property
    def mix_path(self) -> str | None:
        """Both sides as they are heard in the player, as one file."""
        return self._path("mix.m4a") if self.recording.has_mix else None

    @property
    def dual_path(self) -> str | None:
        """The agent left, the person right; a picture's sound is that of the recording beside it."""
        return self._path("dual.m4a") if self.recording.kind is RecordingKind.AUDIO else None

    @property
    def thumbnails_path(self) -> str | None:
        """The WebVTT track that says which part of which sheet shows which seconds."""
        return self._path("sprite.vtt") if self.recording.has_thumbnails else None

    @property
    def poster_path(self) -> str | None:
        return self._path("poster.jpg") if self.recording.has_thumbnails else None

    def _path(self, name: str) -> str:
        return f"/{self.recording.media_prefix}{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The right to read everything of one session, as the query of an address: `name=value&…`, safe in a URL."""

    parameters: tuple[tuple[str, str], ...]
    expires_at: datetime

    @property
    def query(self) -> str:
        return "&".join(f"{name}={value}" for name, value in self.parameters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Playback:
    session_id: str
    access: Access
    parts: tuple[PlayablePart, ...]


def is_playlist_name(name: str) -> bool:
    return _PLAYLIST_NAME.fullmatch(name) is not None


def with_query(playlist: str, *, folder: str, query: str) -> str:
    """The playlist with `query` behind every address in it.

    A playlist in it is asked for where this one was; anything else at its place below `folder`, which ends with a
    slash, so that a player that follows the addresses needs nothing else to be let in.
    """

    def signed(uri: str) -> str:
        place = uri if uri.endswith(PLAYLIST_SUFFIX) else posixpath.join(folder, uri)
        return f"{place}?{query}"

    return "".join(f"{_rewritten(line, signed)}\n" for line in playlist.splitlines())


def _rewritten(line: str, signed: Callable[[str], str]) -> str:
    if line.startswith("#"):
        return _URI.sub(lambda found: f'URI="{signed(found.group(1))}"', line)
    return signed(line) if line.strip() else line
