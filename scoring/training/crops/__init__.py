"""Trains the ranker of crops on photos and on worse crops of them."""
