"""The agent's network: public subnets only. A NAT gateway costs each hour, also when nobody talks; a task with its own
address and a closed security group is as unreachable from outside."""

from aws_cdk import aws_ec2 as ec2
from constructs import Construct

from stacks.findings import accept


def agent_network(scope: Construct) -> ec2.Vpc:
    vpc = ec2.Vpc(
        scope,
        "Network",
        max_azs=2,
        nat_gateways=0,
        subnet_configuration=[ec2.SubnetConfiguration(name="public", subnet_type=ec2.SubnetType.PUBLIC)],
        restrict_default_security_group=False,
    )
    # Free, and it keeps the table's traffic off the internet.
    vpc.add_gateway_endpoint("Table", service=ec2.GatewayVpcEndpointAwsService.DYNAMODB)
    accept(vpc, {"VPC7": "nothing listens in this network, and logging each voice packet costs more than the talks"})
    return vpc
