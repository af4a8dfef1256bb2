/// One cell of a notebook, as it is stored.
struct StoredCell {
    var kind = ""
    var source = ""
    var outputs: [StoredOutput] = []
    /// Pictures that its text names as `attachment:`.
    var attachments: [(name: String, kind: StoredPicture.Kind, content: String)] = []

    /// What text calls it by, as MyST has it.
    var label: String? {
        source.split(separator: "\n").prefix { $0.hasPrefix("#|") }.compactMap {
            $0.wholeMatch(of: /#\|\s*(?:label|name):\s*["']?([\w.:-]{1,100})["']?\s*/).map { String($0.1) }
        }.first
    }

    /// What its object holds; false where that is no cell.
    mutating func read(_ scanner: inout JSONScanner) -> Bool {
        scanner.object { name, scanner in
            switch name {
            case "cell_type":
                guard let text = scanner.string() else { return false }
                kind = String(decoding: text.bytes, as: UTF8.self)
                return true
            case "source":
                guard let text = scanner.text() else { return false }
                source = String(decoding: text.bytes, as: UTF8.self)
                return true
            case "outputs":
                return scanner.array { scanner in
                    guard let output = StoredOutput(&scanner) else { return false }
                    outputs.append(output)
                    return true
                }
            case "attachments":
                return scanner.object { name, scanner in
                    scanner.object { type, scanner in
                        guard let kind = StoredPicture.Kind(rawValue: type), let content = scanner.text() else {
                            return scanner.skipValue()
                        }
                        attachments.append((name, kind, String(decoding: content.bytes, as: UTF8.self)))
                        return true
                    }
                }
            default: return scanner.skipValue()
            }
        }
    }
}
