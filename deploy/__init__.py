"""What `make deploy` asks before and after the CDK's command; it changes nothing in the account."""
