/* The lexicon loader: any file is refused or safe to look words up in. */
#include "lex.h"
#include "mapped.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
look_up(const struct lex *lx, const char *s, size_t n)
{
	struct lex_hit h[8];
	size_t i, k, j;

	for (i = 0; i < n && i < 64; i++) {
		k = lex_prefixes(lx, s + i, n - i, h, 8);
		for (j = 0; j < k; j++)
			if (h[j].canon.len &&
			    memchr(h[j].canon.s, 0, h[j].canon.len) == s)
				abort();
		(void)lex_longest(lx, s + i, n - i, h);
	}
	(void)lex_class(lx, "LOC");
}

/* What a walk by hand goes by: codes are those of characters, and no unit is
 * reached by another. */
static void
walk(const struct lex *lx)
{
	struct lex_trie t = lex_trie(lx);
	uint32_t i;

	for (i = 0; i < t.nunits; i++)
		if (t.units[i].code > lex_ncodes(lx) ||
		    lex_value(&t, i) > lex_nvalues(lx))
			abort();
	for (i = 1; i <= lex_ncodes(lx); i++)
		if (lex_code(lx, lex_char(lx, i)) != i)
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *why = NULL, *path = mapped_lex(data, size);
	struct lex *lx = path ? lex_open(path, &why) : NULL;

	if (lx) {
		walk(lx);
		look_up(lx, (const char *)data, size);
	}
	lex_close(lx);
	return 0;
}
