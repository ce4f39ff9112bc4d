"""What the API answers while pictures are taken: one person, three talks, nothing live."""

from typing import Any

from tests.screenshots.days import days

LINES = (
    ("assistant", 0.4, 5.3, False, "Hello, this is EchoSphere, with a small offline brain. Ask me something."),
    ("user", 6.9, 8.2, False, "What is the purpose of this?"),
    ("assistant", 8.8, 13.3, True, "Its idea is: talk to it, replay it, learn from it. You open the page, you"),
    ("user", 13.0, 14.2, False, "Can I interrupt you?"),
    ("assistant", 14.7, 23.0, False, "Yes, just start to speak. I stop within about a third of a second and listen."),
)
LENGTH_S = 23.5
PEAKS_PER_SECOND = 20


def talk(id_: str, title: str, language: str, started: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
    return {
        "id": id_,
        "status": "ended",
        "language": language,
        "persona_id": "echosphere",
        "persona_name": "EchoSphere",
        "recorded": True,
        "consented_at": None,
        "created_at": started,
        "started_at": started,
        "ended_at": started,
        "duration_s": LENGTH_S,
        "end_reason": "hung_up",
        "failure_reason": None,
        "title": title,
        "message_count": len(LINES),
        **fields,
    }


TALKS = [
    talk("s1", "What is the purpose of this?", "en-US", "2026-11-20T14:02:00.000Z"),
    talk("s2", "返品の手続きについて教えてください", "ja-JP", "2026-11-20T13:40:00.000Z", recorded=False),
    talk("s3", "Quero trocar o endereço de entrega", "pt-BR", "2026-11-19T09:12:00.000Z", status="failed"),
]
MESSAGES = [
    {
        "id": f"m{number}",
        "role": role,
        "text": text,
        "started_s": started_s,
        "ended_s": ended_s,
        "interrupted": interrupted,
        "via": "voice",
    }
    for number, (role, started_s, ended_s, interrupted, text) in enumerate(LINES)
]
TURNS = [
    {
        "id": f"m{asked}",
        "answer_ids": [f"m{asked + 1}"],
        "via": "voice",
        "heard_from_s": LINES[asked][1],
        "heard_until_s": LINES[asked][2],
        "understood_s": LINES[asked][2] + 0.26,
        "decided_s": LINES[asked][2] + 0.41,
        "thinking_from_s": LINES[asked][2] + 0.27,
        "thought_s": LINES[asked][2] + 0.39,
        "voicing_from_s": LINES[asked][2] + 0.41,
        "voiced_s": LINES[asked][2] + 0.5,
        "answered_s": LINES[asked + 1][1],
        "answered_until_s": LINES[asked + 1][2],
        "voice_to_voice_s": round(LINES[asked + 1][1] - LINES[asked][2], 3),
        "hearing_s": 0.26,
        "deciding_s": 0.41,
        "thinking_s": 0.12,
        "voicing_s": 0.09,
        "interrupted": LINES[asked + 1][3],
        "incidents": [],
    }
    for asked in (1, 3)
]


def cost(*micros: int) -> dict[str, Any]:
    lines = [
        {"part": part, "provider": provider, "model": "", "usd_micros": each, "is_sure": True, "sources": []}
        for part, provider, each in zip(("ears", "brain", "voice"), ("local", "local", "local"), micros, strict=True)
    ]
    return {"usd_micros": sum(micros), "is_whole": True, "is_sure": False, "lines": lines}


USAGE = {
    "uses": [],
    "listened_s": LENGTH_S,
    "participant_s": 2 * LENGTH_S,
    "recorded_s": LENGTH_S,
    "made_minutes": 1.6,
    "stored_bytes": 900_000,
    "host": "home",
    "region": "ap-northeast-1",
    "cost": cost(0, 0, 0),
    "on_aws": cost(9_400, 190, 3_120),
}
EVALUATION = {
    "status": "judged",
    "judge": {"name": "rules", "kind": "rules", "version": "1"},
    "changed_at": "2026-11-20T14:03:00.000Z",
    "messages": len(LINES),
    "scores": [
        {"metric": metric, "value": value, "reason": reason, "message_ids": quoted}
        for metric, value, reason, quoted in (
            ("faithfulness", None, "There are no instructions to hold it to.", []),
            ("goal_completion", 5, "Both questions were answered.", ["m2", "m4"]),
            ("response_relevance", 4, "The answers speak of what was asked.", []),
        )
    ],
    "overall": 4.5,
    "flags": [],
    "failure": None,
}
FEEDBACK = {
    "mine": {"thumb": "down", "note": "It talked for too long.", "changed_at": "2026-11-20T14:10:00.000Z"},
    "others": [{"thumb": "up", "note": "It gave way at once.", "changed_at": "2026-11-20T14:05:00.000Z"}],
}
PERSONA = {
    "id": "echosphere",
    "name": "EchoSphere",
    "languages": ["ja-JP", "en-US", "pt-BR"],
    "instructions": "",
    "recorded": True,
    "built_in": True,
    "created_at": None,
    "changed_at": None,
}
PART = {"attempt": 1, "kind": "audio", "offset_s": 0.0, "duration_s": LENGTH_S}
RECORDING = {
    "status": "ready",
    "percent": None,
    "missing": [],
    "parts": [{**PART, "status": "ready", "failure": None, "failure_words": None}],
}
PLAYABLE = {
    **PART,
    "master_url": "/media/master.m3u8",
    "signed_master_url": "/media/master.m3u8",
    "peaks_url": "/media/peaks.json",
    "captions_url": None,
    "mix_url": "/media/mix.m4a",
    "dual_url": "/media/mix.m4a",
    "sprite_url": None,
    "poster_url": None,
}
PLAYBACK = {"expires_at": "2126-11-20T00:00:00.000Z", "signed_query": "", "parts": [PLAYABLE]}


def peaks() -> dict[str, Any]:
    return {
        "version": 1,
        "peaks_per_second": PEAKS_PER_SECOND,
        "person": _loudness("user"),
        "agent": _loudness("assistant"),
    }


def _loudness(side: str) -> list[int]:
    spoken = [(started_s, ended_s) for role, started_s, ended_s, _, _ in LINES if role == side]
    moments = [step / PEAKS_PER_SECOND for step in range(round(LENGTH_S * PEAKS_PER_SECOND))]
    return [(index * 37 % 40 + 20) * any(a <= at < b for a, b in spoken) for index, at in enumerate(moments)]


ME = {
    "person_id": "me",
    "workspace": {"id": "w1", "name": "personal", "role": "admin"},
    "recording_consent_needed": False,
}
COPY = {
    "status": "ready",
    "asked_at": "2026-11-20T14:30:00.000Z",
    "expires_at": "2026-11-27T14:30:00.000Z",
    "talks": len(TALKS),
    "files": [{"name": "echosphere-001.json", "url": "/media/export-1/echosphere-001.json"}],
}
PASS = {"livekit_url": "ws://localhost:1", "token": "t", "token_expires_at": "2126-11-20T00:00:00.000Z"}
ANSWERS: dict[str, object] = {
    "/api/me": ME,
    "/api/me/export": COPY,
    "/api/usage": days(),
    "/api/personas": {"items": [PERSONA], "next_cursor": None},
    "/api/sessions": {"items": TALKS, "next_cursor": None},
    **{f"/api/sessions/{one['id']}": one for one in TALKS},
    "/api/sessions/s1/messages": {"items": MESSAGES, "next_cursor": None},
    "/api/sessions/s1/turns": {"items": TURNS, "next_cursor": None},
    "/api/sessions/s1/usage": USAGE,
    "/api/sessions/s1/evaluation": EVALUATION,
    "/api/sessions/s1/feedback": FEEDBACK,
    "/api/sessions/s1/recording": RECORDING,
    "/api/sessions/s1/playback": PLAYBACK,
    "/api/sessions/s1/links": {"items": [], "next_cursor": None},
    "/api/sessions/s1/speakers": {"items": []},
    "/media/peaks.json": peaks(),
}
