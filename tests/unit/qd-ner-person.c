/* cmd/qd-ner/person.h, foreign.h, beside.h: people. */
#include "qd-ner-lists.h"

/* clang-format off */
static const char *const rows[][3] = {
    {"=林", "w0", "c62 d45 e56 s41"}, {"=海", "w0", "c45 d50 e60"},
    {"=青", "w0", "c56 d50 e50"}, {"=高", "w0", "c60 d70 e70 s52"},
    {"=万", "w0", "c70 d80 e80 s60"}, {"=多", "w0", "t60 u60 v60"},
    {"=门", "w0", "t50 u50 v60"}, {"=萨", "w0", "t38 u40 v35"},
    {"=卡", "w0", "t38 u40 v40"}, {"=洛", "w0", "t45 u42 v45"},
    {"=斯", "w0", "t36 u28 v25"}, {"=质", "w0", "c90 d95 e99"},
    {"=量", "w0", "c90 d90 e99"}, {"欧阳", "sur", "70"},
    {"青", "w5", ""}, {"海", "w5", ""}, {"林", "w4", ""}, {"高", "w6", ""},
    {"质量", "w6", ""}, {"发展", "w7,v", ""}, {"万", "w6", ""},
    {"说", "w7,v,say", ""}, {"市长", "w5,post", ""}, {"记者", "w6,role", ""},
    {"村民", "w5,who", ""}, {"的", "w7,f", ""}, {"小", "w6", ""},
    {"先生", "w6,say", ""}, {"很", "w7,f", ""}, {"卡", "w4", ""},
    {NULL, NULL, NULL}};
/* clang-format on */

int
main(void)
{
	struct find f = {0};

	lists_open(&f, rows);
	lists_expect(&f, "林海青说", "PER 林海青");
	lists_expect(&f, "市长林海青", "POST 市长|PER 林海青");
	lists_expect(&f, "市长林青说", "POST 市长|PER 林青");
	lists_expect(&f, "记者林海青", "PER 林海青");
	lists_expect(&f, "记者 林海青 高青", "PER 林海青|PER 高青");
	lists_expect(&f, "村民林海青", "PER 林海青");
	lists_expect(&f, "高质量发展", "");
	lists_expect(&f, "海林的质量", "");
	lists_expect(&f, "3万海", "");
	lists_expect(&f, "林某某", "PER 林某某");
	lists_expect(&f, "林先生说", "PER 林");
	lists_expect(&f, "记者 林 青", "PER 林 青");
	lists_expect(&f, "市长欧阳海青说", "POST 市长|PER 欧阳海青");
	lists_expect(&f, "卡洛斯·门多萨说", "PER 卡洛斯·门多萨");
	lists_expect(&f, "的卡洛斯・门多萨的", "PER 卡洛斯・门多萨");
	lists_expect(&f, "市长门多萨说", "POST 市长|PER 门多萨");
	lists_expect(&f, "卡·", "");
	lists_expect(&f, "·", "");
	find_free(&f);
	return tap_end();
}
