"""What the account may run at once, against what the stage asks for; what else runs there is not known."""

from collections.abc import Iterator

from deploy.finding import Finding, ok, wrong
from deploy.preflight.aws import Aws, ask
from stacks.stage import Stage

# "Fargate On-Demand vCPU resource count", in Service Quotas.
FARGATE_VCPU = {"ServiceCode": "fargate", "QuotaCode": "L-3032A538"}
CPU_UNITS = 1024
# During a deploy the new tasks stand beside the old ones (stacks/agent.py).
SIDE_BY_SIDE = 2
# All queues together take somewhat less, whatever waits in them (stacks/work_queue.py); what is left answers people.
LEAST_CONCURRENCY = 50
ASK_FOR_MORE = "ask for more in Service Quotas, which costs nothing"


def fargate(stage: Stage, aws: Aws) -> Iterator[Finding]:
    what = "Fargate's vCPUs"

    def question() -> Finding:
        granted = aws.client("service-quotas").get_service_quota(**FARGATE_VCPU)["Quota"]["Value"]
        wanted = SIDE_BY_SIDE * stage.agent_count * stage.agent_cpu / CPU_UNITS
        says = f"the agent takes {wanted:g} of {granted:g} while it is deployed"
        if wanted > granted:
            return wrong(what, f"{says}: {ASK_FOR_MORE}, or lower agent_count or agent_cpu")
        return ok(what, says)

    yield ask(what, question)


def functions(stage: Stage, aws: Aws) -> Iterator[Finding]:
    what = "functions at once"

    def question() -> Finding:
        granted = aws.client("lambda").get_account_settings()["AccountLimit"]["ConcurrentExecutions"]
        if granted < LEAST_CONCURRENCY:
            return wrong(what, f"{granted} in {stage.region}, {LEAST_CONCURRENCY} are wanted: {ASK_FOR_MORE}")
        return ok(what, f"{granted} in {stage.region}")

    yield ask(what, question)
