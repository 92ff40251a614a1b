/* Text for HTML and XML: nothing of it is markup, nothing of it is lost. */
#include "chart.h"
#include "markup.h"
#include "tap.h"

static void
is_text(const char *s, size_t len, const char *want)
{
	struct str text = {s, len};
	struct buf b = {0};

	markup_text(&b, text);
	tap_str(buf_str(&b), want, want);
	buf_free(&b);
}

static void
is_label(const char *s, size_t width, const char *want)
{
	struct buf b = {0};

	chart_label(&b, str_of(s), width);
	tap_str(buf_str(&b), want, want);
	buf_free(&b);
}

#define TEXT(s, want) is_text(s, sizeof(s) - 1, want)

int
main(void)
{
	TEXT("", "");
	TEXT("\xe6\xb8\xaf plain", "\xe6\xb8\xaf plain");
	TEXT("<&>\"'", "&lt;&amp;&gt;&quot;&#39;");
	TEXT("</script>", "&lt;/script&gt;");
	TEXT("&amp;", "&amp;amp;");
	TEXT("a\tb\nc", "a\tb\nc");
	TEXT(
	    "\0\r\x1b\x7f", "\xe2\x90\x80\xe2\x90\x8d\xe2\x90\x9b\xe2\x90\xa1");
	TEXT("\xc2\x85", "\xef\xbf\xbd");	  /* U+0085 */
	TEXT("\xef\xbf\xbe", "\xef\xbf\xbd");	  /* U+FFFE */
	TEXT("\xef\xb7\x90", "\xef\xbf\xbd");	  /* U+FDD0 */
	TEXT("\xf0\x9f\xbf\xbf", "\xef\xbf\xbd"); /* U+1FFFF */
	TEXT("\xf0\x9f\x9a\xa2", "\xf0\x9f\x9a\xa2");
	TEXT("a\xff"
	     "b\xe6\xb8",
	    "a\xef\xbf\xbd"
	    "b\xef\xbf\xbd\xef\xbf\xbd");
	TEXT("\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	TEXT("\xc0\xbcscript", "\xef\xbf\xbd\xef\xbf\xbdscript");
	TEXT("\xe2\x80\xa8", "\xe2\x80\xa8"); /* U+2028 */
	is_label("abc", 3, "abc");
	is_label("abcdef", 5, "abc\xe2\x80\xa6");
	is_label("\xe6\xb8\xaf\xe5\x8f\xa3", 4, "\xe6\xb8\xaf\xe5\x8f\xa3");
	is_label("\xe6\xb8\xaf\xe5\x8f\xa3\xe6\xb8\xaf", 5,
	    "\xe6\xb8\xaf\xe2\x80\xa6");
	is_label("<b><b><b>", 5, "&lt;b&gt;\xe2\x80\xa6");
	is_label("", 5, "");
	return tap_end();
}
