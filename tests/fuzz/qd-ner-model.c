/* The model loader: any file is refused or safe to tag with. */
#include "mapped.h"
#include "model.h"
#include "modelfile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reads all that the tagger may read of a table. */
static void
read_all(const struct model_table *t)
{
	size_t n = (size_t)t->nbuckets * MODEL_BUCKET, i;
	volatile unsigned sum = 0;

	if (t->conv->nlabels < 2 || t->conv->nlabels > LABEL_MAX ||
	    t->hidden == 0 || t->hidden > MODEL_HIDDEN)
		abort();
	for (i = 0; i < n; i++)
		sum += t->tags[i];
	for (i = 0; i < n * t->hidden; i++)
		sum += t->rows[i];
	for (i = 0; i < (size_t)FEAT_GATE * MODEL_GATE; i++)
		sum += (unsigned)t->gate[i];
	for (i = 0; i < t->clusters.n; i++)
		sum += cluster_of(&t->clusters, (uint32_t)i).fine;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct model_table t;
	struct model_head h;
	struct buf b = {0};
	const char *why = NULL, *path;
	struct model *m;
	size_t i;

	/* A right magic, size and checksum, so that what is behind them is
	 * tried. */
	buf_put(&b, (const char *)data, size);
	if (b.len >= sizeof h) {
		memcpy(&h, b.s, sizeof h);
		memcpy(h.magic, MODEL_MAGIC, 8);
		h.order = MODEL_ORDER;
		h.features = FEAT_VERSION;
		h.size = b.len;
		h.check = model_checksum(b.s + sizeof h, b.len - sizeof h);
		memcpy(b.s, &h, sizeof h);
	}
	path = mapped(&b);
	buf_free(&b);
	if (path == NULL)
		return 0;
	m = model_open(path, &why);
	for (i = 0; m && model_name(m, i); i++)
		if (model_find(m, model_name(m, i), &t) == 0)
			read_all(&t);
	if (m == NULL && why == NULL)
		abort();
	model_close(m);
	return 0;
}
