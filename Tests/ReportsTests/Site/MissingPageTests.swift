import Exhibits
import Testing

@testable import Reports

/// What would break: a course file names a stranger's host, and its scripts run in the site for whoever mistypes an address.
struct MissingPageTests {
    @Test(arguments: [
        ("https://example.org/course", "/course/"), ("https://example.org", "/"), ("https://example.org/a/b?c#d", "/a/b/"),
        ("https://example.org//evil.example/x", "/evil.example/x/"), ("https://example.org/\\evil.example", "/evil.example/"),
        ("https://example.org/\t/evil.example", "/evil.example/"), ("https:///evil.example", "/"),
    ])
    func `the page for no page asks for nothing from another host`(site: String, base: String) throws {
        let page = try CourseIndex.missingPage(CoursePlace(title: "Course", siteURL: site))
        #expect(page.contains("<base href=\"\(base)\">"))
        let addresses = page.matches(of: /(?:src|href)="([^"]*)"/).map { String($0.1) }
        #expect(addresses.contains("assets/lectern.js") && addresses.contains("assets/lectern.css"))
        #expect(!addresses.contains { $0.hasPrefix("//") || $0.contains("://") })
    }

    @Test func `without an address its links start where it stands`() throws {
        #expect(try !CourseIndex.missingPage(CoursePlace(title: "Course")).contains("<base"))
    }
}
