/*
 * Regular expressions: the only room that knows PCRE2.
 *
 * Patterns are UTF-8 and match on (pointer, length); the text must be valid
 * UTF-8 (records are), and no group ends inside a character (\C is refused).
 * JIT is used where there is one.  Match, depth and heap limits are set, so no
 * input can hang a tool: a limit that is hit is told as RE_LIMIT.  A struct re
 * owns its match data: one match at a time.
 */
#ifndef QD_RE_H
#define QD_RE_H

#include <stddef.h>

#include "mem.h"

struct re;

enum { RE_LIMIT = -1, RE_NONE = 0 };

/*
 * The compiled pattern, or NULL with the reason and the byte offset of the
 * fault in msg ("... at offset N").
 */
struct re *re_new(struct str pattern, struct buf *msg);
/* Gives up a match after so many steps; for short texts, which need fewer than
 * what is set at first. */
void re_limit(struct re *re, unsigned steps);
/* As re_new, but dies: "WHERE: bad pattern: ... at offset N", status 2. */
struct re *re_must(const char *where, struct str pattern);
/*
 * Searches s from byte from on (a pattern that is to match only there begins
 * with \G: asking PCRE2 for it turns JIT off).  Returns the number of groups
 * that may be asked for (1 or more), RE_NONE or RE_LIMIT.
 */
int re_match(struct re *re, const char *s, size_t len, size_t from);
/* Span of group i of the last match; 0 when it took no part in it. */
int re_group(const struct re *re, int i, size_t *from, size_t *to);
/* Number of the named group, or -1. */
int re_named(const struct re *re, const char *name);
void re_free(struct re *re);

#endif
