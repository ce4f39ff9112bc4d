from pathlib import Path

import pytest

from agent_container.cache import cached

pytestmark = pytest.mark.unit


@pytest.fixture(autouse=True)
def an_empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_a_file_is_made_once() -> None:
    made: list[Path] = []

    def make(path: Path) -> None:
        made.append(path)
        path.write_text("content")

    assert cached("file", make) == cached("file", make)
    assert len(made) == 1 and cached("file", make).read_text() == "content"


def test_an_unfinished_file_is_neither_seen_nor_left(tmp_path: Path) -> None:
    def fail_halfway(path: Path) -> None:
        path.write_text("half")
        raise FileNotFoundError

    with pytest.raises(FileNotFoundError):
        cached("file", fail_halfway)

    assert list(tmp_path.rglob("*")) == [tmp_path / "echosphere"]


def test_of_two_that_make_it_at_once_each_reads_a_whole_one() -> None:
    def make_slowly(path: Path) -> None:
        cached("file", make_quickly)
        path.write_text("second")

    def make_quickly(path: Path) -> None:
        path.write_text("first")

    assert cached("file", make_slowly).read_text() == "second"
