"""Which addresses CloudFront answers with the page, and which with a file: the function itself is run, by Node."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit

PAGE_ROUTES = Path(__file__).parents[3] / "stacks" / "page_routes.js"
PAGE = "/index.html"
EXPECTED = {
    "/": PAGE,
    "/callback": PAGE,
    "/sessions": PAGE,
    "/sessions/42": PAGE,
    "/sessions/42/": PAGE,
    # An id may hold a dot, and may look like a file.
    "/sessions/4.2": PAGE,
    "/sessions/notes.js": PAGE,
    "/assetsofmine": PAGE,
    "/assets/x.js": "/assets/x.js",
    "/assets/fonts/x.woff2": "/assets/fonts/x.woff2",
    "/assets/no-ending": "/assets/no-ending",
    "/index.html": "/index.html",
    "/config.json": "/config.json",
    "/favicon.svg": "/favicon.svg",
}
RUN = "const uris = {}; process.stdout.write(JSON.stringify(uris.map(uri => handler({{request: {{uri}}}}).uri)));"


def test_an_address_of_the_page_is_served_by_index_html_and_a_file_by_itself() -> None:
    node = Path(sys.executable).with_name("node")
    program = PAGE_ROUTES.read_text() + RUN.format(json.dumps(list(EXPECTED)))

    said = subprocess.run([node, "-e", program], check=True, capture_output=True, text=True, timeout=30).stdout  # noqa: S603  # our own function

    assert dict(zip(EXPECTED, json.loads(said), strict=True)) == EXPECTED


def test_the_function_fits_into_cloudfronts_limit() -> None:
    assert PAGE_ROUTES.stat().st_size < 10 * 1024
