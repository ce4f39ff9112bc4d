"""From LiveKit's request to an order; what this machine cannot do is refused by name."""

import posixpath
import secrets
import string
from datetime import datetime

from livekit import api
from livekit.protocol.egress import EncodedFileOutput, RoomCompositeEgressRequest, S3Upload

from local.egress.errors import missing, not_played
from local.egress.order import Hook, Order, S3Target
from local.egress.read_picture import read_layout
from local.egress.recorder.timeline import RATE

LETTERS = string.ascii_letters + string.digits
EXTENSIONS = {api.EncodedFileType.MP4: ".mp4", api.EncodedFileType.OGG: ".ogg"}
KNOWN_EXTENSIONS = {".mp4", ".ogg", ".mp3", ".ts", ".webm", ".m3u8", ".raw", ".ivf", ".jpeg"}


def new_egress_id() -> str:
    return "EG_" + "".join(secrets.choice(LETTERS) for _ in range(12))


def read_request(request: RoomCompositeEgressRequest, *, room_id: str, now: datetime, api_key: str) -> Order:
    """Raises Refused."""
    _check_source(request)
    output = _file_output(request)
    layout = read_layout(request)
    file_type = output.file_type or (api.EncodedFileType.MP4 if layout else api.EncodedFileType.OGG)
    if file_type not in EXTENSIONS or (layout and file_type == api.EncodedFileType.OGG):
        raise not_played(f"file type {api.EncodedFileType.Name(file_type)}")
    return Order(
        egress_id=new_egress_id(),
        room_id=room_id,
        room_name=request.room_name,
        mixing=api.AudioMixing.DEFAULT_MIXING if request.layout or request.custom_base_url else request.audio_mixing,
        file_type=file_type,
        layout=layout,
        bits_per_second=_bits_per_second(request),
        key=_key(output.filepath, EXTENSIONS[file_type], request.room_name, room_id, now),
        with_manifest=not output.disable_manifest,
        target=_target(output),
        hooks=_hooks(request, api_key),
    )


def _check_source(request: RoomCompositeEgressRequest) -> None:
    if not request.room_name:
        raise missing("room_name")
    if request.audio_only and request.video_only:
        raise missing("audio_only and video_only")


def _file_output(request: RoomCompositeEgressRequest) -> EncodedFileOutput:
    for name in ("stream_outputs", "segment_outputs", "image_outputs"):
        if getattr(request, name):
            raise not_played(name)
    for name in ("stream", "segments"):
        if request.HasField(name):
            raise not_played(name)
    if len(request.file_outputs) > 1:
        raise missing("multiple file outputs")
    if request.file_outputs:
        return request.file_outputs[0]
    if request.HasField("file"):
        return request.file
    raise missing("output")


def _bits_per_second(request: RoomCompositeEgressRequest) -> int:
    """0: the default."""
    wanted = request.advanced
    if wanted.audio_frequency not in {0, RATE}:
        raise not_played(f"audio_frequency {wanted.audio_frequency}")
    return wanted.audio_bitrate * 1000


def _key(path: str, extension: str, room_name: str, room_id: str, now: datetime) -> str:
    """As pkg/config/output_file.go makes it of `filepath`."""
    second = now.strftime("%Y-%m-%dT%H%M%S")
    for name, value in (
        ("{room_name}", room_name),
        ("{room_id}", room_id),
        ("{time}", second),
        ("{utc}", now.strftime("%Y%m%d%H%M%S") + f"{now.microsecond // 1000:03d}"),
    ):
        path = path.replace(name, value)
    folder, name = posixpath.split(path)
    stem, found = posixpath.splitext(name)
    name = f"{room_name}-{second}" if not name else stem if found in KNOWN_EXTENSIONS else name
    return posixpath.normpath(posixpath.join("/", folder, name + extension)).lstrip("/")


def _target(output: EncodedFileOutput) -> S3Target:
    kind = output.WhichOneof("output")
    if kind != "s3":
        raise not_played(f"upload to {kind}") if kind else not_played("a file that is not uploaded")
    s3: S3Upload = output.s3
    if not s3.bucket:
        raise missing("bucket")
    if s3.HasField("proxy"):
        raise not_played("proxy")
    names = [name for name in S3Target.model_fields if name != "metadata"]
    return S3Target(**{name: getattr(s3, name) for name in names}, metadata=dict(s3.metadata))


def _hooks(request: RoomCompositeEgressRequest, api_key: str) -> list[Hook]:
    for hook in request.webhooks:
        if hook.signing_key != api_key:
            raise missing("webhooks.signing_key")
    return [
        Hook(
            url=hook.url,
            include_events=list(hook.filter_params.include_events),
            exclude_events=list(hook.filter_params.exclude_events),
        )
        for hook in request.webhooks
    ]
