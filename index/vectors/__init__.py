"""Which photos look alike: nearest neighbours of their embeddings, in one file that the catalogue can always make anew.

Rooms: `current` (the door: the store that agrees with the catalogue), `store` (build, search, change), `pairs` (all pairs that
are alike), `contents` (what the store knows, to compare with the catalogue), `index_kind` (which FAISS index suits how many),
`unit_rows` (what may go in), `vector_file` (on disk), `vector_header` (whether that file is whole, told without faiss), `turns`
(many searches, one change). Nothing else imports faiss.
"""
