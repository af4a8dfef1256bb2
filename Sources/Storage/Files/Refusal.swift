/// Why a file is not read for a course.
package enum Refusal: Error, Hashable {
    case missing, leaves, hidden, folder, special, notText
    case tooLarge(megabytes: Int)
    case failed(String)

    /// What completes "it isn't read: …".
    package var reason: String {
        switch self {
        case .missing: "there is no such file"
        case .leaves: "it lies outside the course's folder; copy it into the course"
        case .hidden: "names that begin with a dot are no part of a course; give it another name"
        case .folder: "it is a folder"
        case .special: "it is neither a file nor a folder"
        case .notText: "it is not UTF-8 text; save it as UTF-8"
        case .tooLarge(let megabytes): "it is larger than \(megabytes) MB"
        case .failed(let reason): "it \(reason)"
        }
    }
}
