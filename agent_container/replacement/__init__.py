"""Being replaced by a newer deployment without a talk noticing: who holds one is left alone until it is over.

ECS gives a task that is told to go 120 s at the most. So a task with a talk asks not to be told (`protection`), finds
out by itself that newer ones stand (`deployment`), and then takes no more talks (`watch`).
"""
