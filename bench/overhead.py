"""What tracing and counting cost whoever waits: a warm call of the API, and a turn of a talk.

With them and without, turn about in one process, so that what the machine does meanwhile hits both. What is held to its
aim is the processor's time: on a machine that others use, the wall's differences are theirs.
"""

import os

from bench.stopwatch import added, told
from bench.traced_calls import BARE, COUNTED, TRACED, measure_calls
from bench.watched_turns import measure_turns
from bench.written_turns import measure_writes

CALLS, TALKS = 3_000, 20
MOST_OF_A_CALL_MS, MOST_OF_A_TURN = 1.0, 0.02
# P50 of voice to voice, from the quickest run with a room to the slowest: the share is of the first.
VOICE_TO_VOICE_MS = (780.0, 950.0)
SIMULATED = {
    "api_call": "no gateway, no Lambda, no network; stores in memory; the log goes into a file. An API call counts"
    " nothing itself: `counted` adds the one line of a metric that other functions write",
    "turn": "no room: scripted ears, brain, voice and loudspeaker on a clock that jumps, so no delay can be heard; what"
    " is measured is the work of a turn, as if all of it stood between question and answer. Spans are packed for OTLP"
    " and thrown away, figures go to a socket that nobody reads, turns and usage to a store in memory; what writing"
    " them to DynamoDB takes of the processor, in a thread beside the talk, is added from writes whose wire is cut. Not"
    " in it: sending spans, and asking WebRTC how old the sound is",
}


def bench_overhead(*, calls: int = CALLS, talks: int = TALKS) -> dict[str, object]:
    rows = {"api_call": _of_calls(calls), "turn": _of_turns(talks)}
    return {"simulated": SIMULATED, "load_of_the_machine": os.getloadavg(), **rows}


def _of_calls(calls: int) -> dict[str, object]:
    taken = measure_calls(calls)
    tracing, counting = (told(added(taken[name], taken[BARE])) for name in (TRACED, COUNTED))
    return {
        **{name: told(each) for name, each in taken.items()},
        "tracing_adds": tracing,
        "tracing_and_counting_add": counting,
        "aim_ms": MOST_OF_A_CALL_MS,
        "holds": counting["cpu"]["p95_ms"] <= MOST_OF_A_CALL_MS,
    }


def _of_turns(talks: int) -> dict[str, object]:
    watched, unwatched = measure_turns(talks)
    adds, writing = told(added(watched, unwatched)), told(measure_writes(len(watched)))
    shares = {name: (adds["cpu"][name] + writing["cpu"][name]) / VOICE_TO_VOICE_MS[0] for name in ("p50_ms", "p95_ms")}
    return {
        "watched": told(watched),
        "unwatched": told(unwatched),
        "watching_adds": adds,
        "writing_adds": writing,
        "voice_to_voice_p50_ms": VOICE_TO_VOICE_MS,
        "share_percent": {name.removesuffix("_ms"): round(100 * share, 2) for name, share in shares.items()},
        "aim_percent": 100 * MOST_OF_A_TURN,
        "holds": shares["p95_ms"] <= MOST_OF_A_TURN,
    }
