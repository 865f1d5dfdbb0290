"""Doors to the photo editors: what they ask and are told (`protocol`), and what each reads of a sidecar (`editors`)."""
