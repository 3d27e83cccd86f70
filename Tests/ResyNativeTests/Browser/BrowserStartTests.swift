@testable import ResyDomain
import Foundation
import Testing

@testable import ResyNative

/// Browsers that do not start: small scripts in their place.
@Suite(.timeLimit(.minutes(1))) struct BrowserStartTests {
    private let folder: TempFolder
    private let program: String

    init() throws {
        folder = try TempFolder()
        program = folder.path + "/chromium"
    }

    private func failure(_ script: String, limit: Double = 20) async throws -> ResyError? {
        try folder.write(
            "#!/bin/sh\n[ \"$1\" = --version ] && { echo Chromium 9.8.7.6; exit; }\n\(script)\n", to: program,
            mode: 0o700)
        var options = Chromium.options(in: folder)
        options.path = program
        options.startLimit = limit
        let error = await #expect(throws: ResyError.self) {
            try await withBrowser(options, clock: SystemClock()) { _ in }
        }
        #expect(Chromium.folders(in: folder) == [])
        #expect(Chromium.processes(of: folder) == [])
        return error
    }

    @Test func itsOwnReasonIsUnderstood() async throws {
        let error = try await failure("echo '[1:1:FATAL:zygote.cc] No usable sandbox! Update your kernel' >&2; exit 1")
        #expect(error?.code == .signInBlocked)
        #expect(error?.message == "The browser \(program) ended at once: the system gives its sandbox no namespaces.")
    }

    @Test func anEndWithoutAReasonIsSaid() async throws {
        #expect(try await failure("exit 3")?.message == "The browser \(program) ended at once.")
    }

    @Test func oneThatSaysNothingIsNotWaitedForWithoutEnd() async throws {
        // It hands its output on to a child of its own, and takes no SIGTERM.
        let error = try await failure("trap '' TERM; sleep 1000 & wait; sleep 1000", limit: 1)
        #expect(error?.message == "The browser \(program) was not ready after 1 seconds.")
    }

    @Test func anAddressThatAnswersNobodyIsNoBrowser() async throws {
        let port = try Loopback.freePort()
        let error = try await failure(
            "echo 'DevTools listening on ws://127.0.0.1:\(port)/devtools/browser/1-2' >&2; exec sleep 1000")
        #expect(error?.message == "The browser \(program) started but cannot be talked to.")
    }

    @Test func aFileThatIsNoProgramIsNamed() async throws {
        try folder.write("\u{7f}ELF", to: program, mode: 0o700)
        var options = Chromium.options(in: folder)
        options.path = program
        let error = await #expect(throws: ResyError.self) {
            try await withBrowser(options, clock: SystemClock()) { _ in }
        }
        #expect(error?.message.hasPrefix("The browser \(program) could not be run: ") == true)
        #expect(Chromium.folders(in: folder) == [])
    }
}
