"""Reads an object of a private bucket as CloudFront does, with a request signed for its origin access control."""

from urllib.parse import quote, unquote

import httpx2
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from starlette.responses import Response

from local.edge.answer import stream_answer
from local.edge.distribution import S3Origin
from local.edge.refusals import refusal
from local.edge.viewer_event import ViewerRequest

PASSED_ON = frozenset({"range", "if-match", "if-none-match", "if-modified-since", "if-unmodified-since"})
# What of S3's answer a viewer sees; the rest are S3's own names for things.
PUBLIC = frozenset(
    {"accept-ranges", "cache-control", "content-disposition", "content-encoding", "content-language"}
    | {"content-length", "content-range", "content-type", "etag", "last-modified"}
)


class S3Reader:
    def __init__(self, http: httpx2.AsyncClient, *, address: str, region: str, credentials: Credentials) -> None:
        self._http = http
        self._address = address
        self._signer = S3SigV4Auth(credentials, "s3", region)

    async def read(self, request: ViewerRequest, origin: S3Origin) -> Response:
        url, signature = self._signed(request, origin)
        # Asked for compressed, an object would come with a length that is not its own.
        passed_on = [(name, value) for name, value in request.headers if name in PASSED_ON]
        headers = [*signature, *passed_on, ("accept-encoding", "identity")]
        sent = self._http.build_request(request.method, url, headers=headers)
        answer = await self._http.send(sent, stream=True)
        if answer.status_code == httpx2.codes.NOT_FOUND:
            await answer.aclose()
            # An access control that may not list the bucket is not told that an object is missing.
            return refusal("AccessDenied")
        return stream_answer(answer, passes=PUBLIC.__contains__)

    def _signed(self, request: ViewerRequest, origin: S3Origin) -> tuple[str, list[tuple[str, str]]]:
        key = quote(unquote(f"{origin.path}{request.path}").lstrip("/"))
        url = f"{self._address}/{origin.bucket}/{key}"
        asked = AWSRequest(request.method, url)
        asked.headers["x-amz-content-sha256"] = "UNSIGNED-PAYLOAD"
        self._signer.add_auth(asked)
        return url, list(asked.headers.items())
