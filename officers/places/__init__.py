"""How places are found by what people type, and who is in them when: rules without a database."""
