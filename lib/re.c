#include "re.h"

#include <err.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* Steps of backtracking before a match is given up: some milliseconds. */
#define MATCH_LIMIT 1000000
#define DEPTH_LIMIT 10000
#define HEAP_LIMIT_KIB 20000

struct re {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *ctx;
	int jit;
};

struct re *
re_new(struct str pattern, struct buf *msg)
{
	struct re *re;
	pcre2_code *code;
	PCRE2_SIZE at;
	PCRE2_UCHAR text[256];
	int e;

	code = pcre2_compile((PCRE2_SPTR)pattern.s, pattern.len,
	    PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C, &e, &at, NULL);
	if (code == NULL) {
		pcre2_get_error_message(e, text, sizeof text);
		buf_puts(msg, (const char *)text);
		buf_puts(msg, " at offset ");
		buf_putu(msg, at);
		return NULL;
	}
	re = mem_calloc(1, sizeof *re);
	re->code = code;
	re->jit = pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0;
	re->data = pcre2_match_data_create_from_pattern(code, NULL);
	re->ctx = pcre2_match_context_create(NULL);
	if (re->data == NULL || re->ctx == NULL)
		mem_die();
	pcre2_set_match_limit(re->ctx, MATCH_LIMIT);
	pcre2_set_depth_limit(re->ctx, DEPTH_LIMIT);
	pcre2_set_heap_limit(re->ctx, HEAP_LIMIT_KIB);
	return re;
}

void
re_limit(struct re *re, unsigned steps)
{
	pcre2_set_match_limit(re->ctx, steps);
}

struct re *
re_must(const char *where, struct str pattern)
{
	struct buf msg = {0};
	struct re *re = re_new(pattern, &msg);

	if (re == NULL)
		errx(2, "%s: bad pattern: %s", where, msg.s);
	buf_free(&msg);
	return re;
}

int
re_match(struct re *re, const char *s, size_t len, size_t from)
{
	int n;

	/* The same, but for checks that are answered here already. */
	if (re->jit)
		n = pcre2_jit_match(
		    re->code, (PCRE2_SPTR)s, len, from, 0, re->data, re->ctx);
	else
		n = pcre2_match(re->code, (PCRE2_SPTR)s, len, from,
		    PCRE2_NO_UTF_CHECK, re->data, re->ctx);
	if (n > 0)
		return n;
	return n == PCRE2_ERROR_NOMATCH ? RE_NONE : RE_LIMIT;
}

int
re_group(const struct re *re, int i, size_t *from, size_t *to)
{
	const PCRE2_SIZE *v = pcre2_get_ovector_pointer(re->data);
	size_t k = i < 0 ? 0 : (size_t)i;

	if (i < 0 || (uint32_t)i >= pcre2_get_ovector_count(re->data) ||
	    v[2 * k] == PCRE2_UNSET)
		return 0;
	*from = v[2 * k];
	*to = v[2 * k + 1];
	return 1;
}

int
re_named(const struct re *re, const char *name)
{
	int n = pcre2_substring_number_from_name(re->code, (PCRE2_SPTR)name);

	return n < 0 ? -1 : n;
}

void
re_free(struct re *re)
{
	if (re == NULL)
		return;
	pcre2_match_context_free(re->ctx);
	pcre2_match_data_free(re->data);
	pcre2_code_free(re->code);
	mem_free(re);
}
