/* The lines that the steps of qd-dedupe read: any bytes are taken or refused.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "apply.h"
#include "checks.h"
#include "pairs.h"
#include "resolve.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct all {
	struct pairs pairs;
	struct checks checks;
	struct resolve resolve;
	struct runs runs;
};

static void
line(struct all *a, struct str s, struct out *out)
{
	struct apply_mark m;
	size_t i;

	(void)pairs_line(&a->pairs, s, out);
	(void)checks_line(&a->checks, s, out);
	(void)resolve_line(&a->resolve, s, out);
	if (apply_read(s, &m, &a->runs) == -1)
		return;
	for (i = 0; i < a->runs.n; i++)
		if (a->runs.v[2 * i] >= a->runs.v[2 * i + 1])
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct variants *variants;
	struct index_opt o = {.near = {700, 1, 1}};
	struct all a;
	struct out out;
	struct str s;
	const char *p = (const char *)data, *end = p + size, *nl;

	if (variants == NULL)
		variants = variants_load(NULL);
	o.variants = variants;
	memset(&a, 0, sizeof a);
	a.checks.o = &o;
	out_open(&out, open("/dev/null", O_WRONLY));
	for (; p < end; p = nl + 1) {
		nl = memchr(p, '\n', (size_t)(end - p));
		nl = nl ? nl : end;
		s.s = p;
		s.len = (size_t)(nl - p);
		line(&a, s, &out);
	}
	resolve_end(&a.resolve, &out);
	pairs_free(&a.pairs);
	checks_free(&a.checks);
	resolve_free(&a.resolve);
	runs_free(&a.runs);
	out_close(&out);
	return 0;
}
