#include "mend.h"

#include "utf8.h"

struct str
mend_utf8(struct str s, struct buf *b)
{
	size_t i = utf8_valid(s.s, s.len), n;

	if (i == s.len)
		return s;
	buf_reset(b);
	buf_put(b, s.s, i);
	while (i < s.len) {
		buf_puts(b, "\xef\xbf\xbd");
		i++;
		n = utf8_valid(s.s + i, s.len - i);
		buf_put(b, s.s + i, n);
		i += n;
	}
	return buf_str(b);
}
