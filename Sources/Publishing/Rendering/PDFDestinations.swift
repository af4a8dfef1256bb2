import Foundation

/// On which page each named place of a PDF is, as Chromium writes it: one object after the other, dictionaries in plain text.
struct PDFDestinations {
    /// Page numbers from 1, by the names of the places.
    let pages: [String: Int]

    /// nil for a file that is written in another way.
    init?(_ pdf: [UInt8]) {
        let text = String(decoding: pdf, as: Unicode.ASCII.self)
        var objects: [Substring: Substring] = [:]
        // Behind a dictionary stands its stream, on the same line, or the object's end: what is in a stream is none.
        for match in text.matches(of: /\n(\d+) 0 obj\n(<<[^\0]*?>>)[ \n](?:stream|endobj)/) { objects[match.1] = match.2 }
        guard let catalog = objects.values.first(where: { $0.contains("/Type /Catalog") }),
            let root = catalog.firstMatch(of: /\/Pages (\d+) 0 R/)?.1,
            let places = catalog.firstMatch(of: /\/Dests (\d+) 0 R/).flatMap({ objects[$0.1] })
        else { return nil }
        var numbers: [Substring: Int] = [:]
        var waiting = [root]
        var met: Set<Substring> = []
        while let next = waiting.popLast() {
            // Each page and each list of pages belongs to one list: a file in which they go round is none.
            guard met.insert(next).inserted, let object = objects[next] else { return nil }
            if let kids = object.firstMatch(of: /\/Kids \[([^\]]*)\]/)?.1 {
                waiting += kids.matches(of: /(\d+) 0 R/).map(\.1).reversed()
            } else {
                numbers[next] = numbers.count + 1
            }
        }
        var pages: [String: Int] = [:]
        for match in places.matches(of: /\/([A-Za-z0-9\-]+) \[(\d+) 0 R/) { pages[String(match.1)] = numbers[match.2] }
        self.pages = pages
    }
}
