/*
 * The words of a table, looked up where they may begin in a text.
 *
 * They are found by their first two characters: most places of a text begin
 * none, which two bits tell; elsewhere one slot has the answer for words of one
 * and two characters, and points to the longer ones.  A word has a value, of
 * which its user knows the meaning.  Start a lexis with lexis_open; its words
 * are kept in half width.
 */
#ifndef QD_NUMBERS_LEXIS_H
#define QD_NUMBERS_LEXIS_H

#include "chars.h"
#include "mem.h"

struct lexis_hit {
	size_t len; /* bytes */
	uint32_t value;
};

struct lexis_word {
	uint32_t key;	  /* its first two characters */
	uint32_t at, len; /* its bytes, in the lexis' */
	uint32_t value;
};

struct lexis_slot {
	uint32_t key;
	uint32_t first; /* of word[]: those of the key, the longest first, */
	uint16_t n;	/* and how many they are; 0: the slot is free */
	uint16_t whole; /* the word of no more than the key has a value: */
	uint32_t value;
};

struct lexis {
	struct chars begin;		      /* first characters */
	uint8_t single[0x2000], pair[0x2000]; /* bits: lexis_may_begin */
	struct lexis_slot *slot;
	unsigned shift; /* of a hash: the number of slots is a power of 2 */
	struct lexis_word *word;
	size_t n, cap;
	struct buf bytes, tmp;
	int bits; /* LEXIS_BITS */
};

/* The value of a word that comes twice. */
enum lexis_twice {
	LEXIS_FIRST, /* that of the first */
	LEXIS_BITS   /* the bits of both */
};

void lexis_open(struct lexis *l, enum lexis_twice twice);
void lexis_close(struct lexis *l);
/* Adds a word of 1 to 255 bytes of UTF-8: 0, or -1 when it is none. */
int lexis_add(struct lexis *l, struct str word, uint32_t value);
/* cp is looked at, too, wherever words are looked for. */
void lexis_mark(struct lexis *l, uint32_t cp);
/* All words are added. */
void lexis_end(struct lexis *l);

/* The bit of two characters in lexis.pair. */
static inline uint32_t
lexis_pair(uint32_t a, uint32_t b)
{
	return (a * 37 ^ b * 5) & 0xffff;
}

/* 1 when a word may begin with the characters a and b. */
static inline int
lexis_may_begin(const struct lexis *l, uint32_t a, uint32_t b)
{
	uint32_t h = lexis_pair(a, b);

	return (l->single[a >> 3 & 0x1fff] >> (a & 7) & 1) |
	       (l->pair[h >> 3] >> (h & 7) & 1);
}

/* The words at byte i of t, where the characters a and b stand; longest first,
 * at most max; how many. */
size_t lexis_all(const struct lexis *l, const struct text *t, size_t i,
    uint32_t a, uint32_t b, struct lexis_hit *hits, size_t max);
/* The longest word at byte i; 0 when there is none. */
static inline int
lexis_longest(const struct lexis *l, const struct text *t, size_t i,
    struct lexis_hit *hit)
{
	size_t w, w2;
	uint32_t a = text_at(t, i, &w), b = text_at(t, i + w, &w2);

	return lexis_may_begin(l, a, b) && lexis_all(l, t, i, a, b, hit, 1);
}

#endif
