"""A headless Chromium (浏览器), driven over its own debugging protocol. Nothing is downloaded."""

import base64
import itertools
import json
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

import websocket

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
PATIENCE = 60


def find_chromium():
    """The path of a Chromium, or nothing."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Browser:
    """One page in one browser. Remembers errors of the console and every request."""

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--disable-dev-shm-usage",
                   "--remote-allow-origins=*", "--no-first-run", "--disable-extensions", "--disable-background-networking",
                   f"--user-data-dir={self.folder.name}", "about:blank"]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen([program, *options], stdout=quiet, stderr=quiet)
        self.numbers = itertools.count(1)
        self.errors, self.requests, self.events = [], [], []
        self.socket = websocket.create_connection(self._address(), timeout=PATIENCE)
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(f"{domain}.enable")

    def _address(self):
        port_file = Path(self.folder.name) / "DevToolsActivePort"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if port_file.exists() and port_file.read_text().strip():
                port = port_file.read_text().split()[0]
                pages = json.load(urlopen(f"http://127.0.0.1:{port}/json/list"))
                page = next((one for one in pages if one["type"] == "page"), None)
                if page:
                    return page["webSocketDebuggerUrl"]
            time.sleep(0.1)
        raise RuntimeError("the browser did not start")

    def call(self, method, **parameters):
        """Calls a method of the protocol and gives its result."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self._note(message)

    def _note(self, message):
        method, parameters = message.get("method"), message.get("params", {})
        self.events.append(method)
        if method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description") or details["text"])
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"):
            self.errors.append(str([one.get("value") for one in parameters["args"]]))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.errors.append(parameters["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])

    def size(self, width, height):
        """The size of the window, in CSS pixels."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 700)

    def open(self, path):
        """Opens a file and waits until it has loaded. Gives the seconds it took."""
        self.events.clear()
        begin = time.monotonic()
        self.call("Page.navigate", url="file://" + quote(str(Path(path).resolve())))
        while "Page.loadEventFired" not in self.events:
            self._note(json.loads(self.socket.recv()))
        return time.monotonic() - begin

    def run(self, script):
        """The value of an expression in the page, promises awaited."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description", script))
        return result["result"].get("value")

    def click(self, selector):
        """Clicks the element as a user would, with the mouse, wherever it has to be scrolled to."""
        place = self.run(f"""(() => {{ const e = document.querySelector({json.dumps(selector)});
            if (!e) return null; e.scrollIntoView({{block: 'center', behavior: 'instant'}});
            const r = e.getClientRects()[0]; return r ? [r.x + r.width / 2, r.y + r.height / 2] : null; }})()""")
        if place is None:
            raise RuntimeError(f"nothing to click at {selector}")
        for kind in ["mousePressed", "mouseReleased"]:
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)
        self.settle()

    def press(self, key):
        """Presses a key."""
        for kind in ["keyDown", "keyUp"]:
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode={"Escape": 27, "Tab": 9, "Enter": 13}[key])
        self.settle()

    def go(self, rest):
        """Goes to a part of the page by its address."""
        self.run(f"void (location.hash = {json.dumps('#' + rest)})")
        self.settle()

    def settle(self):
        """Waits until the page has been drawn twice."""
        self.run("new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 0)).then(() => 1)")

    def picture(self, path, whole=False):
        """Writes a picture of the window, or of the whole page."""
        result = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole, **({"clip": self._whole()} if whole else {}))
        Path(path).write_bytes(base64.b64decode(result["data"]))

    def _whole(self):
        box = self.call("Page.getLayoutMetrics")["cssContentSize"]
        return {"x": 0, "y": 0, "width": box["width"], "height": box["height"], "scale": 1}

    def paper(self, path):
        """Prints the page as PDF, on the paper that its own style names."""
        result = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        Path(path).write_bytes(base64.b64decode(result["data"]))

    def close(self):
        """Ends the browser."""
        try:
            self.call("Browser.close")
        except Exception:
            self.process.terminate()
        self.socket.close()
        self.process.wait(timeout=PATIENCE)
        self.folder.cleanup()
