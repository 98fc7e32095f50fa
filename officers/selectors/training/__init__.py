"""Reads about training."""
