#include "lcs.h"

size_t
lcs(const uint16_t *a, size_t na, const uint16_t *b, size_t nb)
{
	uint64_t v = ~(uint64_t)0, m, u;
	size_t i, k;

	for (i = 0; i < na; i++) {
		for (m = 0, k = 0; k < nb; k++)
			m |= (uint64_t)(a[i] == b[k]) << k;
		u = v & m;
		v = (v + u) | (v - u);
	}
	v = ~v;
	if (nb < 64)
		v &= ((uint64_t)1 << nb) - 1;
	return (size_t)__builtin_popcountll(v);
}

int
lcs_alike(const uint16_t *a, size_t na, const uint16_t *b, size_t nb)
{
	size_t most = na > nb ? na : nb;

	if (most <= 2)
		return 1;
	return 2 * lcs(a, na, b, nb) >= most;
}
