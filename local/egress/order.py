"""What a recording is told to do, as it stands on disk while the recording lasts. It holds keys of the storage."""

from pydantic import BaseModel, ConfigDict

from local.egress.recorder.task import Layout


class S3Target(BaseModel):
    """Empty means: not said. Without a key the process's own credentials are used, as on AWS."""

    model_config = ConfigDict(frozen=True)

    bucket: str
    region: str = ""
    endpoint: str = ""
    force_path_style: bool = False
    access_key: str = ""
    secret: str = ""
    session_token: str = ""
    assume_role_arn: str = ""
    assume_role_external_id: str = ""
    metadata: dict[str, str] = {}
    tagging: str = ""
    content_disposition: str = ""


class Hook(BaseModel):
    """A URL of the request that is told beside the platform's; empty lists filter nothing."""

    model_config = ConfigDict(frozen=True)

    url: str
    include_events: list[str] = []
    exclude_events: list[str] = []

    def wants(self, event: str) -> bool:
        return event not in self.exclude_events and (not self.include_events or event in self.include_events)


class Order(BaseModel):
    """`mixing` and `file_type` are numbers of LiveKit's enums; `key` is the object's."""

    model_config = ConfigDict(frozen=True)

    egress_id: str
    room_id: str
    room_name: str
    mixing: int
    file_type: int
    layout: Layout = ""
    bits_per_second: int
    key: str
    with_manifest: bool
    target: S3Target
    hooks: list[Hook] = []
