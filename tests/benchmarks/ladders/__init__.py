"""Photos made worse by known steps: what an assessor says must follow them. One kind of fault a file."""
