"""The pages of people and readiness."""
