"""Builds the same course of lessons in five states and measures it; one JSON line per state.

  python3 measure.py [--lectern .build/release/lectern] [--lessons 20] [--reps 3] [--alone]

States, in this order in every repetition:
  cold-1      a course of one lesson, everything built
  cold-N      the course of N lessons, nothing built before
  warm        again, nothing changed
  prose-edit  again, one sentence of one lesson changed
  code-edit   again, one line of code of one lesson changed
R Markdown and jupyter-book build a course with the same work per lesson in the same run, where they are installed; --alone
leaves them out. A last line for each gives how many times as fast Lectern's cold build was.
"""
import argparse, json, os, shutil, statistics, subprocess, sys, tempfile, time

here = os.path.dirname(os.path.abspath(__file__))
ap = argparse.ArgumentParser()
ap.add_argument("--lectern", default=os.path.join(here, "../../.build/release/lectern"))
ap.add_argument("--lessons", type=int, default=20)
ap.add_argument("--reps", type=int, default=3)
ap.add_argument("--alone", action="store_true")
args = ap.parse_args()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def template(name):
    with open(os.path.join(here, name), encoding="utf-8") as f:
        return f.read()


class Lectern:
    name, file, code = "lectern", "l{}.md", ("updating: .weights", "updating: .all")

    def make(self, folder, n):
        for i in range(1, n + 1):
            write(f"{folder}/l{i}.md", template("lesson.md").replace("@N@", str(i)))
        write(f"{folder}/course.yml", "title: Course\n")

    def command(self, folder):
        return [os.path.abspath(args.lectern), "build", folder, "--output", folder + "-site"]


class RMarkdown:
    name, file, code = "rmarkdown", "l{}.Rmd", ("W2 <- W2-.5*outer", "W2 <- W2-.50*outer")

    def make(self, folder, n):
        write(f"{folder}/_site.yml", "name: course\n")
        write(f"{folder}/index.Rmd", "---\ntitle: Course\n---\n")
        for i in range(1, n + 1):
            write(f"{folder}/l{i}.Rmd", template("lesson.Rmd").replace("@N@", str(i)))

    def command(self, folder):
        return ["Rscript", "-e", "rmarkdown::render_site(quiet=TRUE)"]


class JupyterBook:
    name, file, code = "jupyter-book", "l{}.md", ("W2 = W2-.5*np.outer", "W2 = W2-.50*np.outer")

    def make(self, folder, n):
        write(f"{folder}/_config.yml", "title: Course\nexecute: {execute_notebooks: cache}\n")
        write(f"{folder}/_toc.yml", "format: jb-book\nroot: intro\nchapters:\n" + "".join(f"- file: l{i}\n" for i in range(1, n + 1)))
        write(f"{folder}/intro.md", "# Course\n")
        for i in range(1, n + 1):
            write(f"{folder}/l{i}.md", template("lesson.myst.md").replace("@N@", str(i)))

    def command(self, folder):
        return ["jupyter-book", "build", folder]


def build(peer, folder):
    start = time.perf_counter()
    run = subprocess.run(peer.command(folder), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if run.returncode:
        sys.exit(f"{peer.name} failed:\n{run.stdout[-3000:]}")
    return time.perf_counter() - start


def edit(path, pair):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    assert text.count(pair[0]) == 1, (path, pair)
    write(path, text.replace(*pair))


peers = [Lectern()]
if not args.alone:
    for peer, tool in ((RMarkdown(), "Rscript"), (JupyterBook(), "jupyter-book")):
        if shutil.which(tool):
            peers.append(peer)
        else:
            print(f"{peer.name}: {tool} is not installed", file=sys.stderr)

cold = {}
for peer in peers:
    times = {}
    for _ in range(args.reps):
        with tempfile.TemporaryDirectory(prefix="lectern-documents-") as work:
            def state(name, folder):
                times.setdefault(name, []).append(round(build(peer, folder), 3))
            peer.make(work + "/one", 1)
            state("cold-1", work + "/one")
            course = work + "/course"
            peer.make(course, args.lessons)
            state(f"cold-{args.lessons}", course)
            state("warm", course)
            lesson = f"{course}/" + peer.file.format(args.lessons // 2)
            edit(lesson, ("The forward pass computes", "A forward pass computes"))
            state("prose-edit", course)
            edit(lesson, peer.code)
            state("code-edit", course)
    cold[peer.name] = min(times[f"cold-{args.lessons}"])
    for name, reps in times.items():
        print(json.dumps({"peer": peer.name, "task": "documents-" + name, "lessons": 1 if name == "cold-1" else args.lessons,
                          "seconds": min(reps), "median_s": statistics.median(reps), "reps": reps}), flush=True)
for name, seconds in cold.items():
    if name != "lectern":
        print(json.dumps({"peer": name, "task": f"documents-cold-{args.lessons}-ratio", "times": round(seconds / cold["lectern"], 2)}))
