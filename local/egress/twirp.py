"""LiveKit's Egress API over HTTP: Twirp, in protobuf and in JSON."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from google.protobuf.json_format import MessageToJson, Parse, ParseError
from google.protobuf.message import DecodeError, Message
from livekit.protocol.egress import ListEgressRequest, RoomCompositeEgressRequest, StopEgressRequest

from local.egress.access import check_may_record
from local.egress.errors import Refused, TokenNotGenuine
from local.egress.recordings import Recordings
from local.livekit_start import LiveKitKeys

PREFIX = "/twirp/livekit.Egress/"
PROTOBUF, JSON = "application/protobuf", "application/json"
NOT_PLAYED = {
    "StartEgress",
    "StartParticipantEgress",
    "StartTrackCompositeEgress",
    "StartTrackEgress",
    "StartWebEgress",
    "UpdateLayout",
    "UpdateStream",
}


@dataclass(frozen=True, kw_only=True)
class Call:
    """`headers` by their names in small letters."""

    verb: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    status: HTTPStatus
    content_type: str
    body: bytes


class EgressApi:
    def __init__(self, recordings: Recordings, keys: LiveKitKeys) -> None:
        self._keys = keys
        self._methods: dict[str, tuple[type[Message], Callable[..., Awaitable[Message]]]] = {
            "StartRoomCompositeEgress": (RoomCompositeEgressRequest, recordings.start),
            "StopEgress": (StopEgressRequest, recordings.stop),
            "ListEgress": (ListEgressRequest, recordings.list),
        }

    async def answer(self, call: Call) -> Answer:
        try:
            return await self._answer(call)
        except Refused as refused:
            told: dict[str, object] = {"code": refused.code, "msg": refused.words}
            if refused.code == "bad_route":
                told["meta"] = {"twirp_invalid_route": f"{call.verb} {call.path}"}
            return Answer(refused.status, JSON, json.dumps(told, separators=(",", ":")).encode())
        except TokenNotGenuine as error:
            return Answer(HTTPStatus.UNAUTHORIZED, "text/plain; charset=utf-8", str(error).encode())

    async def _answer(self, call: Call) -> Answer:
        # The token is looked at before the route and the body, the grant after them: LiveKit's order.
        denied: Refused | None = None
        try:
            check_may_record(call.headers.get("authorization"), call.query, self._keys)
        except Refused as refused:
            denied = refused
        expected, method = self._route(call)
        content_type = call.headers.get("content-type", "").split(";")[0].strip().lower()
        request = _decode(expected, content_type, call.body)
        if denied:
            raise denied
        reply = await method(request)
        if content_type == JSON:
            return Answer(
                HTTPStatus.OK, JSON, MessageToJson(reply, preserving_proto_field_name=True, indent=None).encode()
            )
        return Answer(HTTPStatus.OK, PROTOBUF, reply.SerializeToString())

    def _route(self, call: Call) -> tuple[type[Message], Callable[..., Awaitable[Message]]]:
        if call.verb != "POST":
            raise Refused("bad_route", f'unsupported method "{call.verb}" (only POST is allowed)')
        name = call.path.removeprefix(PREFIX)
        if name in NOT_PLAYED:
            raise Refused("unimplemented", f"{name} is not played on this machine")
        if name not in self._methods:
            raise Refused("bad_route", f'no handler for path "{call.path}"')
        return self._methods[name]


def _decode(expected: type[Message], content_type: str, body: bytes) -> Message:
    match content_type:
        case "application/protobuf":
            try:
                return expected.FromString(body)
            except DecodeError as error:
                raise Refused("malformed", "the protobuf request could not be decoded") from error
        case "application/json":
            try:
                return Parse(body, expected(), ignore_unknown_fields=True)
            except (ParseError, UnicodeDecodeError) as error:
                raise Refused("malformed", "the json request could not be decoded") from error
        case _:
            raise Refused("bad_route", f'unexpected Content-Type: "{content_type}"')
