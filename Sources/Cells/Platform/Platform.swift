#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What differs from one system to the next.
public enum Platform {
    /// Whether the launcher has rules to apply here.
    static var hasLauncher: Bool {
        #if os(Linux)
        true
        #else
        false
        #endif
    }

    /// Whether `sandbox-exec` reads profiles here.
    static var hasSandboxProfiles: Bool {
        #if os(macOS)
        true
        #else
        false
        #endif
    }

    /// Whether compiler and linker lie and are called as on Linux; elsewhere the driver knows better.
    static var hasDirectCompiler: Bool { hasLauncher }

    /// How a shared library's name ends.
    static var libraryEnding: String {
        #if canImport(Darwin)
        "dylib"
        #else
        "so"
        #endif
    }

    /// Opens a folder to go through it, which takes no right to list what is in it where the system has such an opening.
    static var passingFlags: Int32 {
        #if os(Linux)
        0o10_000_000  // O_PATH, which not every C library's header shows
        #else
        O_RDONLY
        #endif
    }

    /// The processor, as the toolchain names its folders.
    public static var architecture: String {
        #if arch(arm64)
        "aarch64"
        #else
        "x86_64"
        #endif
    }

    /// What the system starts a program with.
    static var loader: String { architecture == "aarch64" ? "/lib/ld-linux-aarch64.so.1" : "/lib64/ld-linux-x86-64.so.2" }

    /// What the tools call this machine.
    static var triple: String {
        #if os(macOS)
        (architecture == "aarch64" ? "arm64" : architecture) + "-apple-macosx15.0"
        #else
        architecture + "-unknown-linux-gnu"
        #endif
    }
}
