"""Measurements to run by hand; never part of the tests, for a busy machine must not fail them."""
