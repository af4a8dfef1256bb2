"""How the cost of a training grows: time for each sample over width, depth and batch, in Lectern and in C over OpenBLAS.

    python3 growth.py [--rounds 3] [--write]

Dense layers with ReLU, all as wide as the input, the last one of ten classes; gradient descent; one thread. Each point goes
through 1,024 samples or more, so that laying out the network, which is done once, counts for little; both peers in turn in every
round; the shortest time counts. Prints one JSON line for each point; --write also writes growth.md and growth.svg beside this file.
"""
import argparse
import json
import math
import os
import pathlib
import platform
import subprocess
import sys

import measure

SWEEPS = {
    "width": [(width, 2, 32) for width in (2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048)],
    "depth": [(64, depth, 32) for depth in (1, 2, 4, 8, 16, 32)],
    "batch": [(64, 2, batch) for batch in (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)],
}


def samples(width, depth, batch):
    """As many as 2·10⁸ products take, 1,024 at least, in whole batches of the C program's data; they go four times."""
    products = 3 * ((depth - 1) * width * width + 10 * width)
    most = min(10_000, 784 * 10_000 // width)
    return max(1, min(most, max(1024, 50_000_000 // products)) // batch) * batch


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        told = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in reversed(lines))}
        return f"{told['model name']} (family {told['cpu family']}, model {told['model']})"
    except (OSError, KeyError):
        return platform.processor()


def seconds(peer, name):
    command, extra = {
        "lectern": ([measure.WORK / "lectern", name, 3], {}),
        "c-openblas": ([measure.WORK / "c-openblas", "--tasks", name, "--repetitions", 3],
                       {"OPENBLAS_CORETYPE": "SkylakeX"} if measure.wide() else {}),
    }[peer]
    environment = dict(os.environ, OPENBLAS_NUM_THREADS="1", **extra)
    run = subprocess.run([str(word) for word in command], env=environment, capture_output=True, text=True, check=True)
    row = json.loads(run.stdout.splitlines()[-1])
    return row["seconds"], row["final_loss"]


def measured(rounds):
    rows = []
    for sweep, points in SWEEPS.items():
        for point in points:
            count = samples(*point)
            name = "grow-" + "-".join(map(str, point)) + f"-{count}"
            best, losses = {}, {}
            for _ in range(rounds):
                for peer in ("lectern", "c-openblas"):
                    time, losses[peer] = seconds(peer, name)
                    best[peer] = min(best.get(peer, math.inf), time)
            if abs(losses["lectern"] / losses["c-openblas"] - 1) > 1e-8:
                print(f"{name} ends at {losses}", file=sys.stderr)
            row = {"sweep": sweep, "width": point[0], "depth": point[1], "batch": point[2], "samples": 4 * count}
            row |= {peer: time / count / 4 * 1e6 for peer, time in best.items()}
            rows.append(row | {"ratio": round(best["lectern"] / best["c-openblas"], 2)})
            print(json.dumps(rows[-1]), flush=True)
    return rows


def table(rows):
    text = f"""# How the cost of a training grows

Microseconds for each sample of a training step: forward, backward, gradient descent. Dense layers with ReLU, all as wide as the
input, the last of ten classes, one thread, {processor()}. Made by `growth.py --write`; C calls OpenBLAS for every product.

![Time for a sample over width, depth and batch](growth.svg)
"""
    for sweep, points in SWEEPS.items():
        others = [f"{word} {value}" for word, value in zip(("width", "depth", "batch"), points[-1]) if word != sweep]
        text += f"\n| {sweep} ({', '.join(others)}) | Lectern, µs | C, µs | Lectern / C |\n|--:|--:|--:|--:|\n"
        for row in rows:
            if row["sweep"] == sweep:
                text += f"| {row[sweep]} | {row['lectern']:.3g} | {row['c-openblas']:.3g} | {row['ratio']:.2f} |\n"
    return text


def plot(rows):
    """Three logarithmic plots side by side: a line for each peer."""
    size, gap, parts = 220, 60, []
    times = [row[peer] for row in rows for peer in ("lectern", "c-openblas")]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
    for number, sweep in enumerate(SWEEPS):
        left = gap + number * (size + gap)
        own = [row for row in rows if row["sweep"] == sweep]
        first, last = (math.log2(own[end][sweep]) for end in (0, -1))
        place = lambda row, peer: (
            left + size * (math.log2(row[sweep]) - first) / (last - first),
            20 + size * (high - math.log10(row[peer])) / (high - low))
        parts.append(f'<rect x="{left}" y="20" width="{size}" height="{size}" fill="none" stroke="#999"/>')
        for decade in range(low, high + 1):
            y = 20 + size * (high - decade) / (high - low)
            parts.append(f'<line x1="{left}" x2="{left + size}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
            parts.append(f'<text x="{left - 4}" y="{y + 4:.1f}" text-anchor="end">{10.0 ** decade:g}</text>')
        for row in own[:: 2 if len(own) > 6 else 1]:
            parts.append(f'<text x="{place(row, "lectern")[0]:.1f}" y="{size + 34}" text-anchor="middle">{row[sweep]}</text>')
        parts.append(f'<text x="{left + size / 2}" y="{size + 52}" text-anchor="middle">{sweep}</text>')
        for peer, colour in (("c-openblas", "#888"), ("lectern", "#0b6e99")):
            points = " ".join("{:.1f},{:.1f}".format(*place(row, peer)) for row in own)
            parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
    parts.append('<text x="60" y="12">µs for a sample; <tspan fill="#0b6e99">Lectern</tspan>, <tspan fill="#666">C over OpenBLAS</tspan></text>')
    width, height = gap + 3 * (size + gap), size + 60
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11">'
            f'<rect width="{width}" height="{height}" fill="#fff"/>' + "\n".join(parts) + "</svg>\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    measure.WORK.mkdir(exist_ok=True)
    measure.compile_lectern()
    measure.compile_c()
    rows = measured(asked.rounds)
    if asked.write:
        (measure.HERE / "growth.md").write_text(table(rows))
        (measure.HERE / "growth.svg").write_text(plot(rows))


if __name__ == "__main__":
    main()
