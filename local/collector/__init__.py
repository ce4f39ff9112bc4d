"""Plays the collector beside the agent, and whoever keeps traces: takes OTLP over HTTP, and keeps a file for each."""
