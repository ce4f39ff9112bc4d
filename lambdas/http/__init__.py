"""What every HTTP function shares: who asks, how errors look, how records look in JSON."""
