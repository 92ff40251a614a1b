/* lib/lex.h: building, looking up, refusing damaged files. */
#include "lex.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "lexfile.h"
#include "tap.h"

static void
add(struct lex_build *lb, const char *w, const char *c, const char *canon)
{
	const char *why = "";

	if (lex_build_add(lb, str_of(w), str_of(c), str_of(canon), &why))
		printf("# %s: %s\n", w, why);
}

static void
make(struct buf *image)
{
	struct lex_build *lb = lex_build_new();

	add(lb, "海州", "LOC", "");
	add(lb, "海州市", "LOC", "");
	add(lb, "海州市委", "ORG,HEAD", "中共海州市委");
	add(lb, "海", "SUR", "");
	add(lb, "海州", "SUR", "海州市");
	add(lb, "ＡＢ", "LAT", "");
	lex_build_end(lb, image);
}

static void
look_up(struct lex *lx)
{
	struct lex_hit h[8];
	const char *s = "海州市委书记";

	tap_num(lex_prefixes(lx, s, strlen(s), h, 8), 4, "all prefixes");
	tap_num(h[0].len, 3, "the shortest first");
	tap_num(h[3].len, 12, "the longest last");
	tap_num(lex_prefixes(lx, s, strlen(s), h, 2), 2, "at most so many");
	tap_num(lex_prefixes(lx, s, 8, h, 8), 2, "not past the end");
	tap_num((size_t)lex_longest(lx, s, strlen(s), h), 1, "the longest");
	tap_str(h[0].canon, "中共海州市委", "its canonical form");
	tap_num(h[0].classes, lex_class(lx, "ORG") | lex_class(lx, "HEAD"),
	    "its classes");
	lex_longest(lx, s, 6, h);
	tap_num(h[0].classes, lex_class(lx, "LOC") | lex_class(lx, "SUR"),
	    "a word that comes twice has both classes");
	tap_str(h[0].canon, "海州市", "and the form that is there");
	tap_num((size_t)lex_longest(lx, "河", 3, h), 0, "no such word");
	tap_num((size_t)lex_longest(lx, "", 0, h), 0, "nothing in nothing");
	tap_num((size_t)lex_longest(lx, "AB", 2, h), 1,
	    "words are stored in half width");
	tap_num(lex_class(lx, "XYZ"), 0, "no such class");
}

static const char *
write_and_open(const char *path, const struct buf *b)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	const char *why = NULL;
	struct lex *lx;

	if (fd == -1 || write(fd, b->s, b->len) != (ssize_t)b->len)
		return "cannot write the test file";
	close(fd);
	lx = lex_open(path, &why);
	if (lx)
		look_up(lx);
	lex_close(lx);
	return lx ? NULL : why;
}

/* Each byte damaged in turn, each length short of the whole. */
static void
damage(const char *path, const struct buf *good)
{
	struct buf b = {0};
	size_t i, opened = 0;

	for (i = 0; i < good->len; i += good->len / 97 + 1) {
		buf_reset(&b);
		buf_put(&b, good->s, good->len);
		b.s[i] = (char)(b.s[i] ^ 0x55);
		opened += write_and_open(path, &b) == NULL;
		b.len = i;
		opened += write_and_open(path, &b) == NULL;
	}
	tap_num(opened, 0, "damaged and cut files are refused");
	buf_free(&b);
}

/* Opens the image with a number of two bytes put at that place, and the
 * checksum set right. */
static const char *
craft(const char *path, const struct buf *good, size_t at, uint16_t n)
{
	struct buf b = {0};
	struct lex_head h;
	const char *why;

	buf_put(&b, good->s, good->len);
	memcpy(b.s + at, &n, sizeof n);
	memcpy(&h, b.s, sizeof h);
	h.check = lex_checksum(b.s + sizeof h, b.len - sizeof h);
	memcpy(b.s, &h, sizeof h);
	why = write_and_open(path, &b);
	buf_free(&b);
	return why ? why : "";
}

/* What a right checksum does not tell: numbers that lead out of the file, or
 * to what is none. */
static void
crafted(const char *path, const struct buf *good)
{
	struct lex_head h;
	size_t unit = sizeof h, value, chars, index;

	memcpy(&h, good->s, sizeof h);
	value = unit + h.nunits * sizeof(struct lex_unit);
	chars = value + h.nvalues * sizeof(struct lex_value) +
		h.nclasses * (size_t)LEX_CLASSNAME;
	index = chars + h.ncodes * sizeof(uint32_t);
	unit += (h.nunits - 1) * sizeof(struct lex_unit) +
		offsetof(struct lex_unit, code);
	tap_str(str_of(craft(path, good, unit, (uint16_t)h.ncodes)), "",
	    "a unit of the last code");
	tap_str(str_of(craft(path, good, unit, (uint16_t)(h.ncodes + 1))),
	    "damaged: a unit of a code that is none", "and of one more");
	tap_str(str_of(craft(path, good, value + 4, 0xffff)),
	    "damaged: a form lies outside the file", "a form too far on");
	tap_str(str_of(craft(path, good, value - 2, 0xffff)), "",
	    "a value that is none ends no word");
	tap_str(str_of(craft(path, good, chars, 'x')),
	    "damaged: a code and its character differ",
	    "the code of a character that has another");
	tap_str(str_of(craft(path, good, chars + 2, 0xffff)),
	    "damaged: a code and its character differ",
	    "the code of no character");
	tap_str(str_of(craft(path, good, index, (uint16_t)h.npages)),
	    "damaged: a page lies outside the file", "a page too far on");
	tap_str(str_of(craft(path, good, index + LEX_NINDEX * sizeof(uint16_t),
		    (uint16_t)(h.ncodes + 1))),
	    "damaged: a code that is none", "a code too great");
}

/* Many words: no two share a unit wrongly. */
static void
many(void)
{
	struct lex_build *lb = lex_build_new();
	struct buf image = {0};
	struct lex *lx;
	struct lex_hit h;
	char w[16];
	size_t i, bad = 0;

	for (i = 0; i < 3000; i++) {
		snprintf(w, sizeof w, "%zu", i * 7919 % 100003);
		add(lb, w, "N", w);
	}
	lex_build_end(lb, &image);
	lx = lex_of_image(&image);
	for (i = 0; i < 3000; i++) {
		snprintf(w, sizeof w, "%zu", i * 7919 % 100003);
		if (!lex_longest(lx, w, strlen(w), &h) || h.len != strlen(w) ||
		    !str_is(h.canon, w))
			bad++;
	}
	tap_num(bad, 0, "3000 words are all found as themselves");
	lex_close(lx);
}

int
main(void)
{
	struct buf one = {0}, two = {0};
	char path[] = "/tmp/qd-lex-XXXXXX";
	int fd = mkstemp(path);
	const char *why;

	close(fd);
	make(&one);
	make(&two);
	tap_ok(str_eq(buf_str(&one), buf_str(&two)),
	    "the same words give the same bytes");
	why = write_and_open(path, &one);
	tap_ok(why == NULL, why ? why : "a written lexicon opens");
	damage(path, &one);
	crafted(path, &one);
	unlink(path);
	many();
	buf_free(&one);
	buf_free(&two);
	return tap_end();
}
