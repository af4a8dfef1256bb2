"""Measures `lectern preview` in a real browser: from saving a lesson to the new page, scrolled to where the reader was.

  python3 measure.py [--lectern .build/release/lectern] [--chromium chromium] [--lessons 20] [--reps 5]

Prints one JSON line for each kind of edit: the median, the worst, and every measurement in seconds. Needs nothing but Python
and Chromium, which is spoken to over a pipe.
"""
import argparse, json, os, re, shutil, statistics, subprocess, sys, tempfile, time

here = os.path.dirname(os.path.abspath(__file__))
ap = argparse.ArgumentParser()
ap.add_argument("--lectern", default=os.path.join(here, "../../.build/release/lectern"))
ap.add_argument("--chromium", default="chromium")
ap.add_argument("--lessons", type=int, default=20)
ap.add_argument("--reps", type=int, default=5)
args = ap.parse_args()


class Browser:
    def __init__(self, profile):
        to_read, self.to = os.pipe()
        self.fro, from_write = os.pipe()

        def wire():
            # Chromium reads commands on descriptor 3 and writes answers on 4.
            a, b = os.dup(to_read), os.dup(from_write)
            os.dup2(a, 3), os.dup2(b, 4)
            os.set_inheritable(3, True), os.set_inheritable(4, True)
        self.process = subprocess.Popen(
            [args.chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             f"--user-data-dir={profile}", "--window-size=1000,800", "about:blank"],
            preexec_fn=wire, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.buffer, self.number = b"", 0
        targets = self.ask("Target.getTargets")["targetInfos"]
        page = next(t["targetId"] for t in targets if t["type"] == "page")
        self.session = self.ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        self.ask("Page.enable", self.session)

    def ask(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.buffer:
                self.buffer += os.read(self.fro, 1 << 16)
            line, self.buffer = self.buffer.split(b"\0", 1)
            answer = json.loads(line)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(answer["error"])
                return answer["result"]

    def value(self, expression):
        return self.ask("Runtime.evaluate", self.session, expression=expression, returnByValue=True)["result"].get("value")

    def wait(self, expression, seconds=30):
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            try:
                if self.value(expression):
                    return time.perf_counter()
            except RuntimeError:
                pass  # the page is just being replaced
            time.sleep(0.005)
        sys.exit(f"waited in vain for {expression}")


def main():
    work = tempfile.mkdtemp(prefix="lectern-preview-")
    course = os.path.join(work, "course")
    os.makedirs(course)
    template = open(os.path.join(here, "../documents/lesson.md"), encoding="utf-8").read()
    filler = "\n\n".join(f"Paragraph {i} of some length, so that the page has to be scrolled." for i in range(40))
    for i in range(1, args.lessons + 1):
        with open(f"{course}/l{i}.md", "w", encoding="utf-8") as f:
            f.write(template.replace("@N@", str(i)) + "\n" + filler + "\n\nThe last loss is `{swift} learned.losses[10]`. MARK\n")
    server = subprocess.Popen([args.lectern, "preview", course, "--port", "4100"], stdout=subprocess.PIPE, text=True)
    browser = None
    try:
        address = next(m.group(1) for line in server.stdout if (m := re.search(r"preview at (\S+)", line)))
        browser = Browser(os.path.join(work, "profile"))
        browser.ask("Page.navigate", browser.session, url=address + "l10.html")
        browser.wait("document.readyState === 'complete' && document.body.textContent.includes('MARK')")
        file = f"{course}/l10.md"
        original = open(file, encoding="utf-8").read()
        # What the reader looks at. The code edit makes a table above it longer.
        paragraph = "[...document.querySelectorAll('main p')].find(p => p.textContent.startsWith('Paragraph 9 '))"
        kinds = {
            "prose-edit": lambda text, k: text.replace("MARK", f"MARK seen{k}"),
            "code-edit": lambda text, k: text.replace("epochs: 5000", f"epochs: {5000 + k}").replace("MARK", f"MARK seen{k}"),
        }
        for kind, edit in kinds.items():
            times, drift = [], []
            for k in range(1, args.reps + 1):
                browser.value(f"{paragraph}.scrollIntoView({{behavior: 'instant'}})")
                time.sleep(0.4)
                before = browser.value(f"{paragraph}.getBoundingClientRect().top")
                word = f"seen{kind[0]}{k}"
                text = edit(original, k).replace(f"seen{k}", word)
                start = time.perf_counter()
                with open(file, "w", encoding="utf-8") as f:
                    f.write(text)
                end = browser.wait(f"document.readyState === 'complete' && document.body.textContent.includes('{word}')")
                times.append(round(end - start, 3))
                after = browser.value(f"{paragraph}.getBoundingClientRect().top")
                drift.append(round(abs(after - before), 1))
            print(json.dumps({"peer": "lectern", "task": "preview-" + kind, "lessons": args.lessons, "median_s": statistics.median(times),
                              "worst_s": max(times), "reps": times, "scroll_drift_px": max(drift)}), flush=True)
        # A broken lesson says so in the page, with the terminal's words, and the page stays.
        with open(file, "w", encoding="utf-8") as f:
            f.write(original + "\n```{swift}\nlet broken: Int = \"two\"\n```\n")
        browser.wait("document.getElementById('lectern-findings')?.textContent.includes(\"cannot convert value of type 'String'\")")
        with open(file, "w", encoding="utf-8") as f:
            f.write(original)
        browser.wait("!document.getElementById('lectern-findings')")
        print(json.dumps({"peer": "lectern", "task": "preview-broken-lesson", "shown": True}), flush=True)
    finally:
        server.terminate()
        if browser:
            browser.process.terminate()
            browser.process.wait()
        shutil.rmtree(work, ignore_errors=True)


main()
