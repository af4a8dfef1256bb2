/// Names of files and elements that no two of a page share.
enum OwnNames {
    /// The name, or with a number behind it the first that isn't taken.
    static func name(_ name: String, taken: some Collection<String>) -> String {
        if !taken.contains(name) { return name }
        var number = 2
        while taken.contains("\(name)-\(number)") { number += 1 }
        return "\(name)-\(number)"
    }
}
