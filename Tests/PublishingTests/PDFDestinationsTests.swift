import Testing

@testable import Publishing

/// Where the named places of a printed document are.
struct PDFDestinationsTests {
    private static func pdf(kids: String = "[2 0 R 7 0 R]") -> [UInt8] {
        Array(
            """
            %PDF-1.4
            10 0 obj
            <</Filter /FlateDecode
            /Length 9>> stream
            no zeros!
            endstream
            endobj
            1 0 obj
            <</Type /Catalog
            /Pages 3 0 R
            /Dests 4 0 R>>
            endobj
            9 0 obj
            <</Type /Page
            /Parent 7 0 R>>
            endobj
            2 0 obj
            <</Type /Page
            /Parent 3 0 R>>
            endobj
            8 0 obj
            <</Type /Page
            /Parent 7 0 R>>
            endobj
            7 0 obj
            <</Type /Pages
            /Kids [8 0 R 9 0 R]>>
            endobj
            3 0 obj
            <</Type /Pages
            /Kids \(kids)>>
            endobj
            4 0 obj
            <</chapter-1 [8 0 R /XYZ 6 776.25 0]
            /chapter-2 [9 0 R /XYZ 6 776.25 0]>>
            endobj

            """.utf8)
    }

    @Test func `pages are counted in the order of the tree, not of the file`() throws {
        #expect(try #require(PDFDestinations(Self.pdf())).pages == ["chapter-1": 2, "chapter-2": 3])
    }

    @Test func `a file that is written in another way says nothing`() {
        #expect(PDFDestinations(Array("%PDF-1.7\n1 0 obj\n<</Type /ObjStm>>\nstream\n".utf8)) == nil)
        #expect(PDFDestinations(Self.pdf(kids: "[5 0 R]")) == nil)
        #expect(PDFDestinations(Self.pdf(kids: "[3 0 R]")) == nil)
        #expect(PDFDestinations([]) == nil)
    }
}
