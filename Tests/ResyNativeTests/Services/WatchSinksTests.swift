import Foundation
import Testing

@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// Where messages go: real servers of this machine, and real programs.
@Suite(.timeLimit(.minutes(1))) struct WatchSinksTests {
    private static func post(
        _ text: String = "Carbone: 1 new table", path: String = "/topic?key=s3cret",
        answer: @escaping LoopbackServer.Handler
    ) async throws -> (any Error)? {
        let server = try LoopbackServer(answer)
        defer { server.stop() }
        let engine = CurlEngine()
        defer { engine.stop() }
        let sinks = WatchSinks(
            http: engine, address: Secret("http://127.0.0.1:\(server.port)\(path)"), program: nil, clock: SystemClock(),
            line: { _ in })
        do {
            try await sinks.send(text, to: .address)
            return nil
        } catch { return error }
    }

    @Test func aPostCarriesTheTextInItsBodyAlone() async throws {
        let seen = Lock<[LoopbackServer.Request]>([])
        let hostile = "X\r\nX-Evil: 1\nCaf\u{E9}: 1 new table"
        let error = try await Self.post(hostile) { request, peer in
            seen.withLock { $0.append(request) }
            peer.answer("ok".utf8)
            return .keep
        }
        #expect(error == nil)
        let request = try #require(seen.withLock { $0.first })
        #expect(request.method == "POST" && request.path == "/topic?key=s3cret")
        #expect(request.header("content-type") == "text/plain; charset=utf-8")
        #expect(request.header("x-evil") == nil && request.header("cookie") == nil)
        #expect(request.header("authorization") == nil && request.header("x-resy-auth-token") == nil)
        #expect(String(decoding: request.body, as: UTF8.self) == hostile)
    }

    @Test(arguments: [("500 Oops", 500), ("404 Not Found", 404), ("302 Found", 302), ("429 Slow", 429)])
    func whatIsNoSuccessIsAFailure(status: String, number: Int) async throws {
        let count = Lock(0)
        let error = try await Self.post { _, peer in
            count.withLock { $0 += 1 }
            peer.answer("x".utf8, status: status, headers: ["Location: http://127.0.0.1:1/other"])
            return .keep
        }
        #expect(error as? WatchSinkFault == .status(number))
        // Neither followed nor repeated.
        #expect(count.withLock { $0 } == 1)
    }

    @Test func anAnswerWithoutEndIsCutAndCounts() async throws {
        let error = try await Self.post { _, peer in
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n")
            peer.send([UInt8](repeating: 65, count: 300_000))
            return .close
        }
        #expect(error == nil)
    }

    @Test func nobodyThereIsAFailure() async throws {
        let engine = CurlEngine()
        defer { engine.stop() }
        for (url, fault) in [
            ("http://127.0.0.1:1/x", WatchSinkFault.unreachable), ("http://example.com/x", .notAllowed),
            ("ftp://127.0.0.1/x", .notAllowed),
        ] {
            let sinks = WatchSinks(
                http: engine, address: Secret(url), program: nil, clock: SystemClock(), line: { _ in })
            await #expect(throws: fault) { try await sinks.send("x", to: .address) }
        }
    }

    // MARK: - Programs

    private static func run(
        _ script: String?, mode: Int = 0o700, folderMode: Int = 0o700, text: String = "one\ntwo", within: Double? = nil
    ) async throws -> (fault: WatchSinkFault?, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sink-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (program, output) = (folder.appending(path: "tell me"), folder.appending(path: "said"))
        if let script {
            // Another process writes the program: a child that another test starts at that moment would hold ours open for
            // writing, and what is open for writing cannot be run.
            let text = folder.appending(path: "text")
            try Data("#!/bin/sh\n\(script.replacing("OUT", with: "'\(output.path)'"))\n".utf8).write(to: text)
            let copied = try ShellScript.start(#"cp "$1" "$2""#, arguments: [text.path, program.path]).finish()
            try #require(copied == 0)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: program.path)
        }
        try FileManager.default.setAttributes([.posixPermissions: folderMode], ofItemAtPath: folder.path)
        let engine = CurlEngine()
        defer { engine.stop() }
        let clock: any WallClock = within.map { HastyClock(longest: $0) } ?? SystemClock()
        let sinks = WatchSinks(http: engine, address: nil, program: program.path, clock: clock, line: { _ in })
        var fault: WatchSinkFault?
        do { try await sinks.send(text, to: .program) } catch { fault = error as? WatchSinkFault }
        let said = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
        return (fault, said.replacing(folder.path, with: "DIR"))
    }

    @Test func aProgramReadsTheTextAndNothingElse() async throws {
        setenv("RESY_PASSWORD", "hunter2", 1)
        defer { unsetenv("RESY_PASSWORD") }
        let ran = try await Self.run(#"{ echo "$#"; cat; env | grep -c RESY_; } > OUT"#)
        #expect(ran.fault == nil || ran.output.hasSuffix("0\n"))
        #expect(ran.output == "0\none\ntwo\n0\n")
    }

    /// No shell reads it: what a stranger called their restaurant is text.
    @Test func aNameIsNoCommand() async throws {
        let name = "$(touch OUT.pwned) `reboot` '; echo x > OUT.too"
        let ran = try await Self.run("cat > OUT", text: name)
        #expect(ran.fault == nil && ran.output.hasPrefix("$(touch"))
    }

    @Test func itsStatusCounts() async throws {
        #expect(Self.isFailed(try await Self.run("exit 3").fault, 3))
        #expect(Self.isFailed(try await Self.run("kill -9 $$").fault, 137))
        // One that reads nothing is no failure.
        let fault = try await Self.run("exit 0").fault
        #expect(fault == nil, "\(String(describing: fault))")
    }

    private static func isFailed(_ fault: WatchSinkFault?, _ status: Int) -> Bool {
        if case .failed(_, status)? = fault { true } else { false }
    }

    @Test func oneThatHangsIsEndedWithAllItStarted() async throws {
        let ran = try await Self.run("(sleep 30; echo late > OUT) & sleep 30", within: 0.3)
        guard case .tooSlow? = ran.fault else {
            Issue.record("\(String(describing: ran.fault))")
            return
        }
        #expect(ran.output == "")
    }

    @Test func whatOthersCanChangeIsNotRun() async throws {
        for (mode, folder) in [(0o777, 0o700), (0o722, 0o700), (0o720, 0o700), (0o700, 0o777)] {
            let ran = try await Self.run("echo ran > OUT", mode: mode, folderMode: folder)
            guard case .openToOthers? = ran.fault else {
                Issue.record("\(mode) \(String(describing: ran.fault))")
                continue
            }
            #expect(ran.output == "")
        }
        // In a folder such as /tmp others may not rename it.
        #expect(try await Self.run("echo ran > OUT", folderMode: 0o1777).output == "ran\n")
    }

    @Test func whatIsNoProgramIsNamed() async throws {
        guard case .absent? = try await Self.run(nil).fault,
            case .notAProgram? = try await Self.run("x", mode: 0o600).fault
        else {
            Issue.record("run")
            return
        }
    }

    /// A second is over in no time.
    private struct HastyClock: WallClock {
        let longest: Double
        var now: Instant { SystemClock().now }
        func sleep(seconds: Double) async throws { try await SystemClock().sleep(seconds: min(seconds, longest)) }
    }
}
