#include "opt.h"

#include <err.h>
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "date.h"

static const char shared_help[] =
    "      --data DIR        look for data files in DIR\n"
    "      --files0-from F   read input names from F, each ended by NUL\n"
    "      --max-record N    longest record in bytes (K, M, G; default 16M)\n"
    "  -q, --quiet           do not report refused records\n"
    "      --strict          stop at the first bad line, with status 2\n"
    "  -h, --help            print this and exit\n"
    "  -V, --version         print the version and exit\n";

/* Help and version go through stdio and must be written, too. */
static _Noreturn void
finish(void)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		exit(0);
	if (errno == EPIPE)
		_exit(141);
	warn("write error");
	_exit(2);
}

_Noreturn void
opt_usage(const struct opt_tool *t, const char *fmt, ...)
{
	va_list ap;

	if (fmt) {
		fprintf(stderr, "%s: ", t->name);
		va_start(ap, fmt);
		vfprintf(stderr, fmt, ap);
		va_end(ap);
		fputc('\n', stderr);
	}
	fprintf(stderr, "usage: %s\n", t->synopsis);
	exit(2);
}

void
opt_shared(const struct opt_tool *t, int c, const char *arg, struct opt *o)
{
	switch (c) {
	case 'h':
		printf("usage: %s\n%s%s", t->synopsis, t->help, shared_help);
		finish();
	case 'q':
		o->quiet = 1;
		break;
	case 'V':
		printf("%s %s\n", t->name, QD_VERSION);
		finish();
	case OPT_DATA:
		o->data = arg;
		break;
	case OPT_FILES0:
		o->files0 = arg;
		break;
	case OPT_MAXREC:
		o->max_record =
		    opt_size(t, "--max-record", arg, 1024, 1U << 30);
		break;
	case OPT_STRICT:
		o->strict = 1;
		break;
	default: /* getopt has said what is wrong */
		opt_usage(t, NULL);
	}
}

char **
opt_operands(const struct opt_tool *t, char **argv, const struct opt *o)
{
	if (o->files0 && *argv)
		opt_usage(t,
		    "'%s': no file operands with --files0-from (name them "
		    "there)",
		    *argv);
	return argv;
}

size_t
opt_size(const struct opt_tool *t, const char *opt, const char *arg, size_t lo,
    size_t hi)
{
	const char *p = arg;
	size_t n = 0, unit = 1;

	for (; *p >= '0' && *p <= '9'; p++) {
		if (n > (SIZE_MAX - 9) / 10)
			break;
		n = n * 10 + (size_t)(*p - '0');
	}
	if (p != arg && *p && strchr("KMG", *p)) {
		unit = *p == 'K' ? 1U << 10 : *p == 'M' ? 1U << 20 : 1U << 30;
		p++;
	}
	if (p == arg || *p)
		opt_usage(t,
		    "%s: '%s' is not a number (want digits, with "
		    "K, M or G behind them)",
		    opt, arg);
	if (n > SIZE_MAX / unit || n * unit < lo || n * unit > hi)
		opt_usage(t, "%s: %s is out of range (want %zu to %zu)", opt,
		    arg, lo, hi);
	return n * unit;
}

unsigned long long
opt_names(const struct opt_tool *t, const char *opt, const char *arg,
    const char *const *names)
{
	unsigned long long bits = 0;
	const char *p = arg;
	size_t n, i;

	for (;; p += n + 1) {
		n = strcspn(p, ",");
		for (i = 0; names[i]; i++)
			if (strlen(names[i]) == n && !strncmp(names[i], p, n))
				break;
		if (!names[i])
			opt_usage(t, "%s: unknown name '%.*s'", opt, (int)n, p);
		bits |= 1ULL << i;
		if (!p[n])
			return bits;
	}
}

const char *
opt_date(const struct opt_tool *t, const char *opt, const char *arg)
{
	struct date d;

	if (date_parse(arg, strlen(arg), &d) != 10)
		opt_usage(
		    t, "%s: '%s' is not a date (want YYYY-MM-DD)", opt, arg);
	return arg;
}
