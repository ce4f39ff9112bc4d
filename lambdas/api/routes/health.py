from fastapi import APIRouter

from lambdas.http.answers import HealthAnswer

router = APIRouter(tags=["health"])


@router.get("/health")
def read() -> HealthAnswer:
    """Public. Says that requests arrive here, and asks nobody else."""
    return HealthAnswer()
