"""Door 2: the same selectors and services over HTTP, as JSON."""
