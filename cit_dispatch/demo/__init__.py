"""The demonstration: Sotol Ridge ISD, an invented district."""
