"""Tests of the doorbell: order of commits, who hears what, the stream in a real process, and the pages."""
