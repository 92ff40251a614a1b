/* cmd/qd-dedupe/state.h: what is kept from run to run, and what is no state. */
#include "state.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tap.h"

static struct variants *variants;

static void
begin(struct index *ix, int near)
{
	struct index_opt o = {
	    .near = {700, near, 0}, .places = 1, .few = 1, .memory = 1 << 20};

	o.variants = variants;
	(void)index_open(ix, &o);
}

static enum verdict_kind
judge(struct index *ix, const char *text, const char *doc)
{
	struct index_text t = {0};
	struct verdict v;

	index_take(ix, &t, str_of(text));
	index_look(ix, &t);
	(void)index_judge(ix, &t, str_of(doc), str_of("1.2"), &v);
	index_text_free(&t);
	return v.kind;
}

static const char *const texts[] = {"港口开航", "码头",
    "海湾新区管委会五日宣布东港二期工程全线贯通首批十二艘货轮将于下月初靠泊",
    "市民公园昨日闭园修缮工期四十天游客可改往北山植物园东门步道", ""};

static void
fill(struct index *ix)
{
	size_t i;

	for (i = 0; i < sizeof texts / sizeof *texts; i++)
		(void)judge(ix, texts[i], i < 2 ? "" : "a.txt");
}

/* The file of a filled index, into b. */
static void
image(struct buf *b, int near)
{
	char path[] = "/tmp/qd-state-XXXXXX";
	struct index ix;
	ssize_t k;
	int fd = mkstemp(path);

	begin(&ix, near);
	fill(&ix);
	tap_num((size_t)state_save(&ix, 7, path), 0, "a state is written");
	index_close(&ix);
	(void)close(fd);
	fd = open(path, O_RDONLY);
	buf_reserve(b, 1 << 16);
	k = read(fd, b->s, 1 << 16);
	b->len = k > 0 ? (size_t)k : 0;
	(void)close(fd);
	(void)unlink(path);
}

static void
comes_back(int near)
{
	struct buf b = {0};
	struct index ix;
	struct str doc, loc;
	size_t i, wrong = 0;

	image(&b, near);
	begin(&ix, near);
	tap_ok(state_parse(&ix, 7, b.s, b.len) == NULL, "and read again");
	for (i = 0; i + 1 < sizeof texts / sizeof *texts; i++)
		wrong += judge(&ix, texts[i], "b") != VERDICT_EXACT;
	tap_num(wrong, 0, "all texts are known");
	wrong += judge(&ix, "岛", "b") != VERDICT_NEW;
	tap_num(wrong, 0, "no other is");
	index_place(&ix, 1, &doc, &loc);
	tap_str(doc, "", "a document without a name");
	index_place(&ix, 2, &doc, &loc);
	tap_str(doc, "a.txt", "and one with");
	tap_ok(!near || judge(&ix,
			    "海湾新区管委会五日宣布东港二期工程全面贯通首批十二"
			    "艘货轮将在下月初靠泊",
			    "b") == VERDICT_NEAR,
	    "near repeats are found");
	index_close(&ix);
	begin(&ix, near);
	tap_ok(state_parse(&ix, 8, b.s, b.len) != NULL,
	    "other options are refused");
	index_close(&ix);
	begin(&ix, !near);
	tap_ok(state_parse(&ix, 7, b.s, b.len) != NULL, "of the index, too");
	index_close(&ix);
	buf_free(&b);
}

/* Any changed byte and any shorter file is refused. */
static void
refused(void)
{
	struct buf b = {0};
	struct index ix;
	size_t i, taken = 0;

	image(&b, 1);
	for (i = 0; i < b.len; i++) {
		begin(&ix, 1);
		b.s[i] ^= 0x20;
		taken += state_parse(&ix, 7, b.s, b.len) == NULL;
		b.s[i] ^= 0x20;
		taken += state_parse(&ix, 7, b.s, i) == NULL;
		index_close(&ix);
	}
	tap_num(taken, 0, "a broken file is refused");
	buf_free(&b);
}

/* Where somebody made the checksum right, nothing is read that is not there
 * (the sanitizers tell). */
static void
forged(void)
{
	struct buf b = {0};
	struct index ix;
	size_t i, k, n;
	uint64_t sum;

	image(&b, 1);
	for (i = 0; i < 4000; i++) {
		/* A copy of the exact size. */
		char *s = mem_dup(b.s, b.len);

		n = b.len - (i % 3 == 0 ? i % 50 : 0);
		s[16 + i * 7 % (n - 24)] = (char)(i * 31);
		s[24 + i * 13 % (n - 32)] = (char)(i % 5 ? 0xff : i);
		sum = hash_bytes(s, n - 8).lo;
		for (k = 0; k < 8; k++)
			s[n - 8 + k] = (char)(sum >> 8 * k);
		begin(&ix, 1);
		(void)state_parse(&ix, 7, s, n);
		(void)judge(&ix, texts[2], "c");
		index_close(&ix);
		mem_free(s);
	}
	tap_ok(1, "a forged file does no harm");
	buf_free(&b);
}

int
main(void)
{
	variants = variants_load(NULL);
	comes_back(1);
	comes_back(0);
	refused();
	forged();
	mem_free(variants);
	return tap_end();
}
