/*
 * A script that makes a database of the stream: sqlite3 issue.db <script.
 * Documents, articles and blocks, entities and quantities with their blocks,
 * indexes on what is asked for most, and a full-text index of the blocks
 * (FTS5; its trigram tokenizer, because Chinese is written without spaces).
 */
#include <string.h>

#include "fmt.h"
#include "jsonw.h"

static const char head[] =
    "BEGIN;\n"
    "CREATE TABLE documents (id INTEGER PRIMARY KEY, doc TEXT NOT NULL,\n"
    "  date TEXT, attrs TEXT NOT NULL);\n"
    "CREATE TABLE articles (id INTEGER PRIMARY KEY,\n"
    "  document INTEGER NOT NULL REFERENCES documents, loc TEXT NOT NULL,\n"
    "  start_byte INTEGER, end_byte INTEGER, title TEXT, date TEXT,\n"
    "  place TEXT, media TEXT, reporters TEXT, attrs TEXT NOT NULL);\n"
    "CREATE TABLE blocks (id INTEGER PRIMARY KEY,\n"
    "  article INTEGER NOT NULL REFERENCES articles, tag TEXT NOT NULL,\n"
    "  loc TEXT NOT NULL, start_byte INTEGER NOT NULL,\n"
    "  end_byte INTEGER NOT NULL, text TEXT NOT NULL, dup TEXT,\n"
    "  attrs TEXT NOT NULL);\n"
    "CREATE TABLE entities (id INTEGER PRIMARY KEY,\n"
    "  block INTEGER REFERENCES blocks,\n"
    "  article INTEGER NOT NULL REFERENCES articles, tag TEXT NOT NULL,\n"
    "  loc TEXT NOT NULL, start_byte INTEGER NOT NULL,\n"
    "  end_byte INTEGER NOT NULL, text TEXT NOT NULL, value TEXT NOT NULL,\n"
    "  post TEXT, org TEXT, role TEXT, attrs TEXT NOT NULL);\n"
    "CREATE TABLE quantities (id INTEGER PRIMARY KEY,\n"
    "  block INTEGER REFERENCES blocks,\n"
    "  article INTEGER NOT NULL REFERENCES articles, tag TEXT NOT NULL,\n"
    "  loc TEXT NOT NULL, start_byte INTEGER NOT NULL,\n"
    "  end_byte INTEGER NOT NULL, text TEXT NOT NULL, value, unit TEXT,\n"
    "  what TEXT, bound TEXT, dir TEXT, basis TEXT, lo, hi, time TEXT,\n"
    "  attrs TEXT NOT NULL);\n"
    "CREATE TABLE lines (id INTEGER PRIMARY KEY, line NOT NULL);\n";

static const char tail[] =
    "CREATE INDEX articles_date ON articles (date);\n"
    "CREATE INDEX blocks_article ON blocks (article);\n"
    "CREATE INDEX entities_value ON entities (value, tag);\n"
    "CREATE INDEX entities_block ON entities (block);\n"
    "CREATE INDEX quantities_what ON quantities (what, unit, value);\n"
    "CREATE INDEX quantities_block ON quantities (block);\n"
    "CREATE VIRTUAL TABLE search USING fts5 (text, content='blocks',\n"
    "  content_rowid='id', tokenize='trigram');\n"
    "INSERT INTO search (search) VALUES ('rebuild');\n"
    "COMMIT;\n";

struct sql {
	size_t documents, articles, blocks; /* ids given so far */
	struct buf doc, art;		    /* what is open */
	int in_doc, in_art;
};

static void
begin(struct fmt_job *job)
{
	job->state = mem_calloc(1, sizeof(struct sql));
	out_put(job->out, head, sizeof head - 1);
}

/* Adds a string literal; bytes that the shell cannot read come in hex. */
static void
put_literal(struct buf *b, struct str s)
{
	static const char hex[] = "0123456789abcdef";
	const char *q;
	size_t i;

	if (s.len && memchr(s.s, '\0', s.len)) {
		buf_puts(b, "CAST(x'");
		for (i = 0; i < s.len; i++) {
			buf_putc(b, hex[(unsigned char)s.s[i] >> 4]);
			buf_putc(b, hex[(unsigned char)s.s[i] & 15]);
		}
		buf_puts(b, "' AS TEXT)");
		return;
	}
	buf_putc(b, '\'');
	while (s.len && (q = memchr(s.s, '\'', s.len)) != NULL) {
		i = (size_t)(q - s.s) + 1;
		buf_put(b, s.s, i);
		buf_putc(b, '\'');
		s.s += i;
		s.len -= i;
	}
	buf_put(b, s.s, s.len);
	buf_putc(b, '\'');
}

/* Begins a row: its table and, for all but documents, what it belongs to. */
static void
row_begin(struct fmt_job *job, const char *table)
{
	buf_reset(&job->row);
	buf_puts(&job->row, "INSERT INTO ");
	buf_puts(&job->row, table);
	buf_puts(&job->row, " VALUES (");
}

static void
row_size(struct fmt_job *job, size_t n)
{
	if (job->row.s[job->row.len - 1] != '(')
		buf_putc(&job->row, ',');
	buf_putu(&job->row, n);
}

static void
row_null(struct fmt_job *job)
{
	if (job->row.s[job->row.len - 1] != '(')
		buf_putc(&job->row, ',');
	buf_puts(&job->row, "NULL");
}

/* A field as it stands on the wire: its text. */
static void
row_wire(struct fmt_job *job, struct str s)
{
	buf_putc(&job->row, ',');
	put_literal(&job->row, rec_text(s, &job->cell));
}

/* An attribute; NULL where r has none. */
static void
row_attr(struct fmt_job *job, const struct rec *r, const char *key)
{
	struct str v = attr_get(r->f[REC_ATTRS], key);

	if (v.s == NULL)
		row_null(job);
	else
		row_wire(job, v);
}

/* A number where it is one exactly, else a string; NULL where it is none. */
static void
row_number(struct fmt_job *job, struct str s)
{
	if (s.s == NULL) {
		row_null(job);
	} else if (jsonw_exact(s)) {
		buf_putc(&job->row, ',');
		buf_put(&job->row, s.s, s.len);
	} else {
		row_wire(job, s);
	}
}

/* attrs keeps its escapes: it is taken apart by them. */
static void
row_end(struct fmt_job *job, struct str attrs)
{
	buf_putc(&job->row, ',');
	put_literal(&job->row, attrs);
	buf_puts(&job->row, ");\n");
	out_put(job->out, job->row.s, job->row.len);
}

static void
put_document(struct fmt_job *job, const struct rec *r)
{
	struct sql *q = job->state;
	struct str none = {"", 0};
	int own = r->kind == REC_DOCU;

	row_begin(job, "documents");
	row_size(job, ++q->documents);
	row_wire(job, r->f[REC_DOC]);
	if (own)
		row_attr(job, r, "date");
	else
		row_null(job);
	row_end(job, own ? r->f[REC_ATTRS] : none);
	q->in_doc = 1;
	q->in_art = 0;
	buf_reset(&q->doc);
	buf_put(&q->doc, r->f[REC_DOC].s, r->f[REC_DOC].len);
}

/* The document and the article of r, written where they are not open. */
static void
put_article(struct fmt_job *job, const struct rec *r)
{
	static const char *const keys[] = {"date", "place", "media", "by"};
	struct sql *q = job->state;
	struct str none = {"", 0}, n = rec_art(r->f[REC_LOC]);
	int own = r->kind == REC_ART;
	size_t i;

	if (!q->in_doc || !str_eq(buf_str(&q->doc), r->f[REC_DOC]))
		put_document(job, r);
	row_begin(job, "articles");
	row_size(job, ++q->articles);
	row_size(job, q->documents);
	row_wire(job, n);
	if (own) {
		row_size(job, r->start);
		row_size(job, r->end);
		row_wire(job, r->f[REC_TEXT]);
	}
	for (i = own ? 3 : 0; i < 3; i++)
		row_null(job);
	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		if (own)
			row_attr(job, r, keys[i]);
		else
			row_null(job);
	row_end(job, own ? r->f[REC_ATTRS] : none);
	q->in_art = 1;
	buf_reset(&q->art);
	buf_put(&q->art, n.s, n.len);
}

static void
enter(struct fmt_job *job, const struct rec *r)
{
	struct sql *q = job->state;

	if (!q->in_art || !str_eq(buf_str(&q->doc), r->f[REC_DOC]) ||
	    !str_eq(buf_str(&q->art), rec_art(r->f[REC_LOC])))
		put_article(job, r);
}

static void
row_place(struct fmt_job *job, const struct rec *r)
{
	row_wire(job, r->f[REC_TAG]);
	row_wire(job, r->f[REC_LOC]);
	row_size(job, r->start);
	row_size(job, r->end);
	row_wire(job, r->f[REC_TEXT]);
}

/* An entity or a quantity; block: 1 when it stands in the block last written.
 */
static void
put_annotation(struct fmt_job *job, const struct rec *r, int block)
{
	static const char *const entity[] = {"post", "org", "role", NULL};
	static const char *const quantity[] = {
	    "unit", "of", "bound", "dir", "basis", NULL};
	const struct sql *q = job->state;
	int upper = r->f[REC_TAG].s[0] < 'a';
	const char *const *k = upper ? entity : quantity;

	row_begin(job, upper ? "entities" : "quantities");
	buf_puts(&job->row, "NULL");
	if (block)
		row_size(job, q->blocks);
	else
		row_null(job);
	row_size(job, q->articles);
	row_place(job, r);
	if (!upper && fields_isquantity(r->f[REC_TAG]))
		row_number(job, r->f[REC_VALUE]);
	else
		row_wire(job, r->f[REC_VALUE]);
	for (; *k; k++)
		row_attr(job, r, *k);
	if (!upper) {
		row_number(job, attr_get(r->f[REC_ATTRS], "lo"));
		row_number(job, attr_get(r->f[REC_ATTRS], "hi"));
		row_attr(job, r, "time");
	}
	row_end(job, r->f[REC_ATTRS]);
}

static void
put_raw(struct fmt_job *job, const struct rec *r)
{
	struct str line = {r->s, r->len};

	row_begin(job, "lines");
	buf_puts(&job->row, "NULL,");
	put_literal(&job->row, line);
	buf_puts(&job->row, ");\n");
	out_put(job->out, job->row.s, job->row.len);
}

static const char *
record(struct fmt_job *job, const struct rec *r)
{
	switch (r->kind) {
	case REC_RAW:
		put_raw(job, r);
		break;
	case REC_DOCU:
		put_document(job, r);
		break;
	case REC_ART:
		put_article(job, r);
		break;
	case REC_BLOCK:
	case REC_ANN:
		enter(job, r);
		put_annotation(job, r, 0);
	}
	return NULL;
}

static const char *
block(struct fmt_job *job, const struct group *g)
{
	struct sql *q = job->state;
	struct rec r;
	size_t i;

	enter(job, &g->block);
	row_begin(job, "blocks");
	row_size(job, ++q->blocks);
	row_size(job, q->articles);
	row_place(job, &g->block);
	row_attr(job, &g->block, "dup");
	row_end(job, g->block.f[REC_ATTRS]);
	for (i = 0; i < g->lines.n; i++) {
		hold_get(&g->lines, i, &r);
		put_annotation(job, &r, 1);
	}
	return NULL;
}

static void
end(struct fmt_job *job)
{
	struct sql *q = job->state;

	out_put(job->out, tail, sizeof tail - 1);
	buf_free(&q->doc);
	buf_free(&q->art);
	mem_free(q);
}

const struct fmt fmt_sql = {
    "sql", FMT_LOOSE | FMT_NUMBERS, begin, record, block, end};
