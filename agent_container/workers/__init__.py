"""Processes of their own, each around one native library. They import nothing else of the agent."""
