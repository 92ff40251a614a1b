/*
 * The file form of a lexicon, for lex.c (which reads it) and lexbuild.c
 * (which makes it), and for nobody else.  Sections in this order, each a
 * multiple of four bytes: head, units (struct lex_unit), values, class names,
 * characters (by code - 1), the index of pages, the pages of codes, canonical
 * forms.
 */
#ifndef QD_LEXFILE_H
#define QD_LEXFILE_H

#include <stddef.h>
#include <stdint.h>

#define LEX_MAGIC "qdlex\0\0\3" /* 8 bytes; the last is the version */
#define LEX_ORDER 0x01020304U
#define LEX_CLASSNAME 16

struct lex_head {
	char magic[8];
	uint32_t order;
	uint32_t check; /* lex_checksum of all that follows the head */
	uint32_t nunits, nvalues, nclasses, nbytes;
	uint32_t ncodes, npages;
};

/*
 * A state s goes by code c to t = base of s + c where units[t].code is c; no
 * two states have the same base, and none that goes on has 0.  The base is in
 * the upper 24 bits; of the lower 8, bit c % 8 is set for each such c.  A word
 * that ends in s has the value units[s].value - 1; where that is LEX_FAR, the
 * base of the unit at the base of s, which then has the code 0.
 */
#define LEX_FAR 0xffffU
#define LEX_MAXUNITS (1U << 24)
#define LEX_MAXCODE 0xffffU

struct lex_value {
	uint32_t classes, canon, len;
};

/* The code of character c is pages[index[c / LEX_PAGE]][c % LEX_PAGE]; page 0
 * is empty. */
#define LEX_PAGE 256U
#define LEX_NINDEX (0x110000U / LEX_PAGE)

/* Of hash.h, the low 32 bits. */
uint32_t lex_checksum(const char *s, size_t n);

#endif
