"""A copy of all that is kept of a person: nothing is missing, nothing of others is in it, a kill costs only time."""

import json
from typing import Any

import pytest

from echosphere.adapters.memory.directory import MemoryDirectory
from echosphere.adapters.memory.playback_signer import MemoryPlaybackSigner
from echosphere.domain.errors import DirectoryUnavailable, NotFound
from echosphere.domain.events import ExportAsked, PersonLeft
from echosphere.domain.export import KEPT, MADE_WITHIN, Export
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.message import ToolResult
from echosphere.domain.recording import RecordingKind, RecordingStatus, Rendition
from echosphere.domain.turn import Incident
from echosphere.domain.workspace import Member
from echosphere.services import export_person as exporting
from echosphere.services.ask_for_export import ask_for_export, read_export
from echosphere.services.enter_workspace import enter_workspace
from echosphere.services.export_person import ExportPorts, export_person
from echosphere.services.forget_person import forget_person
from echosphere.services.leave import leave
from tests.examples import (
    a_feedback,
    a_message,
    a_persona,
    a_recording,
    a_session,
    a_turn,
    a_usage,
    a_verdict,
    an_evaluation,
)
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit
PERSON, TALKS = "person-1", 60
HD = Rendition(name="audio", kind=RecordingKind.AUDIO, bits_per_second=64_000, path="x")


class Scene:
    """A person with talks, the newest of them recorded, in a workspace with somebody else's talk."""

    def __init__(self) -> None:
        self.stage: Stage = set_stage()
        self.directory = MemoryDirectory({PERSON: {"email": "mina@example.com"}})
        self.member: Member = enter_workspace(self.stage.ports, PERSON)
        for number in range(TALKS):
            self.talk(PERSON, f"key-{number:04}", title=f"Talk {number}")
        self.talk("person-2", "key-0001", title="Somebody else's")
        self.stage.ports.personas.create(a_persona(workspace_id=self.member.workspace_id), key=a_key("persona-1"))

    def talk(self, person_id: str, key: str, title: str) -> None:
        session = a_session(id=new_id(), workspace_id=self.member.workspace_id, person_id=person_id, title=title)
        self.stage.ports.sessions.create(session, key=IdempotencyKey(scope=person_id, value=key, request="start"))
        results = (ToolResult("look_up", "It opens at nine."),)
        self.stage.ports.sessions.add_message(a_message(session, text=f"Of {title}", tool_results=results))
        self.stage.ports.turns.put(a_turn(session, incidents=(Incident.APOLOGISED,)))
        self.stage.ports.usage.put(a_usage(session))
        self.stage.ports.feedback.put(a_feedback(session))
        recording = a_recording(session, status=RecordingStatus.READY, renditions=(HD,))
        self.stage.ports.recordings.create(recording)
        asked = an_evaluation(session)
        self.stage.ports.evaluations.save(asked.settle(a_verdict(), messages=1, at=asked.changed_at), was=None)
        for name in ("mix.m4a", "hls/audio_00001.ts"):
            self.stage.ports.media.put(f"{recording.media_prefix}{name}", b"sound", content_type="audio/mp4")

    def asked(self) -> ExportAsked:
        return [event for event in self.stage.bus.published if isinstance(event, ExportAsked)][-1]

    def make_part(self) -> bool:
        ports = ExportPorts(
            backend=self.stage.ports,
            directory=self.directory,
            signer=MemoryPlaybackSigner(),
            page_origin="https://talk.example.com",
        )
        return export_person(ports, self.asked(), time_is_up=lambda: True)

    def make_all(self) -> Export:
        ask_for_export(self.stage.ports, self.member)
        while not self.make_part():
            pass
        return read_export(self.stage.ports, self.member)

    def files(self) -> list[str]:
        return [each.key for each in self.stage.ports.media.list("media/export-")]

    def parts(self) -> list[dict[str, Any]]:
        return [json.loads(self.stage.ports.media.get(key) or b"") for key in self.files()]


def a_key(value: str) -> IdempotencyKey:
    return IdempotencyKey(scope=PERSON, value=value, request="make")


def test_a_copy_holds_each_talk_of_the_person_once_and_nobody_elses() -> None:
    scene = Scene()

    export = scene.make_all()

    titles = [talk["title"] for part in scene.parts() for talk in part["talks"]]
    assert sorted(titles) == sorted(f"Talk {number}" for number in range(TALKS))
    assert (export.is_ready, export.parts, export.talks) == (True, 3, TALKS)


def test_what_tools_gave_for_a_message_is_in_the_copy_with_it() -> None:
    scene = Scene()
    scene.make_all()

    (message,) = scene.parts()[0]["talks"][0]["messages"]

    assert message["tool_results"] == [{"tool": "look_up", "result": "It opens at nine."}]


def test_it_says_who_the_person_is_what_was_said_and_where_what_was_recorded_is_fetched() -> None:
    scene = Scene()
    export = scene.make_all()

    first, *others = scene.parts()
    (recording,) = first["talks"][0]["recordings"]

    assert first["person"] == {"id": PERSON, "profile": {"email": "mina@example.com"}}
    assert (first["workspace"]["role"], len(first["personas"])) == ("admin", 1)
    assert first["talks"][0]["messages"][0]["text"] == f"Of {first['talks'][0]['title']}"
    (turn,) = first["talks"][0]["turns"]
    assert (turn["answered_s"], turn["incidents"]) == (3.25, ["apologised"])
    (usage,) = first["talks"][0]["usage"]
    assert [use["part"] for use in usage["uses"]] == ["ears", "brain", "voice"]
    (file,) = recording["files"]
    assert file["address"].startswith(f"https://talk.example.com/{file['name']}?Policy=") and file["size_bytes"] == 5
    assert f"/playback/1/master.m3u8?Policy={export.expires_at.timestamp():.0f}" in recording["play"]
    (evaluation,) = first["talks"][0]["evaluations"]
    assert evaluation["scores"][0]["reason"] == "It was said so." and evaluation["judge"]["name"] == "rules"
    assert first["talks"][0]["feedback"][0]["note"] == "It knew what it sells."
    assert len(first["feedback"]) == TALKS
    assert all("person" not in part for part in others)


def test_a_part_ends_where_a_browser_still_opens_it(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Scene()
    monkeypatch.setattr(exporting, "TALKS_A_PAGE", 10)
    monkeypatch.setattr(exporting, "PART_BYTES", 1)
    ask_for_export(scene.stage.ports, scene.member)

    scene.make_part()

    assert len(scene.parts()[0]["talks"]) <= 10


def test_who_asks_while_a_copy_is_made_gets_that_one_and_after_some_hours_another() -> None:
    scene = Scene()
    first = ask_for_export(scene.stage.ports, scene.member)

    assert ask_for_export(scene.stage.ports, scene.member) == first
    scene.stage.clock.advance(MADE_WITHIN.total_seconds())
    assert ask_for_export(scene.stage.ports, scene.member).id != first.id


def test_a_new_copy_takes_the_place_of_the_one_before() -> None:
    scene = Scene()
    first = scene.make_all()

    second = scene.make_all()

    assert first.id != second.id
    assert scene.files() == [second.part_key(part) for part in range(1, second.parts + 1)]


def test_a_part_that_was_cut_off_is_made_again_and_told_twice_is_made_once() -> None:
    scene = Scene()
    ask_for_export(scene.stage.ports, scene.member)
    scene.directory.is_down = True
    with pytest.raises(DirectoryUnavailable):
        scene.make_part()
    scene.directory.is_down = False

    while not scene.make_part():
        pass

    assert scene.make_part()
    assert len(scene.files()) == 3


def test_a_copy_is_found_for_a_week() -> None:
    scene = Scene()
    with pytest.raises(NotFound):
        read_export(scene.stage.ports, scene.member)
    export = scene.make_all()

    assert read_export(scene.stage.ports, scene.member) == export
    scene.stage.clock.advance(KEPT.total_seconds())
    with pytest.raises(NotFound):
        read_export(scene.stage.ports, scene.member)


class Leaving(MemoryDirectory):
    """In the middle of a part, all of the person is deleted."""

    def __init__(self, stage: Stage) -> None:
        super().__init__({PERSON: {}})
        self._stage = stage

    def profile(self, person_id: str) -> dict[str, str] | None:
        leave(self._stage.ports, person_id)
        left = self._stage.bus.published[-1]
        assert isinstance(left, PersonLeft)
        assert forget_person(self._stage.ports, MemoryDirectory(), left, time_is_up=lambda: False)
        return None


def test_nothing_of_a_copy_outlives_its_person_not_even_the_part_that_is_just_being_made() -> None:
    scene = Scene()
    scene.make_all()
    ask_for_export(scene.stage.ports, scene.member)
    asked = scene.asked()
    scene.directory = Leaving(scene.stage)

    assert scene.make_part()

    assert scene.files() == [] and scene.asked() == asked
