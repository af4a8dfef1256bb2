"""Measures `lectern variants`: a thousand variants of a 2-2-2 network's exercise with keys and handouts, and thirty as PDF.

  python3 measure.py [--lectern .build/release/lectern] [--students 1000] [--printed 30]

The thousand are made twice, in two folders and with nothing kept, and every byte has to be the same. Beside each time stands
what else the machine did: the load before, and the processor time that went to others meanwhile. One JSON line for each task.
"""
import argparse, hashlib, json, os, pathlib, resource, shutil, subprocess, sys, tempfile, time

here = os.path.dirname(os.path.abspath(__file__))
ap = argparse.ArgumentParser()
ap.add_argument("--lectern", default=os.path.join(here, "../../.build/release/lectern"))
ap.add_argument("--students", type=int, default=1000)
ap.add_argument("--printed", type=int, default=30)
args = ap.parse_args()


def busy():
    """Seconds that all processors of the machine have worked so far."""
    try:
        fields = open("/proc/stat").readline().split()[1:]
    except OSError:
        return 0.0
    ticks = os.sysconf("SC_CLK_TCK")
    return sum(int(field) for number, field in enumerate(fields[:8]) if number not in (3, 4)) / ticks


def made(work, students, options=()):
    """One run in a course of its own; its times and its folder."""
    os.makedirs(os.path.join(work, "lessons"))
    shutil.copy(os.path.join(here, "sheet.md"), os.path.join(work, "lessons"))
    pathlib.Path(work, "class.csv").write_text(
        "id,name\n" + "".join(f"s{n},Student {n}\n" for n in range(1, students + 1)))
    load, before, others, start = os.getloadavg()[0], resource.getrusage(resource.RUSAGE_CHILDREN), busy(), time.perf_counter()
    run = subprocess.run(
        [os.path.abspath(args.lectern), "variants", "lessons/sheet.md", "--roster", "class.csv", "--salt", "autumn",
         "--output", "out", *options],
        cwd=work, capture_output=True, text=True)
    clock, after, worked = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN), busy() - others
    if run.returncode or f"{students} handouts" not in run.stdout:
        sys.exit(f"variants failed: {run.stdout}{run.stderr}")
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return {
        "clock_s": round(clock, 1), "cpu_s": round(cpu, 1), "load_before": round(load, 1),
        "cpu_of_others_s": round(max(0.0, worked - cpu), 1)}, os.path.join(work, "out")


def digests(folder):
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(pathlib.Path(folder).rglob("*")) if file.is_file()}


work = tempfile.mkdtemp(prefix="lectern-handouts-")
try:
    runs = [made(os.path.join(work, name), args.students) for name in ("first", "second")]
    first, second = (digests(folder) for _, folder in runs)
    pages = [name for name in first if name.startswith("handouts/") and name.endswith(".html")]
    if len(pages) != args.students or not {"key.csv", "key.html", "key.json"} <= set(first):
        sys.exit(f"{len(pages)} handouts of {args.students}, beside {sorted(set(first) - set(pages))}")
    print(json.dumps({
        "peer": "lectern", "task": "variants", "students": args.students, "cores": os.cpu_count(),
        "runs": [times for times, _ in runs], "handout_bytes": os.path.getsize(os.path.join(runs[0][1], pages[0])),
        "same_bytes": first == second, "differing": sorted(name for name in first | second if first.get(name) != second.get(name))[:5],
    }), flush=True)
    if args.printed:
        times, folder = made(os.path.join(work, "printed"), args.printed, ["--pdf"])
        printed = [name for name in digests(folder) if name.endswith(".pdf")]
        if len(printed) != args.printed:
            sys.exit(f"{len(printed)} PDFs of {args.printed}")
        print(json.dumps({
            "peer": "lectern", "task": "variants-pdf", "students": args.printed, "cores": os.cpu_count(), "run": times}), flush=True)
finally:
    shutil.rmtree(work, ignore_errors=True)
