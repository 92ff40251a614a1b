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
	static const uint64_t far = 1 << 24, huge = UINT64_MAX - 63, askew = 8;
	static const uint32_t buckets = UINT32_MAX, places = 2 * MODELS_PLACES;
	static const uint32_t uneven = MODELS_PLACES - 1, most = 1U << 31;

	expect(0, "qdlex", 5, 0, "not a model of qd-ner", "a foreign file");
	expect(7, "\1", 1, 0, "a model of another version of the form",
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
	expect(offsetof(struct model_head, hidden), &many, 4, 1,
	    "damaged: its hidden units cannot be that many", "too many units");
	expect(offsetof(struct model_head, nbuckets), &buckets, 4, 1,
	    "damaged: weights lie outside the file", "too many buckets");
	expect(offsetof(struct model_head, rows), &huge, 8, 1,
	    "damaged: weights lie outside the file", "weights far outside");
	expect(offsetof(struct model_head, tags), &askew, 8, 1,
	    "damaged: weights lie outside the file", "tags out of step");
	expect(offsetof(struct model_head, nwords), &uneven, 4, 1,
	    "damaged: its clusters lie outside the file",
	    "places of clusters that are no power of two");
	expect(offsetof(struct model_head, nwords), &most, 4, 1,
	    "damaged: its clusters lie outside the file", "too many places");
	expect(offsetof(struct model_head, words), &huge, 8, 1,
	    "damaged: its clusters lie outside the file", "clusters outside");
	expect(offsetof(struct model_head, nwords), &places, 4, 1, "",
	    "as many as there is room for are taken");
}

static void
conventions(void)
{
	static const uint32_t many = 100;
	static const uint64_t huge = UINT64_MAX - 63;
	static const int32_t heavy = MODEL_BASE_MOST + 1;
	const size_t at = sizeof(struct model_head);
	const size_t conv = at + offsetof(struct model_entry, conv);

	expect(at, "0123456789abcdef", 16, 1,
	    "damaged: a convention's name has no end", "an endless name");
	expect(at + offsetof(struct model_entry, gate), &huge, 8, 1,
	    "damaged: weights lie outside the file", "a gate outside");
	expect(conv + offsetof(struct model_conv, nlabels), &many, 4, 1,
	    "damaged: a convention has no labels", "too many labels");
	expect(conv + offsetof(struct model_conv, base), &heavy, 4, 1,
	    "damaged: a weight that cannot be", "a weight that is too heavy");
	expect(conv + offsetof(struct model_conv, gate), &heavy, 4, 1,
	    "damaged: a weight that cannot be", "a gate that is too wide");
}

/* Bytes flipped, lengths short of the whole: all of the heads, and here and
 * there in what follows. */
static void
damage(void)
{
	const size_t heads = sizeof(struct model_head) + 64;
	struct buf good = {0}, b = {0};
	size_t i, opened = 0;

	models_make(&good);
	for (i = 0; i < good.len; i += i < heads ? 1 : 4099) {
		buf_reset(&b);
		buf_put(&b, good.s, good.len);
		b.s[i] = (char)(b.s[i] ^ 0x55);
		/* what is zero in the head is not read */
		if (i < offsetof(struct model_head, zeros) ||
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
	tap_ok(
	    m && model_find(m, "qd", &t) == 0 && t.conv->nlabels == LABEL_MAX,
	    "a convention is found");
	tap_ok(m && model_find(m, "other", &t) == 0 && t.conv->nlabels == 12,
	    "and another");
	tap_ok(m && model_find(m, "none", &t) == -1, "but not any");
	tap_ok(m && !strcmp(model_name(m, 1), "other") && !model_name(m, 2),
	    "they have names");
	model_close(m);
	heads();
	conventions();
	damage();
	unlink(path);
	tap_ok(model_open(path, &why) == NULL &&
		   !strcmp(why, "No such file or directory"),
	    "a missing file");
	buf_free(&b);
	return tap_end();
}
