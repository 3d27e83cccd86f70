@testable import ResyDomain
import Foundation
import Glibc
import Testing

@testable import ResyNative

extension BrowserTests {
    /// However it goes, nothing of a browser is left.
    @Suite(.serialized) struct BrowserLifeTests {
        private let folder: TempFolder
        private let clock = SystemClock()

        init() throws { folder = try TempFolder() }

        private func expectNothingLeft(_ location: SourceLocation = #_sourceLocation) {
            #expect(Chromium.processes(of: folder) == [], sourceLocation: location)
            #expect(Chromium.folders(in: folder) == [], sourceLocation: location)
        }

        @Test func itRunsForItsWorkAndLeavesNothing() async throws {
            let browser = try ChromiumProcess(Chromium.options(in: folder), clock: clock)
            let address = try await browser.start(Chromium.options(in: folder))
            let connection = try await CDPConnection.connect(address, clock: clock)
            let version = try await connection.call("Browser.getVersion")
            let agent = try #require(version.text("userAgent"))
            #expect(agent.wholeMatch(of: /.*\(KHTML, like Gecko\) Chrome\/[0-9]+\.0\.0\.0 Safari\/537\.36/) != nil)
            let number = try #require(browser.number)
            #expect(try Files.facts(browser.folder.paths.root)?.mode == 0o700)
            let variables = FileManager.default.contents(atPath: "/proc/\(number)/environ") ?? Data()
            let names = Set(
                String(decoding: variables, as: UTF8.self).split(separator: "\0").map { $0.prefix { $0 != "=" } })
            // Of ours it has nothing but what it was given and what every shell sets.
            let known: Set<Substring> = ["HOME", "PATH", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_"]
            let ours = Set(ProcessInfo.processInfo.environment.keys.map { $0[...] }).subtracting(known)
            #expect(names.contains("XDG_CONFIG_HOME"))
            #expect(names.isDisjoint(with: ours.filter { !$0.hasPrefix("XDG_") }))
            #expect(getpgid(number) == number)
            let port = try #require(
                address.split(separator: ":").last?.split(separator: "/").first.flatMap { UInt16($0) })
            await connection.close()
            await browser.stop()
            expectNothingLeft()
            #expect(throws: Loopback.Failure.self) { close(try Loopback.connect(to: port)) }
        }

        @Test func whatItsWorkThrowsIsThrownAndNothingIsLeft() async throws {
            struct Odd: Error {}
            await #expect(throws: Odd.self) {
                try await withBrowser(Chromium.options(in: folder), clock: clock) { _ in throw Odd() }
            }
            expectNothingLeft()
        }

        @Test func aCancelledCallEndsAllOfIt() async throws {
            let (started, tell) = AsyncStream.makeStream(of: Void.self)
            let task = Task { [folder, clock] in
                try await withBrowser(Chromium.options(in: folder), clock: clock) { connection in
                    let tab = try await BrowserTab.open(on: connection)
                    tell.yield()
                    _ = try await tab.evaluate("new Promise(() => {})", limit: 60)
                }
            }
            for await _ in started { break }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            expectNothingLeft()
        }

        @Test func cancelledWhileItStarts() async throws {
            let task = Task { [folder, clock] in
                try await withBrowser(Chromium.options(in: folder), clock: clock) { _ in }
            }
            #expect(try await Chromium.eventually { !Chromium.processes(of: folder).isEmpty })
            task.cancel()
            _ = try? await task.value  // may have been quicker
            expectNothingLeft()
        }

        @Test func callsFailWhenItIsKilled() async throws {
            let browser = try ChromiumProcess(Chromium.options(in: folder), clock: clock)
            let address = try await browser.start(Chromium.options(in: folder))
            let connection = try await CDPConnection.connect(address, clock: clock)
            let tab = try await BrowserTab.open(on: connection)
            let waiting = try await tab.hanging()
            browser.kill()
            await #expect(throws: BrowserError.ended) { try await waiting.value }
            await #expect(throws: BrowserError.ended) { try await tab.evaluate("1") }
            #expect(await tab.traffic.contains { if case .crashed = $0 { true } else { false } })
            await tab.close()
            await connection.close()
            await browser.stop()
            expectNothingLeft()
        }

        /// By SIGKILL nobody can do anything; by its end of input the owner calls `endAll` and leaves.
        @Test(arguments: [SIGKILL, 0]) func itEndsWithItsOwner(_ signal: CInt) async throws {
            let host = Process()
            let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            host.executableURL = URL(fileURLWithPath: own).deletingLastPathComponent().appending(path: "browser-host")
            host.environment = ["PATH": "/usr/bin:/bin", "TMPDIR": folder.path]
            let (input, output) = (Pipe(), Pipe())
            (host.standardInput, host.standardOutput) = (input, output)
            try host.run()
            defer { host.end() }
            #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "ready\n")
            #expect(!Chromium.processes(of: folder).filter { $0 != host.processIdentifier }.isEmpty)
            if signal == 0 { try input.fileHandleForWriting.close() } else { kill(host.processIdentifier, signal) }
            host.waitUntilExit()
            #expect(try await Chromium.eventually { Chromium.processes(of: folder).isEmpty })
            if signal != 0 {
                #expect(Chromium.folders(in: folder).count == 1)
                BrowserFolder.sweep(folder.path)
            }
            #expect(Chromium.folders(in: folder) == [])
        }

        @Test func aCheckNamesIt() async throws {
            let words = try await checkBrowser(Chromium.options(in: folder), clock: clock)
            #expect(words.wholeMatch(of: /[A-Za-z ]+ [0-9]+\.[0-9.]+ at \/.*/) != nil, "\(words)")
            expectNothingLeft()
        }
    }
}
