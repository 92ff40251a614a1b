#include "jsonattr.h"

#include "fields.h"
#include "jsonw.h"

/* The bytes of s from at on, up to a bar that is not escaped. */
static struct str
one_value(struct str s, size_t at)
{
	struct str v = {s.s + at, 0};
	size_t i = at;

	while (i < s.len && s.s[i] != '|')
		i += s.s[i] == '\\' && i + 1 < s.len ? 2 : 1;
	v.len = (i < s.len ? i : s.len) - at;
	return v;
}

void
jsonattr_value(struct buf *b, struct str key, struct str s)
{
	struct str v = one_value(s, 0);
	int several = v.len < s.len;
	size_t at = 0;

	if (!several && fields_isnumber(key) && jsonw_exact(s)) {
		buf_put(b, s.s, s.len);
		return;
	}
	if (several)
		buf_putc(b, '[');
	for (;;) {
		jsonw_wire(b, v);
		at += v.len + 1;
		if (at > s.len)
			break;
		buf_putc(b, ',');
		v = one_value(s, at);
	}
	if (several)
		buf_putc(b, ']');
}

void
jsonattr_put(struct buf *b, struct str key, struct str s, int taken)
{
	buf_putc(b, ',');
	if (taken) {
		/* The key of what collides is well-formed: nothing to escape.
		 */
		buf_puts(b, "\"attrs.");
		buf_put(b, key.s, key.len);
		buf_putc(b, '"');
	} else {
		/* What stands before the = of a line may be anything. */
		jsonw_wire(b, key);
	}
	buf_putc(b, ':');
	jsonattr_value(b, key, s);
}

void
jsonattr_field7(struct buf *b, struct str tag, struct str s)
{
	if (fields_isquantity(tag) && jsonw_exact(s))
		buf_put(b, s.s, s.len);
	else
		jsonw_wire(b, s);
}
