"""How the shipped networks were made: data readers, losses, the loop, and one recipe a weights file."""
