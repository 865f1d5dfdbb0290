"""Trains the network that reads a picture's roll from its lines, on photos turned by known angles."""
