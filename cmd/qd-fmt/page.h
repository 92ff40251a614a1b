/*
 * The style and the script of a page, written by scripts/embed.c from the
 * files in html/ when the tool is built.
 */
#ifndef QD_FMT_PAGE_H
#define QD_FMT_PAGE_H

extern const char page_css[];  /* html/page.css */
extern const char chart_css[]; /* html/chart.css */
extern const char alone_css[]; /* html/alone.css: of a chart alone */
extern const char head_js[];   /* html/head.js */
extern const char page_js[];   /* html/page.js */
/* Their SHA-256 as a content security policy names them: sha256-... */
extern const char page_css_hash[], chart_css_hash[], head_js_hash[],
    page_js_hash[];

#endif
