"""A function that copies a person's data: it asks the directory, and signs addresses."""

from functools import cache

from echosphere.bootstrap.backend import backend_ports
from echosphere.bootstrap.directory import directory
from echosphere.bootstrap.playback import playback_signer
from echosphere.services.export_person import ExportPorts
from echosphere.settings import PlaybackSettings, read_settings


@cache
def export_ports() -> ExportPorts:
    """Raises MissingSettings."""
    return ExportPorts(
        backend=backend_ports(),
        directory=directory(),
        signer=playback_signer(),
        page_origin=read_settings(PlaybackSettings).page_origin,
    )
