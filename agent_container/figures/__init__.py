"""What the agent's process tells of itself to Prometheus: sums of all its talks, never one of them.

Each talk runs in a process of its own, which ends with it. Prometheus' own way, a file for each process that ever was,
grows with every talk; so a talk tells the worker of its figures by a datagram on loopback, and the worker sums them.
"""
