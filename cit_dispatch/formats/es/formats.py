"""As in Texas: Django's Spanish is that of Spain, with a decimal comma and the day before the month."""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
# The same digits must be the same day for everyone at the desk, whatever language they read.
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y"]
