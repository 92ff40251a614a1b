/*
 * The file form of a lexicon, for lex.c (which reads it) and lexbuild.c
 * (which makes it), and for nobody else.  Sections in this order, each a
 * multiple of four bytes: head, units, values, class names, canonical forms.
 */
#ifndef QD_LEXFILE_H
#define QD_LEXFILE_H

#include <stddef.h>
#include <stdint.h>

#define LEX_MAGIC "qdlex\0\0\1" /* 8 bytes; the last is the version */
#define LEX_ORDER 0x01020304U
#define LEX_CLASSNAME 16

struct lex_head {
	char magic[8];
	uint32_t order;
	uint32_t check; /* lex_checksum of all that follows the head */
	uint32_t nunits, nvalues, nclasses, nbytes;
};

/* A state s goes by byte c to t = units[s].base + c + 1 where units[t].check
 * is s; t for code 0 is the end of a word and its base the value's index. */
struct lex_unit {
	uint32_t base, check;
};

struct lex_value {
	uint32_t classes, canon, len;
};

/* FNV-1a over 32-bit words. */
uint32_t lex_checksum(const char *s, size_t n);

#endif
