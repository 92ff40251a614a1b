/* cmd/qd-ner/link.h: who holds which office where. */
#include "link.h"

#include "tap.h"

#define WALL 60000

/*
 * The text has the names in brackets after the letter of their type: P person,
 * T post, O organisation, L place.  want: the annotations, "surface{attrs}".
 */
static void
expect(const char *marked, const char *want)
{
	static const char letters[] = "PTOL";
	struct name v[16];
	struct ann_list list = {0};
	struct linker l = {0};
	struct buf text = {0}, got = {0};
	uint32_t at[512];
	size_t n = 0, i;
	struct str s;
	const char *p;

	memset(v, 0, sizeof v);
	for (p = marked; *p; p++) {
		if (*p == ']') {
			v[n++].to = (uint32_t)text.len;
		} else if (p[1] == '[') {
			v[n].type = (uint8_t)(strchr(letters, *p++) - letters);
			v[n].from = v[n].part = (uint32_t)text.len;
		} else {
			buf_putc(&text, *p);
		}
	}
	for (i = 0; i <= text.len; i++)
		at[i] = (uint32_t)i;
	link_names(&l, buf_str(&text), v, n);
	link_write(&l, &list, buf_str(&text), at, v, n);
	buf_puts(&got, "");
	for (i = 0; i < list.n; i++) {
		buf_put(&got, text.s + list.v[i].from,
		    list.v[i].to - list.v[i].from);
		s = ann_attrs_of(&list, &list.v[i]);
		buf_puts(&got, "{");
		buf_put(&got, s.s, s.len);
		buf_puts(&got, "}");
	}
	tap_str(buf_str(&got), want, marked);
	link_free(&l);
	ann_free(&list);
	buf_free(&text);
	buf_free(&got);
}

/* Many times an office and a name, or a name alone: none is left out. */
static void
wall(int offices)
{
	struct name *v = mem_calloc((size_t)WALL * 2, sizeof *v);
	struct ann_list list = {0};
	struct linker l = {0};
	struct buf text = {0};
	uint32_t *at, i, n = 0;

	for (i = 0; i < WALL; i++) {
		if (offices) {
			v[n].type = NER_POST;
			v[n].from = (uint32_t)text.len;
			buf_puts(&text, "市长");
			v[n++].to = (uint32_t)text.len;
		}
		v[n].type = NER_PER;
		v[n].from = (uint32_t)text.len;
		buf_puts(&text, "张三");
		v[n++].to = (uint32_t)text.len;
		buf_puts(&text, "、");
	}
	at = mem_calloc(text.len + 1, sizeof *at);
	for (i = 0; i <= text.len; i++)
		at[i] = i;
	link_names(&l, buf_str(&text), v, n);
	link_write(&l, &list, buf_str(&text), at, v, n);
	tap_num(list.n, n, "a wall of names is linked");
	link_free(&l);
	ann_free(&list);
	buf_free(&text);
	mem_free(at);
	mem_free(v);
}

int
main(void)
{
	expect("T[市长]P[林海青]", "市长{}林海青{post=市长}");
	expect("T[市委副书记]、T[市长]P[林海青]",
	    "市委副书记{}市长{}林海青{post=市委副书记|市长}");
	expect("O[崂山区委]T[书记]P[林海青]",
	    "崂山区委{}书记{}林海青{org=崂山区委;post=书记}");
	expect("O[甲局]T[局长]、O[乙会]T[会长]P[林海青]",
	    "甲局{}局长{}乙会{}会长{}林海青{org=甲局|乙会;post=局长|会长}");
	expect("P[林海青]T[书记]说", "林海青{post=书记}书记{}");
	expect("T[副市长]P[林海青]、P[高青]",
	    "副市长{}林海青{post=副市长}高青{post=副市长}");
	expect("T[市长]P[林海青],T[书记]P[高青]",
	    "市长{}林海青{post=市长}书记{}高青{post=书记}");
	expect("T[市长]说", "");
	expect("T[总书记]说", "总书记{}");
	expect("T[市长]说,P[林海青]", "林海青{}");
	expect("任命P[林海青]为O[甲局]T[局长]",
	    "林海青{org=甲局;post=局长}甲局{}局长{}");
	expect("P[高青]任T[校长]", "高青{post=校长}校长{}");
	expect("P[林海青]T[总书记]说", "林海青{post=总书记}总书记{}");
	expect("P[林海青]T[县长]和P[高青]T[局长]",
	    "林海青{post=县长}县长{}高青{post=局长}局长{}");
	expect("P[林海青]T[县长]、P[高青]", "林海青{post=县长}县长{}高青{}");
	expect("时任T[县长]的P[林海青]", "县长{}林海青{post=县长}");
	expect("P[高青]的T[县长]", "高青{}");
	expect("L[海州]前T[县长]P[林海青]",
	    "海州{}县长{}林海青{org=海州;post=县长}");
	expect("O[甲报]/O[乙网]记者 P[林海青] P[高青]",
	    "甲报{}乙网{}林海青{org=甲报|乙网}高青{org=甲报|乙网}");
	expect("O[甲社]L[海州]3月1日电(记者P[林海青])",
	    "甲社{}海州{}林海青{org=甲社}");
	expect("O[甲报]记者会上,P[林海青]", "甲报{}林海青{}");
	expect("L[海州]记者P[林海青]", "海州{}林海青{}");
	expect("", "");
	wall(0);
	wall(1);
	return tap_end();
}
