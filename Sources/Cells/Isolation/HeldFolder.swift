import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder that is open: what is done to its entries is done to them and to nobody else's, whatever a lesson that still runs puts
/// in its place meanwhile. No link leads to it, and none is followed from it.
final class HeldFolder {
    /// How deep folders are looked through; what lies deeper is told apart from what isn't there.
    static let deepest = 32

    enum Obstacle: Error {
        /// Nothing is there, or no folder.
        case missing
        /// It is there, and can't be looked into.
        case closed
        /// Too much is open at the moment.
        case scarce

        /// What the system answered last.
        static var last: Obstacle {
            switch errno {
            case ENOENT, ENOTDIR, ELOOP: .missing
            case EMFILE, ENFILE, ENOMEM: .scarce
            default: .closed
            }
        }
    }

    let descriptor: Int32

    /// - Parameter path: Absolute and without links.
    convenience init(_ path: String) throws(Obstacle) {
        var folder = try HeldFolder(opening: "/", in: AT_FDCWD, Platform.passingFlags)
        let names = path.split(separator: "/")
        for (index, name) in names.enumerated() {
            let flags = index == names.count - 1 ? O_RDONLY : Platform.passingFlags
            folder = try HeldFolder(opening: String(name), in: folder.descriptor, flags)
        }
        try self.init(opening: ".", in: folder.descriptor, O_RDONLY)
    }

    /// The folder of that name in another.
    convenience init(_ name: UnsafePointer<CChar>, in folder: HeldFolder) throws(Obstacle) {
        try self.init(opening: name, in: folder.descriptor, O_RDONLY)
    }

    private init(opening name: UnsafePointer<CChar>, in folder: Int32, _ flags: Int32) throws(Obstacle) {
        descriptor = openat(folder, name, flags | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if descriptor < 0 { throw .last }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Tells of each entry by its bytes and what is known of it, which is nil where the folder's rights keep it secret, until told
    /// to stop.
    /// - Throws: ``Obstacle`` where the folder can't be listed.
    func each(_ goesOn: (UnsafePointer<CChar>, stat?) -> Bool) throws(Obstacle) {
        let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { throw .last }
        guard let listing = fdopendir(own) else {
            close(own)
            throw .scarce
        }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let isEnough = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                guard let name = bytes.bindMemory(to: CChar.self).baseAddress else { return false }
                if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { return false }
                var status = stat()
                if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return !goesOn(name, status) }
                // It may have gone just now.
                return errno != ENOENT && !goesOn(name, nil)
            }
            if isEnough { break }
        }
    }

    /// Whether an entry of this kind is a folder.
    static func isFolder(_ status: stat?) -> Bool { status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }
}
