"""What the agent does in a talk: one module for each behaviour, named after it, with `attach(talk)`.

Adding one is a module here and one line in `agent.py`; removing one is the reverse.
"""
