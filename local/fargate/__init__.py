"""Plays ECS and Fargate for the agent: the deployed task definition, run as a process with its roles' credentials."""
