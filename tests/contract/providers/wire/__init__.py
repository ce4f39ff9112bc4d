"""Stand-ins on loopback that speak as the real services do, with delays and faults on demand."""
