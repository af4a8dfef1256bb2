"""Measures what an author waits for in a course that is built already: one JSON line per course and kind of edit.

  python3 courses.py [--lectern .build/release/lectern] [--course ../../lessons] [--lesson activation-functions]
                     [--many 200] [--reps 5]

Two courses: this repository's own, copied, and one of many lessons, each of them a copy of the one that is edited. In every repetition, in turn: nothing changed; one sentence of one lesson changed; one line of its code
changed. Beside wall-clock time stands the processor time of all processes, which a busy machine changes less.
"""
import argparse, json, os, re, resource, shutil, statistics, subprocess, sys, tempfile, time

here = os.path.dirname(os.path.abspath(__file__))
ap = argparse.ArgumentParser()
ap.add_argument("--lectern", default=os.path.join(here, "../../.build/release/lectern"))
ap.add_argument("--course", default=os.path.join(here, "../../lessons"))
ap.add_argument("--lesson", default="activation-functions")
ap.add_argument("--many", type=int, default=200)
ap.add_argument("--reps", type=int, default=5)
args = ap.parse_args()


def build(course):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    run = subprocess.run([os.path.abspath(args.lectern), "build", course, "--output", course + "-site"],
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    wall = time.perf_counter() - start
    if run.returncode:
        sys.exit(f"lectern failed:\n{run.stdout[-3000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def copied(folder):
    # With what earlier builds kept, so that its trainings needn't run again.
    shutil.copytree(args.course, folder)
    return args.lesson


def many(folder):
    """One lesson of ours again and again, with its claims, tables and figures, and labels of its own each time."""
    os.makedirs(folder)
    lesson = read(f"{args.course}/{args.lesson}.md")
    # Links to other lessons lead nowhere here.
    lesson = re.sub(r"\[([^\]]*)\]\([^)]*\.md[^)]*\)", r"\1", lesson)
    for i in range(1, args.many + 1):
        own = re.sub(r"\{#([a-z]+-)", rf"{{#\g<1>n{i}-", lesson)
        own = re.sub(r"(//\| label: [a-z]+-)", rf"\g<1>n{i}-", own)
        own = re.sub(r"(?<![\w@])@((?:sec|fig|tbl|eq|exr|thm|def|term)-)", rf"@\g<1>n{i}-", own)
        write(f"{folder}/n{i}.md", re.sub(r"^title: (.*)$", rf"title: Lesson {i}", own, count=1, flags=re.M))
    write(f"{folder}/course.yml", "title: Many lessons\n")
    return f"n{args.many // 2}"


def edited(text, k):
    """The lesson with a sentence more, and with that and a line of code more."""
    prose = f"{text}\nThis sentence is the {k}{'st' if k == 1 else 'nd' if k == 2 else 'rd' if k == 3 else 'th'} of its kind.\n"
    code = re.sub(r"(```\{swift\}\n(?://\|.*\n)*)", rf"\g<1>let more{k} = {k}\n", prose, count=1)
    assert code != prose
    return prose, code


def main():
    with tempfile.TemporaryDirectory(prefix="lectern-courses-") as work:
        for name, make in (("own", copied), (f"{args.many}", many)):
            course = f"{work}/{name}"
            path = f"{course}/{make(course)}.md"
            lessons = sum(f.endswith(".md") for f in os.listdir(course))
            build(course), build(course)
            text, times = read(path), {}
            for k in range(1, args.reps + 1):
                prose, code = edited(text, k)
                times.setdefault("warm", []).append(build(course))
                write(path, prose)
                times.setdefault("prose-edit", []).append(build(course))
                write(path, code)
                times.setdefault("code-edit", []).append(build(course))
                write(path, text)
                build(course)
            for kind, pairs in times.items():
                wall = [round(p[0], 3) for p in pairs]
                print(json.dumps({"peer": "lectern", "task": f"course-{name}-{kind}", "lessons": lessons, "seconds": min(wall),
                                  "median_s": statistics.median(wall), "processor_s": round(min(p[1] for p in pairs), 3),
                                  "reps": wall}), flush=True)


main()
