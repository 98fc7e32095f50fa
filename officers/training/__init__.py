"""Training rules: what they ask, decided without a database."""
