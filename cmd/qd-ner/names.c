#include "names.h"

#include <string.h>
#include <uchar.h>

#include "utf8.h"

#define BMP 65536
/* A listed word that was never counted: it had better be a name. */
#define UNCOUNTED 162
/* No cost in any place of a name. */
#define NONE                                                                   \
	NO_COST, NO_COST, NO_COST, NO_COST, NO_COST, NO_COST, NO_COST,         \
	    NO_COST, NO_COST, NO_COST, NO_COST

/* -10 ln p of a word of each level: the middle of its range of counts in the
 * 25 million words that they were counted in (scripts/mknames). */
static const uint8_t level_cost[NAMES_LEVELS] = {
    162, 148, 135, 121, 107, 93, 79, 58};

static uint8_t
kind_of(uint32_t cp)
{
	if (utf8_ishan(cp))
		return CHAR_HAN;
	if (utf8_isspace(cp))
		return CHAR_SPACE;
	if (utf8_ispunct(cp) || cp < 0x20)
		return CHAR_PUNCT;
	return CHAR_ALNUM;
}

/* Where the cost of that letter goes; NULL for none of ours. */
static uint8_t *
slot(struct names_char *c, char letter)
{
	static const char letters[] = "scdetuvpqmn";
	uint8_t *const slots[] = {&c->sur, &c->first, &c->second, &c->single,
	    &c->head, &c->mid, &c->tail, &c->place, &c->inplace, &c->brand,
	    &c->inbrand};
	const char *p = strchr(letters, letter);

	return letter && p ? slots[p - letters] : NULL;
}

/* Reads "c62 d45 s41" into the character's costs. */
static void
read_costs(struct names_char *c, struct str canon)
{
	size_t i = 0;
	uint8_t *to;
	int n;

	while (i < canon.len) {
		to = slot(c, canon.s[i++]);
		for (n = 0;
		     i < canon.len && canon.s[i] >= '0' && canon.s[i] <= '9';
		     i++)
			n = n * 10 + (canon.s[i] - '0');
		if (to)
			*to = (uint8_t)(n < NO_COST ? n : NO_COST - 1);
	}
}

/* The table, from the entries "=X" of the lexicon. */
static void
fill_chars(struct names *nm)
{
	static const char32_t particles[] =
	    U"的了在是和与及或对向从到为被把将就也都还又不有这那我你他她它们着"
	    U"过"
	    U"要会能可以于由因所让使给比跟而但且则即若等此其该各每某说称";
	const char32_t *p;
	uint32_t cp;
	char key[5] = "=";
	struct lex_hit hit;
	size_t n;

	nm->chars = mem_calloc(BMP, sizeof *nm->chars);
	for (cp = 0; cp < BMP; cp++) {
		struct names_char *c = &nm->chars[cp];

		memset(c, NO_COST, sizeof *c);
		c->kind = kind_of(cp);
		c->particle = 0;
		if (c->kind != CHAR_HAN)
			continue;
		n = 1 + utf8_encode(key + 1, cp);
		if (lex_longest(nm->lex, key, n, &hit) && hit.len == n)
			read_costs(c, hit.canon);
	}
	for (p = particles; *p; p++)
		nm->chars[*p].particle = 1;
}

int
names_open(struct names *nm, struct lex *lx)
{
	const struct {
		uint32_t *bit;
		const char *name;
	} classes[] = {
	    {&nm->verb, "v"},
	    {&nm->func, "f"},
	    {&nm->prov, "prov"},
	    {&nm->city, "city"},
	    {&nm->dist, "dist"},
	    {&nm->town, "town"},
	    {&nm->country, "country"},
	    {&nm->loc, "loc"},
	    {&nm->amb, "amb"},
	    {&nm->abbr, "abbr"},
	    {&nm->org, "org"},
	    {&nm->osuf, "osuf"},
	    {&nm->osufw, "osufw"},
	    {&nm->organ, "organ"},
	    {&nm->psuf, "psuf"},
	    {&nm->esuf, "esuf"},
	    {&nm->jsuf, "jsuf"},
	    {&nm->post, "post"},
	    {&nm->ppre, "ppre"},
	    {&nm->say, "say"},
	    {&nm->role, "role"},
	    {&nm->who, "who"},
	    {&nm->sur, "sur"},
	};
	char level[] = "w0";
	size_t i;

	nm->lex = lx;
	for (i = 0; i < NAMES_LEVELS; i++) {
		level[1] = (char)('0' + i);
		nm->level[i] = lex_class(lx, level);
		if (nm->level[i] == 0)
			return -1;
		nm->levels |= nm->level[i];
		nm->cost[nm->level[i] % 37] = level_cost[i];
	}
	for (i = 0; i < sizeof classes / sizeof *classes; i++) {
		*classes[i].bit = lex_class(lx, classes[i].name);
		if (*classes[i].bit == 0)
			return -1;
	}
	nm->place =
	    nm->prov | nm->city | nm->dist | nm->town | nm->country | nm->loc;
	nm->entry = nm->place | nm->abbr | nm->org | nm->osuf | nm->osufw |
		    nm->organ | nm->psuf | nm->esuf | nm->jsuf | nm->post |
		    nm->ppre | nm->say | nm->role | nm->who | nm->sur;
	fill_chars(nm);
	return 0;
}

const struct names_char *
names_char(const struct names *nm, uint32_t cp)
{
	static const struct names_char other = {NONE, CHAR_ALNUM, 0};
	static const struct names_char han = {NONE, CHAR_HAN, 0};

	if (cp < BMP)
		return &nm->chars[cp];
	return utf8_ishan(cp) ? &han : &other;
}

int
names_cost(const struct names *nm, uint32_t classes)
{
	uint32_t left = classes & nm->levels;
	int best = UNCOUNTED, cost;

	for (; left; left &= left - 1) {
		/* 2 is a primitive root of 37: the 32 bits differ */
		cost = nm->cost[(left & (~left + 1)) % 37];
		if (cost < best)
			best = cost;
	}
	return best;
}

void
names_close(struct names *nm)
{
	lex_close(nm->lex);
	mem_free(nm->chars);
	memset(nm, 0, sizeof *nm);
}
