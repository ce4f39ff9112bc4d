"""`python -m local.edge HOME DISTRIBUTION_ID`, with the operator's environment: the page's address on this machine."""

import argparse
import asyncio
import os
import ssl
from pathlib import Path

import boto3
import httpx2
import uvicorn

from local.edge.api_origin import ApiCaller
from local.edge.app import Edge
from local.edge.distribution import Distribution
from local.edge.read_distribution import read_distribution
from local.edge.refuse_odd_requests import RefuseOddRequests
from local.edge.s3_origin import S3Reader
from local.edge.viewer_functions import viewer_functions
from local.installation import LOOPBACK, Installation

# API Gateway's own limit of 30 s, and a little for the way.
LONGEST_ANSWER_S = 35.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="local.edge")
    parser.add_argument("home", type=Path)
    parser.add_argument("distribution_id")
    arguments = parser.parse_args()
    installation = Installation.load(arguments.home)
    distribution = read_distribution(boto3.client("cloudfront"), arguments.distribution_id)
    asyncio.run(serve(installation, distribution))


async def serve(installation: Installation, distribution: Distribution) -> None:
    codes = [it.viewer_function for it in distribution.behaviors if it.viewer_function is not None]
    trust = ssl.create_default_context(cafile=str(installation.certificate))
    async with (
        viewer_functions(codes) as functions,
        httpx2.AsyncClient(verify=trust, timeout=LONGEST_ANSWER_S, follow_redirects=False, trust_env=False) as http,
    ):
        credentials = boto3.Session().get_credentials()
        assert credentials
        edge = Edge(
            distribution=distribution,
            origin=installation.page_origin,
            functions=functions,
            s3=S3Reader(http, address=installation.cloud_url, region=os.environ["AWS_REGION"], credentials=credentials),
            api=ApiCaller(http, address=installation.cloud_url),
        )
        config = uvicorn.Config(
            RefuseOddRequests(edge),
            host=LOOPBACK,
            port=installation.ports.edge,
            log_level="warning",
            server_header=False,
            # Each answer brings the origin's.
            date_header=False,
        )
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    main()
