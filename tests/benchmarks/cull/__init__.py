"""The parts of `tests.benchmarks.cull_screen`."""
