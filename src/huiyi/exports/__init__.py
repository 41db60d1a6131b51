"""The formats in which the tables are published: one module a format."""
