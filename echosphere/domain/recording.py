"""A recording: one file that LiveKit's egress makes of a talk, and what becomes of it.

starting ─▶ recording ─▶ uploaded ─▶ transcoding ─▶ finishing ─▶ ready
    └───────────┴────────────┴───────────┴─────────────┴──────▶ failed         ready ─▶ set_aside

A talk has one or more: a recorder that dies is followed by the next attempt, and a camera by one with video. Where two
record the sound at once, each has its lane, and what is not needed in the end is set aside (domain/kept.py).
News comes late, twice and in any order: a transition gives the recording back unchanged when it says nothing new.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from echosphere.domain.egress import EgressNews, EgressStatus
from echosphere.domain.trace import TraceParent

ATTEMPTS_OF_A_KIND = 5


class RecordingKind(StrEnum):
    """The truth of a talk is its sound, the agent left and the person right; video stands beside it."""

    AUDIO = "audio"
    VIDEO = "video"


class RecordingStatus(StrEnum):
    STARTING = "starting"
    RECORDING = "recording"
    UPLOADED = "uploaded"
    TRANSCODING = "transcoding"
    FINISHING = "finishing"
    READY = "ready"
    FAILED = "failed"
    SET_ASIDE = "set_aside"


class RecordingFailure(StrEnum):
    """Why nothing can be replayed. The first three may still be mended by a file that comes late."""

    NOT_STARTED = "not_started"
    RECORDER_DIED = "recorder_died"
    NOT_UPLOADED = "not_uploaded"
    UNREADABLE = "unreadable"
    NO_AUDIO = "no_audio"
    TOO_LONG = "too_long"
    TRANSCODER_REFUSED = "transcoder_refused"
    TRANSCODER_FAILED = "transcoder_failed"
    UNPLAYABLE = "unplayable"
    WRONG_LENGTH = "wrong_length"
    SIDE_SILENT = "side_silent"


WITHOUT_A_FILE = (RecordingFailure.NOT_STARTED, RecordingFailure.RECORDER_DIED, RecordingFailure.NOT_UPLOADED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One quality. `path` is the key of its playlist in the media bucket."""

    name: str
    kind: RecordingKind
    bits_per_second: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """`attempt` counts from 1 over all kinds of a session; of a `lane`, from 1, one at a time is at it.

    `started_at` is the moment of the file's first sample, as the egress tells it. `revision` grows with each change,
    `changed_at` says when the status was last another: together they let two writers not overwrite each other, and
    reconciliation find what waits too long. `failure_words` are those of the service that failed.
    `called_until`: who stored it asks for its recorder until then, and never later.
    `ended_early`: the recorder died, and what it had stored is kept. `given_up_job_id`: the job that broke by no fault
    of the file, after which another is asked for. `trace` is that of its talk.
    """

    session_id: str
    workspace_id: str
    attempt: int
    kind: RecordingKind
    created_at: datetime
    changed_at: datetime
    called_until: datetime | None = None
    lane: int = 1
    status: RecordingStatus = RecordingStatus.STARTING
    revision: int = 0
    egress_id: str | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    duration_s: float | None = None
    ended_early: bool = False
    raw_version: str | None = None
    job_id: str | None = None
    given_up_job_id: str | None = None
    percent: int | None = None
    failure: RecordingFailure | None = None
    failure_words: str | None = None
    renditions: tuple[Rendition, ...] = ()
    has_captions: bool = False
    has_thumbnails: bool = False
    has_mix: bool = False
    trace: TraceParent | None = None

    @property
    def raw_key(self) -> str:
        return raw_key(self.session_id, self.attempt)

    @property
    def media_prefix(self) -> str:
        return media_prefix(self.session_id, self.attempt)

    @property
    def is_settled(self) -> bool:
        return self.status in (RecordingStatus.READY, RecordingStatus.FAILED, RecordingStatus.SET_ASIDE)

    @property
    def waits_for_its_job(self) -> bool:
        """Its id may not be stored yet when the job is over."""
        return self.status in (RecordingStatus.UPLOADED, RecordingStatus.TRANSCODING)

    @property
    def is_live(self) -> bool:
        """The recorder is at it, or about to be."""
        return self.status in (RecordingStatus.STARTING, RecordingStatus.RECORDING)

    @property
    def is_set_aside(self) -> bool:
        return self.status is RecordingStatus.SET_ASIDE

    @property
    def broke_off(self) -> bool:
        """The recorder left the talk before its end: another attempt is worth making."""
        return self.status is RecordingStatus.FAILED and self.failure in WITHOUT_A_FILE

    def follow(self, news: EgressNews, *, at: datetime) -> Self:
        """What the egress tells of itself. News of another egress changes nothing."""
        if self.is_settled or self.egress_id not in (None, news.egress_id):
            return self
        facts: dict[str, object] = {
            "egress_id": news.egress_id,
            "started_at": news.started_at or self.started_at,
            "ended_at": news.ended_at or self.ended_at,
            "duration_s": news.duration_s or self.duration_s,
        }
        if self.is_live and news.status is EgressStatus.ACTIVE:
            facts["status"] = RecordingStatus.RECORDING
        if self.is_live and news.has_file:
            facts["status"] = RecordingStatus.UPLOADED
        if self.is_live and news.is_over and not news.has_file:
            facts |= {"status": RecordingStatus.FAILED, "failure": self._how_it_broke(), "failure_words": news.words}
        return self._become(at, **facts)

    def call_again(self, *, until: datetime) -> Self:
        """Whoever stored it was killed before its recorder was called."""
        return replace(self, called_until=until, revision=self.revision + 1)

    def lose_recorder(self, news: EgressNews, *, at: datetime) -> Self:
        """It died in the talk, and what it had stored is kept; one that left nothing fails instead (`follow`)."""
        if not (news.died and news.has_file) or self.egress_id not in (None, news.egress_id):
            return self
        return self._become(at, ended_early=True)

    def upload(self, *, version: str, at: datetime) -> Self:
        """The raw file lies in its bucket, also when the recorder had been given up before."""
        waits = self.is_live or self.broke_off or self.status is RecordingStatus.UPLOADED
        if self.raw_version is not None or not waits:
            return self
        return self._become(at, status=RecordingStatus.UPLOADED, raw_version=version, failure=None, failure_words=None)

    def transcode(self, job_id: str, *, at: datetime) -> Self:
        if self.status is not RecordingStatus.UPLOADED or job_id == self.given_up_job_id:
            return self
        return self._become(at, status=RecordingStatus.TRANSCODING, job_id=job_id, percent=0)

    def give_up_job(self, *, at: datetime) -> Self:
        """It waits for another job, once: a second one that breaks says something of the file after all."""
        if self.status is not RecordingStatus.TRANSCODING or self.given_up_job_id is not None:
            return self
        return self._become(at, status=RecordingStatus.UPLOADED, job_id=None, percent=None, given_up_job_id=self.job_id)

    def progress(self, percent: int, *, at: datetime) -> Self:
        if self.status is not RecordingStatus.TRANSCODING or percent <= (self.percent or 0):
            return self
        return self._become(at, percent=min(percent, 100))

    def finish(self, *, at: datetime) -> Self:
        """The renditions are made; checks, waveform and captions remain."""
        if self.status is not RecordingStatus.TRANSCODING:
            return self
        return self._become(at, status=RecordingStatus.FINISHING, percent=100)

    def be_ready(
        self,
        *,
        duration_s: float,
        renditions: tuple[Rendition, ...],
        has_captions: bool,
        has_thumbnails: bool = False,
        has_mix: bool = False,
        at: datetime,
    ) -> Self:
        if self.status is not RecordingStatus.FINISHING:
            return self
        return self._become(
            at,
            status=RecordingStatus.READY,
            duration_s=duration_s,
            renditions=renditions,
            has_captions=has_captions,
            has_thumbnails=has_thumbnails,
            has_mix=has_mix,
        )

    def set_aside(self, *, at: datetime) -> Self:
        """Another one holds what it holds."""
        if self.status is not RecordingStatus.READY:
            return self
        return self._become(at, status=RecordingStatus.SET_ASIDE, renditions=(), has_captions=False)

    def fail(self, failure: RecordingFailure, words: str | None, *, at: datetime) -> Self:
        if self.is_settled:
            return self
        return self._become(at, status=RecordingStatus.FAILED, failure=failure, failure_words=words)

    def _how_it_broke(self) -> RecordingFailure:
        began = self.status is RecordingStatus.RECORDING
        return RecordingFailure.RECORDER_DIED if began else RecordingFailure.NOT_STARTED

    def _become(self, at: datetime, **facts: object) -> Self:
        """The same recording, not a copy, when nothing of it is new."""
        changed = replace(self, **facts)  # type: ignore[arg-type]  # fields by name
        if changed == self:
            return self
        changed_at = self.changed_at if changed.status is self.status else at
        return replace(changed, changed_at=changed_at, revision=self.revision + 1)


def raw_key(session_id: str, attempt: int) -> str:
    return f"raw/{session_id}/{attempt:03d}.mp4"


def raw_prefix(session_id: str) -> str:
    return f"raw/{session_id}/"


def media_prefix(session_id: str, attempt: int) -> str:
    return f"media/{session_id}/{attempt:03d}/"


def session_media_prefix(session_id: str) -> str:
    return f"media/{session_id}/"


def session_and_attempt(key: str) -> tuple[str, int] | None:
    """Whose raw file a key names; None when it is none of ours."""
    match key.split("/"):
        case ["raw", session_id, name] if session_id and name.endswith(".mp4") and name.removesuffix(".mp4").isdigit():
            return session_id, int(name.removesuffix(".mp4"))
    return None
