#include "link.h"

#include <string.h>

#define LONGEST_CREDIT 30 /* bytes from a reporter's medium to the name */

/* The offices met since the last break. */
struct group {
	uint32_t post[LINK_OFFICES], org[LINK_OFFICES];
	size_t n;
	uint32_t pending; /* organisation for the offices to come */
	int named;	  /* its person was seen: more may follow */
};

/* The words of a set are short: what is longer is in none. */
#define LONGEST 12

static int
among(struct str s, const char *const *set)
{
	if (s.len > LONGEST)
		return 0;
	for (; *set; set++)
		if (str_is(s, *set))
			return 1;
	return 0;
}

static struct str
between(struct str text, const struct name *a, const struct name *b)
{
	struct str s = {text.s + a->to, b->from - a->to};

	return s;
}

/* What may stand between the offices of one person. */
static int
joined(struct str gap)
{
	static const char *const joints[] = {"", "、", ",", " ", "和", "兼",
	    "及", "以及", "、 ", ", ", "暨", "兼任", "・", "·", "/", NULL};

	return among(gap, joints);
}

/* And between two people of one office. */
static int
listed(struct str gap)
{
	static const char *const joints[] = {
	    "、", " ", "和", "与", "及", "", NULL};

	return among(gap, joints);
}

static void
add_link(struct linker *l, uint32_t per, uint32_t post, uint32_t org)
{
	struct link *k;

	l->v = mem_grow(l->v, &l->cap, l->n + 1, sizeof *l->v);
	k = &l->v[l->n++];
	k->post = post;
	k->org = org;
	k->next = 0;
	if (l->first[per] == 0)
		l->first[per] = (uint32_t)l->n;
	else
		l->v[l->last[per] - 1].next = (uint32_t)l->n;
	l->last[per] = (uint32_t)l->n;
	if (post != NO_NAME)
		l->keep[post] = l->held[post] = 1;
}

static void
link_group(struct linker *l, const struct group *g, uint32_t per)
{
	size_t i;

	for (i = 0; i < g->n; i++)
		add_link(l, per, g->post[i], g->org[i]);
}

/* An office straight behind a name belongs to it unless another name follows
 * the office. */
static int
behind(struct str text, const struct name *v, size_t n, size_t i)
{
	static const char *const takes[] = {"", "任", "当选", "担任", "出任",
	    "为", "兼任", "当选为", "(", "(现任", ",现任", ",曾任", ",任",
	    "辞去", "就任", "出任新", NULL};
	struct str gap;

	if (i + 1 >= n || v[i].type != NER_PER || v[i + 1].type != NER_POST)
		return 0;
	gap = between(text, &v[i], &v[i + 1]);
	if (!among(gap, takes))
		return 0;
	return gap.len > 0 || i + 2 >= n || v[i + 2].type != NER_PER ||
	       v[i + 2].from > v[i + 1].to;
}

/* 林海青县长、罗永嘉局长: an office that stands straight behind one name, and
 * not straight before another, is not the other's. */
static int
of_the_last(struct str text, const struct name *v, size_t n, size_t i)
{
	return i > 0 && v[i].type == NER_POST && v[i - 1].type == NER_PER &&
	       v[i].from == v[i - 1].to && behind(text, v, n, i - 1);
}

/* 任命 a person 为 organisation + office, office ...: all are his. */
static void
appointed(struct linker *l, struct str text, const struct name *v, size_t n,
    size_t per)
{
	static const char *const takes[] = {"为", "任", "担任", "出任",
	    "当选为", "兼任", "当选", "的", "同志任", "同志为", NULL};
	uint32_t i, org = NO_NAME;

	if (v[per].type != NER_PER || per + 2 >= n ||
	    (v[per + 1].type != NER_ORG && v[per + 1].type != NER_LOC) ||
	    !among(between(text, &v[per], &v[per + 1]), takes))
		return;
	for (i = (uint32_t)per + 1; i < n && v[i].type != NER_PER; i++) {
		if (i > per + 1 && !joined(between(text, &v[i - 1], &v[i])))
			return;
		if (v[i].type != NER_POST)
			org = i;
		else if (!l->held[i])
			add_link(l, (uint32_t)per, i, org);
	}
}

/* 总书记: an office that stands for one holder. */
static int
stands_alone(struct str text, const struct name *v, size_t i)
{
	static const char *const holder[] = {"总书记", NULL};
	static const char *const first[] = {"总统", "总理", "首相", "国王",
	    "女王", "外长", "防长", "主席", "部长", "议长", NULL};
	static const char *const local[] = {
	    "省长", "市长", "州长", "县长", "区长", NULL};
	struct str s = {text.s + v[i].from, v[i].to - v[i].from};

	if (among(s, holder) || (s.len > 9 && !memcmp(s.s, "驻", 3) &&
				    !memcmp(s.s + s.len - 6, "大使", 6)))
		return 1;
	if (i > 0 && v[i - 1].to == v[i].from && v[i - 1].type == NER_LOC &&
	    among(s, local))
		return 1;
	return i > 0 && v[i - 1].to == v[i].from &&
	       (v[i - 1].type == NER_ORG || v[i - 1].rank == 1) &&
	       among(s, first);
}

/* 1 when a person stands before name i and a list of people goes on. */
static int
goes_on(struct str text, const struct name *v, size_t i)
{
	return i > 0 && v[i - 1].type == NER_PER &&
	       listed(between(text, &v[i - 1], &v[i]));
}

/* 1 for a reporter, and for who follows one in a list. */
static unsigned char
reporter(const struct linker *l, const struct name *v, size_t i, int goes)
{
	return v[i].type == NER_PER &&
	       ((v[i].flags & CAND_REPORTER) || (goes && l->role[i - 1]));
}

/* 1 when the gap says that a reporter follows: 记者, 电(记者. */
static int
announces(struct str gap)
{
	static const char *const who[] = {"记者", "通讯员", NULL};
	size_t i, n;

	while (gap.len && gap.s[gap.len - 1] == ' ')
		gap.len--;
	for (i = 0; who[i]; i++) {
		n = strlen(who[i]);
		if (gap.len >= n && gap.len <= LONGEST_CREDIT &&
		    !memcmp(gap.s + gap.len - n, who[i], n))
			return 1;
	}
	return 0;
}

/* The media of a reporter who has no office, also with a place and a date
 * behind them: 临溪日报/临溪融媒记者, 临溪社青石3月1日电(记者.  The list of
 * people that per stands in begins at i. */
static void
reports_for(struct linker *l, struct str text, const struct name *v,
    uint32_t per, uint32_t i)
{
	uint32_t from;

	if (i == 0 || !announces(between(text, &v[i - 1], &v[i])))
		return;
	i--;
	if (i > 0 && v[i].type == NER_LOC && v[i - 1].to == v[i].from)
		i--;
	if (v[i].type != NER_ORG)
		return;
	for (from = i; from > 0 && v[from - 1].type == NER_ORG &&
		       joined(between(text, &v[from - 1], &v[from]));
	     from--)
		;
	for (; from <= i; from++)
		add_link(l, per, NO_NAME, from);
}

static void
make_room(struct linker *l, size_t n)
{
	l->n = 0;
	if (n + 1 > l->kcap) {
		l->keep = mem_grow(l->keep, &l->kcap, n + 1, 1);
		l->held = mem_realloc(l->held, l->kcap, 1);
		l->role = mem_realloc(l->role, l->kcap, 1);
		l->first = mem_realloc(l->first, l->kcap, sizeof *l->first);
		l->last = mem_realloc(l->last, l->kcap, sizeof *l->last);
	}
	memset(l->first, 0, n * sizeof *l->first);
}

static void
forget(struct group *g)
{
	g->n = 0;
	g->pending = NO_NAME;
	g->named = 0;
}

/* Takes name i into the group; a person gets what the group has. */
static void
take(struct linker *l, struct group *g, const struct name *v, uint32_t i)
{
	switch (v[i].type) {
	case NER_ORG:
	case NER_LOC:
		g->pending = i;
		break;
	case NER_POST:
		if (g->n == LINK_OFFICES)
			break;
		g->post[g->n] = i;
		g->org[g->n++] = g->pending;
		break;
	case NER_PER:
		link_group(l, g, i);
		g->named = 1;
		break;
	default:
		g->n = 0;
		g->pending = NO_NAME;
		break;
	}
}

/* What joins two of certain types alone: 任书记的 | 林海青, 临溪县 | 前 | 县长.
 */
static int
joined_by_type(struct str gap, const struct name *v, size_t i)
{
	static const char *const times[] = {
	    "前", "原", "时任", "现任", "新任", NULL};

	if (v[i].type == NER_PER)
		return v[i - 1].type == NER_POST && str_is(gap, "的");
	return v[i].type == NER_POST && v[i - 1].type != NER_PER &&
	       among(gap, times);
}

/* 1 when name i does not go on with the group. */
static int
breaks(const struct group *g, struct str text, const struct name *v, size_t i)
{
	struct str gap;

	if (i == 0)
		return 1;
	gap = between(text, &v[i - 1], &v[i]);
	return !(joined(gap) || joined_by_type(gap, v, i)) ||
	       (g->named && (v[i].type != NER_PER || !listed(gap)));
}

void
link_names(struct linker *l, struct str text, const struct name *v, size_t n)
{
	struct group g = {{0}, {0}, 0, NO_NAME, 0};
	uint32_t i, first = 0; /* of the list of people that i stands in */
	int goes;

	make_room(l, n);
	for (i = 0; i < n; i++) {
		l->held[i] = 0;
		l->keep[i] =
		    l->all || v[i].type != NER_POST || stands_alone(text, v, i);
		if (breaks(&g, text, v, i))
			forget(&g);
		if (of_the_last(text, v, n, i)) {
			add_link(l, i - 1, i, NO_NAME);
			forget(&g);
		} else {
			take(l, &g, v, i);
		}
	}
	for (i = 0; i < n; i++) {
		goes = goes_on(text, v, i);
		first = goes ? first : i;
		l->role[i] = reporter(l, v, i, goes);
		if (v[i].type == NER_PER)
			reports_for(l, text, v, i, first);
		if (behind(text, v, n, i) && !l->held[i + 1])
			add_link(l, i, i + 1, NO_NAME);
		appointed(l, text, v, n, i);
	}
}

void
link_free(struct linker *l)
{
	mem_free(l->v);
	mem_free(l->first);
	mem_free(l->last);
	mem_free(l->keep);
	mem_free(l->held);
	mem_free(l->role);
	buf_free(&l->value);
	memset(l, 0, sizeof *l);
}
