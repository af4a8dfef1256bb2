"""A site served as a host would serve it, and its pages open in a browser."""
import contextlib
import gzip
import http.server
import re
import threading

#: Milliseconds that a browser on a busy machine may take for one step.
PATIENCE = 180_000


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def copyfile(self, source, target):
        try:
            super().copyfile(source, target)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the page was left before it had everything


def served(site):
    """The site on a port of this machine, as a host would serve it."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), lambda *rest: Quiet(*rest, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def window(browser, **how):
    context = browser.new_context(**how)
    context.set_default_timeout(PATIENCE)
    return context


@contextlib.contextmanager
def opened(browser, address):
    """A page on its own, without anything that another has left."""
    context = window(browser)
    try:
        page = context.new_page()
        page.goto(address)
        yield page
    finally:
        context.close()


class Visit:
    """One page in one window, with what it asks of the network and says to the console."""

    def __init__(self, context, address, has_scripts=True):
        self.page = context.new_page()
        self.requests, self.bodies, self.complaints = [], {}, []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfailed", lambda request: self.complaints.append("not loaded: " + request.url))
        self.page.on("response", self.received)
        self.page.on("console", lambda said: said.type in ("error", "warning") and self.complaints.append("console: " + said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.goto(address)
        if has_scripts:
            self.page.evaluate("document.fonts.ready")
            self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def received(self, response):
        if response.status >= 400:
            self.complaints.append(f"status {response.status}: {response.url}")
        self.bodies[response.url] = response

    def weight(self):
        total = 0
        for url, response in list(self.bodies.items()):
            body = response.body()
            total += len(body) if re.search(r"\.(woff2|png|jpe?g|webp|gif)$", url) else len(gzip.compress(body, 6))
        return total
