"""LiveKit's egress: a recorder that joins the room unseen, and stores one file at its end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

from aiohttp import ClientError
from livekit import api

from echosphere.adapters.egress_news import to_news
from echosphere.adapters.livekit_api import KeySource, ask_livekit
from echosphere.adapters.upload_grants import UploadGrant
from echosphere.domain.egress import EgressNews
from echosphere.domain.errors import RecorderRefused, RecorderUnavailable
from echosphere.domain.recording import RecordingKind

REQUEST_TIMEOUT_S = 10.0
# The request holds and asks again for what it is: none of it will be otherwise tomorrow.
REFUSALS = frozenset(
    {
        api.TwirpErrorCode.INVALID_ARGUMENT,
        api.TwirpErrorCode.MALFORMED,
        api.TwirpErrorCode.PERMISSION_DENIED,
        api.TwirpErrorCode.UNAUTHENTICATED,
        api.TwirpErrorCode.UNIMPLEMENTED,
        api.TwirpErrorCode.FAILED_PRECONDITION,
        api.TwirpErrorCode.NOT_FOUND,
        api.TwirpErrorCode.BAD_ROUTE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBucket:
    """Where the recorder stores. `endpoint` is empty where AWS's own serves the region."""

    name: str
    region: str
    endpoint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveKitRecorder:
    api_url: str
    keys: KeySource
    bucket: RawBucket
    grant: Callable[[str], UploadGrant]

    def start(self, *, room_name: str, kind: RecordingKind, key: str, within_s: float) -> str:
        began = monotonic()
        upload = self._upload(self.grant(key))
        left_s = began + within_s - monotonic()
        if left_s <= 0:
            raise RecorderUnavailable
        request = api.RoomCompositeEgressRequest(
            room_name=room_name,
            # A layout for sound alone would send it through a browser, which mixes both sides into one.
            layout="grid" if kind is RecordingKind.VIDEO else "",
            audio_only=kind is RecordingKind.AUDIO,
            audio_mixing=api.AudioMixing.DUAL_CHANNEL_AGENT,
            file_outputs=[
                api.EncodedFileOutput(
                    file_type=api.EncodedFileType.MP4,
                    filepath=key,
                    disable_manifest=True,
                    s3=upload,
                )
            ],
        )
        return self._call(lambda livekit: livekit.egress.start_room_composite_egress(request), left_s).egress_id

    def stop(self, egress_id: str) -> None:
        try:
            self._call(lambda livekit: livekit.egress.stop_egress(api.StopEgressRequest(egress_id=egress_id)))
        except RecorderRefused:
            return  # it is over, or unknown

    def list(self, room_name: str) -> list[EgressNews]:
        answer = self._call(lambda livekit: livekit.egress.list_egress(api.ListEgressRequest(room_name=room_name)))
        return [news for info in answer.items if (news := to_news(info))]

    def _upload(self, grant: UploadGrant) -> api.S3Upload:
        return api.S3Upload(
            access_key=grant.access_key,
            secret=grant.secret,
            session_token=grant.session_token,
            bucket=self.bucket.name,
            region=self.bucket.region,
            endpoint=self.bucket.endpoint,
            # A bucket's own host name exists at AWS alone.
            force_path_style=bool(self.bucket.endpoint),
        )

    def _call[T](self, request: Callable[[api.LiveKitAPI], Awaitable[T]], within_s: float = REQUEST_TIMEOUT_S) -> T:
        return asyncio.run(self._ask(request, within_s))

    async def _ask[T](self, request: Callable[[api.LiveKitAPI], Awaitable[T]], within_s: float) -> T:
        try:
            async with asyncio.timeout(within_s):
                return await ask_livekit(self.api_url, self.keys, request)
        except api.TwirpError as error:
            if error.code in REFUSALS:
                raise RecorderRefused(error.message) from error
            raise RecorderUnavailable from error
        except (ClientError, TimeoutError) as error:
            raise RecorderUnavailable from error
