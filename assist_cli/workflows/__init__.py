"""What a verb does: settings in, records out. Knows neither typer nor rich; progress goes out by callback."""
