"""Measures what claims cost: `lectern verify` of a lesson with many of them, and of the same lesson with the numbers plain.

  python3 measure.py [--lectern .build/release/lectern] [--claims 1000] [--reps 9]

Both lessons are verified in turns, in one run, on a warm machine and without a kept result. Beside the time on the clock, which
other work on the machine disturbs, stands the processor time of all processes together. One JSON line on standard output.
"""
import argparse, json, os, resource, shutil, statistics, subprocess, sys, tempfile, time

import lesson

here = os.path.dirname(os.path.abspath(__file__))
ap = argparse.ArgumentParser()
ap.add_argument("--lectern", default=os.path.join(here, "../../.build/release/lectern"))
ap.add_argument("--claims", type=int, default=1000)
ap.add_argument("--reps", type=int, default=9)
args = ap.parse_args()


def verified(folder, claims):
    """Seconds on the clock and of the processor for one verification that finds nothing kept."""
    for kept in ("runs", "pages"):
        shutil.rmtree(os.path.join(folder, ".lectern", kept), ignore_errors=True)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run = subprocess.run([args.lectern, "verify", folder, "--quiet"], capture_output=True, text=True)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode or f"{claims} claims" not in run.stdout:
        sys.exit(f"verification failed: {run.stdout}{run.stderr}")
    return clock, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


work = tempfile.mkdtemp(prefix="lectern-claims-")
try:
    folders = {}
    for kind, claimed in (("with", True), ("without", False)):
        folders[kind] = os.path.join(work, kind)
        os.makedirs(folders[kind])
        with open(os.path.join(folders[kind], "numbers.md"), "w", encoding="utf-8") as file:
            file.write(lesson.lesson(args.claims, claimed=claimed))
    counts = {"with": args.claims, "without": 0}
    times = {kind: [] for kind in folders}
    for rep in range(args.reps + 1):
        for kind in folders if rep % 2 else reversed(folders):
            measured = verified(folders[kind], counts[kind])
            # The first of each fills the caches of compiler and system.
            if rep:
                times[kind].append(measured)
    clock = {kind: statistics.median(t[0] for t in times[kind]) for kind in times}
    cpu = {kind: statistics.median(t[1] for t in times[kind]) for kind in times}
    print(json.dumps({
        "peer": "lectern", "task": "claims", "claims": args.claims,
        "with_s": round(clock["with"], 3), "without_s": round(clock["without"], 3),
        "overhead_percent": round(100 * (clock["with"] / clock["without"] - 1), 1),
        "with_cpu_s": round(cpu["with"], 3), "without_cpu_s": round(cpu["without"], 3),
        "cpu_overhead_percent": round(100 * (cpu["with"] / cpu["without"] - 1), 1),
    }), flush=True)
finally:
    shutil.rmtree(work, ignore_errors=True)
