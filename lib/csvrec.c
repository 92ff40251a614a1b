#include "csvrec.h"

#include <csv.h>
#include <string.h>

/* A comma, a quote, a line break, or white space at an end. */
static int
needs_quotes(struct str s)
{
	size_t i;

	if (s.len && (s.s[0] == ' ' || s.s[s.len - 1] == ' '))
		return 1;
	for (i = 0; i < s.len; i++)
		if (s.s[i] == ',' || s.s[i] == '"' || s.s[i] == '\n' ||
		    s.s[i] == '\r')
			return 1;
	return 0;
}

void
csv_field(struct buf *b, struct str s)
{
	if (!needs_quotes(s)) {
		buf_put(b, s.s, s.len);
		return;
	}
	buf_reserve(b, 2 * s.len + 2);
	b->len += csv_write(b->s + b->len, 2 * s.len + 2, s.s, s.len);
	b->s[b->len] = '\0';
}
