"""How many recordings and talks nobody has accounted for, hours after they were over: none, if we keep our word."""

from datetime import timedelta

from echosphere.ports import MediaPorts

# The agent ends a talk after half an hour (`longest_talk_s`); by then the hourly reconciliation has looked at it twice.
ACCOUNTED_WITHIN = timedelta(hours=3)
# Where so many are lost, the number matters no more.
MOST = 1000


def count_unaccounted(ports: MediaPorts) -> int:
    return len(ports.recordings.list_unsettled(before=ports.clock.now() - ACCOUNTED_WITHIN, limit=MOST))
