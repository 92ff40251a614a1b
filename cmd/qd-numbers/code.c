#include "code.h"

#include <string.h>

static size_t
digits(const struct text *t, size_t i)
{
	size_t from = i;

	while (i < t->n && is_digit((unsigned char)t->s[i]))
		i++;
	return i - from;
}

/* 1 when no digit, letter or hyphen with a digit carries on at i. */
static int
ends(const struct text *t, size_t i)
{
	if (i >= t->n)
		return 1;
	if (t->s[i] == '-')
		return digits(t, i + 1) == 0;
	return !is_digit((unsigned char)t->s[i]) &&
	       !is_letter((unsigned char)t->s[i]) && t->s[i] != '.';
}

/* 400-ddd-dddd, 800-ddddddd, 400ddddddd */
static size_t
service(const struct text *t, size_t i)
{
	size_t n = digits(t, i), k;

	if (!text_is(t, i, "400") && !text_is(t, i, "800"))
		return 0;
	if (n == 10)
		return i + 10;
	if (n != 3 || i + 3 >= t->n || t->s[i + 3] != '-')
		return 0;
	k = digits(t, i + 4);
	if (k == 7)
		return i + 11;
	if ((k == 3 || k == 4) && i + 4 + k < t->n && t->s[i + 4 + k] == '-' &&
	    digits(t, i + 5 + k) == 7 - k)
		return i + 12;
	return 0;
}

size_t
code_phone(const struct text *t, size_t i)
{
	size_t n = digits(t, i), k, to = service(t, i);

	if (to)
		return ends(t, to) ? to : 0;
	if (n == 11 && t->s[i] == '1' && t->s[i + 1] >= '3')
		return ends(t, i + 11) ? i + 11 : 0;
	if (t->s[i] != '0' || (n != 3 && n != 4) || i + n >= t->n ||
	    t->s[i + n] != '-')
		return 0;
	k = digits(t, i + n + 1);
	to = i + n + 1 + k;
	return k >= 5 && k <= 8 && ends(t, to) ? to : 0;
}

/* Characters of an address besides letters and digits. */
static int
in_url(unsigned char c)
{
	return c > ' ' && c < 0x7f && c != '<' && c != '>' && c != '"' &&
	       c != '\\' && c != '^' && c != '`' && c != '{' && c != '}' &&
	       c != '|' && c != '(' && c != ')';
}

/* Characters of the name in front of the @, and of a domain. */
static int
in_name(unsigned char c)
{
	return is_letter(c) || is_digit(c) || c == '.' || c == '-' ||
	       c == '_' || c == '+';
}

/* to without the punctuation of the sentence. */
static size_t
trim(const struct text *t, size_t from, size_t to)
{
	while (to > from && strchr(".,;:!?'-", t->s[to - 1]))
		to--;
	return to;
}

static int
mail(const struct text *t, size_t min, size_t i, size_t *from, size_t *to)
{
	size_t k = i + 1;

	*from = i;
	while (*from > min && in_name((unsigned char)t->s[*from - 1]))
		--*from;
	while (k < t->n && in_name((unsigned char)t->s[k]))
		k++;
	*to = trim(t, i + 1, k);
	return *from<i && * to> i + 3 &&
	       memchr(t->s + i + 1, '.', *to - i - 1) != NULL;
}

int
code_address(
    const struct text *t, size_t min, size_t i, size_t *from, size_t *to)
{
	size_t k;

	if (t->s[i] == '@')
		return mail(t, min, i, from, to);
	*from = i;
	if (t->s[i] == ':') {
		if (!text_is(t, i, "://"))
			return 0;
		while (*from > min && is_letter((unsigned char)t->s[*from - 1]))
			--*from;
		if (*from == i)
			return 0;
		k = i + 3;
	} else {
		if (!text_is(t, i, "www.") ||
		    (i > 0 && in_name((unsigned char)t->s[i - 1])))
			return 0;
		k = i;
	}
	while (k < t->n && in_url((unsigned char)t->s[k]))
		k++;
	*to = trim(t, i, k);
	return *to > i + 6;
}
