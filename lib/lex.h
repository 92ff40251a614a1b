/*
 * Lexicons: many words looked up at once, each with classes and a canonical
 * form.  A lexicon is a double-array trie over bytes (Aoe 1989), built from
 * text by mklex into a file that is mapped read-only, or in memory from a
 * user's own list.
 *
 * The text form (data files' rules): word TAB class[,class...] [TAB canonical
 * form].  Words are folded to half width before they are stored: look up
 * folded text.  A word that comes twice has the classes of both and the
 * canonical form of the first that has one.
 *
 * The file form: struct lex_head of lex.c, then the units, the values, the
 * class names and the canonical forms, in the machine's byte order; lex_open
 * checks magic, version, byte order, sizes and checksum and refuses the file
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
