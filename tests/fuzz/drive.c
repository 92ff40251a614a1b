/*
 * Drives one fuzz target without a fuzzing engine: the files given, then
 * seeded mutations of them.  usage: TARGET ROUNDS [FILE ...]
 *
 * make fuzz uses libFuzzer instead where there is one; this keeps the targets
 * alive in every test run.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "mem.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t seed = 88172645463325252U;

/* xorshift64 (Marsaglia 2003). */
static size_t
rnd(size_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (size_t)(seed % n);
}

static void
run(const struct buf *b)
{
	/* A copy of the exact size, so that sanitizers see one byte over. */
	char *copy = mem_dup(b->s ? b->s : "", b->len);

	(void)LLVMFuzzerTestOneInput((const uint8_t *)copy, b->len);
	mem_free(copy);
}

static void
mutate(struct buf *b)
{
	static const char bytes[] = "\t\n\r\\;|=@,.0123456789\xff\xc0\xe6\xb8";
	size_t i, n = 1 + rnd(4);

	for (i = 0; i < n && b->len; i++) {
		size_t at = rnd(b->len);

		switch (rnd(4)) {
		case 0:
			b->s[at] = (char)rnd(256);
			break;
		case 1:
			b->s[at] = bytes[rnd(sizeof bytes - 1)];
			break;
		case 2:
			b->len = at;
			break;
		default:
			buf_putc(b, bytes[rnd(sizeof bytes - 1)]);
		}
	}
}

static void
read_file(const char *path, struct buf *b)
{
	int fd = open(path, O_RDONLY);
	ssize_t k = 1;

	while (fd != -1 && k > 0) {
		buf_reserve(b, 65536);
		k = read(fd, b->s + b->len, 65536);
		b->len += k > 0 ? (size_t)k : 0;
	}
	close(fd);
}

int
main(int argc, char *argv[])
{
	int i;
	size_t k, rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000;
	struct buf file = {0}, b = {0};

	run(&b);
	for (i = 2; i < argc; i++) {
		buf_reset(&file);
		read_file(argv[i], &file);
		run(&file);
		for (k = 0; k < rounds; k++) {
			buf_reset(&b);
			buf_put(&b, file.s, file.len);
			mutate(&b);
			run(&b);
		}
	}
	buf_free(&file);
	buf_free(&b);
	printf("ok: %zu rounds a file\n", rounds);
	return 0;
}
