from echosphere.domain.usage import JobUsage
from echosphere.ports import Ports


def record_usage(ports: Ports, usage: JobUsage) -> None:
    """Again when the job has used more. Raises SessionNotFound."""
    ports.usage.put(usage)
