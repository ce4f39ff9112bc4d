"""The AWS resources, one stack for each concern; nothing here imports the product's code."""
