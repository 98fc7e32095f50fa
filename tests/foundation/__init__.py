"""Tests of the ground the system stands on."""
