#!/usr/bin/env python3
"""What a person does with the page of qd-fmt -t html, and what must follow.

usage: qd-fmt-html.py PAGE ATTACK BIG SHOTS

Prints "ok NAME" or "not ok NAME: why" for each check; tests/qd-fmt-html.bats
looks for its own.  PAGE and ATTACK are the pages made there, BIG one of 1,000
articles.  With SHOTS, a folder, pictures to look at are left there.
"""
import sys

from browser import Browser

CHECKS = []


def check(what):
    def add(function):
        CHECKS.append((what, function))
        return function
    return add


def same(got, want):
    if got != want:
        raise AssertionError(f"got {got!r}, want {want!r}")


def mark(tag, n=1):
    return f"[...document.querySelectorAll('main mark[data-t={tag}]')][{n - 1}]"


@check("quiet")
def quiet(b):
    same(b.complaints(), [])
    same([u for u in b.loads() if not u.startswith("file:")], [])
    same(len(b.loads()), 1)


@check("toggle")
def toggle(b):
    style = f"getComputedStyle({mark('PER')}).boxShadow !== 'none'"
    pressed = ("document.querySelector('#legend [data-t=PER]')"
               ".getAttribute('aria-pressed')")
    same((b.js(style), b.js(pressed)), (True, "true"))
    b.click("#legend [data-t=PER]")
    same((b.js(style), b.js(pressed)), (False, "false"))
    same(b.js(f"getComputedStyle({mark('LOC')}).boxShadow !== 'none'"), True)
    b.click("#all")
    same(b.js(style), True)
    b.click("#none")
    same(b.js("[...document.querySelectorAll('main mark')].some("
              "m => getComputedStyle(m).boxShadow !== 'none')"), False)
    b.click("#all")


@check("jump")
def jump(b):
    b.click(".tabs button:nth-child(2)")
    b.click(".panel[data-t=PER] li > a")
    same(b.js("document.activeElement.id"), b.js(f"{mark('PER')}.id"))
    same(b.js("card.querySelector('strong').textContent"), "林海青")
    same(b.js("card.querySelector('nav').textContent.includes('1 / 3')"), True)
    same(b.js("(() => { const r = document.activeElement"
              ".getBoundingClientRect(); return r.top >= 0 && "
              "r.bottom <= innerHeight })()"), True)
    b.click("#on")
    same(b.js("document.activeElement.id"), b.js(f"{mark('PER', 2)}.id"))
    b.key("n", "n")
    same(b.js("document.activeElement.id"), b.js(f"{mark('PER', 3)}.id"))
    b.key("n", "n")
    same(b.js("document.activeElement.id"), b.js(f"{mark('PER')}.id"))
    b.key("p", "p")
    same(b.js("document.activeElement.id"), b.js(f"{mark('PER', 3)}.id"))
    b.key("Escape")
    same(b.js("card.hidden"), True)


@check("places")
def places(b):
    b.click(".panel[data-t=PER] .n")
    rows = "document.querySelectorAll('.panel[data-t=PER] .places a')"
    same(b.js(f"{rows}.length"), 3)
    same(b.js(f"{rows}[2].hash.slice(1)"), b.js(f"{mark('PER', 3)}.id"))
    same(b.js(f"{rows}[0].textContent.includes('林海青')"), True)
    b.click(".panel[data-t=PER] .n")
    same(b.js(f"{rows}.length"), 0)


@check("posts")
def posts(b):
    same(b.js("document.querySelector('.panel[data-t=PER] .posts')"
              ".textContent"), "市长")


@check("find")
def find(b):
    b.js("(() => { const f = document.getElementById('find');"
         "f.value = '港'; f.dispatchEvent(new Event('input')); })()")
    b.click(".tabs button:nth-child(3)")
    same(b.js("[...document.querySelectorAll('.panel[data-t=LOC] li')]"
              ".filter(l => l.getClientRects().length)"
              ".map(l => l.firstChild.textContent).join()"), "港口")
    b.js("(() => { const f = document.getElementById('find');"
         "f.value = ''; f.dispatchEvent(new Event('input')); })()")


@check("card")
def card(b):
    b.js(f"{mark('money')}.click()")
    b.settle()
    same(b.js("card.querySelector('dl').textContent"),
         "bound geof 码头 · 泊;位unit CNY")
    same(b.js("card.textContent.includes('= 1200000000')"), True)
    b.key("Escape")


@check("views")
def views(b):
    see = ("['page','quant','time','charts'].filter(id => "
           "document.getElementById(id).getClientRects().length).join()")
    same(b.js(see), "page")
    for view in ("quant", "time", "charts"):
        b.click(f"[data-go={view}]")
        same(b.js(see), view)
        same(b.js("document.activeElement.id"), view)
        same(b.js("document.querySelector('[aria-current]').dataset.go"), view)
    b.js("new Promise(f => { addEventListener('hashchange', () => f(), "
         "{ once: true }); history.back(); })")
    b.settle()
    same(b.js(see), "time")
    b.click("[data-go=text]")
    same(b.js(see), "page")


VALUES = ("[...document.querySelectorAll('#quantities tbody tr')]"
          ".map(r => r.cells[1].dataset.v).join(' ')")


@check("sort")
def sort(b):
    b.click("[data-go=quant]")
    b.click("#quantities th:nth-child(2) button")
    same(b.js(VALUES), "9007199254740993 9007199254740992 1200000000 "
         "20..30 7.50 7.4 7 -3 P5Y")
    same(b.js("document.querySelector('#quantities th:nth-child(2)')"
              ".getAttribute('aria-sort')"), "descending")
    b.click("#quantities th:nth-child(2) button")
    same(b.js(VALUES), "-3 7 7.4 7.50 20..30 1200000000 9007199254740992 "
         "9007199254740993 P5Y")
    b.js("document.querySelector('#quantities th button').focus()")
    b.key("Enter", "\r")
    same(b.js("document.querySelector('#quantities th')"
              ".getAttribute('aria-sort')"), "ascending")


@check("sift")
def sift(b):
    b.js("(() => { const k = document.getElementById('kind');"
         "k.value = 'money'; k.dispatchEvent(new Event('change')); })()")
    same(b.js(VALUES), "1200000000")
    b.js("(() => { const k = document.getElementById('kind');"
         "k.value = ''; k.dispatchEvent(new Event('change')); })()")
    b.click("#quantities a[href^='#m']")
    same(b.js("document.body.dataset.view"), "text")
    same(b.js("document.activeElement.matches('main mark')"), True)


@check("repeats")
def repeats(b):
    same(b.js("document.querySelector('a.dup').hash"), "#b2")
    same(b.js("document.querySelector('#b2 .seen a').hash"), "#b4")
    b.click("a.dup")
    same(b.js("location.hash"), "#b2")


@check("languages")
def languages(b):
    words = ("[...document.querySelectorAll('#bar nav a:first-child span')]"
             ".filter(s => s.getClientRects().length)"
             ".map(s => s.textContent).join()")
    same(b.js(words), "正文")
    b.click("#lang")
    same(b.js(words), "Text")
    b.click("#lang")


@check("light and dark")
def light(b):
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    b.media(scheme="light")
    was = b.js(paper)
    b.media(scheme="dark")
    same(b.js(paper) == was, False)
    b.click("#theme")
    same(b.js(paper), was)
    b.js("localStorage.clear(); delete document.documentElement.dataset.theme")
    b.media(scheme="light")


@check("contrast")
def contrast(b):
    """WCAG 2: text 4.5 to 1 on its ground, in both schemes."""
    script = """(() => {
        const lum = (c) => {
            const v = c.match(/[0-9.]+/g).slice(0, 3).map(x => x / 255)
                .map(x => x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
            return .2126 * v[0] + .7152 * v[1] + .0722 * v[2];
        };
        const probe = document.createElement("i");
        document.body.append(probe);
        const of = (name) => { probe.style.color = `var(--${name})`;
            return lum(getComputedStyle(probe).color); };
        const paper = of("paper");
        const bad = ["ink", "soft", "link", "PER", "POST", "ORG", "LOC",
            "EVENT", "PROJ", "WORK", "TERM", "num", "when"].filter(n => {
            const a = of(n), hi = Math.max(a, paper), lo = Math.min(a, paper);
            return (hi + .05) / (lo + .05) < 4.5; });
        probe.remove();
        return bad.join();
    })()"""
    for scheme in ("light", "dark"):
        b.media(scheme=scheme)
        same(b.js(script), "")
    b.media(scheme="light")


@check("tab key")
def tab_key(b):
    b.click("h1")
    stops = []
    for _ in range(7):
        b.key("Tab")
        stops.append(b.js("document.activeElement.dataset.go || "
                          "document.activeElement.id || "
                          "document.activeElement.dataset.t"))
    same(stops, ["text", "quant", "time", "charts", "key", "lang", "theme"])
    same(b.js("getComputedStyle(document.activeElement).outlineStyle"), "solid")


@check("phone")
def phone(b):
    b.size(360, 740, True)
    b.click("[data-go=text]")
    for view in ("text", "index", "quant", "time", "charts"):
        b.js(f"location.hash = '{view}'")
        b.settle()
        wide = b.js("document.documentElement.scrollWidth")
        if wide > 360:
            raise AssertionError(f"{view} is {wide} wide")
    b.js("location.hash = 'index'")
    b.settle()
    same(b.js("document.querySelector('main').getClientRects().length"), 0)
    b.click(".tabs button:nth-child(2)")
    b.click(".panel[data-t=PER] li > a")
    same(b.js("document.body.dataset.view"), "text")
    b.size(1280, 900)


@check("print")
def printed(b):
    b.click("[data-go=text]")
    b.media(kind="print")
    same(b.js("['bar','card'].filter(id => document.getElementById(id)"
              ".getClientRects().length).join()"), "")
    same(b.js("['text','index','quant','time','charts'].filter(id => "
              "!document.getElementById(id).getClientRects().length).join()"),
         "")
    b.media()
    same(b.pdf()[:5], b"%PDF-")


@check("no script")
def no_script(b):
    b.send("Emulation.setScriptExecutionDisabled", value=True)
    b.open("file://" + sys.argv[1])
    same(b.js("['text','index','quant','time','charts'].filter(id => "
              "!document.getElementById(id).getClientRects().length).join()"),
         "")
    same(b.js("[...document.querySelectorAll('.panel li')].filter(l => "
              "!l.getClientRects().length).length"), 0)
    same(b.js("['key','lang','theme','all','find'].filter(id => document"
              ".getElementById(id).getClientRects().length).join()"), "")
    b.send("Emulation.setScriptExecutionDisabled", value=False)


@check("strange address")
def strange(b):
    for tail in ("#%", "#nothing", "#%3Cscript%3E", "#m3"):
        b.open("file://" + sys.argv[1] + "?" + tail[1:] + tail)
        same(b.complaints(), [])
    same(b.js("document.activeElement.id"), "m3")


@check("attack")
def attack(b):
    b.open("file://" + sys.argv[2])
    same(b.complaints(), [])
    same(b.js("window.hit"), None)
    same(b.js("document.title"), "</title><script>hit=1</script>")
    same(b.js("document.querySelectorAll('script').length"), 2)
    same(b.js("document.querySelectorAll('img, iframe, object, base, "
              "[onerror], [onclick]').length"), 0)
    text = b.js("document.querySelector('.para').textContent")
    same(text, "</p></script><script>hit=1</script>"
         "<img src=x onerror=hit=1> &lt; &#60; \" ' ` \u2028\u2029"
         "\u2400\u2401\u241b\u2421\ufffd end")
    b.click(".tabs button:nth-child(2)")
    b.click(".panel[data-t=PER] .n")
    b.click(".panel[data-t=PER] li > a")
    same(b.js("card.querySelector('dl').textContent"),
         "post \"><script>hit=1</script>")
    same((b.js("window.hit"), b.complaints()), (None, []))


@check("policy")
def policy(b):
    """A script that gets in all the same does not run."""
    b.js("document.body.append(Object.assign(document.createElement('script'),"
         "{ textContent: 'window.hit = 1' }))")
    same(b.js("window.hit"), None)
    b.js("document.body.insertAdjacentHTML('beforeend',"
         "'<img src=x onerror=\"window.hit = 1\">')")
    b.settle()
    same(b.js("window.hit"), None)


@check("big")
def big(b):
    b.open("file://" + sys.argv[3])
    same(b.complaints(), [])
    same(b.js("document.querySelectorAll('article').length"), 1000)
    same(b.js("document.querySelectorAll('#p-contents li')[60]"
              ".getClientRects().length"), 0)
    b.js("location.hash = [...document.querySelectorAll('main mark[id]')]"
         ".pop().id")
    b.settle()
    b.settle()
    same(b.js("(() => { const r = document.activeElement"
              ".getBoundingClientRect(); return r.top >= 0 && "
              "r.bottom <= innerHeight })()"), True)
    b.js("location.hash = 'quant'")
    b.settle()
    same(b.js("document.querySelectorAll('#quantities tbody tr').length"), 200)
    b.click("#quant .more")
    same(b.js("document.querySelectorAll('#quantities tbody tr').length"), 1000)


def pictures(b, folder):
    b.open("file://" + sys.argv[1])
    for name, scheme, width in (("light", "light", 1280),
                                ("dark", "dark", 1280),
                                ("phone", "light", 375)):
        b.media(scheme=scheme)
        b.size(width, 900, width < 800)
        for view in ("text", "quant", "time", "charts"):
            b.js(f"location.hash = '{view}'")
            b.settle()
            b.shot(f"{folder}/{name}-{view}.png")
    with open(folder + "/print.pdf", "wb") as f:
        f.write(b.pdf())


def main():
    b = Browser()
    try:
        b.language("zh-CN")
        b.open("file://" + sys.argv[1])
        for what, function in CHECKS:
            try:
                function(b)
                print("ok", what)
            except (AssertionError, RuntimeError) as why:
                print(f"not ok {what}: {why}")
        if len(sys.argv) > 4:
            pictures(b, sys.argv[4])
    finally:
        b.close()


if __name__ == "__main__":
    main()
