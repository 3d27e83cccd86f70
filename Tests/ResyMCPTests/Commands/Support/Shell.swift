@testable import ResyDomain
import Foundation
import SandboxKit

/// A person's shell for one test: the built program, a home of its own, a simulated Resy, and next to no environment.
final class Shell: Sendable {
    struct Finished: Sendable {
        var status: Int32
        /// Nil unless a signal ended it.
        var signal: Int32?
        var output: String
        /// Standard error; in a terminal also what was typed, where it was echoed.
        var errors: String
    }

    static let password = "correct horse battery"

    let sandbox: Sandbox
    /// Empty at first; the state is below it.
    let home: URL
    var state: URL { home.appending(path: ".local/share/resy-mcp") }

    init() async throws {
        sandbox = try await Sandbox.start()
        home = FileManager.default.temporaryDirectory.appending(path: "resy-shell-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    }

    func close() async {
        await sandbox.stop()
        try? FileManager.default.removeItem(at: home)
    }

    @discardableResult
    func signIn(as email: String = "sam@example.com") async throws -> Finished {
        try await run(["login", "--email", email, "--password-stdin"], input: Self.password + "\n")
    }

    /// Without a terminal. `redirect` is what a shell is told of standard output, such as `>/dev/full`. `interrupt` is asked while it runs, and at its yes the program gets SIGINT, once.
    func run(
        _ arguments: [String], of program: URL = ServerProcess.binary, input: String = "", redirect: String? = nil,
        environment: [String: String] = [:],
        interrupt: (@Sendable () async -> Bool)? = nil
    ) async throws -> Finished {
        let process = make(arguments, environment)
        process.executableURL = program
        if let redirect {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "\"$0\" \"$@\" \(redirect)", ServerProcess.binary.path] + arguments
        }
        let (into, out, errors) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (into, out, errors)
        try process.run()
        limit(process)
        try? into.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? into.fileHandleForWriting.close()
        if let interrupt {
            while process.isRunning {
                if await interrupt() {
                    kill(process.processIdentifier, SIGINT)
                    break
                }
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        async let said = blocking { out.fileHandleForReading.readDataToEndOfFile() }
        async let complained = blocking { errors.fileHandleForReading.readDataToEndOfFile() }
        let (output, errorText) = (await said, await complained)
        return await Self.finished(process, output, errorText)
    }

    /// With a terminal for input and errors, and for answers too where it `showsAnswers`; each reply is typed once the text
    /// before it has appeared.
    func runInTerminal(
        _ arguments: [String], showsAnswers: Bool = false, replies: [(after: String, typed: String)]
    ) async throws -> Finished {
        let terminal = try PseudoTerminal()
        let process = make(arguments, [:])
        let out = Pipe()
        process.standardInput = FileHandle(fileDescriptor: terminal.far)
        process.standardError = FileHandle(fileDescriptor: terminal.far)
        process.standardOutput = showsAnswers ? FileHandle(fileDescriptor: terminal.far) : out
        try process.run()
        limit(process)
        if showsAnswers { try? out.fileHandleForWriting.close() }
        terminal.closeFar()
        let number = process.processIdentifier
        let transcript = await blocking { terminal.converse(replies, with: number) }
        let output = await blocking { out.fileHandleForReading.readDataToEndOfFile() }
        return await Self.finished(process, output, Data(transcript.utf8))
    }

    // MARK: -

    private func make(_ arguments: [String], _ environment: [String: String]) -> Process {
        let process = Process()
        process.executableURL = ServerProcess.binary
        process.arguments = arguments
        // No browser unless a test brings one: it would go to the real site.
        let clean = [
            "PATH": "/usr/bin:/bin", "HOME": home.path, "RESY_PACE": "0", "RESY_BUDGET": "0",
            "RESY_API_URL": sandbox.baseURL,
            "RESY_CHROMIUM": "/nonexistent/browser",
        ]
        process.environment = clean.merging(environment) { $1 }
        return process
    }

    /// A program that hangs must not take the tests with it; a call may take 50 seconds.
    private func limit(_ process: Process) {
        let number = process.processIdentifier
        DispatchQueue.global().asyncAfter(deadline: .now() + 60) { if process.isRunning { kill(number, SIGKILL) } }
    }

    private static func finished(_ process: Process, _ output: Data, _ errors: Data) async -> Finished {
        await blocking { process.waitUntilExit() }
        let bySignal = process.terminationReason == .uncaughtSignal
        return Finished(
            status: process.terminationStatus, signal: bySignal ? process.terminationStatus : nil,
            output: String(decoding: output, as: UTF8.self), errors: String(decoding: errors, as: UTF8.self))
    }
}

/// Runs a test in a shell of its own.
func inShell(_ body: (Shell) async throws -> Void) async throws {
    let shell = try await Shell()
    do {
        try await body(shell)
    } catch {
        await shell.close()
        throw error
    }
    await shell.close()
}
