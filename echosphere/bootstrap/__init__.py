"""Chooses the adapters of a process: called once for each cold start or agent process, never at import.

One module for each kind of process, because each has the libraries of its own adapters alone.
"""
