"""A talk without a room: what LiveKit gives a job, as far as behaviours use it."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import cast

from livekit import rtc
from livekit.agents import AgentSession, JobContext, inference, llm, stt, tts
from livekit.agents.voice import io

from agent_container.bridge import Bridge
from agent_container.message_writer import MessageWriter
from agent_container.meter import Meter
from agent_container.provider_settings import Part
from agent_container.readiness import Readiness
from agent_container.records import write_down
from agent_container.settings import AgentSettings
from agent_container.talk import Talk
from echosphere.domain.language import Language
from echosphere.domain.persona import built_in_persona
from echosphere.services.activate_session import activate_session
from tests.unit.services.stage import Stage, set_stage

NEVER_S = 3600.0


@dataclass(frozen=True, slots=True)
class Participant:
    identity: str
    attributes: dict[str, str] = field(default_factory=dict)
    kind: rtc.ParticipantKind.ValueType = rtc.ParticipantKind.PARTICIPANT_KIND_STANDARD


class Written:
    """A line that is shown to everybody."""

    def __init__(self, shown: list[tuple[str, str]], speaker: str) -> None:
        self._shown = shown
        self._speaker = speaker

    async def write(self, text: str) -> None:
        self._shown.append((self._speaker, text))

    async def aclose(self) -> None: ...


@dataclass
class Myself:
    """The agent, as its room knows it."""

    identity: str = "agent-1"
    attributes: dict[str, str] = field(default_factory=dict)
    shown: list[tuple[str, str]] = field(default_factory=list)

    async def stream_text(self, *, sender_identity: str, **_: object) -> Written:
        return Written(self.shown, sender_identity)

    async def set_attributes(self, attributes: dict[str, str]) -> None:
        self.attributes |= attributes


class Room(rtc.EventEmitter[str]):
    def __init__(self) -> None:
        super().__init__()
        self.local_participant = Myself()
        self.remote_participants: dict[str, Participant] = {}
        self.is_recording = False

    def come(
        self, identity: str, kind: rtc.ParticipantKind.ValueType = rtc.ParticipantKind.PARTICIPANT_KIND_STANDARD
    ) -> None:
        self.remote_participants[identity] = Participant(identity, kind=kind)
        self.emit("participant_connected", self.remote_participants[identity])

    def say_of(self, identity: str, attribute: str) -> None:
        self.remote_participants[identity].attributes[attribute] = "true"
        self.emit("participant_attributes_changed", {attribute: "true"}, self.remote_participants[identity])

    def begin_to_record(self) -> None:
        self.is_recording = True
        self.emit("room_updated")

    def leave(self, identity: str) -> None:
        self.emit("participant_disconnected", self.remote_participants.pop(identity))


@dataclass(frozen=True, slots=True)
class JobDescription:
    id: str = "AJ_1"


@dataclass
class Job:
    room: Room = field(default_factory=Room)
    job: JobDescription = field(default_factory=JobDescription)
    shutdown_callbacks: list[Callable[[], Coroutine[None, None, None]]] = field(default_factory=list)
    deleted_rooms: int = 0
    shutdown_reason: str | None = None

    def add_shutdown_callback(self, callback: Callable[[], Coroutine[None, None, None]]) -> None:
        self.shutdown_callbacks.append(callback)

    def delete_room(self) -> None:
        self.deleted_rooms += 1

    def shutdown(self, reason: str) -> None:
        self.shutdown_reason = reason

    async def shut_down(self) -> None:
        for callback in self.shutdown_callbacks:
            await callback()


class Voiceless:
    """Providers of which nothing is asked."""

    is_closed = False

    def __init__(self) -> None:
        self.meter = Meter()
        self.names: dict[Part, str] = {"ears": "none", "brain": "local", "voice": "aws neural"}
        self._tell: Callable[[], None] = lambda: None
        self.fall_back: Callable[[], None] = lambda: None

    def prewarm(self) -> None: ...

    def greeting(self, language: Language) -> str:
        return "greeting"

    def recogniser(self, language: Language) -> stt.STT[str] | None:
        raise NotImplementedError(language)

    def brain(self, language: Language) -> llm.LLM[str]:
        raise NotImplementedError(language)

    def voice(self, language: Language) -> tts.TTS[str]:
        raise NotImplementedError(language)

    def speaks(self, language: Language) -> None: ...

    def serving(self) -> dict[Part, str]:
        return dict(self.names)

    def when_another_serves(self, tell: Callable[[], None]) -> None:
        self._tell = tell

    def when_one_falls_back(self, tell: Callable[[], None]) -> None:
        self.fall_back = tell

    def change(self, part: Part, name: str) -> None:
        self.names[part] = name
        self._tell()

    async def aclose(self) -> None: ...

    def close(self) -> None:
        self.is_closed = True


class Loudspeaker(io.AudioOutput):
    """Plays nothing; `is_held` is what LiveKit's own calls paused."""

    def __init__(self) -> None:
        super().__init__(label="loudspeaker", capabilities=io.AudioOutputCapabilities(pause=True))
        self.is_held = False

    def pause(self) -> None:
        self.is_held = True

    def resume(self) -> None:
        self.is_held = False

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        raise NotImplementedError(frame)

    def flush(self) -> None: ...

    def clear_buffer(self) -> None: ...


class Spoken(AgentSession[None]):
    """Notes what it is told to say."""

    def __init__(self) -> None:
        super().__init__(turn_handling={"turn_detection": "manual"}, vad=None)
        self.loudspeaker = Loudspeaker()
        self.output.audio = self.loudspeaker
        self.said: list[str] = []

    def say(self, text: str, **_: object) -> None:  # type: ignore[override]  # the handle is of no use here
        self.said.append(text)

    async def interrupt(self, **_: object) -> None:  # type: ignore[override]  # returns a future there
        self.said.append("…")


@dataclass(frozen=True)
class Scene:
    stage: Stage
    job: Job
    talk: Talk
    spoken: Spoken

    @property
    def person(self) -> str:
        return self.talk.session.participant_identity


def set_scene(*, return_grace_s: float = NEVER_S, is_return: bool = False, is_recorded: bool = True) -> Scene:
    """An active talk with its person in the room. Wants a running loop."""
    scene = set_empty_scene(return_grace_s=return_grace_s, is_return=is_return)
    active = activate_session(scene.stage.ports, scene.talk.session.id)
    scene.talk.session = replace(active, recorded=is_recorded)
    scene.job.room.come(scene.person)
    return scene


def set_empty_scene(*, return_grace_s: float = NEVER_S, is_return: bool = False) -> Scene:
    """A pending talk whose person has not come yet. Wants a running loop."""
    stage, job, spoken = set_stage(), Job(), Spoken()
    bridge = Bridge("test")
    talk = Talk(
        session=stage.session,
        persona=built_in_persona(stage.session.workspace_id),
        is_return=is_return,
        job=cast("JobContext", job),
        ready=Readiness(
            settings=some_settings(return_grace_s=return_grace_s),
            ports=stage.ports,
            providers=Voiceless(),
            vad=inference.VAD(),
            bridge=bridge,
        ),
        agent_session=spoken,
        messages=MessageWriter(lambda record: bridge.run(write_down, stage.ports, record)),
    )
    return Scene(stage, job, talk, spoken)


def some_settings(**changes: object) -> AgentSettings:
    fields = {
        "table_name": "table",
        "bus_name": "bus",
        "livekit_url": "ws://127.0.0.1:7880",
        "livekit_api_key": "key",
        "livekit_api_secret": "secret",
        "agent_name": "echosphere",
        "agent_health_port": 8081,
        "providers": "local",
        "stage": "test",
    }
    return AgentSettings(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name
