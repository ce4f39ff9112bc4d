"""The agent: the worker that joins a room, talks with the person in it, and writes down what was said."""
