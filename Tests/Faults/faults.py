"""Gives a build what machines do: full disks, folders that may not be written to, few descriptors, jumping clocks, compilers that
hang or are killed, files that change meanwhile. `python3 Tests/Faults/faults.py [NAME...]`

In every case: no page in the output is anything but a whole page of an undisturbed build; the program ends by itself, in a sentence;
it never says that a claim is false (exit code 1); and once the fault is gone, the next build has the right bytes.
"""
import argparse, os, random, resource, shutil, signal, subprocess, sys, tempfile, threading, time

parser = argparse.ArgumentParser()
parser.add_argument("names", nargs="*")
parser.add_argument("--lectern", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.build/release/lectern"))
options = parser.parse_args()
lectern = os.path.abspath(options.lectern)
root = os.path.realpath(tempfile.mkdtemp(prefix="lectern-faults-"))
is_root = os.geteuid() == 0
failed = []


def lesson(number, factor):
    return ("# Lesson %d\n\n```{swift}\nimport Foundation\nlet x = %d * %d\nlet text = try String(contentsOfFile: \"data.csv\", "
            "encoding: .utf8)\nprint(x, text)\n```\n\nIt is [%d](<claim: x>), $x^%d$.\n") % (
        number, number, factor, number * factor, number)


def write(factor=2, data="1,2\n"):
    os.makedirs(os.path.join(root, "c"), exist_ok=True)
    for number in range(1, 4):
        with open(os.path.join(root, "c", "l%d.md" % number), "w") as file:
            file.write(lesson(number, factor if number == 1 else 2))
    with open(os.path.join(root, "c", "data.csv"), "w") as file:
        file.write(data)


def fresh():
    for name in ("c", "out", "tmp"):
        shutil.rmtree(os.path.join(root, name), ignore_errors=True)
    os.makedirs(os.path.join(root, "tmp"))
    write()


def command(*more):
    return [lectern, "build", "c", "--output", "out", *more]


def environment(**more):
    return dict(os.environ, TMPDIR=os.path.join(root, "tmp"), CI="false", **more)


def run(words=None, limits=(), seconds=240, **more):
    def limited():
        for which, value in limits:
            resource.setrlimit(which, (value, value))
    try:
        return subprocess.run(
            words or command(), cwd=root, env=environment(**more), capture_output=True, text=True, errors="replace",
            timeout=seconds, preexec_fn=limited if limits else None)
    except subprocess.TimeoutExpired:
        return None


def pages(output="out"):
    found = {}
    for folder, _, names in os.walk(os.path.join(root, output)):
        for name in names:
            path = os.path.join(folder, name)
            found[os.path.relpath(path, os.path.join(root, output))] = open(path, "rb").read()
    return found


def check(name, result, codes=(2, 69), rights=None):
    """What holds whatever the machine does."""
    wrong = []
    if result is None:
        wrong.append("it hangs")
    else:
        said = (result.stdout + result.stderr).strip()
        if result.returncode not in codes:
            wrong.append("exit code %d: %s" % (result.returncode, said[-300:]))
        if not said and "silent" not in name:
            wrong.append("it says nothing")
        if "Fatal error" in said or "crashed" in said and "c/l" not in said:
            wrong.append("it trapped: " + said[-300:])
    for page, content in pages().items():
        if page.startswith("l") and page.endswith(".html") and content not in [right.get(page) for right in rights or (right,)]:
            wrong.append("half a page: " + page)
    return wrong


def recovered(rights=None):
    result = run()
    if result is None or result.returncode != 0:
        return ["the next build fails: " + (result.stdout + result.stderr if result else "it hangs")]
    return [] if pages() == (rights or right) else ["the next build has other bytes"]


def report(name, wrong, note=""):
    print("%-44s %s" % (name, "; ".join(wrong) if wrong else "no loss" + (" (%s)" % note if note else "")), flush=True)
    if wrong:
        failed.append(name)


def mounted(folder, size):
    os.makedirs(os.path.join(root, folder), exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%s" % size, "none", os.path.join(root, folder)], check=True)


def unmounted(folder):
    subprocess.run(["umount", "-l", os.path.join(root, folder)], check=True)


def full_disk():
    """A small file system for the pages, the cache, the folder for programs."""
    if not is_root:
        return print("full disk: needs root to mount a small file system; not tried")
    for folder, size, codes in (
        ("out", "40k", (2, 69)), ("out", "150k", (2, 69)), ("c/.lectern", "4k", (0,)), ("c/.lectern", "16k", (0,)),
        ("tmp", "4k", (2, 69)), ("tmp", "64k", (2, 69)),
    ):
        fresh()
        mounted(folder, size)
        try:
            result = run()
            wrong = check("full disk", result, codes)
        finally:
            unmounted(folder)
        if folder == "out":
            shutil.rmtree(os.path.join(root, "out"), ignore_errors=True)
        report("%s on a disk of %s" % (folder, size), wrong + recovered(), result and "exit code %d" % result.returncode)


def large_file():
    """No file may become larger than so many bytes: what a quota does."""
    for size in (0, 1000, 4096, 20000, 100000):
        fresh()
        result = run(limits=[(resource.RLIMIT_FSIZE, size)])
        wrong = check("files of at most %d bytes" % size, result, (0, 2, 69))
        shutil.rmtree(os.path.join(root, "out"), ignore_errors=True)
        report("files of at most %d bytes" % size, wrong + recovered(), result and "exit code %d" % result.returncode)


def read_only():
    if not is_root:
        return print("read-only folders: needs root to mount them so; not tried")
    for folder, codes in (("out", (2, 69)), ("c", (0,)), ("tmp", (2, 69))):
        fresh()
        path = os.path.join(root, folder)
        os.makedirs(path, exist_ok=True)
        subprocess.run(["mount", "--bind", path, path], check=True)
        subprocess.run(["mount", "-o", "remount,bind,ro", path], check=True)
        try:
            result = run()
            wrong = check("read-only", result, codes)
        finally:
            unmounted(folder)
        report("%s can't be written to" % folder, wrong + recovered(), result and "exit code %d" % result.returncode)


def few_descriptors():
    for count in (8, 12, 16, 20, 24, 32, 48, 64):
        fresh()
        result = run(limits=[(resource.RLIMIT_NOFILE, count)], seconds=120)
        # Below a dozen the program itself can't be loaded.
        wrong = check("silent", result, (0, 2, 69, 127) if count < 16 else (0, 2, 69))
        report("%d descriptors" % count, wrong + recovered(), result and "exit code %d" % result.returncode)


def closed_output():
    fresh()
    for name in ("/dev/full",):
        with open(name, "w") as full:
            process = subprocess.run(
                command(), cwd=root, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, timeout=240)
        wrong = [] if process.returncode in (2, 69) and "Fatal" not in process.stderr else [
            "exit code %d: %s" % (process.returncode, process.stderr[-300:])]
        report("standard output is full", wrong + recovered(), "exit code %d" % process.returncode)
    process = subprocess.Popen(command(), cwd=root, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.wait()
    wrong = [] if "Fatal" not in errors else ["it trapped: " + errors[-300:]]
    report("nobody reads standard output", wrong + recovered(), "exit code %d" % process.returncode)


def clock():
    """Times of files in the future, in the past, and a file that changes without its time."""
    for name, moment in (("1970", 0), ("2100", 4102444800)):
        fresh()
        wrong = recovered()
        for folder, _, names in os.walk(root):
            for file in names:
                os.utime(os.path.join(folder, file), (moment, moment))
        wrong += recovered()
        write(3)
        os.utime(os.path.join(root, "c", "l1.md"), (moment, moment))
        wrong += recovered(right3)
        write(2)
        wrong += recovered()
        report("all files are of %s" % name, wrong)
    fresh()
    wrong = recovered()
    path = os.path.join(root, "c", "data.csv")
    before = os.stat(path)
    write(2, "9,9\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    wrong += recovered(right9)
    report("data changes and keeps its time and size", wrong)
    faketime = shutil.which("faketime")
    if faketime is None:
        return print("the clock itself jumps: faketime isn't installed; not tried")
    for jump in ("-30 years", "+30 years"):
        fresh()
        result = run([faketime, jump] + command())
        report("the clock jumps by " + jump, check("clock", result, (0,)) + recovered())


def compilers(end):
    """Hits whatever compiles below this program's temporary folder, once or always."""
    scratch = os.path.join(root, "tmp")
    hit = 0
    while not end.is_set():
        for process in filter(str.isdigit, os.listdir("/proc")):
            try:
                line = open("/proc/%s/cmdline" % process, "rb").read().split(b"\0")
            except OSError:
                continue
            if line and line[0].endswith((b"swift-frontend", b"clang", b"swiftc")) and any(scratch.encode() in w for w in line):
                yield int(process)
        time.sleep(0.005)


def compiler():
    for name, sign, most in (("killed once", signal.SIGKILL, 1), ("killed always", signal.SIGKILL, 10 ** 6),
                             ("stopped, which hangs", signal.SIGSTOP, 10 ** 6)):
        fresh()
        end = threading.Event()
        hits = set()

        def hit():
            for process in compilers(end):
                if process in hits or len(hits) >= most:
                    continue
                hits.add(process)
                try:
                    os.kill(process, sign)
                except OSError:
                    pass
        thread = threading.Thread(target=hit)
        thread.start()
        begun = time.monotonic()
        result = run(seconds=900)
        end.set()
        thread.join()
        wrong = check("compiler", result, (0, 2, 69)) if most == 1 else check("compiler", result)
        if not hits:
            wrong.append("no compiler was met")
        report("the compiler is " + name, wrong + recovered(),
               result and "exit code %d after %.0f s" % (result.returncode, time.monotonic() - begun))


def changing():
    """Lessons and data change at random while builds run; what stands is of one state of a lesson, and the last state wins."""
    chance = random.Random(1)
    fresh()
    wrong = []
    for count in range(12):
        factor = chance.choice((2, 3))
        write(factor)
        process = subprocess.Popen(
            command(), cwd=root, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, 1.5))
        factor = 5 - factor
        write(factor)
        process.wait()
        wrong += check("silent", subprocess.CompletedProcess([], process.returncode, "", ""), (0, 2), (right, right3))
        wrong += recovered(right if factor == 2 else right3)
    report("a lesson changes during 12 builds", wrong)
    # The same for data, which only the run reads, and which is put back afterwards.
    fresh()
    text = "# L\n\n```{swift}\nimport Foundation\nThread.sleep(forTimeInterval: 1)\nlet n = try String(contentsOfFile: \"data.csv\", encoding: .utf8)\nprint(n)\n```\n"
    with open(os.path.join(root, "c", "l4.md"), "w") as file:
        file.write(text)
    process = subprocess.Popen(command("--no-cache"), cwd=root, env=environment(), stdout=subprocess.DEVNULL)
    process.wait()
    expected = pages()["l4.html"]
    with open(os.path.join(root, "c", "l4.md"), "w") as file:
        file.write(text.replace("print(n)", "print(n, 1)"))
    process = subprocess.Popen(command(), cwd=root, env=environment(), stdout=subprocess.DEVNULL)
    time.sleep(1)
    write(2, "8,8\n")
    process.wait()
    write(2, "1,2\n")
    run()
    wrong = [] if b"8,8" not in pages()["l4.html"] and expected else ["a result of other data is taken"]
    report("data changes during a run and is put back", wrong)


rights = {}
for key, factor, data in (("2", 2, "1,2\n"), ("3", 3, "1,2\n"), ("9", 2, "9,9\n")):
    fresh()
    write(factor, data)
    first = run()
    if first.returncode != 0:
        sys.exit("the undisturbed build fails:\n" + first.stdout + first.stderr)
    rights[key] = pages()
right, right3, right9 = rights["2"], rights["3"], rights["9"]
faults = [full_disk, large_file, read_only, few_descriptors, closed_output, clock, compiler, changing]
try:
    for fault in faults:
        if not options.names or fault.__name__ in options.names:
            fault()
finally:
    shutil.rmtree(root, ignore_errors=True)
print("%d faults with a loss%s" % (len(failed), ": " + ", ".join(failed) if failed else ""))
sys.exit(1 if failed else 0)
