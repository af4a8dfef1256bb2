/// How findings are written out: for a person, for a program, for a service that annotates lines.
public enum ReportFormat: String, CaseIterable, Sendable {
    case text, json, github, junit, sarif
}
