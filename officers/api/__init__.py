"""People and readiness over HTTP."""
