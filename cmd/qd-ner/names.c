#include "names.h"

#include <string.h>
#include <uchar.h>

#include "utf8.h"

#define BMP 65536
/* A listed word that was never counted: it had better be a name. */
#define UNCOUNTED 162
/* Characters that the lexicon has no code for: one id for each kind. */
#define KINDS (CHAR_PUNCT + 1U)
#define MAXID 65535U
/* Of the cost of a surname of two characters. */
#define MAXDIGITS 4

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
			n = n < NO_COST ? n * 10 + (canon.s[i] - '0') : n;
		if (to)
			*to = (uint8_t)(n < NO_COST ? n : NO_COST - 1);
	}
}

static const struct {
	const char32_t *chars;
	uint16_t set;
} sets[] = {
    {U"一二三四五六七八九十百千万亿两几多余数第个", SET_NUMERAL},
    {U"一二三四五六七八九十百千万亿两几多数半每", SET_COUNTED},
    {U"第一二三四五六七八九十百", SET_ORDINAL},
    {U"一二三四五六七八九十百0123456789", SET_CENTURY},
    {U"一二三四五六七八九十两万多余第的了在是和", SET_NOT_GIVEN},
    {U"省市区县州旗镇乡", SET_LEVEL},
    {U"省市区县州镇乡村旗", SET_AREA},
    {U"和与及暨", SET_AND},
    {U"总外防媒国军警政官议首副央", SET_OFFICE},
    {U"驻访赴抵离来返在援对涉入", SET_VISITS},
    {U"家所个座名位间", SET_UNIT},
    {U"一二两三四五六七八九十几多数", SET_SMALL},
    {U"一二三四五六七八九十百千万两几多第", SET_NO_BRAND},
};

/* The character with that id; a new one of its kind. */
static struct names_char *
set_char(struct names *nm, size_t id, uint8_t kind)
{
	struct names_char *c;

	nm->chars = mem_grow(nm->chars, &nm->cap, id + 1, sizeof *nm->chars);
	c = &nm->chars[id];
	memset(c, NO_COST, sizeof *c);
	c->kind = kind;
	c->particle = c->marks = 0;
	c->sets = 0;
	if (id >= nm->nchars)
		nm->nchars = id + 1;
	return c;
}

/* A character of the BMP for itself, which till now may have been one of
 * those of its kind; NULL where there is no room. */
static struct names_char *
own_char(struct names *nm, uint32_t cp)
{
	size_t id = nm->ids[cp];

	if (id > lex_ncodes(nm->lex) && id <= lex_ncodes(nm->lex) + KINDS) {
		id = nm->nchars;
		if (id > MAXID)
			return NULL;
		set_char(nm, id, kind_of(cp));
		nm->ids[cp] = (uint16_t)id;
	}
	return &nm->chars[id];
}

/* A character that the lexicon has a code for, with the costs of its entry
 * "=X". */
static void
coded_char(struct names *nm, uint32_t code)
{
	uint32_t cp = lex_char(nm->lex, code);
	struct names_char *c = set_char(nm, code, kind_of(cp));
	char key[5] = "=";
	struct lex_hit hit;
	size_t n;

	if (cp >= BMP)
		return;
	nm->ids[cp] = (uint16_t)code;
	if (c->kind != CHAR_HAN)
		return;
	n = 1 + utf8_encode(key + 1, cp);
	if (lex_longest(nm->lex, key, n, &hit) && hit.len == n)
		read_costs(c, hit.canon);
	c->marks |= c->sur != NO_COST ? MARK_SUR : 0;
	c->marks |= c->head != NO_COST ? MARK_HEAD : 0;
}

/* The characters that the rules ask for by themselves. */
static void
special_chars(struct names *nm)
{
	static const char32_t particles[] =
	    U"的了在是和与及或对向从到为被把将就也都还又不有这那我你他她它们着"
	    U"过"
	    U"要会能可以于由因所让使给比跟而但且则即若等此其该各每某说称";
	const char32_t *p;
	size_t i;

	for (p = particles; *p; p++)
		own_char(nm, *p)->particle = 1;
	for (p = U"小老阿"; *p; p++)
		own_char(nm, *p)->marks |= MARK_SUR;
	for (p = U"在于至抵距从到赴往离、"; *p; p++)
		own_char(nm, *p)->marks |= MARK_ASKS;
	for (p = U"·・•‧･-"; *p; p++)
		own_char(nm, *p)->marks |= MARK_JOINT;
	for (i = 0; i < sizeof sets / sizeof *sets; i++)
		for (p = sets[i].chars; *p; p++)
			own_char(nm, *p)->sets |= sets[i].set;
}

static void
fill_start(struct names *nm, unsigned id)
{
	struct names_start *st = &nm->starts[id];
	int han = nm->chars[id].kind == CHAR_HAN;
	uint32_t state = 0;

	st->kind = nm->chars[id].kind;
	st->marks = nm->chars[id].marks;
	st->brief.cost[0] = han ? NAMES_UNKNOWN : NAMES_PLAIN;
	st->brief.cost[1] = st->brief.cost[2] = NAMES_NONE;
	if (id && id <= lex_ncodes(nm->lex))
		state = lex_step(&nm->trie, LEX_ROOT, id);
	if (state == 0)
		return;
	st->base = nm->trie.units[state].base;
	st->value = lex_value(&nm->trie, state);
	if (st->value == 0)
		return;
	st->classes = nm->values[st->value - 1].classes;
	if (han)
		st->brief.cost[0] = (int16_t)nm->values[st->value - 1].cost;
}

static void
fill_starts(struct names *nm)
{
	unsigned i;

	nm->starts = mem_calloc(nm->nchars, sizeof *nm->starts);
	for (i = 0; i < nm->nchars; i++)
		fill_start(nm, i);
}

/* 0, or -1 where the lexicon has too many characters. */
static int
fill_chars(struct names *nm)
{
	uint32_t n = lex_ncodes(nm->lex), i;

	if (n > MAXID / 2)
		return -1;
	nm->ids = mem_calloc(BMP, sizeof *nm->ids);
	set_char(nm, 0, CHAR_PUNCT); /* no code is 0 */
	nm->end = n + 1 + CHAR_PUNCT;
	for (i = 0; i < KINDS; i++)
		set_char(nm, n + 1 + i, (uint8_t)i);
	for (i = 0; i < BMP; i++)
		nm->ids[i] = (uint16_t)(n + 1 + kind_of(i));
	for (i = 1; i <= n; i++)
		coded_char(nm, i);
	special_chars(nm);
	fill_starts(nm);
	return 0;
}

/* The cost of a word of those classes. */
static int
word_cost(const struct names *nm, uint32_t classes)
{
	int best = UNCOUNTED, i;

	for (i = 0; i < NAMES_LEVELS; i++)
		if ((classes & nm->level[i]) && level_cost[i] < best)
			best = level_cost[i];
	return best;
}

/* 1 when the form of a surname begins with a number that no cost is. */
static int
no_cost(struct str canon)
{
	size_t k;

	for (k = 0; k < canon.len && canon.s[k] >= '0' && canon.s[k] <= '9';
	     k++)
		;
	return k > MAXDIGITS;
}

/* 0, or -1 where a value cannot be ours. */
static int
fill_values(struct names *nm)
{
	uint32_t n = lex_nvalues(nm->lex), i;
	struct lex_hit hit;

	nm->values = mem_calloc(n, sizeof *nm->values);
	for (i = 0; i < n; i++) {
		lex_value_get(nm->lex, i, &hit);
		nm->values[i].classes = hit.classes;
		nm->values[i].cost = word_cost(nm, hit.classes);
		if ((hit.classes & nm->sur) && no_cost(hit.canon))
			return -1;
	}
	return 0;
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
	nm->trie = lex_trie(lx);
	for (i = 0; i < NAMES_LEVELS; i++) {
		level[1] = (char)('0' + i);
		nm->level[i] = lex_class(lx, level);
		if (nm->level[i] == 0)
			return -1;
		nm->levels |= nm->level[i];
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
	nm->rule[RULE_PLACE] = nm->place | nm->psuf;
	nm->rule[RULE_ABBR] = nm->abbr;
	nm->rule[RULE_ORG] = nm->org | nm->osuf | nm->osufw | nm->organ;
	nm->rule[RULE_POST] = nm->post;
	nm->rule[RULE_EVENT] = nm->esuf | nm->jsuf;
	nm->rule[RULE_SUR] = nm->sur;
	return fill_values(nm) == -1 ? -1 : fill_chars(nm);
}

unsigned
names_id_far(const struct names *nm, uint32_t cp)
{
	unsigned code = lex_code(nm->lex, cp);

	return code ? code : lex_ncodes(nm->lex) + 1 + kind_of(cp);
}

void
names_close(struct names *nm)
{
	lex_close(nm->lex);
	mem_free(nm->chars);
	mem_free(nm->ids);
	mem_free(nm->starts);
	mem_free(nm->values);
	memset(nm, 0, sizeof *nm);
}
