"""Which picture a request asks for; what this machine does not draw is refused by name."""

from livekit import api
from livekit.protocol.egress import RoomCompositeEgressRequest

from local.egress.errors import not_played
from local.egress.recorder.layout import HEIGHT, WIDTH
from local.egress.recorder.scene import FRAMES_PER_SECOND
from local.egress.recorder.task import Layout

PRESETS = {api.EncodingOptionsPreset.H264_720P_30, api.EncodingOptionsPreset.H264_720P_60}
ADVANCED: dict[str, set[int]] = {
    "width": {0, WIDTH},
    "height": {0, HEIGHT},
    "framerate": {0, FRAMES_PER_SECOND},
    "video_bitrate": {0},
    "key_frame_interval": {0},
    "video_codec": {api.VideoCodec.DEFAULT_VC, api.VideoCodec.H264_HIGH},
}


def read_layout(request: RoomCompositeEgressRequest) -> Layout:
    """Empty for sound alone. Raises Refused."""
    if request.audio_only:
        return ""
    _check(request)
    match request.layout:
        case "" | "grid":
            return "grid"
        case "speaker":
            return "speaker"
    raise not_played(f"layout {request.layout}")


def _check(request: RoomCompositeEgressRequest) -> None:
    if request.video_only:
        raise not_played("video_only")
    if request.custom_base_url:
        raise not_played("custom_base_url")
    if request.preset not in PRESETS:
        raise not_played(f"preset {api.EncodingOptionsPreset.Name(request.preset)}")
    for name, known in ADVANCED.items():
        if getattr(request.advanced, name) not in known:
            raise not_played(f"{name} {getattr(request.advanced, name)}")
