/*
 * timer: speed and memory of one command, for scripts/bench.
 *
 * usage: timer NAME FILE COMMAND
 *
 * Runs COMMAND (through sh) three times with FILE as its input and a pipe as
 * its output, which is read and thrown away.  Prints the fastest run: MB of
 * input a second by the clock and by processor time, and the largest resident
 * memory.  In C because a child's peak memory is at least what its parent had.
 */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RUNS 3

struct figures {
	double wall, cpu; /* seconds */
	long kib;
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static void
child(const char *file, const char *command, int out)
{
	int in = open(file, O_RDONLY);

	if (in == -1 || dup2(in, 0) == -1 || dup2(out, 1) == -1)
		err(2, "%s", file);
	close(in);
	close(out);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	err(2, "/bin/sh");
}

static struct figures
run(const char *file, const char *command)
{
	static char buf[1 << 18];
	struct figures f;
	struct rusage u;
	double start = now();
	int p[2], status;
	pid_t pid;

	if (pipe(p) == -1 || (pid = fork()) == -1)
		err(2, "cannot start a command");
	if (pid == 0) {
		close(p[0]);
		child(file, command, p[1]);
	}
	close(p[1]);
	while (read(p[0], buf, sizeof buf) > 0)
		;
	close(p[0]);
	if (wait4(pid, &status, 0, &u) == -1 || status != 0)
		errx(2, "'%s' failed", command);
	f.wall = now() - start;
	f.cpu = seconds(u.ru_utime) + seconds(u.ru_stime);
	f.kib = u.ru_maxrss;
	return f;
}

int
main(int argc, char *argv[])
{
	struct figures best = {0}, f;
	struct stat st;
	double mb;
	int i;

	if (argc != 4 || stat(argv[2], &st) == -1) {
		fprintf(stderr, "usage: timer NAME FILE COMMAND\n");
		return 2;
	}
	for (i = 0; i < RUNS; i++) {
		f = run(argv[2], argv[3]);
		if (i == 0 || f.wall < best.wall)
			best.wall = f.wall;
		if (i == 0 || f.cpu < best.cpu)
			best.cpu = f.cpu;
		if (f.kib > best.kib)
			best.kib = f.kib;
	}
	mb = (double)st.st_size / 1e6;
	printf("%-26s %8.1f %8.1f %8.2f s %8.1f MB\n", argv[1], mb / best.wall,
	    mb / best.cpu, best.wall, (double)best.kib / 1024);
	return 0;
}
