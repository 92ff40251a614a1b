/*
 * Columns that text takes on a terminal: the only room that knows utf8proc.
 *
 * East Asian wide and full-width characters take two columns, combining and
 * control characters none, all others one; those whose width is ambiguous (“ ”
 * — …) as many as the caller says, 1 or 2.  Text is valid UTF-8.
 */
#ifndef QD_FMT_WIDTH_H
#define QD_FMT_WIDTH_H

#include <stddef.h>
#include <stdint.h>

#include "mem.h"

/* What width_char leaves to a call. */
unsigned width_any(uint32_t cp, unsigned ambiguous);

/* Inline for ASCII and the Han characters that most text is made of. */
static inline unsigned
width_char(uint32_t cp, unsigned ambiguous)
{
	if (cp >= 0x4e00 && cp < 0xa000)
		return 2;
	if (cp < 0x80)
		return cp >= ' ' && cp < 0x7f;
	return width_any(cp, ambiguous);
}

size_t width_of(struct str s, unsigned ambiguous);
/*
 * How many bytes of s fit into max columns, whole characters with what is
 * combined with them; *cols are the columns that those take.
 */
size_t width_fit(struct str s, size_t max, unsigned ambiguous, size_t *cols);

#endif
