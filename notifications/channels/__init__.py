"""Ways to a person. A channel talks to its provider and to nobody else: it never touches the database."""
