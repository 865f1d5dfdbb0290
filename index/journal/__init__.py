"""Every file written outside the catalogue, and how to take it back on any later day.

Rooms: `database` (the journal, how it is opened), `entries` (what goes in and comes out), `write_files` (intend, write,
note), `undo` (what would be taken back and how) and `carry_out` (taking it back), `settle` (what a killed run left open),
`run_locks` (which runs are alive), `last_written` (what we wrote and still stands), `back_splices` (the way back, packed),
`moved_files` (followed where photos went), `marks_json`, `errors`, then `migrations` and one table a file: `runs`, `writes`,
`readings`, `moves_table`. Photos are moved and linked likewise: `moves` (the door), `move_entries`, `move_photos`, `undo_moves`,
`carry_back`, `settle_moves`, and `follow_sidecars` (what we wrote goes with the file).
"""
