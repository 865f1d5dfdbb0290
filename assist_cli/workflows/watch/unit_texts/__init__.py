"""The texts that make each system start a watch by itself."""
