"""What `cdk deploy` would send, read as plain JSON: the tests ask the templates, not the code that wrote them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
# Neither the default nor the emulator's: what is written down somewhere shows.
REGION = "eu-central-1"
OWN_NAME = {
    "page_origin": "https://talk.example.com",
    "page_certificate_arn": "arn:aws:acm:us-east-1:123456789012:certificate/page",
}
# A chain for each part, of which one asks nothing of AWS, and a judge that is not of AWS either.
CHAINS = {
    "agent_ears": "deepgram, aws",
    "agent_brain": "openai",
    "agent_languages": "ja-JP, en-US",
    "agent_temperature": 0.2,
    "judge": "openai",
    "judge_model": "gpt-4.1",
    "judge_secret_arn": f"arn:aws:secretsmanager:{REGION}:123456789012:secret:judge-AbCdEf",
    "provider_models": {"openai": {"brain": "gpt-4.1"}},
    "provider_voices": {"aws": {"ja-JP": "Takumi"}},
    "provider_secret_arns": {
        "deepgram": f"arn:aws:secretsmanager:{REGION}:123456789012:secret:deepgram-AbCdEf",
        "openai": f"arn:aws:secretsmanager:{REGION}:123456789012:secret:openai-AbCdEf",
    },
}
# Where AWS takes a firewall of CloudFront's, wherever all else stands.
FIREWALL = {"firewall_region": "us-east-1"}
WATCHED = {"alarm_email": "operations@example.com", "monthly_budget_usd": 200}
GOOGLE = {"google_client_id": "page.apps.example.com", "google_secret_arn": "arn:aws:secretsmanager:::secret:google"}

type Properties = Mapping[str, Any]


@dataclass(frozen=True)
class Template:
    name: str
    text: str
    resources: Mapping[str, Mapping[str, Any]]
    outputs: Mapping[str, Any]

    def of_type(self, kind: str) -> dict[str, Properties]:
        return {key: one.get("Properties", {}) for key, one in self.resources.items() if one["Type"] == kind}

    def only(self, kind: str) -> Properties:
        (properties,) = self.of_type(kind).values()
        return properties


@dataclass(frozen=True)
class Assembly:
    folder: Path
    stacks: Mapping[str, Template]

    def __getitem__(self, concern: str) -> Template:
        return self.stacks[concern]

    def of_type(self, kind: str) -> Iterator[tuple[str, Properties]]:
        for stack in self.stacks.values():
            yield from stack.of_type(kind).items()


def start_synthesis(folder: Path, *, stage: str, **overrides: object) -> "subprocess.Popen[str]":
    """In an environment that holds nothing: no credentials, no region, no home."""
    site = folder / "site" / "assets"
    site.mkdir(parents=True)
    (site / "page-1.js").write_text("")
    (site.parent / "index.html").write_text("<!doctype html>")
    context = {
        **json.loads((ROOT / "cdk.json").read_text())["context"],
        "stage": stage,
        "site_folder": str(site.parent),
        # The layer's packages come over the network; what is in the layer is not what the templates say.
        "aws:cdk:bundling-stacks": [],
        **overrides,
    }
    environment = {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.defpath]),
        "CDK_CONTEXT_JSON": json.dumps(context),
        "CDK_OUTDIR": str(folder / "cdk.out"),
    }
    return subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finish_synthesis(folder: Path, synthesis: "subprocess.Popen[str]") -> Assembly:
    said, _ = synthesis.communicate()
    assert synthesis.returncode == 0, said
    paths = sorted((folder / "cdk.out").glob("*.template.json"))
    return Assembly(folder / "cdk.out", {path.name.split(".")[0].split("-")[2]: _read(path) for path in paths})


def _read(path: Path) -> Template:
    text = path.read_text()
    body = json.loads(text)
    return Template(path.name.split(".")[0], text, body["Resources"], body["Outputs"])
