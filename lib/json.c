#include "json.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct json_reader {
	json_t *top;
};

static void *
alloc(size_t n)
{
	return mem_realloc(NULL, n, 1);
}

/* The library's own type, which its functions want without const. */
static json_t *
own(const struct json_val *v)
{
	union {
		const struct json_val *v;
		json_t *t;
	} u = {v};

	return u.t;
}

static const struct json_val *
val(const json_t *t)
{
	union {
		const json_t *t;
		const struct json_val *v;
	} u = {t};

	return u.v;
}

struct json_reader *
json_open(void)
{
	json_set_alloc_funcs(alloc, mem_free);
	return mem_calloc(1, sizeof(struct json_reader));
}

/* 1 when the line holds nothing but white space. */
static int
blank(const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (s[i] != ' ' && s[i] != '\t' && s[i] != '\r')
			return 0;
	return 1;
}

const char *
json_read(struct json_reader *j, const char *s, size_t len, char *msg)
{
	json_error_t e;
	char *near;

	json_decref(j->top);
	j->top = NULL;
	if (len >= 3 && !memcmp(s, "\xef\xbb\xbf", 3)) {
		s += 3;
		len -= 3;
	}
	if (blank(s, len)) {
		j->top = json_object();
		return NULL;
	}
	j->top = json_loadb(s, len,
	    JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_ANY, &e);
	if (j->top == NULL) {
		/* What stands there is not repeated: it may be anything. */
		near = strstr(e.text, " near ");
		if (near)
			*near = '\0';
		snprintf(
		    msg, 160, "no JSON at byte %d: %.100s", e.position, e.text);
		return msg;
	}
	if (json_is_object(j->top))
		return NULL;
	json_decref(j->top);
	j->top = NULL;
	return "JSON, but no object (want one {...} a line)";
}

const struct json_val *
json_top(const struct json_reader *j)
{
	return val(j->top);
}

void
json_close(struct json_reader *j)
{
	if (j)
		json_decref(j->top);
	mem_free(j);
}

enum json_kind
json_kind(const struct json_val *v)
{
	if (v == NULL)
		return JSON_NONE;
	switch (json_typeof(own(v))) {
	case JSON_NULL:
		return JSON_NIL;
	case JSON_TRUE:
	case JSON_FALSE:
		return JSON_BOOL;
	case JSON_INTEGER:
	case JSON_REAL:
		return JSON_NUMBER;
	case JSON_STRING:
		return JSON_TEXT;
	case JSON_ARRAY:
		return JSON_LIST;
	case JSON_OBJECT:
		return JSON_DICT;
	}
	return JSON_NONE;
}

const struct json_val *
json_get(const struct json_val *dict, const char *name)
{
	return val(json_object_get(own(dict), name));
}

int
json_next(const struct json_val *dict, void **at, struct str *name,
    const struct json_val **v)
{
	json_t *d = own(dict);

	*at = *at ? json_object_iter_next(d, *at) : json_object_iter(d);
	if (*at == NULL)
		return 0;
	name->s = json_object_iter_key(*at);
	name->len = json_object_iter_key_len(*at);
	*v = val(json_object_iter_value(*at));
	return 1;
}

size_t
json_count(const struct json_val *list)
{
	return json_array_size(own(list));
}

const struct json_val *
json_at(const struct json_val *list, size_t i)
{
	return val(json_array_get(own(list), i));
}

/* Adds the shortest decimals that give x again, without an exponent. */
static void
put_real(struct buf *b, double x)
{
	char d[40], digits[40];
	int k, exp, n;
	char *e;

	for (k = 15; k <= 17; k++) {
		snprintf(d, sizeof d, "%.*e", k - 1, x);
		if (strtod(d, NULL) >= x && strtod(d, NULL) <= x)
			break;
	}
	e = strchr(d, 'e');
	exp = (int)strtol(e + 1, NULL, 10);
	for (n = 0, k = 0; d + k < e; k++)
		if (d[k] >= '0' && d[k] <= '9')
			digits[n++] = d[k];
	while (n > 1 && digits[n - 1] == '0')
		n--;
	if (d[0] == '-')
		buf_putc(b, '-');
	if (exp < 0)
		buf_puts(b, "0.");
	for (k = exp; k < -1; k++)
		buf_putc(b, '0');
	for (k = 0; k < n || k <= exp; k++) {
		if (k == exp + 1 && exp >= 0)
			buf_putc(b, '.');
		buf_putc(b, k < n ? digits[k] : '0');
	}
}

static struct str
number_text(json_t *t, struct buf *b)
{
	json_int_t n;

	if (json_is_real(t)) {
		put_real(b, json_real_value(t));
		return buf_str(b);
	}
	n = json_integer_value(t);
	if (n < 0)
		buf_putc(b, '-');
	buf_putu(b, n < 0 ? 0 - (size_t)n : (size_t)n);
	return buf_str(b);
}

static int
put_dump(const char *s, size_t n, void *b)
{
	buf_put(b, s, n);
	return 0;
}

struct str
json_text(const struct json_val *v, struct buf *b)
{
	json_t *t = own(v);
	struct str s = {NULL, 0};

	buf_reset(b);
	switch (json_kind(v)) {
	case JSON_NONE:
	case JSON_NIL:
		return s;
	case JSON_BOOL:
		return str_of(json_is_true(t) ? "true" : "false");
	case JSON_NUMBER:
		return number_text(t, b);
	case JSON_TEXT:
		s.s = json_string_value(t);
		s.len = json_string_length(t);
		return s;
	case JSON_LIST:
	case JSON_DICT:
		json_dump_callback(t, put_dump, b, JSON_COMPACT);
	}
	return buf_str(b);
}

int
json_size(const struct json_val *v, size_t *n)
{
	json_t *t = own(v);

	if (v == NULL || !json_is_integer(t) || json_integer_value(t) < 0)
		return 0;
	*n = (size_t)json_integer_value(t);
	return 1;
}
