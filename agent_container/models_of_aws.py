"""Imported by LiveKit's fork server, once for all job processes: what AWS's services can do, which clients are made of.

Each session of botocore's reads it anew: for the two of a job process a twelfth of a second, and 20 MB.
"""

from functools import cache

import botocore.session

SERVICES = ("dynamodb", "events")

botocore.session.create_loader = cache(botocore.session.create_loader)  # it keeps what it has read
for service in SERVICES:
    # Asks for nothing and nobody's keys, and is thrown away.
    botocore.session.get_session().create_client(
        service,
        region_name="us-east-1",
        aws_access_key_id="nobody",
        aws_secret_access_key="nothing",  # noqa: S106  # opens nothing
    )
