#include "keys.h"

#include "step.h"

void
keys_put(struct keys *k, struct out *out, struct str id, struct str doc,
    struct str loc, struct str bytes, struct str fold)
{
	struct hash h = hash_bytes(bytes.s, bytes.len);
	struct str text[4] = {id, doc, loc, fold};
	struct buf *b = &k->line;
	size_t i;

	buf_reset(b);
	buf_putc(b, 'e');
	step_hex(b, h.hi, 16);
	step_hex(b, h.lo, 16);
	buf_putc(b, '\t');
	buf_put(b, id.s, id.len);
	step_put(out, b);
	k->anchors.n = 0;
	if (index_is_near(k->o)) {
		codes_of(&k->codes, k->o->variants, fold);
		if (k->codes.n >= NEAR_MIN)
			anchors_of(&k->anchors, k->codes.v, k->codes.n);
	}
	for (i = 0; i < k->anchors.n; i++) {
		buf_putc(b, 'a');
		step_hex(b, k->anchors.v[i] >> 32, 8);
		buf_putc(b, '\t');
		buf_put(b, id.s, id.len);
		buf_putc(b, '\t');
		step_hex(b, h.hi, 16);
		step_put(out, b);
	}
	buf_putc(b, 't');
	step_fields(b, text, 4);
	step_put(out, b);
}

void
keys_free(struct keys *k)
{
	codes_free(&k->codes);
	anchors_free(&k->anchors);
	buf_free(&k->line);
}
