import Exhibits

extension CourseResult.LessonResult {
    /// Says of what stands in another lesson, which this one includes, that it was found here: its cells may have made other
    /// things of the other's words. Nothing is corrected over there for it.
    mutating func keepToItself(among lessons: Set<String>) {
        for index in findings.indices {
            let place = findings[index].place
            guard place.file != file, lessons.contains(place.file) else { continue }
            findings[index].message = "in \(place), which this lesson includes: " + findings[index].message
            findings[index].place = Place(file: file, line: 1)
            findings[index].length = 0
        }
        for index in claims.indices where claims[index].place.file != file && lessons.contains(claims[index].place.file) {
            claims[index].bytes = nil
            claims[index].numbers = claims[index].numbers?.map { number in
                var number = number
                number.bytes = nil
                return number
            }
        }
    }
}
