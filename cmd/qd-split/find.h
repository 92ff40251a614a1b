/*
 * Bytes in bytes: memmem(3) of POSIX.1-2024, which older headers hide.
 */
#ifndef QD_FIND_H
#define QD_FIND_H

#include "mem.h"

/* The first place at or after from (in t) where what stands; or NULL. */
const char *find_bytes(struct str t, const char *from, struct str what);

#endif
