"""Pure reckoning with coverage: what the agency asks, who is planned, and where it is not enough."""
