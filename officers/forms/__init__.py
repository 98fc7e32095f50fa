"""The forms of people and readiness."""
