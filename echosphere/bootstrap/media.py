"""A function that makes recordings ready: it has the libraries to look into media files."""

from functools import cache

import boto3

from echosphere.adapters.av_inspector import AvInspector
from echosphere.adapters.mediaconvert.transcoder import PATIENCE, MediaConvertTranscoder
from echosphere.adapters.mediaconvert_transcoder import RecordingTranscoder
from echosphere.bootstrap.backend import backend_ports
from echosphere.ports import MediaPorts
from echosphere.settings import MediaSettings, read_settings


@cache
def media_ports() -> MediaPorts:
    """Raises MissingSettings."""
    settings, backend = read_settings(MediaSettings), backend_ports()
    return MediaPorts(
        sessions=backend.sessions,
        recordings=backend.recordings,
        links=backend.links,
        invitations=backend.invitations,
        speakers=backend.speakers,
        evaluations=backend.evaluations,
        feedback=backend.feedback,
        turns=backend.turns,
        usage=backend.usage,
        days=backend.days,
        workspaces=backend.workspaces,
        personas=backend.personas,
        departures=backend.departures,
        exports=backend.exports,
        outbox=backend.outbox,
        bus=backend.bus,
        rooms=backend.rooms,
        clock=backend.clock,
        recorder=backend.recorder,
        media=backend.media,
        recorders_of_sound=backend.recorders_of_sound,
        hosting=backend.hosting,
        inspector=AvInspector(),
        transcoder=RecordingTranscoder(
            mediaconvert=MediaConvertTranscoder(
                client=boto3.client("mediaconvert", config=PATIENCE), role_arn=settings.mediaconvert_role_arn
            ),
            raw_bucket=settings.raw_bucket,
            media_bucket=settings.media_bucket,
            application=f"echosphere-{settings.stage}",
        ),
    )
