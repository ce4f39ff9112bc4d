"""Every provider, on its own wire, held to one promise."""
