"""What an editor is answered: one verb a file, each through the workflow that the command line uses too."""
