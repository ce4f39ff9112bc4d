import json
from pathlib import Path

import pytest
from ministack import app
from ministack.core import persistence

from local.ministack.patches import large_bytes_as_files

pytestmark = pytest.mark.unit

ARCHIVE = bytes(1024 * 1024)


def written(folder: Path) -> str:
    return json.dumps({"_zip_data": ARCHIVE}, default=persistence._json_default)


def test_stock_ministack_writes_an_archive_into_its_state(tmp_path: Path) -> None:
    assert len(written(tmp_path)) > len(ARCHIVE)


def test_the_state_holds_an_archives_name_and_finds_it_again(tmp_path: Path) -> None:
    large_bytes_as_files.apply()

    text = written(tmp_path)

    assert len(text) < 200
    assert json.loads(text, object_hook=persistence._json_object_hook) == {"_zip_data": ARCHIVE}


def test_small_bytes_stay_in_the_state(tmp_path: Path) -> None:
    large_bytes_as_files.apply()

    text = json.dumps({"body": b"small"}, default=persistence._json_default)

    assert json.loads(text, object_hook=persistence._json_object_hook) == {"body": b"small"}
    assert not list(tmp_path.rglob("large/*"))


def test_an_archive_that_no_state_names_any_more_is_deleted_at_the_next_start(tmp_path: Path) -> None:
    large_bytes_as_files.apply()
    written(tmp_path)

    app._load_persisted_state()

    assert not list(tmp_path.rglob("large/*"))
