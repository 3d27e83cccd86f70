@testable import ResyDomain
import Foundation
import ResyNative
import Testing

/// The built program, run as a client runs it: its own folder for state, an environment of next to nothing.
final class ServerProcess: @unchecked Sendable {
    // Used by one test, one step after the other.
    private let process = Process()
    private let input: Pipe
    private let output: Pipe
    private let errors: Pipe
    /// Held from a pipe's making until it is closed to other programs and ours runs: one that starts between would hold it open.
    private static let starting = NSLock()
    private var pending = Data()
    let home: URL

    /// Beside the test bundle, where the package manager puts it; or another build, such as the release file.
    static let binary: URL = {
        if let chosen = ProcessInfo.processInfo.environment["RESY_MCP_BINARY"] { return URL(fileURLWithPath: chosen) }
        let bundle = URL(
            fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "")
        return bundle.deletingLastPathComponent().appendingPathComponent("resy-mcp")
    }()

    init(_ arguments: [String] = [], environment: [String: String] = [:]) throws {
        Self.starting.lock()
        defer { Self.starting.unlock() }
        (input, output, errors) = (Pipe(), Pipe(), Pipe())
        home = FileManager.default.temporaryDirectory.appendingPathComponent("resy-mcp-\(UUID().uuidString)")
        process.executableURL = Self.binary
        process.arguments = arguments
        // No browser unless a test brings one: it would go to the real site.
        let own = ["HOME": home.path, "RESY_MCP_HOME": home.path, "RESY_CHROMIUM": "/nonexistent/browser"]
        process.environment = environment.merging(own) { given, _ in given }
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        // A program that another test starts this moment would hold them open, and this one's client would never be gone.
        for pipe in [input, output, errors] {
            for end in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
                _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
            }
        }
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        // Reading and waiting block: a server that hangs must not take the test run with it.
        DispatchQueue.global().asyncAfter(deadline: .now() + 60) { [weak self] in
            if let self, self.process.isRunning { kill(self.process.processIdentifier, SIGKILL) }
        }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: home)
    }

    func write(_ text: String) {
        write(Array(text.utf8))
    }

    func write(_ bytes: [UInt8]) {
        try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
    }

    func closeInput() {
        try? input.fileHandleForWriting.close()
    }

    func closeOutput() {
        try? output.fileHandleForReading.close()
    }

    /// The next line of standard output; nil at its end.
    func readLine() async -> String? {
        await blocking { self.nextLine() }
    }

    private func nextLine() -> String? {
        while true {
            if let end = pending.firstIndex(of: 10) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending = Data(pending[(end + 1)...])
                return line
            }
            let chunk = output.fileHandleForReading.availableData
            guard !chunk.isEmpty else { return nil }
            pending += chunk
        }
    }

    func readReply() async throws -> JSON {
        try JSON(text: try #require(await readLine()))
    }

    /// All lines to the end of standard output.
    func readLines() async -> [String] {
        var lines: [String] = []
        while let line = await readLine() { lines.append(line) }
        return lines
    }

    func readErrors() async -> String {
        await blocking { String(decoding: self.errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) }
    }

    func terminate(_ number: CInt = SIGTERM) {
        kill(process.processIdentifier, number)
    }

    /// Exit status; minus the signal's number where one ended it.
    func status() async -> Int32 {
        await blocking { self.process.waitUntilExit() }
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
}
