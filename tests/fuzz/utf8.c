/* UTF-8: validation and decoding agree; folding keeps text valid. */
#include <stdint.h>
#include <stdlib.h>

#include "fold.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data;
	size_t valid = utf8_valid(s, size), i = 0, k;
	struct buf b = {0};
	struct str t = {s, valid};
	uint32_t cp;

	while (i < size) {
		k = utf8_decode(s + i, size - i, &cp);
		if (k == 0 || k > size - i || (i < valid && i + k > valid))
			abort();
		if (i < valid && cp == 0xfffd && k == 1)
			abort();
		i += k;
	}
	if (utf8_cut(s, size) > size)
		abort();
	fold_bytes(&b, t);
	if (utf8_valid(b.s, b.len) != b.len ||
	    utf8_count(b.s, b.len) != utf8_count(s, valid))
		abort();
	buf_free(&b);
	return 0;
}
