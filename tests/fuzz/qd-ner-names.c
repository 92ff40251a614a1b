/* The lists of qd-ner: any lexicon is refused or safe to find names with. */
#include "find.h"
#include "mapped.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* No word goes on behind the text. */
static void
look(const struct find *f)
{
	size_t i;

	for (i = 0; i < f->scan.nwords; i++)
		if (f->scan.words[i].to > f->scan.n)
			abort();
	for (i = 0; i < f->cands.n; i++)
		if (f->cands.v[i].to > f->scan.n)
			abort();
}

/* The texts as they are and cut short, where a word may want to go on. */
static void
find_all(struct find *f)
{
	static const char *const texts[] = {
	    "海州市委书记林海青、市长欧阳高青在临溪县青石镇说:12家公司AB股。",
	    "海州日报记者马里奥·罗西 中海两国,海州市委", NULL};
	struct str s;
	size_t i, n;
	char *copy;

	for (i = 0; texts[i]; i++) {
		n = strlen(texts[i]);
		for (s.len = n - 12; s.len <= n; s.len += 3) {
			copy = mem_dup(texts[i], s.len);
			s.s = copy;
			find_text(f, s, i == 1, NULL);
			look(f);
			mem_free(copy);
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *why = NULL, *path = mapped_lex(data, size);
	struct lex *lx = path ? lex_open(path, &why) : NULL;
	struct find f;

	memset(&f, 0, sizeof f);
	if (lx && names_open(&f.names, lx) == 0)
		find_all(&f);
	find_free(&f);
	return 0;
}
