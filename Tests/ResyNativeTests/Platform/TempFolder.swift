@testable import ResyDomain
import Foundation

@testable import ResyNative

/// A folder of a test's own, gone with the test.
final class TempFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/resy-mcp-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var home: Home { Home(path + "/home") }

    func bytes(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map { Array($0) } }

    func write(_ text: String, to path: String, mode: UInt32 = 0o600) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try Files.setMode(path, mode)
    }

    func mode(_ path: String) throws -> UInt32? { try Files.facts(path)?.mode }
}
