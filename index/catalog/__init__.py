"""What we know of the photos: one SQLite file, read and written here alone.

Rooms: `database` (the catalogue, how it is opened), `connection` (how we talk to SQLite), `migrations`, `stored` (what
goes in and comes out), `earlier_results` (what stays when a photo is stored again), `seen` (many photos at once, to
compare them), `checkup` (does it open? room for it?), `upkeep` (the door to `missing_photos`, `statistics`, `soundness`,
`unused_results`), `errors` and `database_errors`, `paths` (file names as bytes), `json_column`, then one table a file:
`photos`, `files`, `unread_files`, `assessments`, `ratings`, `glances`, `embeddings`.

The journal's file is opened by the same `connection`, `migrations` and `database_errors`, with an id and words of its own.
"""
