#include "han.h"

const uint8_t han_classes[0x10000] = {
    [0x25cb] = HAN_DIGIT | 0,  /* ○ */
    [0x3007] = HAN_DIGIT | 0,  /* 〇 */
    [0x4e00] = HAN_DIGIT | 1,  /* 一 */
    [0x4e03] = HAN_DIGIT | 7,  /* 七 */
    [0x4e07] = HAN_SCALE | 4,  /* 万 */
    [0x4e09] = HAN_DIGIT | 3,  /* 三 */
    [0x4e24] = HAN_LIANG | 2,  /* 两 */
    [0x4e5d] = HAN_DIGIT | 9,  /* 九 */
    [0x4e8c] = HAN_DIGIT | 2,  /* 二 */
    [0x4e94] = HAN_DIGIT | 5,  /* 五 */
    [0x4ebf] = HAN_SCALE | 8,  /* 亿 */
    [0x4edf] = HAN_SCALE | 3,  /* 仟 */
    [0x4f0d] = HAN_FORMAL | 5, /* 伍 */
    [0x4f59] = HAN_MORE,       /* 余 */
    [0x4f70] = HAN_SCALE | 2,  /* 佰 */
    [0x4f86] = HAN_AROUND,     /* 來 */
    [0x5104] = HAN_SCALE | 8,  /* 億 */
    [0x5146] = HAN_SCALE | 12, /* 兆 */
    [0x5169] = HAN_LIANG | 2,  /* 兩 */
    [0x516b] = HAN_DIGIT | 8,  /* 八 */
    [0x516d] = HAN_DIGIT | 6,  /* 六 */
    [0x51e0] = HAN_SOME,       /* 几 */
    [0x5341] = HAN_SCALE | 1,  /* 十 */
    [0x5343] = HAN_SCALE | 3,  /* 千 */
    [0x5345] = HAN_TENS | 3,   /* 卅 */
    [0x534a] = HAN_HALF,       /* 半 */
    [0x534c] = HAN_TENS | 4,   /* 卌 */
    [0x53c1] = HAN_FORMAL | 3, /* 叁 */
    [0x53c3] = HAN_FORMAL | 3, /* 參 */
    [0x53c4] = HAN_FORMAL | 3, /* 叄 */
    [0x56db] = HAN_DIGIT | 4,  /* 四 */
    [0x58f9] = HAN_FORMAL | 1, /* 壹 */
    [0x591a] = HAN_MORE,       /* 多 */
    [0x5e7e] = HAN_SOME,       /* 幾 */
    [0x5eff] = HAN_TENS | 2,   /* 廿 */
    [0x62fe] = HAN_SCALE | 1,  /* 拾 */
    [0x634c] = HAN_FORMAL | 8, /* 捌 */
    [0x6570] = HAN_SOME,       /* 数 */
    [0x6578] = HAN_SOME,       /* 數 */
    [0x6765] = HAN_AROUND,     /* 来 */
    [0x67d2] = HAN_FORMAL | 7, /* 柒 */
    [0x70b9] = HAN_POINT,      /* 点 */
    [0x7396] = HAN_FORMAL | 9, /* 玖 */
    [0x767e] = HAN_SCALE | 2,  /* 百 */
    [0x8086] = HAN_FORMAL | 4, /* 肆 */
    [0x842c] = HAN_SCALE | 4,  /* 萬 */
    [0x8cb3] = HAN_FORMAL | 2, /* 貳 */
    [0x8d30] = HAN_FORMAL | 2, /* 贰 */
    [0x9646] = HAN_FORMAL | 6, /* 陆 */
    [0x9678] = HAN_FORMAL | 6, /* 陸 */
    [0x96f6] = HAN_DIGIT | 0,  /* 零 */
    [0x9918] = HAN_MORE,       /* 餘 */
    [0x9ede] = HAN_POINT,      /* 點 */
};

int
text_in(uint32_t cp, const char *z)
{
	const unsigned char *u = (const unsigned char *)z;
	unsigned char a, b, c;

	if (cp < 0x80)
		return cp && strchr(z, (int)cp) != NULL;
	if (cp < 0x800) {
		a = (unsigned char)(0xc0 | cp >> 6);
		b = (unsigned char)(0x80 | (cp & 0x3f));
		for (; *u; u++)
			if (u[0] == a && u[1] == b)
				return 1;
		return 0;
	}
	a = (unsigned char)(0xe0 | cp >> 12);
	b = (unsigned char)(0x80 | (cp >> 6 & 0x3f));
	c = (unsigned char)(0x80 | (cp & 0x3f));
	while (*u) {
		if (u[0] == a && u[1] == b && u[2] == c)
			return 1;
		u += u[0] >= 0xe0 ? 3 : 1;
	}
	return 0;
}

int
han_begins(uint32_t cp)
{
	switch (han_classes[cp & 0xffff] & HAN_KIND) {
	case HAN_DIGIT:
	case HAN_FORMAL:
	case HAN_LIANG:
	case HAN_SCALE:
	case HAN_TENS:
	case HAN_SOME:
	case HAN_HALF:
		return 1;
	}
	return 0;
}
