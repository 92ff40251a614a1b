/*
 * Lexicons: many words looked up at once, each with classes and a canonical
 * form.  A lexicon is a double-array trie (Aoe 1989) over characters, which
 * are numbered by how often they stand in its words, built from text by mklex
 * into a file that is mapped read-only, or in memory from a user's own list.
 *
 * The text form (data files' rules): word TAB class[,class...] [TAB canonical
 * form].  Words are folded to half width before they are stored: look up
 * folded text.  A word that comes twice has the classes of both and the
 * canonical form of the first that has one.
 *
 * The file form is in lexfile.h, in the machine's byte order; lex_open checks
 * magic, version, byte order, sizes and checksum and refuses the file
 * otherwise, and no look-up trusts a number in it.
 */
#ifndef QD_LEX_H
#define QD_LEX_H

#include <stddef.h>
#include <stdint.h>

#include "mem.h"

#define LEX_MAXCLASS 32

struct lex;

struct lex_hit {
	size_t len;	  /* bytes of the word */
	uint32_t classes; /* bits, see lex_class */
	struct str canon; /* empty where the list gives none; lives as long
			     as the lexicon */
};

/* Maps the file at path; NULL, and why in *why (static or errno's text). */
struct lex *lex_open(const char *path, const char **why);
/* As lex_open, but dies: names the file, what is wrong, and status 2. */
struct lex *lex_must(const char *path);
void lex_close(struct lex *lx);

/* The bit of the class of that name; 0 when the lexicon has none. */
uint32_t lex_class(const struct lex *lx, const char *name);

/* The longest word at the start of s; 0 when there is none, else 1. */
int lex_longest(
    const struct lex *lx, const char *s, size_t n, struct lex_hit *hit);
/* All words at the start of s, shortest first; at most max, returns how many.
 */
size_t lex_prefixes(const struct lex *lx, const char *s, size_t n,
    struct lex_hit *hits, size_t max);

/*
 * Walking by hand, for who looks at each character of a text more than once:
 * characters are turned into codes (lex_code), and a walk takes them one by
 * one from LEX_ROOT on.
 */
struct lex_unit {
	uint32_t base;	/* LEX_BASE; below it, bits of the codes that go on */
	uint16_t code;	/* by which it is reached: at most lex_ncodes */
	uint16_t value; /* at the end of a word: its value's index + 1 */
};

struct lex_trie {
	const struct lex_unit *units;
	uint32_t nunits, nvalues;
};

#define LEX_ROOT 0
#define LEX_BASE(unit) ((unit)->base >> 8)

struct lex_trie lex_trie(const struct lex *lx);
/* The code of a character, 0 where no word has it; codes are 1..lex_ncodes. */
unsigned lex_code(const struct lex *lx, uint32_t cp);
uint32_t lex_char(const struct lex *lx, unsigned code);
unsigned lex_ncodes(const struct lex *lx);
/* What lex_value leaves to a call. */
uint32_t lex_value_far(const struct lex_trie *t, uint32_t state);

/* The state that code (not 0) leads to, from one whose unit has that base; 0
 * where no word goes on so. */
static inline uint32_t
lex_go(const struct lex_trie *t, uint32_t base, unsigned code)
{
	uint32_t next = (base >> 8) + code;

	/* most ways end here, and a look at what is far away is saved */
	if (!(base >> code % 8 & 1))
		return 0;
	return next < t->nunits && t->units[next].code == code ? next : 0;
}

/* The same from a state. */
static inline uint32_t
lex_step(const struct lex_trie *t, uint32_t state, unsigned code)
{
	return lex_go(t, t->units[state].base, code);
}

/* The index + 1 of the value of the word that ends in that state; 0: none. */
static inline uint32_t
lex_value(const struct lex_trie *t, uint32_t state)
{
	uint32_t v = t->units[state].value;

	return v <= t->nvalues && v < 0xffff ? v : lex_value_far(t, state);
}

/* How many values there are: several words may share one, and those that many
 * share come first. */
uint32_t lex_nvalues(const struct lex *lx);
/* The classes and the canonical form of value i (not + 1); hit->len is 0. */
void lex_value_get(const struct lex *lx, uint32_t i, struct lex_hit *hit);

/* Building: add words (any order), then make the image of the file. */
struct lex_build;

struct lex_build *lex_build_new(void);
/* classes: names joined by commas.  0, or -1 with the reason in *why. */
int lex_build_add(struct lex_build *lb, struct str word, struct str classes,
    struct str canon, const char **why);
/* The image, into *image (which the caller frees); frees lb. */
void lex_build_end(struct lex_build *lb, struct buf *image);
/* A lexicon from an image in memory, which it takes over (image becomes
 * {0}); dies of nothing but memory. */
struct lex *lex_of_image(struct buf *image);

#endif
