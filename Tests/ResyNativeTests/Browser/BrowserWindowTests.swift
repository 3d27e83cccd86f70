@testable import ResyDomain
import Foundation
import Testing

@testable import ResyNative

extension BrowserTests {
    /// With a window, on a display of the test's own.
    @Suite(.serialized) struct BrowserWindowTests {
        private let folder: TempFolder

        init() throws { folder = try TempFolder() }

        private func options(display: String?) -> BrowserOptions {
            var options = Chromium.options(in: folder)
            options.isHeaded = true
            let others = options.variable
            options.variable = { $0 == "DISPLAY" ? display : others($0) }
            return options
        }

        @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/Xvfb"), "Xvfb is missing"))
        func aWindowThatIsClosedIsSaid() async throws {
            let screen = Process()
            screen.executableURL = URL(fileURLWithPath: "/usr/bin/Xvfb")
            screen.arguments = ["-displayfd", "1", "-nolisten", "tcp"]
            let output = Pipe()
            (screen.standardOutput, screen.standardError) = (output, FileHandle.nullDevice)
            try screen.run()
            defer { screen.end() }
            let number = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).prefix {
                $0 != "\n"
            }
            try await withBrowser(options(display: ":\(number)"), clock: SystemClock()) { connection in
                let tab = try await BrowserTab.open(on: connection)
                #expect(try await tab.evaluate("window.outerWidth").integer > 600)
                let agent = try await tab.evaluate("navigator.userAgent").string
                let path = try ChromiumFinder(configured: nil, searchPath: "").path()
                let output = try Command.run(path, ["--version", "--no-sandbox"])
                let version = try #require(ChromiumVersion(String(decoding: output, as: UTF8.self)))
                // What its window calls itself is what it is told to call itself without one.
                #expect(agent == version.userAgent)
                let waiting = try await tab.hanging()
                let windows = try await connection.call("Target.getTargets")["targetInfos"].items
                let page = try #require(windows.first { $0.text("type") == "page" }?.text("targetId"))
                #expect(windows.filter { $0.text("type") == "page" }.count == 1)
                _ = try await connection.call("Target.closeTarget", ["targetId": .string(page)])
                await #expect(throws: BrowserError.closed) { try await waiting.value }
                #expect(await tab.traffic.contains { if case .crashed = $0 { true } else { false } })
                await tab.close()
            }
            #expect(Chromium.folders(in: folder) == [])
        }

        @Test func withoutADisplayThatIsTheReason() async throws {
            let error = await #expect(throws: ResyError.self) {
                try await withBrowser(options(display: nil), clock: SystemClock()) { _ in }
            }
            #expect(error?.message.hasSuffix("found no display for its window.") == true, "\(error?.message ?? "")")
            #expect(Chromium.folders(in: folder) == [])
        }
    }
}
