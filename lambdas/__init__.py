"""Entry points on AWS Lambda: one folder for each function. They translate and never decide."""
