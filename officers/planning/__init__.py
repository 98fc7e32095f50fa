"""Pure reckoning with shifts: no database, no clock, no request."""
