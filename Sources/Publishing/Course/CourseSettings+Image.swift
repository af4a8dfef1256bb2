import Exhibits
import Lessons
import Reports
import Storage

extension CourseSettings {
    /// What is wrong with the picture of the course. It goes to the same path in the site, so the path has to be a plain one.
    func imageFindings(in folder: String, file: String, door: CourseDoor) -> [Finding] {
        Self.findings(
            of: image, key: "image", at: imagePlace ?? Place(file: file, line: 1), in: folder, door: door,
            allowsActive: defaults.allowsRawHTML)
    }

    /// The same for the logo.
    func logoFindings(in folder: String, file: String, door: CourseDoor) -> [Finding] {
        Self.findings(
            of: furnishing.logo, key: "logo", at: logoPlace ?? Place(file: file, line: 1), in: folder, door: door,
            allowsActive: defaults.allowsRawHTML)
    }

    private static func findings(
        of image: String?, key: String, at place: Place, in folder: String, door: CourseDoor, allowsActive: Bool
    ) -> [Finding] {
        guard let image else { return [] }
        func finding(_ code: String, _ message: String) -> [Finding] {
            [Finding(.error, code: code, at: place, length: image.utf8.count, message)]
        }
        let parts = image.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { ["", ".", ".."].contains($0) }) else {
            return finding(
                "refused-file", "`\(key)` is a file in the course's folder, named without `..`, such as `card.png`")
        }
        guard ["gif", "jpeg", "jpg", "png", "svg", "webp"].contains(image.split(separator: ".").last?.lowercased()) else {
            return finding("refused-file", "`\(key)` is a picture: its name ends in .png, .jpg, .webp, .gif or .svg")
        }
        do throws(Refusal) {
            let bytes = try door.read(Files.join(folder, image))
            guard !allowsActive, let reason = ActiveContent.refusal(of: image, bytes) else { return [] }
            return finding("refused-file", "the picture \(Files.join(folder, image)) isn't published: \(reason)")
        } catch {
            return error == .missing
                ? finding("missing-file", "there is no picture \(Files.join(folder, image)), which `\(key)` names")
                : finding("refused-file", "the picture \(Files.join(folder, image)) isn't read: \(error.reason)")
        }
    }
}
