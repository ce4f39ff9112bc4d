"""What passes between the service and a recorder's process: one line of JSON each, in on stdin and out on stdout."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

STOP = "stop"
# Empty: sound alone.
Layout = Literal["", "grid", "speaker"]


class Task(BaseModel):
    """The first line on stdin. A second one, STOP, or the end of stdin ends the recording."""

    model_config = ConfigDict(frozen=True)

    url: str
    token: str
    path: str
    file_type: int
    mixing: int
    layout: Layout = ""
    bits_per_second: int
    longest_s: float


class Started(BaseModel):
    """The first sound, or picture, came. `first_sample_ns`: the wall clock at the file's first sample."""

    news: Literal["started"] = "started"
    first_sample_ns: int


class Ending(BaseModel):
    news: Literal["ending"] = "ending"
    reason: str


class Ended(BaseModel):
    """The file is whole. `samples` of each side; 0 when there never was anything to record, and no file."""

    news: Literal["ended"] = "ended"
    samples: int
    failure: str = ""


News = Started | Ending | Ended
