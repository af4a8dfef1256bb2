/// The course as an Atom feed (RFC 4287), for readers who want to hear of new lessons.
enum Feed {
    /// nil without an address, or when no lesson has a date: a feed's times come from the lessons, never from a clock, so that
    /// building twice gives the same bytes.
    static func atom(settings: CourseSettings, entries: [LessonEntry]) -> [UInt8]? {
        guard let site = settings.siteURL else { return nil }
        let dated = entries.compactMap { entry in entry.date.flatMap(moment).map { (entry, $0) } }.sorted { $0.1 > $1.1 }
        guard let latest = dated.first?.1 else { return nil }
        let items = dated.map { entry, moment in
            let address = XMLText.escaped(HostFiles.address(of: entry.name + ".html", at: site))
            let summary = entry.description.map { "\n    <summary>\(XMLText.escaped($0))</summary>" } ?? ""
            return """
                  <entry>
                    <id>\(address)</id>
                    <title>\(XMLText.escaped(entry.title))</title>
                    <updated>\(moment)</updated>
                    <link href="\(address)"/>\(summary)
                  </entry>

                """
        }
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
              <id>\(XMLText.escaped(site))/</id>
              <title>\(XMLText.escaped(settings.shownTitle))</title>
              <updated>\(latest)</updated>
              <author><name>\(XMLText.escaped(settings.author ?? settings.shownTitle))</name></author>
              <link rel="self" href="\(XMLText.escaped(site))/feed.xml"/>
              <link href="\(XMLText.escaped(site))/"/>
            \(items.joined())</feed>

            """.utf8)
    }

    /// A date as RFC 3339 wants it; nil for anything but `2026-11-21`, perhaps with a time behind it.
    static func moment(_ date: String) -> String? {
        guard let match = date.prefixMatch(of: /(\d{4})-(\d{2})-(\d{2})/), let month = Int(match.2), let day = Int(match.3),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return "\(match.0)T00:00:00Z"
    }
}
