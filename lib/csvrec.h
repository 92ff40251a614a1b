/*
 * CSV (RFC 4180): the only room that knows libcsv.
 */
#ifndef QD_CSVREC_H
#define QD_CSVREC_H

#include "mem.h"

/* Adds s to b as one CSV field: in quotes (doubled inside) where it must be. */
void csv_field(struct buf *b, struct str s);

#endif
