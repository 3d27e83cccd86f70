internal import ResyDomain
internal import ResyNative

/// What a tick did, for programs.
enum TickJSON {
    static func render(_ report: TickReport, told: [String] = [], lines: [String]) -> JSON {
        [
            "looked": .integer(report.looked), "requests": .integer(report.requests),
            "new_tables": .integer(report.messages.reduce(0) { $0 + $1.tables.count }),
            "messages": .array(told.map { .string($0) }),
            "failed": .array(report.failed.map { .string($0.sink == .address ? "url" : "command") }),
            "note": .array(lines.map { .string($0) }),
        ]
    }
}
