"""The dashboard and the page ask for what there is: a name with a slip of the pen would draw nothing, for ever."""

import json
import re
from pathlib import Path

import pytest

from agent_container.figures.table import FIGURES
from tests.unit.agent_container.figures.names import names_told

pytestmark = pytest.mark.unit
ROOT = Path(__file__).parents[4]
DOCS = ROOT / "docs"
NAME = re.compile(r"\b(?:echosphere|lk_agents)_[a-z0-9_]+")


def expressions() -> list[str]:
    board = json.loads((DOCS / "grafana" / "echosphere.json").read_text())
    return [target["expr"] for panel in board["panels"] for target in panel["targets"]]


def test_each_name_on_the_dashboard_is_one_that_a_worker_answers_with() -> None:
    asked = {name for expression in expressions() for name in NAME.findall(expression)}

    assert len(asked) >= len(FIGURES) and asked <= names_told()


def test_what_a_worker_tells_is_on_the_dashboard() -> None:
    drawn = " ".join(expressions())

    assert not [name for name in FIGURES if name not in drawn]


def test_a_metric_that_is_summed_up_from_logs_is_one_that_functions_write() -> None:
    sought = {name for expression in expressions() for name in re.findall(r'\|= "([^"]+)"', expression)}
    code = "".join(path.read_text() for path in (ROOT / "echosphere" / "adapters").glob("*.py"))

    assert sought == {"aws.cost.daily"} and all(f'"{name}"' in code for name in sought)


def test_each_label_that_is_asked_for_is_one_of_that_figure() -> None:
    for expression in expressions():
        for name, figure in FIGURES.items():
            if name in expression:
                grouped = {label for group in re.findall(r"by \(([^)]*)\)", expression) for label in group.split(", ")}
                assert grouped <= {*figure.labels, "le", "instance"}, expression


def test_the_page_tells_of_every_figure_and_of_no_other() -> None:
    told = set(re.findall(r"`(echosphere_[a-z_]+)`", (DOCS / "watch.md").read_text()))
    names = {re.sub(r"_(bucket|count|sum|created)$", "", name) for name in names_told()}

    assert told == {name for name in names if name in FIGURES or f"{name}_total" not in FIGURES}
