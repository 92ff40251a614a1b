/*
 * A gnuplot script that holds its own data: the sums by metric as bars, the
 * dates on a line, or the names by article.
 *
 * Words go into the data alone, as quoted columns, never into a command, where
 * gnuplot runs what stands between backquotes.  It has no escapes in data: a
 * double quote or a backquote becomes a single one, a backslash a slash.
 */
#include <string.h>

#include "chart.h"
#include "feed.h"
#include "utf8.h"

/* Adds s in quotes, as a column of the data. */
static void
put_quoted(struct buf *b, struct str s)
{
	size_t i = 0, n;
	uint32_t cp;

	buf_putc(b, '"');
	while (i < s.len) {
		n = utf8_decode(s.s + i, s.len - i, &cp);
		if (cp < ' ' || cp == 0x7f)
			buf_putc(b, ' ');
		else if (cp == '"' || cp == '`')
			buf_putc(b, '\'');
		else if (cp == '\\')
			buf_putc(b, '/');
		else
			buf_put(b, s.s + i, n);
		i += n;
	}
	buf_putc(b, '"');
}

/* lower end, upper end, name */
static void
put_metric(struct buf *b, const struct sums_metric *m)
{
	struct buf name = {0}, plain = {0};
	struct str of = m->of.len ? attr_text(m->of, &plain) : str_of("-");

	total_put(b, &m->lo);
	buf_putc(b, ' ');
	total_put(b, &m->hi);
	buf_putc(b, ' ');
	buf_put(&name, of.s, of.len);
	if (m->dir.len) {
		buf_putc(&name, ' ');
		buf_put(&name, m->dir.s, m->dir.len);
	}
	put_quoted(b, buf_str(&name));
	buf_putc(b, '\n');
	buf_free(&name);
	buf_free(&plain);
}

static void
put_group(struct buf *b, const struct sums *s, size_t g)
{
	const struct sums_group *group = &s->groups[g];
	const struct sums_metric *m = &s->v[group->from];
	struct buf title = {0}, plain = {0};
	struct str unit = m->unit;
	size_t i;

	if (unit.len)
		unit = attr_text(unit, &plain);
	buf_put(&title, m->tag.s, m->tag.len);
	buf_putc(&title, ' ');
	buf_put(&title, unit.s, unit.len);
	buf_puts(b, "$sums");
	buf_putu(b, g + 1);
	buf_puts(b, " << EOD\n");
	put_quoted(b, buf_str(&title));
	buf_puts(b, " \"to\" \"of\"\n");
	for (i = 0; i < group->n && i < CHART_ROWS; i++)
		if (m[i].n)
			put_metric(b, &m[i]);
	buf_puts(b, "EOD\n");
	buf_free(&title);
	buf_free(&plain);
}

/* A range is drawn to its upper end, and over that to its lower. */
static void
put_plot(struct buf *b, size_t g)
{
	buf_puts(b, "plot $sums");
	buf_putu(b, g);
	buf_puts(b, " using ($2/2):0:($2/2):(0.3):ytic(3) with boxxyerror "
		    "lc rgb '#d8cf9f' title columnheader(1), \\\n     $sums");
	buf_putu(b, g);
	buf_puts(b, " skip 1 using ($1/2):0:($1/2):(0.3) with boxxyerror "
		    "lc rgb '#8a6d00' notitle\n");
}

static void
put_bars(struct buf *b, const struct tally *t)
{
	enum { GROUPS = 4 };
	struct sums s = {0};
	size_t i, n;

	sums_make(&s, t);
	for (n = 0; n < s.ngroups && n < GROUPS && s.groups[n].count; n++)
		put_group(b, &s, n);
	if (n) {
		buf_puts(b, "set style fill solid 0.6\n"
			    "set yrange [*:*] reverse\n"
			    "set xtics autofreq rotate by -30\n"
			    "set xrange [0:*]\n"
			    "set format x '%.0s%c'\n"
			    "set ytics nomirror\n"
			    "set grid xtics\n"
			    "set key outside top left\n"
			    "set multiplot layout ");
		buf_putu(b, n);
		buf_puts(b, ",1\n");
	}
	for (i = 0; i < n; i++)
		put_plot(b, i + 1);
	if (n)
		buf_puts(b, "unset multiplot\n");
	sums_free(&s);
}

static void
put_timeline(struct buf *b, const struct tally *t)
{
	struct span_line l = {0};
	size_t i;

	span_make(&l, t);
	if (l.n) {
		buf_puts(b, "$dates << EOD\n");
		for (i = 0; i < l.n; i++) {
			span_name(
			    b, SPAN_DAY, span_day(l.unit, l.first + (long)i));
			buf_putc(b, ' ');
			buf_putu(b, l.count[i]);
			buf_putc(b, '\n');
		}
		buf_puts(b, "EOD\n"
			    "set xdata time\n"
			    "set timefmt '%Y-%m-%d'\n"
			    "set format x '%Y-%m-%d'\n"
			    "set xtics rotate by -45\n"
			    "set yrange [0:*]\n"
			    "set style fill solid 0.8\n"
			    "plot $dates using 1:2 with boxes notitle\n");
	}
	span_free(&l);
}

/* A row an article, a column a kind of names. */
static void
put_articles(struct buf *b, const struct tally *t)
{
	size_t i, k;

	if (chart_most(t) == 0)
		return;
	buf_puts(b, "$articles << EOD\n"
		    "\"article\" \"PER\" \"POST\" \"ORG\" \"LOC\" "
		    "\"EVENT\" \"PROJ\" \"WORK\" \"TERM\" \"other\"\n");
	for (i = 0; i < t->narts; i++) {
		put_quoted(b, tally_title(t, &t->arts[i]));
		for (k = 0; k < TALLY_QUANT; k++) {
			buf_putc(b, ' ');
			buf_putu(b, t->arts[i].n[k]);
		}
		buf_putc(b, '\n');
	}
	buf_puts(b, "EOD\n"
		    "set style data histograms\n"
		    "set style histogram rowstacked\n"
		    "set style fill solid 0.8\n"
		    "set boxwidth 0.8\n"
		    "set xtics rotate by -45\n"
		    "set yrange [0:*]\n"
		    "plot for [i=2:10] $articles using i:xtic(1) "
		    "title columnheader(i)\n");
}

static void
end(struct fmt_job *job)
{
	const struct tally *t = job->state;
	const char *chart = job->opt->chart;
	struct buf b = {0};

	buf_puts(&b, "# gnuplot, written by qd-fmt: for a file, put before it\n"
		     "# set terminal pngcairo size 900,1600; "
		     "set output 'chart.png'\n"
		     "set encoding utf8\n"
		     "set termoption noenhanced\n");
	if (chart && !strcmp(chart, "timeline"))
		put_timeline(&b, t);
	else if (chart && !strcmp(chart, "articles"))
		put_articles(&b, t);
	else
		put_bars(&b, t);
	out_put(job->out, b.s, b.len);
	buf_free(&b);
	feed_end(job);
}

const struct fmt fmt_gnuplot = {
    "gnuplot", FMT_CHART, feed_begin, feed_record, NULL, end};
