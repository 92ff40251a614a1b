/* cmd/qd-ner/model.h: a model is mapped, or refused with what is wrong. */
#include "model.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "qd-ner-models.h"

static char path[] = "/tmp/qd-model-XXXXXX";

/* What model_open says of the bytes; "" when it takes them. */
static struct str
verdict(const struct buf *b)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	const char *why = "cannot write the test file";
	struct model *m = NULL;

	if (fd != -1 && write(fd, b->s, b->len) == (ssize_t)b->len)
		m = model_open(path, &why);
	if (fd != -1)
		close(fd);
	if (m)
		why = "";
	model_close(m);
	return str_of(why);
}

/* The verdict on a model of which n bytes at at are replaced; seal: its
 * checksum is made right again. */
static void
expect(size_t at, const void *bytes, size_t n, int seal, const char *want,
    const char *what)
{
	struct buf b = {0};

	models_make(&b);
	memcpy(b.s + at, bytes, n);
	if (seal)
		models_seal(&b);
	tap_str(verdict(&b), want, what);
	buf_free(&b);
}

static void
heads(void)
{
	static const uint32_t order = 0x04030201, many = 100, odd = 99;
	static const uint64_t far = 1 << 20, huge = UINT64_MAX - 7;
	static const uint32_t buckets = UINT32_MAX;
	const size_t conv = sizeof(struct model_head);

	expect(0, "qdlex", 5, 0, "not a model of qd-ner", "a foreign file");
	expect(7, "\2", 1, 0, "a model of another version of the form",
	    "another version");
	expect(offsetof(struct model_head, order), &order, 4, 0,
	    "made on a machine of another byte order", "another byte order");
	expect(offsetof(struct model_head, features), &odd, 4, 1,
	    "trained for other features than this version has",
	    "another version of the features");
	expect(offsetof(struct model_head, size), &far, 8, 0,
	    "damaged: its size is not what its head says", "a wrong size");
	expect(offsetof(struct model_head, nconvs), &many, 4, 1,
	    "damaged: its conventions lie outside the file",
	    "too many conventions");
	expect(conv, "0123456789abcdef", 16, 1,
	    "damaged: a convention's name has no end", "an endless name");
	expect(conv + offsetof(struct model_conv, nlabels), &many, 4, 1,
	    "damaged: a convention has no labels", "too many labels");
	expect(conv + offsetof(struct model_conv, nbuckets), &buckets, 4, 1,
	    "damaged: weights lie outside the file", "too many buckets");
	expect(conv + offsetof(struct model_conv, rows), &huge, 8, 1,
	    "damaged: weights lie outside the file", "weights far outside");
}

/* Each byte flipped in turn, each length short of the whole. */
static void
damage(void)
{
	struct buf good = {0}, b = {0};
	size_t i, opened = 0;

	models_make(&good);
	for (i = 0; i < good.len; i++) {
		buf_reset(&b);
		buf_put(&b, good.s, good.len);
		b.s[i] = (char)(b.s[i] ^ 0x55);
		/* the word behind nconvs is not read */
		if (i < sizeof(struct model_head) - 4 ||
		    i >= sizeof(struct model_head))
			opened += verdict(&b).len == 0;
		b.s[i] = (char)(b.s[i] ^ 0x55);
		b.len = i;
		opened += verdict(&b).len == 0;
	}
	tap_num(opened, 0, "damaged and cut files are refused");
	buf_free(&good);
	buf_free(&b);
}

int
main(void)
{
	struct buf b = {0};
	struct model_table t;
	struct model *m;
	const char *why;
	int fd = mkstemp(path);

	close(fd);
	tap_str(verdict(&b), "the file is empty", "an empty file");
	buf_puts(&b, "qdner");
	tap_str(verdict(&b), "too short for a model", "a stub");
	models_make(&b);
	tap_str(verdict(&b), "", "a model is taken");
	m = model_open(path, &why);
	tap_ok(m && model_find(m, "qd", &t) == 0 && t.nlabels == LABEL_MAX,
	    "a convention is found");
	tap_ok(m && model_find(m, "other", &t) == 0 && t.nlabels == 12,
	    "and another");
	tap_ok(m && model_find(m, "none", &t) == -1, "but not any");
	tap_ok(m && !strcmp(model_name(m, 1), "other") && !model_name(m, 2),
	    "they have names");
	model_close(m);
	heads();
	damage();
	unlink(path);
	tap_ok(model_open(path, &why) == NULL &&
		   !strcmp(why, "No such file or directory"),
	    "a missing file");
	buf_free(&b);
	return tap_end();
}
