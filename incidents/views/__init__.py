"""Door 1: the pages of the desk, the tablet and the record."""
