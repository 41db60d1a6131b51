"""Plain values and what can be said of them: dates, texts, numbers."""
