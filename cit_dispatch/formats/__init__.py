"""How numbers and dates are written, where Django's own choice for a language is not that of Texas."""
