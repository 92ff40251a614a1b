/* Patterns from a data file: refused or safe, and never a hang. */
#include <stdint.h>
#include <string.h>

#include "re.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data, *nl = memchr(s, '\n', size);
	struct str pattern = {s, nl ? (size_t)(nl - s) : size};
	struct buf msg = {0};
	size_t from, to;
	struct re *re;

	if (pattern.len > 200)
		return 0;
	re = re_new(pattern, &msg);
	if (re && nl) {
		size_t n = utf8_valid(nl + 1, size - pattern.len - 1);

		if (re_match(re, nl + 1, n, 0) > 0 &&
		    re_group(re, 0, &from, &to) && from > to) {
			/* \K may do that: nothing to hold against it */
		}
	}
	re_free(re);
	buf_free(&msg);
	return 0;
}
