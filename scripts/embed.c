/*
 * Write text files as C: embed NAME=FILE... >page.c
 *
 * For each file an array of its bytes, ended by NUL, and its SHA-256 (FIPS
 * 180-4) in base64, as a content security policy names it.
 */
#include <err.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "mem.h"

static uint32_t
ror(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

static uint32_t
word_at(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

/* The first 32 bits of the fractional part of the cube root of the primes are
 * the constants; the square roots begin the state. */
static const uint32_t k256[64] = {0x428a2f98, 0x71374491, 0xb5c0fbcf,
    0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
    0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7,
    0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
    0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
    0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
    0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
    0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c,
    0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee,
    0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
    0xc67178f2};

static void
schedule(uint32_t w[64], const unsigned char *block)
{
	uint32_t a, b;
	size_t i;

	for (i = 0; i < 16; i++)
		w[i] = word_at(block + 4 * i);
	for (; i < 64; i++) {
		a = ror(w[i - 15], 7) ^ ror(w[i - 15], 18) ^ w[i - 15] >> 3;
		b = ror(w[i - 2], 17) ^ ror(w[i - 2], 19) ^ w[i - 2] >> 10;
		w[i] = w[i - 16] + a + w[i - 7] + b;
	}
}

static void
compress(uint32_t h[8], const unsigned char *block)
{
	uint32_t w[64], v[8], s0, s1;
	size_t i;

	schedule(w, block);
	memcpy(v, h, sizeof v);
	for (i = 0; i < 64; i++) {
		s1 = v[7] + (ror(v[4], 6) ^ ror(v[4], 11) ^ ror(v[4], 25)) +
		     ((v[4] & v[5]) ^ (~v[4] & v[6])) + k256[i] + w[i];
		s0 = (ror(v[0], 2) ^ ror(v[0], 13) ^ ror(v[0], 22)) +
		     ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
		memmove(v + 1, v, 7 * sizeof *v);
		v[4] += s1;
		v[0] = s1 + s0;
	}
	for (i = 0; i < 8; i++)
		h[i] += v[i];
}

static void
sha256(const struct buf *text, unsigned char digest[32])
{
	uint32_t h[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
	    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
	uint64_t bits = (uint64_t)text->len * 8;
	struct buf b = {0};
	size_t i;

	buf_put(&b, text->s, text->len);
	buf_putc(&b, 0x80);
	while (b.len % 64 != 56)
		buf_putc(&b, 0);
	for (i = 0; i < 8; i++)
		buf_putc(&b, (int)(bits >> (56 - 8 * i) & 0xff));
	for (i = 0; i < b.len; i += 64)
		compress(h, (const unsigned char *)b.s + i);
	for (i = 0; i < 32; i++)
		digest[i] = (unsigned char)(h[i / 4] >> (24 - 8 * (i % 4)));
	buf_free(&b);
}

/* RFC 4648. */
static void
put_base64(const unsigned char *s, size_t n)
{
	static const char set[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				  "abcdefghijklmnopqrstuvwxyz0123456789+/";
	uint32_t w;
	size_t i;

	for (i = 0; i < n; i += 3) {
		w = (uint32_t)s[i] << 16;
		w |= i + 1 < n ? (uint32_t)s[i + 1] << 8 : 0;
		w |= i + 2 < n ? s[i + 2] : 0;
		putchar(set[w >> 18]);
		putchar(set[w >> 12 & 63]);
		putchar(i + 1 < n ? set[w >> 6 & 63] : '=');
		putchar(i + 2 < n ? set[w & 63] : '=');
	}
}

static void
read_file(struct buf *b, const char *name)
{
	FILE *f = fopen(name, "rb");
	int c;

	if (!f)
		err(2, "%s", name);
	while ((c = getc(f)) != EOF)
		buf_putc(b, c);
	if (ferror(f))
		err(2, "%s", name);
	fclose(f);
	if (b->len == 0 || memchr(b->s, '\0', b->len))
		errx(2, "%s: want text", name);
}

static void
embed(const char *name, const char *file)
{
	unsigned char digest[32];
	struct buf b = {0};
	size_t i;

	read_file(&b, file);
	printf("const char %s[] = {", name);
	for (i = 0; i < b.len; i++)
		printf("%s'\\x%02x',", i % 12 ? "" : "\n", b.s[i] & 0xff);
	printf("'\\0'};\nconst char %s_hash[] = \"sha256-", name);
	sha256(&b, digest);
	put_base64(digest, sizeof digest);
	printf("\";\n");
	buf_free(&b);
}

int
main(int argc, char *argv[])
{
	char *eq;
	int i;

	printf("#include \"page.h\"\n\n");
	for (i = 1; i < argc; i++) {
		eq = strchr(argv[i], '=');
		if (!eq)
			errx(2, "usage: embed NAME=FILE ...");
		*eq = '\0';
		embed(argv[i], eq + 1);
	}
	return fflush(stdout) == EOF || ferror(stdout) ? 2 : 0;
}
