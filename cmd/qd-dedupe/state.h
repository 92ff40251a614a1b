/*
 * A state file: what an index remembers, kept from one run to the next.
 *
 * The form: eight bytes of magic, the version last; what the keys depend on,
 * 8 bytes; how many blocks, 8 bytes; for each block, in their order, its
 * document, place and text as the store has it; for each key 8 bytes of it, 2
 * more, and 6 of its block's number; at last a checksum (XXH3, 64 bits) of all
 * that.  Numbers are little-endian, lengths have 7 bits a byte, and a
 * document's is one more than it is: 0 stands for the document of the block
 * before.
 *
 * A file is read as it is found: whatever its bytes, no memory but its own is
 * touched and what was read of a bad one is not used.
 */
#ifndef QD_DEDUPE_STATE_H
#define QD_DEDUPE_STATE_H

#include "index.h"

/*
 * Puts what the n bytes at s hold into an index that is empty; tag is what the
 * caller's own options amount to.  NULL, or what is wrong (static).
 */
const char *state_parse(
    struct index *ix, uint64_t tag, const char *s, size_t n);
/* The same of the file at path; a file that is not there is an empty one.
 * "" stands for errno. */
const char *state_load(struct index *ix, uint64_t tag, const char *path);
/*
 * Writes the file anew: beside it first (path with ".tmp" behind), then in its
 * place, so that the old one is whole until the new one is.  0, or -1 with
 * errno, and then the old one is as it was.
 */
int state_save(const struct index *ix, uint64_t tag, const char *path);

#endif
