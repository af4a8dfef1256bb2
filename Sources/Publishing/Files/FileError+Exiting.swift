import Storage

extension FileError: ExitingError {
    public var exitCode: Int32 { 2 }
}
