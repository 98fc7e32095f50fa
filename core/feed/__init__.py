"""The doorbell: tells a screen that something of a topic changed, and never what.

Rows are written by the database in the transaction that changed something (`core_ring` in `feed.sql`). One reader for
each process follows them in the order of commits and rings the open streams; a screen then fetches what it may see.
"""
