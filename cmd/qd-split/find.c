/* glibc shows memmem only with it. */
#define _GNU_SOURCE /* NOLINT(bugprone-reserved-identifier) */
#include "find.h"

#include <string.h>

const char *
find_bytes(struct str t, const char *from, struct str what)
{
	size_t left = (size_t)(t.s + t.len - from);

	if (what.len == 0 || left < what.len)
		return NULL;
	return memmem(from, left, what.s, what.len);
}
