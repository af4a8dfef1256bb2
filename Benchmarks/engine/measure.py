"""Trains the tasks of README.md in Lectern and in its peers, one after the other in every round, so that a machine that slows
down slows all alike. Prints one JSON line for each peer and task on standard output, then a table of ratios on standard error.

    run [--peers] [--rounds N] [--tasks t1,t2] [--threads N] [--only lectern,c]
"""
import argparse
import collections
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PEERS = HERE / "peers"
WORK = HERE / ".work"
ROOT = HERE.parent.parent
TASKS = ["t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"]
PYTHON = WORK / "venv/bin/python"
# What the final loss must be, to 12 digits.
LOSSES = {
    "t1": 3.510187782978859e-05, "t2": 9.57659171512e-04, "t3": 8.01371291181630e-03, "t4": 0.181282288376028,
    "t5": 1.65289254452226, "t6": 2.21460120386657, "t7": 2.35325160686144e-03,
    "t8": 0.205435090389244,
}


def call(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, **options)


def install():
    """The Python peers, in an environment of their own."""
    if not PYTHON.exists():
        call(sys.executable, "-m", "venv", WORK / "venv")
    call(PYTHON, "-m", "pip", "install", "-q", "numpy", "scikit-learn", "jax")
    # A build for processors alone where pip finds one: the other brings gigabytes that aren't used here.
    for name in ["torch==2.13.0+cpu", "torch"]:
        if subprocess.run([PYTHON, "-m", "pip", "install", "-q", name], stderr=subprocess.DEVNULL).returncode == 0:
            return


def compile_lectern():
    built = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    path = pathlib.Path(built.stdout.strip())
    call(
        "swiftc", "-O", HERE / "lectern.swift", "-I", path / "Modules", "-L", path, "-lLecternRuntime", "-Xlinker", "-rpath",
        "-Xlinker", path, "-Xcc", f"-fmodule-map-file={path}/CArithmetic.build/module.modulemap", "-o", WORK / "lectern")


def compile_c():
    c = shutil.which("gcc") or shutil.which("cc")
    fast = ["-O3", "-march=native", "-ffast-math"]
    call(c, "-O2", "-ffp-contract=off", "-c", PEERS / "tasks.c", "-o", WORK / "tasks.o")
    for peer, flags in [("c", fast[:2]), ("c-fast", fast)]:
        call(c, *flags, f'-DPEER="{peer}"', PEERS / "small.c", PEERS / "layers.c", PEERS / "transformer.c", WORK / "tasks.o", "-lm", "-o", WORK / peer)
    found = subprocess.run(["pkg-config", "--cflags", "--libs", "openblas"], capture_output=True, text=True)
    flags = found.stdout.split() if found.returncode == 0 else ["-lopenblas"]
    call(c, *fast, PEERS / "large.c", WORK / "tasks.o", *flags, "-lm", "-o", WORK / "c-openblas")


def wide():
    """Whether OpenBLAS has a kernel for this processor that an older build doesn't choose by itself."""
    try:
        flags = pathlib.Path("/proc/cpuinfo").read_text()
    except OSError:
        return False
    return "avx512vl" in flags and "avx512bw" in flags


def peers(tasks, repetitions):
    """Name, command and environment of every peer that is here."""
    listed = [("lectern", [WORK / "lectern", ",".join(tasks), repetitions], {})]
    c = ["--tasks", ",".join(tasks), "--repetitions", repetitions]
    listed += [("c", [WORK / "c"] + c, {}), ("c-fast", [WORK / "c-fast"] + c, {}), ("c-openblas", [WORK / "c-openblas"] + c, {})]
    if wide():
        listed.append(
            ("c-openblas-avx512", [WORK / "c-openblas"] + c, {"PEER": "c-openblas-avx512", "OPENBLAS_CORETYPE": "SkylakeX"}))
    if PYTHON.exists():
        # They take so much longer that fewer repetitions do.
        few = min(repetitions, 2)
        for peer, script in [("numpy", "numpy"), ("sklearn", "sklearn"), ("torch-eager", "torch"), ("jax", "jax")]:
            if subprocess.run([PYTHON, "-c", f"import {script}"], capture_output=True).returncode == 0:
                listed.append((peer, [PYTHON, PEERS / f"with_{script}.py", ",".join(tasks), few], {}))
    return listed


def measure(listed, rounds, threads):
    found = collections.defaultdict(list)
    environment = dict(os.environ, OPENBLAS_NUM_THREADS=str(threads), OMP_NUM_THREADS=str(threads), PYTHONDONTWRITEBYTECODE="1")
    # JAX takes its threads from the processors it may run on.
    pin = ["taskset", "-c", f"0-{threads - 1}"] if shutil.which("taskset") else []
    for number in range(rounds):
        for peer, command, extra in listed:
            print(f"round {number + 1}: {peer}", file=sys.stderr)
            run = subprocess.run(
                pin + [str(word) for word in command], env=environment | extra, capture_output=True, text=True, cwd=PEERS)
            if run.returncode:
                print(run.stderr[-600:], file=sys.stderr)
            for line in run.stdout.splitlines():
                row = json.loads(line)
                found[peer, row["task"]].append(row)
    return found


def merged(rows):
    """One row for all rounds: the shortest time of all, and the median."""
    times = [time for row in rows for time in row["reps"]]
    first = rows[0]
    row = dict(first, seconds=min(times), median_s=statistics.median(times), reps=times)
    return row | {"samples_per_s": first["samples_per_s"] * first["seconds"] / row["seconds"]}


def table(rows):
    """Seconds of each peer as a multiple of Lectern's."""
    names = list(dict.fromkeys(peer for peer, _ in rows))
    tasks = [task for task in TASKS if ("lectern", task) in rows]
    lines = ["task  lectern s  " + "  ".join(f"{name:>9}" for name in names if name != "lectern")]
    for task in tasks:
        own = rows["lectern", task]["seconds"]
        cells = [
            f"{rows[name, task]['seconds'] / own:9.2f}" if (name, task) in rows else " " * 8 + "·"
            for name in names if name != "lectern"]
        lines.append(f"{task}    {own:9.5f}  " + "  ".join(f"{cell:>{max(9, len(name))}}" for cell, name in zip(
            cells, [name for name in names if name != "lectern"])))
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--repetitions", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--tasks", default=",".join(TASKS))
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    if asked.peers:
        install()
    compile_lectern()
    compile_c()
    listed = peers(asked.tasks.split(","), asked.repetitions)
    if asked.only:
        listed = [peer for peer in listed if peer[0] in asked.only.split(",")]
    found = measure(listed, asked.rounds, asked.threads)
    rows = {key: merged(value) for key, value in found.items()}
    for row in rows.values():
        print(json.dumps(row), flush=True)
    print("\nSeconds as multiples of Lectern's; above 1, Lectern is ahead.", file=sys.stderr)
    print("\n".join(table(rows)), file=sys.stderr)
    for (peer, task), row in rows.items():
        # scikit-learn's Adam is another one.
        tolerance = 1e-3 if (peer, task) == ("sklearn", "t4") else 1e-10
        if abs(row["final_loss"] / LOSSES[task] - 1) > tolerance:
            print(f"{peer} ends {task} at {row['final_loss']}, not {LOSSES[task]}", file=sys.stderr)


if __name__ == "__main__":
    main()
