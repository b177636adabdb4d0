"""What grows by pieces grows by a share of its size, or a megabyte takes minutes."""

HOOKS = [
    # What grows by pieces grows by a share of its size, or a megabyte takes minutes.
    (
        "py/vstr.c",
        "        size_t new_alloc = ROUND_ALLOC((vstr->len + size) + 16);\n",
        "        size_t new_alloc = ROUND_ALLOC((vstr->len + size) + 16 + vstr->len / 2);\n",
    ),
    (
        "py/stream.c",
        "            p = vstr_extend(&vstr, DEFAULT_BUFFER_SIZE);\n            current_read = DEFAULT_BUFFER_SIZE;\n",
        "            current_read = DEFAULT_BUFFER_SIZE + total_size / 2;\n            p = vstr_extend(&vstr, current_read);\n",
    ),
    (
        "py/parse.c",
        "        mp_parse_chunk_t *new_data = (mp_parse_chunk_t *)m_renew_maybe(byte, chunk,\n",
        "        mp_parse_chunk_t *new_data = chunk->alloc >= 1024 ? NULL : (mp_parse_chunk_t *)m_renew_maybe(byte, chunk,\n",
    ),
]
