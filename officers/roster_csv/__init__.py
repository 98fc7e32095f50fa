"""The roster as a CSV file: read, compared with what is known, and written. Nothing here changes anything."""
