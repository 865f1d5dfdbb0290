"""A home for an editor, and a program that answers as `assist` does, as the workflows of `assist plugin` have them."""

from tests.assist_cli.workflows.plugin_install.conftest import home, program

__all__ = ["home", "program"]
