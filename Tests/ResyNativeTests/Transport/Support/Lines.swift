@testable import ResyDomain
@testable import ResyNative

/// Lines that came from another thread.
final class Lines: Sendable {
    private let lines = Lock<[String]>([])

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    var all: [String] { lines.withLock { $0 } }
    var text: String { all.joined(separator: "\n") }
}
