"""What a tablet sends, without the database: its envelope, its kinds, its clock, its seal, its gaps."""
