"""The parts of the platform: what each is called, how it is started once the stacks are deployed, when it is ready."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from local import readiness
from local.installation import LOOPBACK, Installation
from local.outputs import Outputs


@dataclass(frozen=True, kw_only=True)
class Part:
    """`arguments` follow the home in the command of `module`; None: it needs nothing that is deployed."""

    name: str
    what: str
    module: str
    address: Callable[[Installation], str]
    answers: Callable[[Installation], bool]
    within_s: float
    arguments: Callable[[Outputs], Sequence[str]] | None = None

    @property
    def waits_for_the_deploy(self) -> bool:
        return self.arguments is not None


CLOUD = Part(
    name="cloud",
    what="AWS on this machine",
    module="local.ministack",
    address=lambda it: it.cloud_url,
    answers=readiness.cloud_answers,
    within_s=60,
)
COLLECTOR = Part(
    name="collector",
    what="traces",
    module="local.collector",
    address=lambda it: it.collector_url,
    answers=readiness.collector_answers,
    within_s=30,
    arguments=lambda _: [],
)
LIVEKIT = Part(
    name="livekit",
    what="rooms",
    module="local.livekit_server",
    address=lambda it: it.livekit_url,
    answers=readiness.livekit_answers,
    within_s=30,
    arguments=lambda outputs: [outputs.get("api", "LiveKitSecretArn"), outputs.get("web", "LiveKitWebhookUrl")],
)
EGRESS = Part(
    name="egress",
    what="LiveKit's API, and recordings",
    module="local.egress",
    address=lambda it: it.livekit_api_url,
    answers=readiness.egress_answers,
    within_s=30,
    arguments=lambda outputs: [outputs.get("api", "LiveKitSecretArn"), outputs.get("web", "LiveKitWebhookUrl")],
)
PAGE = Part(
    name="page",
    what="the page and its API",
    module="local.edge",
    address=lambda it: f"{it.page_origin}/",
    answers=lambda it: readiness.page_answers(it) and readiness.api_answers(it),
    within_s=60,
    arguments=lambda outputs: [outputs.get("web", "DistributionId")],
)
SIGN_IN = Part(
    name="sign-in",
    what="the sign-in page",
    module="local.sign_in",
    address=lambda it: it.sign_in_origin,
    answers=readiness.sign_in_answers,
    within_s=30,
    arguments=lambda _: [],
)
AGENT = Part(
    name="agent",
    what="who answers",
    module="local.fargate",
    address=lambda it: f"http://{LOOPBACK}:{it.ports.agent_health}/",
    answers=readiness.agent_answers,
    within_s=120,
    arguments=lambda outputs: [outputs.get("agent", "ClusterName"), outputs.get("agent", "ServiceName")],
)
# In the order in which a person waits for them.
PARTS = (CLOUD, COLLECTOR, LIVEKIT, EGRESS, SIGN_IN, PAGE, AGENT)


def command(part: Part, installation: Installation, outputs: Outputs) -> list[str]:
    assert part.arguments
    return [sys.executable, "-m", part.module, str(installation.home), *part.arguments(outputs)]
