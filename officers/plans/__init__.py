"""Plans as plain values: what a floor holds, which way leads to a room, and how both are said. No database here."""
