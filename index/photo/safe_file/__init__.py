"""Small files of others are replaced whole or not at all, and only while they are still what was read.

Rooms: `replace` (write, make or take away one file), `read` (what a sidecar holds now), `lock` (one writer a folder),
`links` (where a linked sidecar really lies), `part_file` and `stale_parts` (the half-written neighbour, and what a killed
run left of it), `new_name` (a name that nobody has yet), `likeness` (owner, permissions, attributes), `folder`, `errors`.
Files are moved whole too, and replace nothing: `move_together` (the files of one photo), `second_place`, `rename_new` and
`copy_across` (the ways there), `link_file`, `made_folder`, and `file_look` (whether it is still the same file).
"""
