"""The playlists of a folder, judged by three: npm's hls-parser, the product's own rules, and the files beside them.

None is enough alone: hls-parser accepts an EXTINF without an address, and no judge of texts knows what is stored.
"""

import json
import subprocess
from pathlib import Path

from echosphere.domain import hls
from echosphere.domain.hls_faults import fault_of_master, fault_of_segments

CHECK = Path(__file__).with_name("check_playlists.mjs")


def faults(folder: Path) -> dict[str, dict[str, str]]:
    """What each judge says, by the playlist's name; nothing of those that all accept."""
    paths = sorted(folder.rglob("*.m3u8"))
    assert paths, folder
    judges = {"hls-parser": _by_hls_parser(paths), "rules": _by_rules(paths), "files": _by_files(paths)}
    names = {path: str(path.relative_to(folder)) for path in paths}
    found = {names[path]: {judge: said[path] for judge, said in judges.items() if path in said} for path in paths}
    return {name: said for name, said in found.items() if said}


def _by_hls_parser(paths: list[Path]) -> dict[Path, str]:
    command = ["node", str(CHECK), *map(str, paths)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # our own script
    return {Path(path): words for path, words in json.loads(ran.stdout).items()}


def _by_rules(paths: list[Path]) -> dict[Path, str]:
    texts = {path: path.read_text() for path in paths}
    said = {
        path: fault_of_master(text) if hls.is_master(text) else fault_of_segments(text) for path, text in texts.items()
    }
    return {path: words for path, words in said.items() if words}


def _by_files(paths: list[Path]) -> dict[Path, str]:
    absent = {path: [name for name in _named(path.read_text()) if not (path.parent / name).is_file()] for path in paths}
    return {path: f"not there: {', '.join(names)}" for path, names in absent.items() if names}


def _named(playlist: str) -> list[str]:
    return hls.playlists(playlist) if hls.is_master(playlist) else hls.segments(playlist)
