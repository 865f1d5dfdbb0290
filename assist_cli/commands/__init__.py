"""One verb a file: parse the request, call its workflow, render what comes back."""
