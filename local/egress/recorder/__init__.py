"""One recording, in a process of its own: a hidden guest of the room who writes down what is heard."""
