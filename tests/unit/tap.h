/*
 * The little that a unit test needs: numbered TAP lines and the exit status.
 * A test's main ends with `return tap_end();`.
 */
#ifndef QD_TAP_H
#define QD_TAP_H

#include <stdio.h>
#include <string.h>

#include "mem.h"

static int tap_n, tap_bad;

static inline void
tap_ok(int good, const char *what)
{
	tap_n++;
	tap_bad += !good;
	printf("%sok %d - %s\n", good ? "" : "not ", tap_n, what);
}

static inline void
tap_num(size_t got, size_t want, const char *what)
{
	tap_ok(got == want, what);
	if (got != want)
		printf("# got %zu, want %zu\n", got, want);
}

static inline void
tap_str(struct str got, const char *want, const char *what)
{
	tap_ok(str_is(got, want), what);
	if (!str_is(got, want))
		printf("# got '%.*s', want '%s'\n", (int)got.len,
		    got.s ? got.s : "", want);
}

static inline int
tap_end(void)
{
	printf("1..%d\n", tap_n);
	return tap_bad != 0;
}

#endif
