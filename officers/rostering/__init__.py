"""What a row of the roster may hold: pure rules that the form, the API and the CSV import share."""
