"""X-Ray takes OTLP at an address of its own, signed as all of AWS is; CloudWatch's Transaction Search must be on."""

from collections.abc import Mapping

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.session import Session

from echosphere.adapters.otlp.exporter import Sign

SERVICE = "xray"


def xray_address(region: str) -> str:
    return f"https://xray.{region}.amazonaws.com/v1/traces"


def signed_for_xray(session: Session, region: str) -> Sign:
    """With the function's own role, whose credentials are renewed meanwhile."""

    def sign(address: str, body: bytes, headers: Mapping[str, str]) -> Mapping[str, str]:
        credentials = session.get_credentials()
        assert credentials, "a function has those of its role"
        request = AWSRequest("POST", address, headers=dict(headers), data=body)
        SigV4Auth(credentials, SERVICE, region).add_auth(request)
        return dict(request.headers.items())

    return sign
