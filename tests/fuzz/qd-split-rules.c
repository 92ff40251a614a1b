/*
 * Files of patterns: refused with a message or used, and never a hang.  What
 * refuses them ends the program, so each is read in a child.
 */
#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cue.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
use(const char *path)
{
	static const char *const lines[] = {"第 3 页",
	    "aaaaaaaaaaaaaaaaaaaaaaaa!", "本报记者 周牧野", "（记者 白小满）",
	    ""};
	struct cues *c = cue_open();
	struct cue_hit h;
	struct str name;
	size_t i, at;
	int k;

	cue_add(c, path);
	for (i = 0; i < sizeof lines / sizeof *lines; i++) {
		for (k = 1; k < CUE_N; k++)
			cue_test(c, (enum cue)k, str_of(lines[i]), &h);
		at = 0;
		while (cue_name(c, str_of(lines[i]), &at, &name))
			;
	}
	cue_free(c);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char path[] = "/tmp/qd-fuzz-rules-XXXXXX";
	static int fd = -1;
	static size_t calls;
	int status;
	pid_t pid;

	/* A process each: of many inputs only some. */
	if (calls++ % 8 || size > 2000)
		return 0;
	if (fd == -1)
		fd = mkstemp(path);
	if (fd == -1 || ftruncate(fd, 0) == -1 || lseek(fd, 0, SEEK_SET) != 0 ||
	    (size && write(fd, data, size) != (ssize_t)size))
		return 0;
	pid = fork();
	if (pid == 0) {
		close(2);
		alarm(20);
		use(path);
		_exit(0);
	}
	if (pid == -1 || waitpid(pid, &status, 0) != pid)
		return 0;
	if (!WIFEXITED(status) ||
	    (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 2))
		abort();
	return 0;
}
