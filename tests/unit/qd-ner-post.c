/* cmd/qd-ner/post.h, org.h, place.h: offices, and what they belong to. */
#include "qd-ner-lists.h"

/* clang-format off */
static const char *const rows[][3] = {
    {"=临", "w0", "p50 q60"}, {"=溪", "w0", "p70 q45"},
    {"=蓝", "w0", "m50 n60"}, {"=鲸", "w0", "m60 n50"},
    {"青岛", "city,w4", "青岛市"}, {"青岛市", "city,w4", ""}, {"崂山区", "dist,w3", ""},
    {"山东", "prov,w5", "山东省"}, {"和平", "dist,amb,w3", ""},
    {"中国", "country,w7", ""}, {"意大利", "country,w5", ""},
    {"市委", "organ,w5", ""}, {"区委", "organ,w5", ""},
    {"党委", "organ,w5", ""}, {"科技局", "organ,w2", ""},
    {"常委", "post,w5", ""}, {"书记", "post,w6", ""},
    {"副书记", "post,w5", ""}, {"市长", "post,w6", ""},
    {"主任", "post,w6", ""}, {"大使", "post,w5", ""},
    {"总统", "post,w6", ""}, {"副", "ppre,w5", ""},
    {"大学", "osuf,w6", ""}, {"公司", "osuf,w6", "+"},
    {"局", "osufw,w5", ""}, {"县", "psuf,w6", ""}, {"路", "psuf,w6", ""},
    {"工业", "w6", ""}, {"和", "w7,f", ""}, {"信息化", "w4", ""},
    {"工程", "w6", ""}, {"的", "w7,f", ""}, {"市", "w7", ""},
    {"区", "w6", ""}, {"委", "w4", ""}, {"驻", "w4", ""},
    {"有", "w7,v", ""}, {"来到", "w6,v", ""}, {"党", "w6", ""},
    {NULL, NULL, NULL}};
/* clang-format on */

int
main(void)
{
	struct find f = {0};

	lists_open(&f, rows);
	lists_expect(&f, "市委书记", "POST 市委书记");
	lists_expect(&f, "市委常委", "POST 市委常委");
	lists_expect(&f, "青岛市委书记", "ORG 青岛市委|POST 书记");
	lists_expect(&f, "崂山区委副书记", "ORG 崂山区委|POST 副书记");
	lists_expect(&f, "青岛大学党委书记", "ORG 青岛大学|POST 党委书记");
	lists_expect(&f, "副主任", "POST 副主任");
	lists_expect(&f, "中国驻意大利大使", "LOC 中国|POST 驻意大利大使");
	lists_expect(&f, "意大利总统", "LOC 意大利|POST 总统");
	lists_expect(&f, "市科技局", "ORG 市科技局");
	lists_expect(&f, "青岛市科技局", "ORG 青岛市科技局");
	lists_expect(&f, "崂山区工业和信息化局", "ORG 崂山区工业和信息化局");
	lists_expect(&f, "青岛工程大学", "ORG 青岛工程大学");
	lists_expect(&f, "来到蓝鲸公司", "ORG 蓝鲸公司");
	lists_expect(&f, "有的公司", "");
	lists_expect(&f, "青岛公司", "LOC 青岛");
	lists_expect(&f, "来到临溪县", "LOC 临溪县");
	lists_expect(&f, "工业县", "");
	lists_expect(&f, "山东青岛崂山区", "LOC 山东青岛崂山区");
	lists_expect(&f, "青岛山东", "LOC 青岛|LOC 山东");
	lists_expect(&f, "和平", "");
	lists_expect(&f, "青岛和平", "LOC 青岛和平");
	find_free(&f);
	return tap_end();
}
