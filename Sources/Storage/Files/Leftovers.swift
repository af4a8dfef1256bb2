import Foundation

#if canImport(Glibc)
import Glibc
#endif

extension Files {
    /// Files that a killed build had begun and not renamed, anywhere below a folder. Those of a process that still runs are not
    /// among them: it may be building into the same folder.
    package static func leftovers(in folder: String) -> [String] {
        entries(of: folder).flatMap { name -> [String] in
            let path = join(folder, name)
            if isLink(path) { return [] }
            if isFolder(path) { return name.hasPrefix(".git") ? [] : leftovers(in: path) }
            guard name.hasSuffix(unfinished) else { return [] }
            let process = name.dropLast(unfinished.count).split(separator: ".").last.flatMap { pid_t($0) }
            if let process, process == getpid() || kill(process, 0) == 0 { return [] }
            return [path]
        }
    }

    /// The running program's own file.
    package static var executable: String? {
        #if os(Linux)
        return RealPath.of("/proc/self/exe")
        #else
        return Bundle.main.executablePath
        #endif
    }
}
