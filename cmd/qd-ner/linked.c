/*
 * Names written as annotations, with what was linked to them (link.h).
 */
#include "foreign.h"
#include "link.h"
#include "utf8.h"

/* A person's name without the spaces that set it to a width, and with one sort
 * of dots; into l->value. */
static struct str
person_value(struct linker *l, struct str s)
{
	size_t i, k;
	uint32_t cp;

	buf_reset(&l->value);
	for (i = 0; i < s.len; i += k) {
		k = utf8_decode(s.s + i, s.len - i, &cp);
		if (cp == ' ' && (unsigned char)s.s[0] >= 0x80)
			continue;
		if (foreign_dot(cp))
			buf_puts(&l->value, "·");
		else
			buf_put(&l->value, s.s + i, k);
	}
	return buf_str(&l->value);
}

/* 1 when nothing but Han characters stands there, or what looks like them. */
static int
han_alone(struct str s)
{
	size_t i;

	for (i = 0; i < s.len; i += 3)
		if ((unsigned char)s.s[i] < 0xe4 ||
		    (unsigned char)s.s[i] > 0xe9)
			return 0;
	return 1;
}

/* The canonical form of a name; good until the next is asked for. */
static struct str
value_of(struct linker *l, struct str text, const struct name *a)
{
	struct str s = {text.s + a->from, a->to - a->from};

	if (a->canon.len)
		return a->canon;
	return a->type != NER_PER || han_alone(s) ? s : person_value(l, s);
}

/* Puts the values of one key: of each link of per that has one, once. */
static void
put_links(struct linker *l, struct ann_list *out, const char *key,
    struct str text, const struct name *v, uint32_t per, int posts)
{
	uint32_t which, i, done[LINK_OFFICES];
	size_t j, ndone = 0;
	struct str s;

	for (i = l->first[per]; i && ndone < LINK_OFFICES;
	     i = l->v[i - 1].next) {
		which = posts ? l->v[i - 1].post : l->v[i - 1].org;
		if (which == NO_NAME)
			continue;
		for (j = 0; j < ndone && done[j] != which; j++)
			;
		if (j < ndone)
			continue;
		s = value_of(l, text, &v[which]);
		if (ndone == 0)
			ann_attr(out, key, s.s, s.len);
		else
			ann_attr_more(out, s.s, s.len);
		done[ndone++] = which;
	}
}

/* "0.934" */
static void
put_prob(struct ann_list *out, unsigned per_mille)
{
	char s[] = "0.000";
	size_t i;

	for (i = 4; i > 1; i--, per_mille /= 10)
		s[i] = (char)('0' + per_mille % 10);
	ann_attr(out, "p", s, 5);
}

void
link_write(struct linker *l, struct ann_list *out, struct str text,
    const uint32_t *at, const struct name *v, size_t n)
{
	struct str s;
	uint32_t i;

	for (i = 0; i < n; i++) {
		if (!l->keep[i])
			continue;
		ann_add(out, at[v[i].from], at[v[i].to], ner_tags[v[i].type]);
		s = value_of(l, text, &v[i]);
		ann_value(out, s.s, s.len);
		if (v[i].type == NER_PER)
			put_links(l, out, "org", text, v, i, 0);
		if (l->probs)
			put_prob(out, v[i].p);
		if (v[i].type != NER_PER)
			continue;
		put_links(l, out, "post", text, v, i, 1);
		if (l->role[i])
			ann_attr(out, "role", "reporter", 8);
	}
}
