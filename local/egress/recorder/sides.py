"""On which side of the recording a track is heard.

LiveKit Egress: the agent left, all others right (pkg/pipeline/builder/audio.go, getChannelLocked), whatever one may
expect; product code must find here what it finds there.
"""

from enum import Enum

from livekit import api, rtc

LEFT_ROW, RIGHT_ROW = 0, 1


class Side(Enum):
    """The rows of the mix in which it is heard."""

    LEFT = (LEFT_ROW,)
    RIGHT = (RIGHT_ROW,)
    BOTH = (LEFT_ROW, RIGHT_ROW)


AGENT_SIDE, OTHERS_SIDE = Side.LEFT, Side.RIGHT


class Sides:
    def __init__(self, mixing: int) -> None:
        self._mixing = mixing
        self._tracks = 0

    def of_next_track(self, kind: rtc.ParticipantKind.ValueType) -> Side:
        self._tracks += 1
        match self._mixing:
            case api.AudioMixing.DUAL_CHANNEL_AGENT:
                return AGENT_SIDE if kind == rtc.ParticipantKind.PARTICIPANT_KIND_AGENT else OTHERS_SIDE
            case api.AudioMixing.DUAL_CHANNEL_ALTERNATE:
                return Side.LEFT if self._tracks % 2 else Side.RIGHT
            case _:
                return Side.BOTH
