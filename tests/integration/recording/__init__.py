"""The ends of many talks, through the deployed queues and functions, with a fault for every second of them."""
