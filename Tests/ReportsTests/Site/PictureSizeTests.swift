import Reports
import Testing

struct PictureSizeTests {
    @Test func `the size of a picture stands in its first bytes`() throws {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 44, 0, 0, 0, 7, 8, 6]
        let gif = Array("GIF89a".utf8) + [44, 1, 7, 0, 0]
        // An APP0 segment, a Huffman table, then the frame: 7 high, 300 wide.
        let jpeg: [UInt8] = [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC0, 0, 17, 8, 0, 7, 1, 44, 3, 1, 0x22, 0,
        ]
        for bytes in [png, gif, jpeg] {
            let size = try #require(PictureSize.of(bytes))
            #expect(size == (300, 7))
        }
    }

    @Test(arguments: [
        ("<svg xmlns=\"a\" width=\"300\" height=\"6.6\">", true), ("<?xml?>\n<svg viewBox=\"0 0 300 7\">", true),
        ("<svg width=\"300px\" height=\"7px\" viewBox=\"0 0 1 1\">", true), ("<svg width=\"50%\" height=\"7\">", false),
        ("plain text", false), ("", false),
    ])
    func `a drawing says its size, or that of its view box`(text: String, isKnown: Bool) {
        let size = PictureSize.of(Array(text.utf8))
        #expect((size != nil) == isKnown)
        if let size { #expect(size == (300, 7)) }
    }

    @Test func `a picture cut short has no size and stops nothing`() {
        #expect(PictureSize.of([0x89, 0x50, 0x4E, 0x47]) == nil)
        #expect(PictureSize.of([0xFF, 0xD8, 0xFF, 0xE0, 0xFF]) == nil)
        #expect(PictureSize.of([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == nil)
    }
}
