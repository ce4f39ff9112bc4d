"""What the API tells of four weeks while pictures are taken: up to today, since the page asks for those."""

from datetime import UTC, datetime, timedelta
from typing import Any

DAYS, SPAN = 19, 28  # of four weeks, those with a talk
COUNTS = ("sessions", "failed", "messages", "duration_s", "turns", "interrupted", "incidents")


def days() -> dict[str, Any]:
    first = datetime.now(UTC).date() - timedelta(days=SPAN - 1)
    told = [_day((first + timedelta(days=number * SPAN // DAYS)).isoformat(), number) for number in range(DAYS)]
    sums = {name: sum(day[name] for day in told) for name in (*COUNTS, "usd_micros", "on_aws_usd_micros")}
    means = {metric: {"mean": each["mean"], "count": 60} for metric, each in told[-1]["opinions"]["means"].items()}
    said = {
        "judged": 60,
        "judged_by_rules": 12,
        "judges": {"claude-haiku-4-5": 48, "rules": 12},
        "thumbs_up": 21,
        "thumbs_down": 9,
        "compared": 26,
        "agreed": 22,
    }
    return {
        "days": told,
        "all": {**told[0], **sums, "opinions": {**said, "means": means}, "slowest": _slowest(told[-1]["day"])},
    }


def _day(day: str, number: int) -> dict[str, Any]:
    sessions = 2 + number * 7 % 9
    means = {
        metric: {"mean": round(3.2 + (number * step % 7) / 5, 2), "count": sessions}
        for metric, step in (
            ("goal_completion", 3),
            ("response_relevance", 5),
            ("faithfulness", 2),
            ("sentiment_end", 4),
        )
    }
    return {
        "day": day,
        "sessions": sessions,
        "failed": int(number % 5 == 3),
        "messages": 9 * sessions,
        "duration_s": 75.0 * sessions,
        "turns": 4 * sessions,
        "interrupted": number % 4,
        "incidents": int(number % 6 == 2),
        "voice_to_voice": {"count": 4 * sessions, "p50_s": 0.78 + number % 5 / 20, "p95_s": 1.1 + number % 7 / 8},
        "usd_micros": 0,
        "usd_micros_by_part": {"voice": 0},
        "on_aws_usd_micros": 38_000 * sessions,
        "is_whole": True,
        "on_aws_is_whole": True,
        "opinions": {
            "judged": sessions,
            "judged_by_rules": 1,
            "judges": {"claude-haiku-4-5": sessions - 1, "rules": 1},
            "means": means,
            "thumbs_up": number % 3,
            "thumbs_down": int(number % 4 == 1),
            "compared": 2,
            "agreed": 1,
        },
        "slowest": [],
        "failed_session_ids": ["0f3a9c1e-failed", "77b0d2aa-failed"],
    }


def _slowest(day: str) -> list[dict[str, Any]]:
    return [
        {"session_id": "s1", "day": day, "at_s": 6.9 + 31 * number, "voice_to_voice_s": 4.31 - number / 3}
        for number in range(5)
    ]
