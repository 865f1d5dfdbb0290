"""Records to text: JSON lines and CSV for programs, the table and the page of one photo for people."""
