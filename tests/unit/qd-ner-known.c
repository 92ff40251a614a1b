/* cmd/qd-ner/known.h: what an article is known to hold. */
#include "known.h"

#include "place.h"
#include "tap.h"
#include "utf8.h"

static const struct str none = {"", 0};

/* The length of the known name at the start of s, 0 where none counts. */
static size_t
at(const struct known *k, const char *s)
{
	const struct known_name *a;

	a = known_at(k, s, strlen(s));
	return a ? a->len : 0;
}

/* A list of many people of one surname is not looked through for each. */
static void
one_surname(void)
{
	struct known k = {0};
	char name[10] = "林";
	size_t i, j, n = 0;

	for (i = 0; i < 200; i++) {
		j = 3 + utf8_encode(name + 3, 0x4e00 + (uint32_t)i);
		j += utf8_encode(name + j, 0x9752);
		known_add(&k, (struct str){name, j}, NER_PER, 0, none, 1);
	}
	for (i = 0; i < k.n; i++)
		n += k.v[i].next != 0;
	tap_ok(k.n == 200 && n < 20, "people of one surname are kept apart");
	known_free(&k);
}

int
main(void)
{
	struct known k = {0};
	const struct known_name *a;

	tap_num(at(&k, "林海青"), 0, "nothing is known at first");
	known_add(&k, str_of("林海青"), NER_PER, 0, none, 1);
	known_add(&k, str_of("高青"), NER_PER, 0, none, 0);
	known_add(&k, str_of("临溪县"), NER_LOC, RANK_DIST, none, 1);
	known_add(&k, str_of("卡洛斯·门多萨"), NER_PER, 0, none, 1);
	known_add(&k, str_of("海林"), NER_PER, 0, none, 1);
	known_add(&k, str_of("海林"), NER_LOC, RANK_CITY, none, 1);
	known_add(&k, str_of("海林"), NER_LOC, RANK_CITY, none, 1);
	known_settle(&k);
	tap_num(at(&k, "林海青说"), 9, "a name with evidence counts");
	tap_num(at(&k, "高青说"), 0, "one without, found once, does not");
	tap_num(at(&k, "临溪的"), 6, "so does a place's short form");
	tap_num(at(&k, "临溪县的"), 9, "of two the longer is given");
	tap_num(at(&k, "门多萨说"), 9, "and the last part of a foreign name");
	a = known_at(&k, "门多萨", 9);
	tap_str(known_canon(&k, a), "卡洛斯·门多萨",
	    "its canonical form is the whole");
	a = known_at(&k, "海林", 6);
	tap_num(a->type, NER_LOC, "the type that was found more often counts");
	known_reset(&k);
	tap_num(at(&k, "林海青"), 0, "the next article begins empty");
	known_free(&k);
	one_surname();
	return tap_end();
}
