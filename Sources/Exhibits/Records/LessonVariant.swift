/// How a lesson's program is told which variant of its exercises to draw: by a variable of its environment, which is always set.
@_documentation(visibility: internal)
public enum LessonVariant {
    public static let variable = "LECTERN_VARIANT"
}
