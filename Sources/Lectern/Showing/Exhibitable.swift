import Exhibits

/// Anything a lesson can show.
public protocol Exhibitable {
    /// What a page shows of it.
    var exhibit: Exhibit { get }
}

extension Exhibit: Exhibitable {
    public var exhibit: Exhibit { self }
}

extension Table: Exhibitable {
    /// What a page shows of it.
    public var exhibit: Exhibit { .table(self) }
}

extension Figure: Exhibitable {
    /// What a page shows of it.
    public var exhibit: Exhibit { .figure(self) }
}

extension Working: Exhibitable {
    public var exhibit: Exhibit { .working(self) }
}

extension String: Exhibitable {
    /// What a page shows of it.
    public var exhibit: Exhibit { .text(self) }
}

/// Shows a value beside the running cell.
public func show(_ value: some Exhibitable) {
    Recorder.write(.exhibit(value.exhibit))
}
