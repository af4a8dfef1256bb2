"""Kills builds at random moments and looks whether anything is lost: `python3 Tests/Faults/kills.py [--kills 200] [--seed 1]`.

After every kill each page that stands in the output is, byte for byte, the page of a build that nobody disturbed; no process of
the build is left after five seconds; and the next build ends well with the same bytes.
"""
import argparse, os, random, shutil, signal, subprocess, sys, tempfile, time

parser = argparse.ArgumentParser()
parser.add_argument("--lectern", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.build/release/lectern"))
parser.add_argument("--kills", type=int, default=200)
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()
lectern = os.path.abspath(options.lectern)
chance = random.Random(options.seed)
root = os.path.realpath(tempfile.mkdtemp(prefix="lectern-kills-"))
scratch = os.path.join(root, "tmp")
environment = dict(os.environ, TMPDIR=scratch, CI="false")


def lesson(number, factor):
    return "# Lesson %d\n\n```{swift}\nlet x = %d * %d\nprint(x)\n```\n\nIt is [%d](<claim: x>), $x^%d$.\n" % (
        number, number, factor, number * factor, number)


def write(factor):
    os.makedirs(os.path.join(root, "c"), exist_ok=True)
    for number in range(1, 4):
        with open(os.path.join(root, "c", "l%d.md" % number), "w") as file:
            file.write(lesson(number, factor if number == 1 else 2))


def command(output):
    return [lectern, "build", "c", "--output", output]


def pages(output):
    found = {}
    for folder, _, names in os.walk(os.path.join(root, output)):
        for name in names:
            path = os.path.join(folder, name)
            found[os.path.relpath(path, os.path.join(root, output))] = open(path, "rb").read()
    return found


def whole(output):
    run = subprocess.run(command(output), cwd=root, env=environment, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit("a build after a kill failed:\n" + run.stdout + run.stderr)
    return pages(output)


def left():
    found = []
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            line = open("/proc/%s/cmdline" % process, "rb").read().decode(errors="replace")
        except OSError:
            continue
        if scratch in line:
            found.append(line.replace("\0", " "))
    return found


os.makedirs(scratch)
right = {}
for factor in (2, 3):
    write(factor)
    shutil.rmtree(os.path.join(root, "c", ".lectern"), ignore_errors=True)
    shutil.rmtree(os.path.join(root, "right"), ignore_errors=True)
    begun = time.monotonic()
    right[factor] = whole("right")
    longest = time.monotonic() - begun
broken = 0
for count in range(options.kills):
    factor = chance.choice((2, 3))
    write(factor)
    if chance.random() < 0.5:
        shutil.rmtree(os.path.join(root, "c", ".lectern"), ignore_errors=True)
        shutil.rmtree(os.path.join(root, "out"), ignore_errors=True)
    moment = chance.uniform(0, longest)
    process = subprocess.Popen(
        command("out"), cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    end = time.monotonic() + 5
    while left() and time.monotonic() < end:
        time.sleep(0.02)
    wrong = ["a process is left: " + line for line in left()]
    standing = pages("out")
    for name, content in standing.items():
        if name.startswith("l") and name.endswith(".html") and content not in (right[2].get(name), right[3].get(name)):
            wrong.append("half a page: " + name)
    if whole("out") != right[factor]:
        wrong.append("other bytes after the next build")
    if wrong:
        broken += 1
        print("kill %d, after %.3f s: %s" % (count, moment, "; ".join(wrong)))
    if (count + 1) % 20 == 0:
        print("%d kills, %d with a loss" % (count + 1, broken), flush=True)
shutil.rmtree(root)
print("%d kills between 0 and %.1f s, seed %d: %d with a loss" % (options.kills, longest, options.seed, broken))
sys.exit(1 if broken else 0)
