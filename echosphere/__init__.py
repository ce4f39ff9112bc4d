"""EchoSphere's core: what a talk is and what may happen to it, shared by every Lambda and the agent."""
