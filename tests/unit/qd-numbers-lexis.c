/* cmd/qd-numbers/lexis.h: words found by their first two characters. */
#include "lexis.h"

#include "tap.h"

static const struct {
	const char *word;
	uint32_t value;
} words[] = {{"港", 1}, {"港口", 2}, {"港口税", 4}, {"港口税率", 8}, {"海", 16},
    {"港口", 32}, {"ｋｍ", 64}, {"𠀋", 128}, {"𠀋石", 256}};

/* The longest word at the start of the text: its bytes and value. */
static const struct {
	const char *text;
	size_t len;
	uint32_t value;
	const char *what;
} cases[] = {
    {"港口税率表", 12, 8, "the longest word is found"},
    {"港口税务", 9, 4, "and the next one where it ends"},
    {"港口局", 6, 34, "a word that comes twice has both values"},
    {"港务", 3, 1, "a word of one character in front of another one"},
    {"港", 3, 1, "a word at the end of the text"},
    {"口岸", 0, 0, "no word"},
    {"", 0, 0, "no text"},
    {"km²", 2, 64, "words are kept in half width"},
    {"𠀋石", 7, 256, "characters beyond the basic plane"},
    {"𠀋", 4, 128, "one of those alone"},
    {"𠀌石", 0, 0, "and not their neighbours"},
};

/* Values that are indices are not joined: there is no such entry. */
static void
first_wins(void)
{
	struct text t = {"A级", 4, NULL};
	struct lexis_hit hit;
	struct lexis l;

	lexis_open(&l, LEXIS_FIRST);
	lexis_add(&l, str_of("港"), 0);
	lexis_add(&l, str_of("Ａ级"), 1);
	lexis_add(&l, str_of("A级"), 2);
	lexis_end(&l);
	tap_ok(lexis_longest(&l, &t, 0, &hit) && hit.value == 1,
	    "a word that comes twice has its first value, where that is asked");
	lexis_close(&l);
}

int
main(void)
{
	struct lexis l;
	struct lexis_hit hit[8] = {{0, 0}};
	struct text t;
	size_t i;

	lexis_open(&l, LEXIS_BITS);
	for (i = 0; i < sizeof words / sizeof *words; i++)
		lexis_add(&l, str_of(words[i].word), words[i].value);
	tap_ok(lexis_add(&l, str_of(""), 1) == -1, "an empty word is refused");
	tap_ok(lexis_add(&l, str_of("\xff"), 1) == -1, "so is one of no UTF-8");
	lexis_end(&l);
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		t.s = cases[i].text;
		t.n = strlen(t.s);
		t.half = NULL;
		if (!lexis_longest(&l, &t, 0, &hit[0]))
			hit[0].len = hit[0].value = 0;
		tap_ok(hit[0].len == cases[i].len &&
			   hit[0].value == cases[i].value,
		    cases[i].what);
	}
	t.s = "港口税率";
	t.n = strlen(t.s);
	i = lexis_all(&l, &t, 0, 0x6e2f, 0x53e3, hit, 8);
	tap_num(i, 4, "all words at a place");
	tap_ok(hit[0].len == 12 && hit[3].len == 3, "the longest first");
	tap_num(lexis_all(&l, &t, 0, 0x6e2f, 0x53e3, hit, 2), 2,
	    "no more than asked for");
	lexis_close(&l);
	first_wins();
	return tap_end();
}
