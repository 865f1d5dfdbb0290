"""Pictures of the culling screens, made by playing a cull: to be looked at, and for the README."""
