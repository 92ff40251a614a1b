#!/usr/bin/env python3
"""Chromium without a window, for tests of pages: the standard library alone.

It is driven over its debugging pipe (descriptors 3 and 4, one JSON message
after the other, each ended by NUL: Chrome DevTools Protocol), so no server, no
driver and no package is needed.  Keys and clicks are those of a person; scripts
run beside the page's own, past its policy.
"""
import base64
import itertools
import json
import os
import select
import shutil
import subprocess
import tempfile

PATIENCE = 60  # seconds; whoever says nothing for so long is taken for dead


def find():
    """The browser's name, None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Browser:
    def __init__(self, width=1280, height=900):
        down, self.out = os.pipe()
        self.inp, up = os.pipe()
        for fd in (down, up):
            os.set_inheritable(fd, True)
        self.profile = tempfile.mkdtemp()
        options = (
            "--headless=new --no-sandbox --disable-gpu --no-first-run "
            "--disable-extensions --disable-dev-shm-usage "
            "--remote-debugging-pipe --user-data-dir=" + self.profile)
        self.child = subprocess.Popen(
            ["sh", "-c", f"exec {find()} {options} about:blank "
             f"3<&{down} 4>&{up}"],
            close_fds=False, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        os.close(down)
        os.close(up)
        self.number = itertools.count(1)
        self.read, self.events, self.session = b"", [], None
        pages = self.send("Target.getTargets")["targetInfos"]
        page = next(p for p in pages if p["type"] == "page")
        self.session = self.send("Target.attachToTarget",
                                 targetId=page["targetId"],
                                 flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(domain + ".enable")
        self.size(width, height)

    def message(self):
        while b"\0" not in self.read:
            if not select.select([self.inp], [], [], PATIENCE)[0]:
                raise TimeoutError("the browser says nothing")
            more = os.read(self.inp, 1 << 20)
            if not more:
                raise EOFError("the browser is gone")
            self.read += more
        one, self.read = self.read.split(b"\0", 1)
        return json.loads(one)

    def send(self, method, **params):
        message = {"id": next(self.number), "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == message["id"]:
                if "error" in answer:
                    raise RuntimeError(answer["error"]["message"])
                return answer["result"]
            self.events.append(answer)

    def open(self, url):
        """Loads a page; the events of the last one are forgotten."""
        self.events.clear()
        self.send("Page.navigate", url=url)
        while not self.seen("Page.loadEventFired"):
            self.events.append(self.message())

    def seen(self, *methods):
        return [e for e in self.events if e.get("method") in methods]

    def js(self, script):
        """The value of an expression, in the page; promises are awaited."""
        answer = self.send("Runtime.evaluate", expression=script,
                           returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def settle(self):
        """Waits until what was asked for is drawn."""
        self.js("new Promise(f => requestAnimationFrame(() => "
                "requestAnimationFrame(f)))")

    def click(self, selector):
        box = self.js(f"""(() => {{
            const el = document.querySelector({json.dumps(selector)});
            el.scrollIntoView({{ block: "nearest" }});
            const r = el.getClientRects()[0];
            return [r.x + r.width / 2, r.y + r.height / 2];
        }})()""")
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=box[0],
                      y=box[1], button="left", clickCount=1)
        self.settle()

    def key(self, key, text=""):
        codes = {"Enter": 13, "Tab": 9, "Escape": 27}
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key,
                      windowsVirtualKeyCode=codes.get(key, ord(key[0])),
                      text=text if kind == "keyDown" else "")
        self.settle()

    def size(self, width, height, mobile=False):
        self.send("Emulation.setDeviceMetricsOverride", width=width,
                  height=height, deviceScaleFactor=1, mobile=mobile)

    def media(self, kind="", scheme="light"):
        self.send("Emulation.setEmulatedMedia", media=kind, features=[
            {"name": "prefers-color-scheme", "value": scheme}])

    def language(self, tag):
        self.send("Emulation.setUserAgentOverride", userAgent="test",
                  acceptLanguage=tag)

    def shot(self, path):
        data = self.send("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as f:
            f.write(base64.b64decode(data))

    def pdf(self):
        return base64.b64decode(self.send("Page.printToPDF")["data"])

    def complaints(self):
        """What went wrong in the page: exceptions, console, refused loads."""
        self.js("1")
        return [json.dumps(e["params"]) for e in self.seen(
            "Runtime.exceptionThrown", "Runtime.consoleAPICalled",
            "Log.entryAdded")]

    def loads(self):
        """Addresses that were asked for."""
        return [e["params"]["request"]["url"]
                for e in self.seen("Network.requestWillBeSent")]

    def close(self):
        try:
            self.session = None
            self.send("Browser.close")
        except (EOFError, RuntimeError, OSError):
            self.child.kill()
        self.child.wait()
        os.close(self.inp)
        os.close(self.out)
        shutil.rmtree(self.profile, ignore_errors=True)
