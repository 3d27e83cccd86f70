@testable import ResyDomain
import Foundation
import Glibc

/// Programs that tests run.
enum Command {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Its standard output; throws with its standard error when it fails.
    @discardableResult
    static func run(_ name: String, _ arguments: [String], in folder: URL? = nil) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        let output = Pipe()
        let log = FileManager.default.temporaryDirectory.appending(path: "resy-command-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: log) }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let words = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
            throw Failure(description: "\(name) \(arguments.joined(separator: " ")): \(words)")
        }
        return data
    }

    /// Ours, without what would send a program elsewhere or make it trust others.
    static var environment: [String: String] {
        ProcessInfo.processInfo.environment.filter { name, _ in
            let name = name.uppercased()
            return !name.hasSuffix("_PROXY") && !name.hasPrefix("SSL_CERT") && name != "CURL_CA_BUNDLE"
        }
    }
}

extension Process {
    /// By SIGKILL: a child inherits the signals that dispatch's threads block, SIGTERM among them.
    func end() {
        // Once it has ended its number may be another's.
        if isRunning { kill(processIdentifier, SIGKILL) }
        waitUntilExit()
    }
}
