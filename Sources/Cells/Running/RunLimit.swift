import Exhibits

/// What a run can be ended for by whoever watches it. No cell may fail in this way, whatever its options say: it would take that
/// time or that memory again for each such cell.
enum RunLimit: String {
    case time = "time-limit"
    case output = "output-limit"
    case memory = "memory-limit"
    case threads = "thread-limit"
    case disk = "disk-limit"
    case programs = "started-program"
}

/// What a run of a lesson's program came to, and how long it took.
struct Ran {
    var transcript: Transcript
    var seconds = 0.0
}
