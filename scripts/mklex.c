/*
 * mklex: text lists to one mapped lexicon.  usage: mklex OUT FILE ...
 * The text form and the file form are in lib/lex.h.
 */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "io.h"
#include "lex.h"

static void
add_file(struct lex_build *lb, const char *path)
{
	struct data_file d;
	struct str f[3];
	const char *why;

	data_open(&d, path);
	while (data_next(&d, f, 3))
		if (lex_build_add(lb, f[0], f[1], f[2], &why) == -1)
			data_die(&d, "%s", why);
	data_close(&d);
}

int
main(int argc, char *argv[])
{
	struct lex_build *lb;
	struct buf image = {0};
	struct out o;
	int i, fd;

	if (argc < 3) {
		fprintf(stderr, "usage: mklex OUT FILE ...\n");
		return 2;
	}
	lb = lex_build_new();
	for (i = 2; i < argc; i++)
		add_file(lb, argv[i]);
	lex_build_end(lb, &image);
	fd = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);
	if (fd == -1)
		err(2, "%s", argv[1]);
	out_open(&o, fd);
	out_put(&o, image.s, image.len);
	out_close(&o);
	buf_free(&image);
	return 0;
}
