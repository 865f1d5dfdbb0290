"""Puts our plug-ins where darktable and Lightroom Classic look for them, and takes exactly that away again.

Rooms: `place` (one folder of an editor), `darktable_places` and `lightroom_places` (where they could be on a system), `find_places`
(which of them are here), `shipped_files` (what is put there), `program_note` (how the plug-in finds `assist`), `manifest` (what we
put there last), `folder_look` and `folder_plan` (what a person changed, and what becomes of it), `swap_folder` (a folder replaced
as a whole), `luarc` and `luarc_file` (darktable's line that loads it), `install`, `uninstall`, `status`.
"""
