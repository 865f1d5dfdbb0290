"""Photos as they arrive: what the file system tells, what it forgets to tell, and when a file is ready to be read."""
