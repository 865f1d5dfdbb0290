"""The only package that knows a terminal exists.

Rooms: `commands` (one verb a file: parse, call a workflow, render), `workflows` (what a verb does; no typer, no rich),
`render` (records to text), and beside them what every verb shares: `app`, `options`, `settings`, `console`,
`output_target`, `failures`, `interrupts` and `main`, the one place that prints an error that ends a run.
"""
